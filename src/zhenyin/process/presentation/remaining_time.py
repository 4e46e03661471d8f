"""Remaining times as answers: of all open tickets at risk, and of one."""

from datetime import datetime

from zhenyin.core.schema import Available, Interval, Unavailable
from zhenyin.core.words import Words
from zhenyin.process.mining.remaining_time_model import NOMINAL_COVERAGE
from zhenyin.process.models import (
    AtRiskTicket,
    EstimateBasis,
    OpenTicketRisk,
    RemainingTimeEstimate,
    TicketRemainingTime,
)
from zhenyin.process.presentation.durations import duration_words, hours, hours_or_none
from zhenyin.process.presentation.reasons import NO_EVENTS
from zhenyin.ticket.presentation import TicketBrief

_MATCHED = (
    Words("不论停在哪一步", "whatever the step"),
    Words("不论来源", "of any source"),
    Words("同来源", "of the same source"),
    Words("同来源、同处理组", "of the same source and team"),
    Words("同来源、同处理组、同类型", "of the same source, team and kind"),
)
"""What tickets have in common with this one beside its step, by the number of matched parts of the state."""


class AtRiskTicketResponse(TicketBrief):
    """An open ticket. late_probability: that it is still open at its limit, `resolution_due_at`.

    median_hours and interval: of the remaining time, in hours; null where the record does not reach so far.
    """

    source: str
    resolution_due_at: datetime
    late_probability: float
    median_hours: float | None
    interval: Interval


class OpenTicketRiskResponse(Available):
    """Open tickets, how many are overdue or without a limit, and those likeliest to pass theirs.

    without_end_times: open tickets of sources that never say when a ticket ended, not among `open`. expected_late: tickets
    that will still pass their limit. empirical_coverage: share of `coverage_n` later outcomes that intervals held, to
    compare with nominal_coverage.
    """

    open: int
    overdue: int
    without_limit: int
    without_end_times: int
    expected_late: float
    nominal_coverage: float
    empirical_coverage: float | None
    coverage_n: int
    at_risk: list[AtRiskTicketResponse]
    sentence: Words


class RemainingTimeResponse(Available):
    """The remaining time of one open ticket: median and interval in hours, estimated from `n` ended tickets.

    late_probability: that it is still open at its limit (`due`); null without a limit, or after it. step: where it is now,
    `since` when; null before its first step.
    """

    ticket_id: str
    median_hours: float
    interval: Interval
    late_probability: float | None
    n: int
    due: datetime | None
    step: Words | None
    since: datetime
    basis: Words
    nominal_coverage: float
    empirical_coverage: float | None
    coverage_n: int
    sentence: Words


class NoRemainingTimeResponse(Unavailable):
    """Why the remaining time of a ticket is not known, under a stable code."""

    ticket_id: str
    code: str
    due: datetime | None
    step: Words | None
    since: datetime | None
    sentence: Words


def present_open_ticket_risk(found: OpenTicketRisk | None) -> OpenTicketRiskResponse | Unavailable:
    if found is None:
        return NO_EVENTS
    return OpenTicketRiskResponse(
        open=found.open,
        overdue=found.overdue,
        without_limit=found.without_limit,
        without_end_times=found.without_end_times,
        expected_late=found.expected_late,
        nominal_coverage=NOMINAL_COVERAGE,
        empirical_coverage=found.model.empirical_coverage,
        coverage_n=found.model.coverage_n,
        at_risk=[_at_risk(one) for one in found.at_risk],
        sentence=risk_sentence(found),
    )


def risk_sentence(found: OpenTicketRisk) -> Words:
    if not found.open:
        return Words("没有未解决的工单。", "No ticket is open.")
    n, overdue, soon = found.open, found.overdue, found.expected_late
    return Words(
        f"{n:,} 件未解决，{overdue:,} 件已超时；其余工单中预计还有约 {soon:,.0f} 件会超时。",
        f"{n:,} tickets are open, {overdue:,} of them past due; of the others about {soon:,.0f} will pass their limit.",
    )


def present_remaining_time(found: TicketRemainingTime) -> RemainingTimeResponse | NoRemainingTimeResponse:
    estimate, basis = found.estimate, found.basis
    if estimate is None or basis is None or found.since is None:
        assert found.reason is not None, "what is not estimated has a reason"
        assert found.code is not None, "a reason has a code"
        return NoRemainingTimeResponse(
            ticket_id=found.ticket_id,
            code=found.code,
            reason=found.reason,
            due=found.due,
            step=found.step,
            since=found.since,
            sentence=_no_estimate(found.reason),
        )
    return RemainingTimeResponse(
        ticket_id=found.ticket_id,
        median_hours=hours(estimate.median),
        interval=_interval(estimate.low, estimate.high),
        late_probability=estimate.late_probability,
        n=estimate.n,
        due=found.due,
        step=found.step,
        since=found.since,
        basis=basis_sentence(basis, found.step),
        nominal_coverage=NOMINAL_COVERAGE,
        empirical_coverage=found.empirical_coverage,
        coverage_n=found.coverage_n,
        sentence=estimate_sentence(estimate),
    )


def estimate_sentence(estimate: RemainingTimeEstimate) -> Words:
    median, low = duration_words(hours(estimate.median)), duration_words(hours(estimate.low))
    if estimate.high is None:
        zh, en = f"{low.zh}以上，上限未知", f"more than {low.en}, no upper end known"
    else:
        high = duration_words(hours(estimate.high))
        zh, en = f"{low.zh} – {high.zh}", f"{low.en} – {high.en}"
    return Words(
        f"预计还需 {median.zh}（{NOMINAL_COVERAGE:.0%}：{zh}）",
        f"About {median.en} to go ({NOMINAL_COVERAGE:.0%}: {en})",
    )


def basis_sentence(basis: EstimateBasis, step: Words | None) -> Words:
    """Which tickets an estimate is made from.

    >>> basis_sentence(EstimateBasis(3, 7200.0, 60), Words("派单", "assigned")).en
    'From 60 ended tickets that stayed at “assigned” for at least 2 h (of the same source and team).'
    """
    age = duration_words(hours(basis.least_seconds)) if basis.least_seconds else None
    zh, en = (f"至少 {age.zh}", f" for at least {age.en}") if age else ("", "")
    if not basis.matched_parts:
        sojourn = (f"在任一步停留{zh}", f"stayed at any step{en}")
    elif step:
        sojourn = (f"停在“{step.zh}”{zh}", f"stayed at “{step.en}”{en}")
    else:
        # Nobody worked on such a ticket yet, or its source does not say.
        sojourn = (f"在创建后{zh}没有处理记录", f"had no step on record{en}")
    matched = _MATCHED[basis.matched_parts]
    return Words(
        f"依据 {basis.n:,} 件已结束、曾{sojourn[0]}的工单（{matched.zh}）。",
        f"From {basis.n:,} ended tickets that {sojourn[1]} ({matched.en}).",
    )


def _no_estimate(reason: Words) -> Words:
    return Words(f"无法预计还需多久：{reason.zh}", f"Cannot say how long it still takes: {reason.en}")


def _interval(low: float | None, high: float | None) -> Interval:
    return Interval(low=hours_or_none(low), high=hours_or_none(high), level=NOMINAL_COVERAGE)


def _at_risk(one: AtRiskTicket) -> AtRiskTicketResponse:
    figures = {
        "late_probability": one.late_probability,
        "median_hours": hours_or_none(one.median),
        "interval": _interval(one.low, one.high),
    }
    return AtRiskTicketResponse.model_validate(one.row | figures)
