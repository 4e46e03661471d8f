"""A review says what got worse first, shows the same on page and paper, and runs nothing that came with the data."""

import io
import re
from xml.etree import ElementTree

import pytest
import typst
from pypdf import PdfReader
from tests.report.conftest import HOSTILE, MARCH, PRODUCT

from zhenyin.core.errors import Unavailable
from zhenyin.core.words import Language
from zhenyin.flows import review_report
from zhenyin.job.workspace import Workspace
from zhenyin.question.period import Period
from zhenyin.report import page, paper, service
from zhenyin.report.models import Review

HAS_FONT = paper.FONT in typst.Fonts().families()
needs_font = pytest.mark.skipif(not HAS_FONT, reason="the font for Chinese is not on this machine")


def text_of(pdf: bytes) -> str:
    """The text of a PDF without spaces and line ends, which setting moves around."""
    return re.sub(r"[\s\u200b]", "", "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages))


def test_what_got_worse_comes_before_everything_else(march: Review) -> None:
    text = page.html(march, "zh")
    order = [
        text.index(f"<h2>{title}</h2>")
        for title in ("变差的", "做了什么", "措施结论：有效与无效", "又回来的", "主要指标", "口径")
    ]
    assert order == sorted(order)
    assert text.index("是预期的 4.0 倍") < text.index("<h2>")


def test_a_finding_names_its_place_its_interval_and_who_has_it(march: Review) -> None:
    text = page.html(march, "zh")
    assert "×4.0 [3.2, 5.0]" in text
    assert "负责人 王敏" in text


def test_a_figure_that_got_worse_is_told_with_its_change(march: Review) -> None:
    slower = next(h.cell for h in march.headlines if h.cell.metric == "first_response_hours")
    assert slower.assessment == "worse"
    assert slower.change is not None
    assert slower.change.change == pytest.approx(3.0, abs=0.2)
    assert {"first_response_hours"} == {cell.metric for cell in march.worse}
    assert "▲ 变差" in page.html(march, "zh")


def test_a_young_action_is_told_as_too_early_with_its_date(march: Review) -> None:
    (action,) = march.actions
    assert action.verdict is not None
    assert action.verdict.outcome in ("too_early", "not_measurable", "not_effective")
    assert str(action.judge_on) in page.html(march, "zh")


def test_a_silent_week_of_a_source_is_told(march: Review) -> None:
    silent = {source.name: source.gap for source in march.quality.sources}
    assert silent["热线"] is None
    assert silent["微信"] is not None
    assert silent["微信"].days == 7


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_runs_and_fetches_nothing(march: Review, language: Language) -> None:
    text = page.html(march, language)
    assert "<script" not in text.lower()
    assert re.findall(r"\son\w+=", text) == []
    assert re.findall(r'(?:src|href)="', text) == []
    assert "&lt;script&gt;" in text


def test_every_picture_is_well_formed_whatever_the_data_says(march: Review) -> None:
    pictures = re.findall(r"<svg.*?</svg>", page.html(march, "zh"), re.DOTALL)
    assert len(pictures) >= 4
    for picture in pictures:
        assert ElementTree.fromstring(picture).tag.endswith("svg")


@needs_font
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_paper_holds_the_same_findings_as_the_page(march: Review, language: Language) -> None:
    text = text_of(paper.pdf(march, language))
    assert "×4.0[3.2,5.0]" in text
    assert "王敏" in text
    assert "2026-03-10" in text
    assert {"zh": "变差的", "en": "Whatgotworse"}[language] in text


@needs_font
def test_hostile_text_is_set_as_text_on_paper(march: Review) -> None:
    text = text_of(paper.pdf(march, "zh"))
    assert re.sub(r"\s", "", HOSTILE.replace("\x07", "")) in text


@pytest.mark.parametrize("form", ["html", pytest.param("pdf", marks=needs_font)])
def test_an_empty_folder_gives_an_honest_empty_report(workspace: Workspace, form: service.Form) -> None:
    review = review_report.gather(workspace, MARCH)
    made = service.write(review, "zh", form)
    text = text_of(made) if form == "pdf" else made.decode()
    assert "这个时段没有数据" in text
    assert "还没有导入任何数据" in text
    assert "正常范围" not in text


def test_a_period_without_data_is_not_called_calm(full: Workspace) -> None:
    text = page.html(
        review_report.gather(full, Period(MARCH.start.replace(year=2020), MARCH.end.replace(year=2020))), "zh"
    )
    assert "这个时段没有数据" in text
    assert "没有超出预期的波动" not in text


def test_without_a_font_the_paper_is_refused_with_what_to_install(
    march: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "FONT", "No Such Font")
    with pytest.raises(Unavailable, match="fonts-noto-cjk"):
        paper.pdf(march, "zh")


def test_a_report_is_kept_with_its_files_and_goes_with_them(full: Workspace) -> None:
    report = review_report.make(full, MARCH, "zh", "wang")
    folder = full.settings.data_dir / "reports"
    assert PRODUCT.split(" ", maxsplit=1)[0] in (folder / f"{report.id}.html").read_text("utf-8")
    assert (folder / f"{report.id}.pdf").exists() == HAS_FONT
    with full.store.begin() as db:
        assert service.get(db, report.id) == report
        service.remove(db, full.settings.data_dir, report.id)
    assert list(folder.iterdir()) == []
