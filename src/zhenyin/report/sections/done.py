"""做了什么: the actions that were at work in the period."""

from zhenyin.core.words import Words
from zhenyin.report.blocks import Block, Column, Entry, Note, Table, entry
from zhenyin.report.models import Measure, Review
from zhenyin.report.sections import Section

_COLUMNS = (
    Column(Words("措施", "Action")),
    Column(Words("针对的问题", "Problem")),
    Column(Words("负责人", "Owner")),
    Column(Words("开始", "Start")),
    Column(Words("完成期限", "Due")),
    Column(Words("判定日", "Judged on")),
    Column(Words("状态", "State")),
)


def build(review: Review) -> tuple[Block, ...]:
    if not review.measures:
        return (Note(Words("本期没有进行中的措施。", "No action was at work in this period.")),)
    return (Table(_COLUMNS, tuple(_row(measure) for measure in review.measures)),)


def _row(measure: Measure) -> tuple[Entry, ...]:
    days = (measure.start, measure.due, measure.judge_on)
    told = (entry(measure.title), entry(measure.problem), entry(measure.owner), *(entry(str(day)) for day in days))
    return (*told, Entry(measure.state))


SECTION = Section(2, Words("做了什么", "What was done"), build)
