"""主要指标: the figures of the whole, against the span before and the year before."""

from zhenyin.core.words import Words
from zhenyin.metrics import METRICS
from zhenyin.question.models import Cell
from zhenyin.report import formatting
from zhenyin.report.blocks import Block, Column, Entry, Note, Table, Tone, entry
from zhenyin.report.models import Headline, Review
from zhenyin.report.sections import Section

_WORSE, _BETTER = Words("变差", "worse"), Words("变好", "better")
_CHANCE = Words("正常波动", "within chance")


def build(review: Review) -> tuple[Block, ...]:
    if not review.headlines:
        return (Note(Words("没有可用的数据。", "There is no data.")),)
    columns = (
        Column(Words("指标", "Figure")),
        Column(Words("单位", "Unit")),
        Column(Words("本期", "Now"), figures=True),
        Column(Words("95% 区间", "95 % interval"), figures=True),
        Column(Words("较上期", "On the span before"), figures=True),
        Column(Words("较去年同期", "On the year before"), figures=True),
        Column(Words("判断", "Judged")),
    )
    return (Table(columns, tuple(_row(headline) for headline in review.headlines)), *_unknown(review))


def _row(headline: Headline) -> tuple[Entry, ...]:
    cell, metric = headline.cell, METRICS[headline.cell.metric]
    year = formatting.moved(headline.year.change if headline.year else None, metric.unit.key)
    word, tone = _assessment(cell)
    return (
        Entry(metric.title),
        Entry(formatting.unit(metric)),
        entry(formatting.figure(cell) + (" *" if cell.incomplete else "")),
        entry(formatting.interval(cell), "muted"),
        Entry(formatting.moved(cell.change, metric.unit.key)),
        Entry(year, "muted"),
        Entry(word, tone),
    )


def _assessment(cell: Cell) -> tuple[Words, Tone]:
    up = bool(cell.change and (cell.change.change or 0) > 0)
    arrow = "▲" if up else "▼"
    match cell.assessment:
        case "worse":
            return Words(f"{arrow} {_WORSE.zh}", f"{arrow} {_WORSE.en}"), "worse"
        case "better":
            return Words(f"{arrow} {_BETTER.zh}", f"{arrow} {_BETTER.en}"), "better"
        case "same":
            return _CHANCE, "muted"
        case _:
            return formatting.same(formatting.DASH), "muted"


def _unknown(review: Review) -> tuple[Note, ...]:
    if not review.unknown:
        return ()
    names = [METRICS[key].title for key in review.unknown]
    zh, en = "、".join(name.zh for name in names), ", ".join(name.en for name in names)
    return (Note(Words(f"数据不足以计算：{zh}。", f"The data does not allow: {en}.")),)


SECTION = Section(5, Words("主要指标", "Headline figures"), build)
