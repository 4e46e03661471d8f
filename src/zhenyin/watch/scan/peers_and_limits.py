"""Slices that are worse than their peers for long, and slices above a limit: what no change over time shows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.errors import Refusal
from zhenyin.explain.service import explain
from zhenyin.explain.source import leaves
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.weekly import Weeks, weekly
from zhenyin.stats.intervals import Z_95, poisson
from zhenyin.watch.models import Finding
from zhenyin.watch.rules import LimitRule, PeerGapRule
from zhenyin.watch.scan.evidence import evidence_of

_LEAST_Z = 5.0
_COUNT = "ticket_count"
_LEAST_TICKETS = 50.0
_GUARD_DAYS = 92  # what crosses a limit this month has been increasing for a while
_LEAST_EVENTS = 20.0


def gap_findings(workspace: Workspace, rule: PeerGapRule, weeks: Weeks) -> Iterator[Finding]:
    """Values of the rule's dimension whose mean was far above that of their peers in nearly every week."""
    recent = Weeks(weeks.end - timedelta(weeks=min(rule.weeks, weeks.count)), min(rule.weeks, weeks.count))
    totals, numbers = weekly(workspace, rule.metric, (rule.dim,), recent)
    whole, whole_n = sum(totals.values()), sum(numbers.values())
    for key in totals:
        total, n = totals[key], numbers[key]
        if key == ("",) or n.sum() < _LEAST_TICKETS:
            continue
        ratio, half, score = mean_ratio(total, n, whole - total, whole_n - n)
        if ratio >= rule.at_least and score >= _LEAST_Z:
            yield _gap_finding(workspace, rule, recent, key[0], float(total.sum()), ratio, half, score)


def mean_ratio(total: Floats, n: Floats, other: Floats, other_n: Floats) -> tuple[float, float, float]:
    """Ratio of two means over the same weeks, half its 95 % interval, and its logarithm in standard errors.

    total, n: float [weeks], sum and number of one group; other, other_n: of its peers. The standard error is that of the
    weekly log ratios. A ratio of 1 with an unbounded interval where fewer than four weeks are known.

    >>> five = np.full(5, 10.0)
    >>> mean_ratio(five * 2, five, five, five)[0]
    2.0
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        by_week = np.log((total / n) / (other / other_n))
    known = by_week[np.isfinite(by_week)]
    if len(known) < 4 or other_n.sum() <= 0 or other.sum() <= 0:
        return 1.0, float("inf"), 0.0
    ratio = float((total.sum() / n.sum()) / (other.sum() / other_n.sum()))
    error = max(float(known.std(ddof=1)) / float(np.sqrt(len(known))), 1e-6)
    return ratio, ratio * Z_95 * error, float(np.log(ratio)) / error if ratio > 0 else 0.0


def _gap_finding(
    workspace: Workspace,
    rule: PeerGapRule,
    weeks: Weeks,
    value: str,
    total: float,
    ratio: float,
    half: float,
    score: float,
) -> Finding:
    why = explain(workspace, rule.metric, [Filter(rule.dim, "in", (value,))], weeks.period, "rest")
    last = weeks.end - timedelta(days=1)
    return Finding(
        metric=rule.metric,
        where={rule.dim: value},
        since=weeks.first,
        until=last,
        observed=total,
        expected=total / ratio,
        ratio=ratio,
        low=ratio - half,
        high=ratio + half,
        score=score,
        rule=rule.key,
        evidence=evidence_of(why),
    )


def limit_findings(workspace: Workspace, rule: LimitRule, until: date) -> Iterator[Finding]:
    """Slices whose figure of the last whole month crossed the limit; none where the metric lacks a dimension of the rule."""
    end = until.replace(day=1)
    month = Period((end - timedelta(days=1)).replace(day=1), end)
    try:
        found = leaves(workspace, rule.metric, rule.dims, month)
    except Refusal:
        return
    per = METRICS[rule.metric].per
    for row, codes in enumerate(found.codes.tolist()):
        where = {d: found.values[i][code] for i, (d, code) in enumerate(zip(rule.dims, codes, strict=True))}
        events, at_risk = float(found.numerator[row]), float(found.denominator[row])
        if at_risk <= 0 or events < _LEAST_EVENTS or "" in where.values():
            continue
        # A limit is a rule: it is crossed when the figure crosses it, whatever the interval.
        if events * per > at_risk * rule.above:
            low, high = (bound * per for bound in poisson(events, at_risk))
            yield _limit_finding(workspace, rule, where, month, events, at_risk * rule.above / per, (low, high))


def _limit_finding(
    workspace: Workspace,
    rule: LimitRule,
    where: dict[str, str],
    month: Period,
    events: float,
    allowed: float,
    bounds: tuple[float, float],
) -> Finding:
    until: date = month.end - timedelta(days=1)
    low, high = (bound / rule.above for bound in bounds)
    # What increased within the slice says what has brought it above the limit.
    before = Period(month.start - timedelta(days=365), month.start - timedelta(days=_GUARD_DAYS))
    why = explain(workspace, _COUNT, Filter.of_slice(where), month, before=before)
    evidence = replace(evidence_of(why), limit=rule.above)
    ratio = events / allowed
    return Finding(
        rule.metric, where, month.start, until, events, allowed, ratio, low, high, events - allowed, rule.key, evidence
    )
