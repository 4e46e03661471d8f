"""The story, as a person walks it: a file comes in, a signal goes out, a fix is judged, a report is read."""

import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from browser import company
from browser.reader import PATIENCE, Reader, Served, served

PASSWORD = "a long password 1"


@pytest.fixture(scope="module", params=[("zh", "desk"), ("en", "phone")], ids="-".join)
def reader(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, visit: Callable[..., Reader]
) -> Iterator[Reader]:
    """Somebody at an installation that nobody has used yet."""
    with served(tmp_path_factory.mktemp("fresh")) as server:
        someone = visit(*request.param)
        _become_admin(someone, server)
        yield someone


@pytest.fixture(scope="module")
def hotline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("files") / "客服热线.csv"
    company.write(path, date.today())
    return path


def _become_admin(someone: Reader, server: Served) -> None:
    someone.page.goto(server.first_admin)
    someone.field("账号", "Login").fill("wang")
    someone.field("密码", "Password").fill(PASSWORD)
    someone.button("创建管理员", "Make administrator").click()
    expect(someone.page.get_by_role("heading", name=someone.say("总览", "Overview"))).to_be_visible()


def test_an_empty_house_says_what_to_do(reader: Reader) -> None:
    expect(reader.text("还没有数据", "There is no data yet").first).to_be_visible()
    reader.shot("00-empty")
    assert reader.complaints == []


def test_a_file_is_understood_and_imported(reader: Reader, hotline: Path) -> None:
    _go(reader, "/data/upload")
    reader.page.locator("input[type=file]").set_input_files(hotline)
    start = reader.button("开始导入", "Start import")
    expect(start).to_be_enabled(timeout=PATIENCE)
    expect(reader.page.get_by_text("138")).to_have_count(0)
    reader.shot("01-check")
    start.click()
    done = reader.text("“客服热线”已导入", "“客服热线” is imported")
    expect(done).to_be_visible(timeout=PATIENCE)
    reader.shot("02-imported")
    reader.button("看看有什么变化", "See what has changed").click()
    expect(reader.page.get_by_role("link", name=reader.say("查看预警", "See signals"), exact=True)).to_be_visible(
        timeout=PATIENCE
    )


def test_the_signal_names_the_slice_and_becomes_a_problem(reader: Reader) -> None:
    _go(reader, "/signals")
    reader.shot("03-signals")
    reader.page.get_by_role("link", name="闪退").first.click()
    expect(reader.page.get_by_role("main").get_by_text(reader.say("为什么", "Why")).first).to_be_visible()
    expect(reader.page.get_by_text("2.0.0").first).to_be_visible()
    reader.page.get_by_text("EWMA", exact=True).click()
    expect(reader.page.get_by_text(reader.say("EWMA 图：", "EWMA chart: ")).first).to_be_visible()
    reader.wait_until_idle()
    reader.shot("04-signal")
    reader.button("建立问题", "Make a problem").click()
    reader.page.get_by_role("dialog").get_by_role(
        "button", name=reader.say("建立问题", "Make a problem"), exact=True
    ).click()
    expect(reader.button("制定措施", "Plan an action")).to_be_visible()
    reader.wait_until_idle()
    reader.shot("05-problem")


def test_an_action_is_frozen_and_waits_for_its_date(reader: Reader) -> None:
    _plan(reader, "发布 2.0.1", date.today(), 8)
    expect(reader.text("自动判定", "Will be judged on").first).to_be_visible()
    reader.button("现在判定", "Judge now").click()
    expect(reader.text("为时尚早", "Too early").first).to_be_visible()
    reader.shot("06-too-early")


def test_a_fix_that_worked_is_told_from_chance(reader: Reader) -> None:
    _go(reader, f"/problems/{_leak(reader)}")
    start = company.this_week(date.today()) - timedelta(weeks=company.FIX_WEEKS)
    _plan(reader, "更换门封", start, company.FIX_WEEKS, comparison="W1")
    reader.button("现在判定", "Judge now").click()
    expect(reader.page.get_by_text(reader.say("有效", "Effective"), exact=True).first).to_be_visible()
    expect(reader.text("只看前后", "before/after").first).to_be_visible()
    reader.wait_until_idle()
    reader.shot("07-verdict")


def test_the_report_holds_what_was_found(reader: Reader) -> None:
    _go(reader, "/reports")
    reader.field("时段", "Period").select_option("last-8-weeks")
    reader.button("生成报告", "Make report").click()
    download = reader.page.get_by_role("link", name=reader.say("下载 PDF", "Download PDF"))
    expect(download).to_be_visible(timeout=2 * PATIENCE)
    reader.shot("08-reports")
    with reader.page.expect_download() as coming:
        download.click()
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(coming.value.path().read_bytes())).pages)
    assert "闪退" in text
    assert "更换门封" in text


def test_the_overview_says_what_got_worse_and_who_has_it(reader: Reader) -> None:
    _go(reader, "/")
    expect(reader.page.get_by_text("闪退").first).to_be_visible()
    expect(reader.page.get_by_role("main").get_by_text("wang").first).to_be_visible()
    reader.wait_until_idle()
    reader.shot("09-overview")
    assert reader.overflow() <= 0
    assert reader.complaints == []


def _go(reader: Reader, path: str) -> None:
    reader.page.goto(reader.page.url.split("/", 3)[0] + "//" + reader.page.url.split("/", 3)[2] + path)
    reader.wait_until_idle()


def _plan(reader: Reader, title: str, start: date, weeks: int, comparison: str | None = None) -> None:
    reader.button("制定措施", "Plan an action").click()
    form = reader.page.get_by_role("dialog")
    reader.field("措施", "Action").fill(title)
    reader.field("开始日期", "Start").fill(start.isoformat())
    reader.field("观察期（周）", "Weeks to observe").fill(str(weeks))
    reader.field("目标（%）", "Target (%)").fill("80")
    if comparison is not None:
        form.locator("label", has_text=comparison).first.click()
    reader.button("保存措施", "Save action").click()
    expect(form).to_have_count(0)
    expect(reader.page.get_by_text(title).first).to_be_visible()


def _leak(reader: Reader) -> str:
    """A problem that the company knew before: made over HTTP, as the form for it is another test's."""
    csrf = reader.page.request.get(_url(reader, "/api/session")).json()["csrf"]
    made = reader.page.request.post(
        _url(reader, "/api/problems"),
        headers={"X-CSRF-Token": csrf},
        data={
            "title": "W2 漏水",
            "metric": "ticket_count",
            "where": {"fault": ["漏水"], "model": ["W2"]},
            "owner": "wang",
        },
    )
    assert made.status == 201, made.text()
    return str(made.json()["id"])


def _url(reader: Reader, path: str) -> str:
    return "/".join(reader.page.url.split("/", 3)[:3]) + path
