"""又回来的: problems that were reopened."""

from zhenyin.core.words import Words
from zhenyin.report.blocks import Block, Column, Entry, Lead, Note, Table, entry
from zhenyin.report.formatting import same
from zhenyin.report.models import ReopenedProblem, Review
from zhenyin.report.sections import Section

_COLUMNS = (
    Column(Words("问题", "Problem")),
    Column(Words("重新打开", "Reopened")),
    Column(Words("原因", "Why")),
    Column(Words("负责人", "Owner")),
)


def lead(review: Review) -> tuple[Lead, ...]:
    return tuple(
        Lead(Words(f"又回来了：{problem.problem}", f"Came back: {problem.problem}"), "worse")
        for problem in review.reopened[:3]
    )


def build(review: Review) -> tuple[Block, ...]:
    if not review.reopened:
        return (Note(Words("没有问题被重新打开。", "No problem was reopened.")),)
    return (Table(_COLUMNS, tuple(_row(problem) for problem in review.reopened)),)


def _row(problem: ReopenedProblem) -> tuple[Entry, ...]:
    return entry(problem.problem), entry(str(problem.at)), Entry(problem.why), Entry(same(problem.owner or ""))


SECTION = Section(4, Words("又回来的", "What came back"), build, lead)
