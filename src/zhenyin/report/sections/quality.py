"""数据质量: what each source brought, when it was silent, and what is unclassified."""

from zhenyin.core.words import Words
from zhenyin.report import formatting
from zhenyin.report.blocks import Block, Column, Entry, Lead, Note, Table, entry
from zhenyin.report.models import Review, SourceState
from zhenyin.report.sections import Section

_COLUMNS = (
    Column(Words("来源", "Source")),
    Column(Words("本期工单", "Tickets in the period"), figures=True),
    Column(Words("最近一件", "Last ticket")),
    Column(Words("静默", "Silent")),
    Column(Words("导入行数", "Rows imported"), figures=True),
    Column(Words("行问题", "Row problems"), figures=True),
)


def lead(review: Review) -> tuple[Lead, ...]:
    with_gap = [source for source in review.quality.sources if source.gap]
    return tuple(
        Lead(
            Words(
                f"来源“{s.name}”静默 {s.gap.days} 天（{s.gap.first} 至 {s.gap.last}），这些天的数字无法判断",
                f"The source {s.name} was silent for {s.gap.days} days ({s.gap.first} to {s.gap.last}); "
                "those days cannot be judged",
            )
        )
        for s in with_gap
        if s.gap
    )


def build(review: Review) -> tuple[Block, ...]:
    if review.data_until is None:
        return (Note(Words("还没有导入任何数据。", "Nothing has been imported yet.")),)
    return (
        *(Note(text) for text in _sentences(review)),
        Table(_COLUMNS, tuple(_row(s) for s in review.quality.sources)),
    )


def _sentences(review: Review) -> list[Words]:
    q = review.quality
    part = formatting.percent(q.unclassified / q.counted_tickets) if q.counted_tickets else formatting.DASH
    sentences = [
        Words(f"数据截至 {review.data_until:%Y-%m-%d %H:%M}。", f"Data until {review.data_until:%Y-%m-%d %H:%M}."),
        Words(
            f"本期收到 {q.reported:,} 件报告；去除重复与无效后计 {q.counted_tickets:,} 件，"
            f"其中 {q.unclassified:,} 件（{part}）未分类。",
            f"{q.reported:,} reports came in; {q.counted_tickets:,} count once duplicates and invalid ones are out; "
            f"{q.unclassified:,} of them ({part}) have no category.",
        ),
    ]
    if q.incomplete:
        sentences.append(
            Words(
                "* 本期尚未结束，数字只到数据截至时间。",
                "* The period has not ended; its figures go as far as the data does.",
            )
        )
    return sentences


def _row(source: SourceState) -> tuple[Entry, ...]:
    gap = source.gap
    silence = (
        Words(f"{gap.days} 天（{gap.first} – {gap.last}）", f"{gap.days} days ({gap.first} – {gap.last})")
        if gap
        else formatting.same(formatting.DASH)
    )
    return (
        entry(source.name),
        entry(f"{source.tickets:,}"),
        entry(str(source.last or formatting.DASH)),
        Entry(silence, "worse" if gap else "muted"),
        entry(f"{source.rows:,}"),
        entry(f"{source.row_problems:,}"),
    )


SECTION = Section(7, Words("数据质量", "Data quality"), build, lead)
