"""Signals as answers: response models, and what makes them, sentences and charts of a finding's numbers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from zhenyin.charts import ChartSpec, Mark, control, mixrate, waterfall
from zhenyin.charts import signal as signal_chart
from zhenyin.core.schema import DateRange, Interval, Model, Slice, finite, slice_of
from zhenyin.core.settings import Settings
from zhenyin.core.words import Words
from zhenyin.dimensions import dimension
from zhenyin.explain.models import Suspect
from zhenyin.explain.presentation import SuspectResponse, present_suspect
from zhenyin.metrics import METRICS
from zhenyin.problem.models import Plan
from zhenyin.reliability.presentation import AgeOnsetResponse, present_onset
from zhenyin.reliability.sentences import of_onset
from zhenyin.stats.intervals import LEVEL
from zhenyin.stats.mixrate import Split
from zhenyin.ticket.presentation import TicketBrief, TicketTotalsResponse
from zhenyin.watch import rules
from zhenyin.watch.models import Evidence, Finding, Signal, SignalState

_TICKETS = Words("件", "tickets")


class SignalResponse(Model):
    """A signal as lists show it. period: the days outside the baseline. observed, expected: over these days."""

    id: str
    metric: str
    title: Words
    where: Slice
    period: DateRange
    found_at: date
    last_seen: date
    window_weeks: int
    window_days: int
    observed: float
    expected: float
    ratio: float | None
    interval: Interval
    score: float | None
    rule: str
    state: SignalState
    reason: str | None
    snoozed_until: date | None
    problem_id: str | None


class SignalDetailResponse(SignalResponse):
    """A signal with its evidence. why: what the second-stage test concluded. limit: that was crossed, in the metric's unit.

    tickets: the newest of its slice and period, as lists of tickets show them.
    """

    why: Words | None
    suspects: list[SuspectResponse]
    outside: bool
    simpson_reversal: bool
    mix_rate: ChartSpec | None
    chart: ChartSpec | None
    onset_age: AgeOnsetResponse | None
    limit: float | None
    false_alarms_per_week: float
    tickets: list[TicketBrief]
    tickets_totals: TicketTotalsResponse


class ControlChartsResponse(Model):
    """The time series of a signal as control charts, by method; empty where it is not compared with its own history."""

    charts: dict[str, ChartSpec]


class RuleResponse(Model):
    """One rule of every scan."""

    key: str
    title: Words
    metric: Words


class ScanRulesResponse(Model):
    """What every scan tests, and the expected number of false alarms per week over all rules."""

    false_alarms_per_week: float
    rules: list[RuleResponse]


def title(finding: Finding) -> Words:
    """The finding in one line.

    >>> f = Finding("ticket_count", {"fault": "闪退"}, date(2026, 10, 5), date(2026, 11, 16),
    ...             282, 58.1, 4.9, 4.1, 5.6, 9, "weekly")
    >>> title(f).zh
    '闪退：是预期的 4.9 倍'
    """
    slice_ = "、".join(finding.where.values()) or "全部"
    named = ", ".join(finding.where.values()) or "everything"
    times = f"{finding.ratio:.1f}"
    if finding.rule == "gap":
        return Words(f"{slice_}：是其他的 {times} 倍", f"{named}: {times} times the others")
    if finding.rule == "limit":
        return Words(f"{slice_}：超过上限，为上限的 {times} 倍", f"{named}: above the limit, {times} times it")
    return Words(f"{slice_}：是预期的 {times} 倍", f"{named}: {times} times what was expected")


def why(finding: Finding) -> Words | None:
    """What the evidence says, in a sentence or two; None where no second-stage test was made."""
    if finding.rule == rules.TOPICS.key:
        return _topic_sentence(finding)
    found = finding.evidence
    if found.sentence is None or found.onset_age is None:
        return found.sentence
    onset = of_onset(found.onset_age)
    return Words(found.sentence.zh + onset.zh, f"{found.sentence.en} {onset.en}")


def reason(finding: Finding) -> Words:
    """One sentence for a report: that of the suspect which the signal names, of the explanation, or the slice itself."""
    found = finding.evidence
    named = [s for s in found.suspects if s.ratio > 1 and s.where.items() <= finding.where.items()]
    if named:
        return named[0].sentence
    sentence = why(finding)
    if sentence is not None and (found.mix_rate or found.outside):
        return sentence
    titles = [(dimension(d).title, value) for d, value in finding.where.items()]
    zh = "、".join(f"{words.zh} {value}" for words, value in titles) or "全部"
    en = ", ".join(f"{words.en} {value}" for words, value in titles) or "everything"
    return Words(f"出现在：{zh}。", f"It is in: {en}.")


def _topic_sentence(finding: Finding) -> Words:
    name, times = next(iter(finding.where.values())), f"{finding.ratio:.1f}"
    seen, expected = round(finding.observed), round(finding.expected)
    return Words(
        f"话题“{name}”有 {seen} 件，按以往占比应有 {expected} 件，是 {times} 倍；已知的预警解释不了这些工单。",
        f"The topic “{name}” has {seen} tickets where its earlier share would give {expected}, {times} times as many; "
        "no signal that is known explains them.",
    )


def chart_of(finding: Finding) -> ChartSpec | None:
    """The slice by week or day with its baseline; for a limit, the steps from the expected to the observed count."""
    series = finding.evidence.series
    if series is None:
        return _steps_chart(finding.evidence) if finding.rule == "limit" else None
    return signal_chart.build(
        title(finding),
        series.starts,
        series.observed,
        series.baseline,
        series.margin,
        finding.since,
        daily=series.days == 1,
    )


def mix_rate_chart(finding: Finding) -> ChartSpec | None:
    """The difference of a mean as mix and rate effect; None for counts."""
    found = finding.evidence.mix_rate
    if found is None:
        return None
    none = np.zeros(0)
    parts = Split(found.difference, found.mix, found.rate, none, none, found.reversal)
    titles = [dimension(d).title for d in found.by] or [Words("无", "nothing")]
    by = Words("、".join(words.zh for words in titles), ", ".join(words.en for words in titles))
    return mixrate.build(found.sentence, by, METRICS[finding.metric].unit.words, parts, found.contributors)


def _steps_chart(found: Evidence) -> ChartSpec | None:
    if not found.suspects or found.sentence is None:
        return None
    # Steps must add up: a slice within one that has a step already is part of it.
    disjoint = [s for i, s in enumerate(found.suspects) if not any(_may_share(s, t) for t in found.suspects[:i])]
    steps = [("、".join(s.where.values()), s.observed - s.expected) for s in disjoint]
    count = METRICS["ticket_count"].title
    return waterfall.build(found.sentence, count, _TICKETS, found.expected, steps, found.observed)


def _may_share(one: Suspect, other: Suspect) -> bool:
    """Whether a ticket may be in both slices."""
    return all(other.where.get(d, value) == value for d, value in one.where.items())


def control_charts(finding: Finding) -> dict[str, ChartSpec]:
    """The control charts of a signal's time series, by method; none where it has no series."""
    series = finding.evidence.series
    if series is None:
        return {}
    return {
        method: control.build(method, series.starts, series.observed, series.baseline, finding.since)
        for method in control.METHODS
    }


def add_action_marks(chart: ChartSpec, plans: Sequence[Plan]) -> ChartSpec:
    """The chart with a mark at the start of each action, at the week (or day) in which it lies."""
    marks = list(chart.marks)
    for plan in plans:
        before = [x for x in chart.x if x <= plan.start.isoformat()]
        if before:
            marks.append(Mark(before[-1], Words(plan.title, plan.title), "fix"))
    return replace(chart, marks=marks)


def present_signal(signal: Signal) -> SignalResponse:
    """A signal as lists show it."""
    f = signal.finding
    return SignalResponse(
        id=signal.id,
        metric=f.metric,
        title=title(f),
        where=slice_of(f.where),
        period=DateRange(start=f.since, end=f.until + timedelta(days=1)),
        found_at=signal.found_at,
        last_seen=signal.last_seen,
        window_weeks=f.window_weeks,
        window_days=f.window_days,
        observed=f.observed,
        expected=f.expected,
        ratio=finite(f.ratio),
        interval=Interval(low=finite(f.low), high=finite(f.high), level=LEVEL),
        score=finite(f.score),
        rule=f.rule,
        state=signal.state,
        reason=signal.reason,
        snoozed_until=signal.snoozed_until,
        problem_id=signal.problem_id,
    )


def present_detail(
    signal: Signal,
    settings: Settings,
    tickets: Sequence[TicketBrief],
    tickets_totals: TicketTotalsResponse,
    plans: Sequence[Plan] = (),
) -> SignalDetailResponse:
    """A signal with its evidence. plans: of the actions of its problem, to be marked in the chart."""
    finding, found = signal.finding, signal.finding.evidence
    chart, onset = chart_of(finding), found.onset_age
    return SignalDetailResponse(
        **dict(present_signal(signal)),
        why=why(finding),
        suspects=[present_suspect(suspect) for suspect in found.suspects],
        outside=found.outside,
        simpson_reversal=found.mix_rate is not None and found.mix_rate.reversal,
        mix_rate=mix_rate_chart(finding),
        chart=add_action_marks(chart, plans) if chart else None,
        onset_age=present_onset(onset) if onset else None,
        limit=found.limit,
        false_alarms_per_week=settings.false_alarms_per_week,
        tickets=list(tickets),
        tickets_totals=tickets_totals,
    )


def present_rules(settings: Settings) -> ScanRulesResponse:
    """The rules of every scan."""
    listed = [
        RuleResponse(key=rule.key, title=rules.TITLES[rule.key], metric=METRICS[rule.metric].title)
        for rule in rules.all_rules(settings)
    ]
    return ScanRulesResponse(false_alarms_per_week=settings.false_alarms_per_week, rules=listed)
