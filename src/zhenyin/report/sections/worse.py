"""变差的: signals with who has them, then figures that changed for the worse."""

from zhenyin.core.words import Words
from zhenyin.metrics import METRICS
from zhenyin.question.models import Cell
from zhenyin.report import formatting
from zhenyin.report.blocks import Block, Column, Entry, FindingBlock, Lead, Note, Table, entry
from zhenyin.report.models import Headline, Review, SignalSummary
from zhenyin.report.sections import Section

_NOBODY = Words("还没有人负责", "nobody has it yet")


def lead(review: Review) -> tuple[Lead, ...]:
    """The strongest three; more are further down."""
    if not review.signals and not _worse_headlines(review):
        return ()
    count = len(review.signals)
    leads = [Lead(Words(f"{count} 处超出预期", f"{count} out of line"), "worse")] if count > 1 else []
    leads += [Lead(_with_holder(signal), "worse") for signal in review.signals[:3]]
    return (*leads, *(Lead(_sentence(cell), "worse") for cell in _worse_headlines(review)[:2]))


def build(review: Review) -> tuple[Block, ...]:
    if not review.quality.reported and not review.signals:
        return (Note(Words("没有数据，无法判断。", "There is no data, so nothing can be said.")),)
    findings = tuple(_finding(signal) for signal in review.signals)
    moved = (_table(review),) if review.worse or _worse_headlines(review) else ()
    if findings or moved:
        return (*findings, *moved)
    return (
        Note(
            Words(
                "没有超出预期的波动：每周工单、各地与各批次、主要指标均在正常范围内。",
                "Nothing out of line: weekly tickets, places, batches and headline figures are in their expected range.",
            )
        ),
    )


def _finding(signal: SignalSummary) -> FindingBlock:
    ratio = formatting.times(signal.ratio, signal.low, signal.high)
    facts = Words(f"{ratio}（95% 区间）", f"{ratio} (95 % interval)")
    if signal.observed is not None:
        observed, expected = formatting.number(signal.observed), formatting.number(signal.expected)
        facts = Words(
            f"实际 {observed}，预期 {expected}，{facts.zh}", f"Observed {observed}, expected {expected}, {facts.en}"
        )
    since = Words(
        f"自 {signal.since} 起{'' if signal.fresh else '（此前已开始）'} · {_holder(signal).zh}",
        f"Since {signal.since}{'' if signal.fresh else ' (began before this period)'} · {_holder(signal).en}",
    )
    return FindingBlock(signal.title, "worse", (signal.sentence, facts, since), signal.chart)


def _holder(signal: SignalSummary) -> Words:
    holder = signal.holder
    if holder is None:
        return _NOBODY
    zh = f"负责人 {holder.owner}" if holder.owner else _NOBODY.zh
    en = f"owner {holder.owner}" if holder.owner else _NOBODY.en
    return Words(
        f"{zh}（问题：{holder.problem}，{holder.stage.zh}）", f"{en} (problem: {holder.problem}, {holder.stage.en})"
    )


def _with_holder(signal: SignalSummary) -> Words:
    holder = signal.holder
    zh = f"负责人 {holder.owner}" if holder and holder.owner else _NOBODY.zh
    en = f"owner {holder.owner}" if holder and holder.owner else _NOBODY.en
    return Words(f"{signal.title.zh}（{zh}）", f"{signal.title.en} ({en})")


def _worse_headlines(review: Review) -> list[Cell]:
    return [
        headline.cell
        for headline in review.headlines
        if headline.cell.assessment == "worse" and _is_significant(headline)
    ]


def _is_significant(headline: Headline) -> bool:
    return bool(headline.cell.change and headline.cell.change.significant)


def _sentence(cell: Cell) -> Words:
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
    return Table(columns, tuple(_row(cell) for cell in (*_worse_headlines(review), *review.worse)))


def _row(cell: Cell) -> tuple[Entry, ...]:
    metric, change = METRICS[cell.metric], cell.change
    before = formatting.number(change.before.value if change else None, metric.unit.key)
    arrow = "▲" if change and (change.change or 0) > 0 else "▼"
    text = formatting.moved(change, metric.unit.key)
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
        Entry(Words(f"{arrow} 变差 {text.zh}", f"{arrow} worse {text.en}"), "worse"),
        entry(f"{cell.estimate.n:,}"),
    )


SECTION = Section(1, Words("变差的", "What got worse"), build, lead)
