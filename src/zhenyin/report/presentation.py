"""Review in one language as plain data for the templates of page and paper: texts, and pictures as SVG."""

from collections.abc import Sequence

from zhenyin.charts import ChartSpec
from zhenyin.core.words import Language, Words
from zhenyin.report import formatting
from zhenyin.report.blocks import Block, Entry, FindingBlock, Lead, Note, Picture, Table
from zhenyin.report.models import Review
from zhenyin.report.pictures import svg
from zhenyin.report.sections import in_order

_EMPTY = Words("这个时段没有数据。", "There is no data in this period.")
_NO_FINDINGS = Words("没有发现超出预期的变差。", "Nothing was found that got worse beyond chance.")
_COMPARED = Words("对比期", "Compared with")
_UNTIL = Words("数据截至", "Data until")
_MADE = Words("生成于", "Made at")


def present_review(review: Review, language: Language) -> dict[str, object]:
    """Everything of a report: head, summary, sections."""
    sections = in_order()
    lead = [line for section in sections for line in section.lead(review)]
    return {
        "language": language,
        "lang": "zh-CN" if language == "zh" else "en",
        "title": _text(formatting.title(review.period) if review.period else Words("复盘报告", "Review"), language),
        "facts": _head(review, language),
        "lead": [{"tone": line.tone, "text": _text(line.text, language)} for line in _summary(review, lead)],
        "sections": [
            {"title": _text(s.title, language), "blocks": [_block(b, language) for b in s.build(review)]}
            for s in sections
        ],
    }


def _head(review: Review, language: Language) -> list[str]:
    head = []
    if review.period:
        head += [
            formatting.span(review.period),
            f"{_text(_COMPARED, language)} {formatting.span(review.period.previous())}",
        ]
    until = f"{review.data_until:%Y-%m-%d %H:%M}" if review.data_until else formatting.DASH
    return [*head, f"{_text(_UNTIL, language)} {until}", f"{_text(_MADE, language)} {review.made_at:%Y-%m-%d %H:%M}"]


def _summary(review: Review, lead: Sequence[Lead]) -> list[Lead]:
    if review.data_until is None or not review.quality.reported:
        return [Lead(_EMPTY)]
    nothing_found = [] if any(line.tone == "worse" for line in lead) else [Lead(_NO_FINDINGS)]
    return [*nothing_found, *lead]


def _text(words: Words, language: Language) -> str:
    return formatting.clean(words.into(language))


def _block(block: Block, language: Language) -> dict[str, object]:
    match block:
        case Note(text):
            return {"kind": "note", "text": _text(text, language)}
        case Picture(chart):
            return {"kind": "picture", **_picture(chart, language)}
        case FindingBlock(title, tone, lines, chart):
            data: dict[str, object] = {"kind": "finding", "tone": tone, "title": _text(title, language)}
            picture = _picture(chart, language) if chart else None
            return data | {"lines": [_text(line, language) for line in lines], "picture": picture}
        case Table(columns, rows):
            heads = [{"title": _text(c.title, language), "figures": c.figures} for c in columns]
            return {"kind": "table", "columns": heads, "rows": [[_entry(e, language) for e in row] for row in rows]}


def _entry(entry: Entry, language: Language) -> dict[str, object]:
    return {"text": _text(entry.text, language), "tone": entry.tone}


def _picture(chart: ChartSpec, language: Language) -> dict[str, object]:
    return {
        "title": _text(chart.title, language),
        "subtitle": _text(chart.subtitle, language),
        "svg": svg(chart, language),
        "note": _text(chart.note, language) if chart.note else None,
    }
