"""做了什么: the actions that were running in the period."""

from zhenyin.core.words import Words
from zhenyin.report.blocks import Block, Column, Entry, Note, Table, entry
from zhenyin.report.models import ActionSummary, Review
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
    if not review.actions:
        return (Note(Words("本期没有进行中的措施。", "No action was at work in this period.")),)
    return (Table(_COLUMNS, tuple(_row(action) for action in review.actions)),)


def _row(action: ActionSummary) -> tuple[Entry, ...]:
    days = (action.start, action.due, action.judge_on)
    texts = (entry(action.title), entry(action.problem), entry(action.owner), *(entry(str(day)) for day in days))
    return (*texts, Entry(action.state))


SECTION = Section(2, Words("做了什么", "What was done"), build)
