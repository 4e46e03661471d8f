"""Slow tickets as an answer."""

from zhenyin.core.schema import Available, Unavailable
from zhenyin.core.words import Words
from zhenyin.process.models import SlowTickets
from zhenyin.process.presentation.durations import hours
from zhenyin.process.presentation.reasons import NOTHING_RESOLVED
from zhenyin.process.presentation.subgroups import SubgroupResponse, present_subgroup, sentence_of
from zhenyin.process.slow_tickets import SLOW_QUANTILE


class SlowTicketsResponse(Available):
    """The slowest tickets: `n` of `resolved`, which took more than `hours`. subgroups: slices with more than their part."""

    hours: float
    n: int
    resolved: int
    subgroups: list[SubgroupResponse]
    sentence: Words


def present_slow_tickets(found: SlowTickets | None) -> SlowTicketsResponse | Unavailable:
    if found is None:
        return NOTHING_RESOLVED
    return SlowTicketsResponse(
        hours=hours(found.seconds),
        n=found.n,
        resolved=found.resolved,
        subgroups=[present_subgroup(one) for one in found.subgroups],
        sentence=slow_sentence(found),
    )


def slow_sentence(found: SlowTickets) -> Words:
    share, limit = 1 - SLOW_QUANTILE, hours(found.seconds)
    zh = f"最慢的 {share:.0%} 工单用了 {limit:,.0f} 小时以上"
    en = f"The slowest {share:.0%} of tickets took more than {limit:,.0f} hours"
    if not found.subgroups:
        return Words(f"{zh}；它们与其余工单没有明显不同。", f"{en}; nothing on record sets them apart from the others.")
    top = sentence_of(found.subgroups[0])
    return Words(f"{zh}，最突出的是{top.zh}", f"{en}. What stands out most is {top.en}")
