"""变差的: slices out of line with who has them, then figures that changed for the worse."""

from zhenyin.core.words import Words
from zhenyin.metrics import METRICS
from zhenyin.question.models import Cell
from zhenyin.report import formatting
from zhenyin.report.blocks import Block, Column, Entry, Finding, Lead, Note, Table, entry
from zhenyin.report.models import Alarm, Headline, Review
from zhenyin.report.sections import Section

_NOBODY = Words("还没有人负责", "nobody has it yet")


def lead(review: Review) -> tuple[Lead, ...]:
    """The strongest three; more are further down."""
    if not review.alarms and not _fallen(review):
        return ()
    count = len(review.alarms)
    told = [Lead(Words(f"{count} 处超出预期", f"{count} out of line"), "worse")] if count > 1 else []
    told += [Lead(_with_holder(alarm), "worse") for alarm in review.alarms[:3]]
    return (*told, *(Lead(_headline(cell), "worse") for cell in _fallen(review)[:2]))


def build(review: Review) -> tuple[Block, ...]:
    if not review.quality.reported and not review.alarms:
        return (Note(Words("没有数据，无法判断。", "There is no data, so nothing can be said.")),)
    findings = tuple(_finding(alarm) for alarm in review.alarms)
    moved = (_table(review),) if review.worse or _fallen(review) else ()
    if findings or moved:
        return (*findings, *moved)
    return (
        Note(
            Words(
                "没有超出预期的波动：每周工单、各地与各批次、主要指标均在正常范围内。",
                "Nothing out of line: weekly tickets, places, batches and headline figures are in their usual range.",
            )
        ),
    )


def _finding(alarm: Alarm) -> Finding:
    ratio = formatting.times(alarm.ratio, alarm.low, alarm.high)
    facts = Words(f"{ratio}（95% 区间）", f"{ratio} (95 % interval)")
    if alarm.observed is not None:
        seen, due = formatting.number(alarm.observed), formatting.number(alarm.expected)
        facts = Words(f"实际 {seen}，预期 {due}，{facts.zh}", f"Observed {seen}, expected {due}, {facts.en}")
    since = Words(
        f"自 {alarm.since} 起{'' if alarm.fresh else '（此前已开始）'} · {_holder(alarm).zh}",
        f"Since {alarm.since}{'' if alarm.fresh else ' (began before this period)'} · {_holder(alarm).en}",
    )
    return Finding(alarm.title, "worse", (alarm.sentence, facts, since), alarm.chart)


def _holder(alarm: Alarm) -> Words:
    held = alarm.holder
    if held is None:
        return _NOBODY
    zh = f"负责人 {held.owner}" if held.owner else _NOBODY.zh
    en = f"owner {held.owner}" if held.owner else _NOBODY.en
    return Words(f"{zh}（问题：{held.problem}，{held.stage.zh}）", f"{en} (problem: {held.problem}, {held.stage.en})")


def _with_holder(alarm: Alarm) -> Words:
    held = alarm.holder
    zh = f"负责人 {held.owner}" if held and held.owner else _NOBODY.zh
    en = f"owner {held.owner}" if held and held.owner else _NOBODY.en
    return Words(f"{alarm.title.zh}（{zh}）", f"{alarm.title.en} ({en})")


def _fallen(review: Review) -> list[Cell]:
    return [told.cell for told in review.headlines if told.cell.assessment == "worse" and _certain(told)]


def _certain(told: Headline) -> bool:
    return bool(told.cell.change and told.cell.change.significant)


def _headline(cell: Cell) -> Words:
    metric = METRICS[cell.metric]
    now, change = formatting.with_unit(cell), formatting.moved(cell.change, metric.unit.key)
    return Words(
        f"{metric.title.zh} {now.zh}，较上期 {change.zh}", f"{metric.title.en} {now.en}, {change.en} on the span before"
    )


def _table(review: Review) -> Table:
    columns = (
        Column(Words("指标", "Figure")),
        Column(Words("在哪里", "Where")),
        Column(Words("本期", "Now"), figures=True),
        Column(Words("上期", "Before"), figures=True),
        Column(Words("变化 [95% 区间]", "Change [95 % interval]"), figures=True),
        Column(Words("n", "n"), figures=True),
    )
    return Table(columns, tuple(_row(cell) for cell in (*_fallen(review), *review.worse)))


def _row(cell: Cell) -> tuple[Entry, ...]:
    metric, change = METRICS[cell.metric], cell.change
    before = formatting.number(change.before.value if change else None, metric.unit.key)
    arrow = "▲" if change and (change.change or 0) > 0 else "▼"
    told = formatting.moved(change, metric.unit.key)
    return (
        Entry(
            Words(
                f"{metric.title.zh}（{formatting.unit(metric).zh}）",
                f"{metric.title.en} ({formatting.unit(metric).en})",
            )
        ),
        Entry(formatting.place(cell)),
        entry(formatting.figure(cell)),
        entry(before),
        Entry(Words(f"{arrow} 变差 {told.zh}", f"{arrow} worse {told.en}"), "worse"),
        entry(f"{cell.estimate.n:,}"),
    )


SECTION = Section(1, Words("变差的", "What got worse"), build, lead)
