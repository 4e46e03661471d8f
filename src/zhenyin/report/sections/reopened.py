"""又回来的: problems that were open again."""

from zhenyin.core.words import Words
from zhenyin.report.blocks import Block, Column, Entry, Lead, Note, Table, entry
from zhenyin.report.formatting import same
from zhenyin.report.models import Returned, Review
from zhenyin.report.sections import Section

_COLUMNS = (
    Column(Words("问题", "Problem")),
    Column(Words("重新打开", "Reopened")),
    Column(Words("原因", "Why")),
    Column(Words("负责人", "Owner")),
)


def lead(review: Review) -> tuple[Lead, ...]:
    return tuple(
        Lead(Words(f"又回来了：{back.problem}", f"Came back: {back.problem}"), "worse") for back in review.returned[:3]
    )


def build(review: Review) -> tuple[Block, ...]:
    if not review.returned:
        return (Note(Words("没有问题被重新打开。", "No problem was reopened.")),)
    return (Table(_COLUMNS, tuple(_row(back) for back in review.returned)),)


def _row(back: Returned) -> tuple[Entry, ...]:
    return entry(back.problem), entry(str(back.at)), Entry(back.why), Entry(same(back.owner or ""))


SECTION = Section(4, Words("又回来的", "What came back"), build, lead)
