"""Handovers and ping-pong between teams as answers."""

from zhenyin.core.schema import Available, Model, Unavailable
from zhenyin.core.words import Words
from zhenyin.process.mining.handovers import Handover
from zhenyin.process.models import Handovers, PingPong
from zhenyin.process.ping_pong import STRATA
from zhenyin.process.presentation.durations import hours
from zhenyin.process.presentation.excess_duration import ExcessDurationResponse, present_excess
from zhenyin.process.presentation.reasons import NO_TEAMS
from zhenyin.process.presentation.subgroups import SubgroupResponse, present_subgroup


class HandoverResponse(Model):
    """From one team to another. n: times, of which `share` of all handovers; tickets: that had it.

    waited_hours: until the next step, in all; mean_waited_hours: of those with a next step. What came of it, as shares of
    n: returned to a team that had the ticket, passed_on to one that had not, resolved where it was, open so far.
    """

    source: str
    target: str
    n: int
    share: float
    tickets: int
    waited_hours: float
    mean_waited_hours: float | None
    returned: float
    passed_on: float
    resolved: float
    open: float


class HandoversResponse(Available):
    """Tickets with teams on record, how many were transferred between teams, and the handovers, most frequent first.

    n: handovers in all. entry_points: teams that only dispatch tickets; that is no handover.
    """

    tickets: int
    transferred: int
    n: int
    entry_points: list[str]
    handovers: list[HandoverResponse]
    sentence: Words


class ReturnResponse(Model):
    """`by` returned tickets to `to`, which had them before. away_hours: until they came back, in all."""

    by: str
    to: str
    returns: int
    tickets: int
    away_hours: float


class PingPongResponse(Available):
    """Tickets that returned to a team that had them before, of those with teams on record (`tickets`).

    round_trip_hours: from first leaving a team that they came back to until they last came back, in all. excess_duration:
    beyond tickets with the same `strata` that did not return. subgroups: slices with more such tickets than their part.
    """

    tickets: int
    ping_pong_tickets: int
    handovers: int
    returns: int
    round_trip_hours: float
    excess_duration: ExcessDurationResponse
    strata: list[str]
    returns_by_pair: list[ReturnResponse]
    subgroups: list[SubgroupResponse]
    sentence: Words


def present_handovers(found: Handovers | None) -> HandoversResponse | Unavailable:
    if found is None:
        return NO_TEAMS
    n = sum(one.n for one in found.between_teams)
    return HandoversResponse(
        tickets=found.tickets,
        transferred=found.transferred,
        n=n,
        entry_points=sorted(found.entry_points),
        handovers=[_handover(one, n) for one in found.between_teams],
        sentence=handovers_sentence(found),
    )


def handovers_sentence(found: Handovers) -> Words:
    if not found.between_teams:
        return Words("没有工单从一个组转到另一个组。", "No ticket was handed from one team to another.")
    top, share = found.between_teams[0], found.transferred / found.tickets
    returned, waited = top.returned / top.n, hours(sum(one.waiting_seconds for one in found.between_teams))
    return Words(
        f"{found.transferred:,} 件工单（{share:.1%}）换过处理组；最常见的是 {top.source} → {top.target}（{top.n:,} 次，"
        f"其中 {returned:.0%} 随后回到经手过的组）。从交接到下一步共等待 {waited:,.0f} 小时。",
        f"{found.transferred:,} tickets ({share:.1%}) moved between teams, most often {top.source} → {top.target} "
        f"({top.n:,} times; {returned:.0%} then returned to a team that had the ticket before). "
        f"From a handover to the next step: {waited:,.0f} hours in all.",
    )


def present_ping_pong(found: PingPong | None) -> PingPongResponse | Unavailable:
    if found is None:
        return NO_TEAMS
    trips = found.round_trips
    return PingPongResponse(
        tickets=found.tickets,
        ping_pong_tickets=trips.tickets,
        handovers=trips.handovers,
        returns=trips.returns,
        round_trip_hours=hours(trips.away_seconds),
        excess_duration=present_excess(found.excess_duration),
        strata=list(STRATA),
        returns_by_pair=[
            ReturnResponse(
                by=one.by, to=one.to, returns=one.returns, tickets=one.tickets, away_hours=hours(one.away_seconds)
            )
            for one in found.returns
        ],
        subgroups=[present_subgroup(one) for one in found.subgroups],
        sentence=ping_pong_sentence(found),
    )


def ping_pong_sentence(found: PingPong) -> Words:
    n, tickets, excess = found.round_trips.tickets, found.tickets, found.excess_duration
    if not n:
        return Words("没有工单被踢回原处理组。", "No ticket returned to a team that had it before.")
    zh = "".join(f"，集中在{'、'.join(one.where.values())}" for one in found.subgroups[:1])
    en = "".join(f", most of them about {', '.join(one.where.values())}" for one in found.subgroups[:1])
    more, low, high = (hours(value) for value in (excess.seconds, excess.low, excess.high))
    return Words(
        f"{n:,} 件工单（{n / tickets:.1%}）被踢回原处理组{zh}；比同类工单共多用 {more:,.0f} 小时"
        f"（{low:,.0f} 至 {high:,.0f}），平均每件 {more / n:,.1f} 小时。",
        f"{n:,} tickets ({n / tickets:.1%}) returned to an earlier team{en}; they took {more:,.0f} "
        f"hours longer than tickets like them ({low:,.0f} to {high:,.0f}), {more / n:,.1f} each.",
    )


def _handover(one: Handover, total: int) -> HandoverResponse:
    assert one.source is not None, "a handover between teams has a source"
    waited = hours(one.waiting_seconds)
    return HandoverResponse(
        source=one.source,
        target=one.target,
        n=one.n,
        share=one.n / total,
        tickets=one.tickets,
        waited_hours=waited,
        mean_waited_hours=waited / one.first_touched if one.first_touched else None,
        returned=one.returned / one.n,
        passed_on=one.passed_on / one.n,
        resolved=one.resolved / one.n,
        open=one.open / one.n,
    )
