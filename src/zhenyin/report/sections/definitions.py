"""口径: what each figure of the report means."""

from zhenyin.core.words import Words
from zhenyin.metrics import METRICS
from zhenyin.question.service import definition
from zhenyin.report.blocks import Block, Column, Entry, Note, Table, entry
from zhenyin.report.models import Review
from zhenyin.report.sections import Section

_COLUMNS = (
    Column(Words("指标", "Figure")),
    Column(Words("含义", "Meaning")),
    Column(Words("单位", "Unit")),
    Column(Words("注意", "Caveat")),
    Column(Words("口径版本", "Definition")),
)


def build(review: Review) -> tuple[Block, ...]:
    keys = dict.fromkeys(
        [headline.cell.metric for headline in review.headlines] + [cell.metric for cell in review.worse]
    )
    rows = tuple(_row(key) for key in keys)
    how = Note(
        Words(
            "区间为 95% 区间；只有区间不含“无变化”时才说变好或变差。变差的范围已按 5% 的错误发现率校正。"
            "重复工单只计一次；分母为零时结果为未知（—）。",
            "Intervals are 95 % intervals; better or worse is said only where the interval leaves out `no change`. "
            "Slices that got worse are held to a false discovery rate of 5 %. Duplicates count once; "
            "a denominator of zero gives unknown (—).",
        )
    )
    return (how, Table(_COLUMNS, rows)) if rows else (how,)


def _row(key: str) -> tuple[Entry, ...]:
    metric = METRICS[key]
    caveat = Entry(metric.caveat) if metric.caveat else entry("")
    return (
        Entry(metric.title),
        Entry(metric.question),
        Entry(metric.unit.words),
        caveat,
        entry(definition(key), "muted"),
    )


SECTION = Section(8, Words("口径", "Definitions"), build)
