"""The forecast as baseline of a count: what could be forecast the day before, with trend, season and holidays.

A period before Spring Festival is a poor baseline of one after it. Each product line is forecast; within a line, tickets are
expected where they came from before.
"""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.errors import Invalid
from zhenyin.dimensions import handlers
from zhenyin.explain.baseline import stable_dimensions
from zhenyin.explain.count import explanation_of, prefetch
from zhenyin.explain.models import Explanation
from zhenyin.explain.source import Source, explaining_dimensions, nothing_to_explain
from zhenyin.forecast.point_forecast import forecast, without_gaps
from zhenyin.forecast.service import MAX_DAYS, METRIC, TicketHistory, history
from zhenyin.forecast.volume import LEAST_DAYS, Volume, volume
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.view_counts import View
from zhenyin.stats.expected_counts import expected_by_history
from zhenyin.stats.leaves import ComparedLeaves, Leaves, align

_GROUP_BY = "product_line"
_TRAINING_DAYS = 182
"""Days before the period that say where tickets come from: enough for every leaf, few enough to be up to date."""


@dataclass(frozen=True, slots=True)
class ForecastBaseline:
    """A forecast for the days of a period, from what was known the day before.

    expected: tickets of each product line. low, high: 80 % interval of all together. before: the days that say where tickets
    come from.
    """

    period: Period
    before: Period
    expected: dict[str, float]
    low: float
    high: float

    def is_outside_interval(self, observed: float) -> bool:
        """Whether so many tickets lie outside the 80 % interval."""
        return not self.low <= observed <= self.high


def explain(
    workspace: Workspace, source: Source, metric: str, filters: tuple[Filter, ...], period: Period
) -> Explanation:
    """Explain the tickets of a period against their forecast. Raises what `forecast_baseline` raises."""
    baseline = forecast_baseline(workspace, metric, filters, period)
    dims = tuple(d for d in explaining_dimensions(source, filters) if d not in handlers())
    # Product lines are forecast one by one, so that they are always among the dimensions.
    views = (View(baseline.period, filters), View(baseline.before, filters))
    source, kept = prefetch(source, metric, dims, views, baseline.before.days / baseline.period.days)
    dims = tuple(d for d in dims if d in kept or d == _GROUP_BY)
    compared = compare_with_forecast(source, metric, filters, dims, baseline)
    return explanation_of(
        metric, filters, compared, lambda found: baseline.is_outside_interval(found.observed), against="forecast"
    )


def forecast_baseline(
    workspace: Workspace, metric: str, filters: tuple[Filter, ...], period: Period
) -> ForecastBaseline:
    """Forecast the tickets of a period as if it had not begun.

    Days after the last one known are left out. Raises Invalid (`forecast-needs-tickets`, `history-short`,
    `horizon-unusable`, `nothing-to-explain`).
    """
    if metric != METRIC:
        raise Invalid(
            "forecast-needs-tickets",
            en=f"Only the number of tickets is forecast, not {metric}. Compare with the period before.",
            zh=f"只有工单量有预测，{metric} 没有。请改为与上期比较。",
        )
    groups = () if any(f.dimension == _GROUP_BY for f in filters) else (_GROUP_BY,)
    past = history(workspace, groups, filters)
    known, days = (period.start - past.first).days, (min(period.end, past.end) - period.start).days
    _check(known, days)
    counts = past.counts[:, :known]
    each = forecast(without_gaps(counts), past.first, past.groups, days)
    whole = volume(counts.sum(axis=0, keepdims=True), past.first, [""], days)
    low, high = _total_interval(whole)
    return ForecastBaseline(
        period=Period(period.start, period.start + timedelta(days=days)),
        before=Period(period.start - timedelta(days=min(_TRAINING_DAYS, known)), period.start),
        expected=_by_line(past, each),
        low=low,
        high=high,
    )


def _by_line(past: TicketHistory, each: Floats) -> dict[str, float]:
    totals = each.sum(axis=1).tolist()
    return {where.get(_GROUP_BY, ""): total for where, total in zip(past.where, totals, strict=True)}


def _check(known: int, days: int) -> None:
    if days < 1:
        raise nothing_to_explain()
    if days > MAX_DAYS:
        raise Invalid(
            "horizon-unusable",
            en=f"A period of {days} days cannot be forecast. Use at most {MAX_DAYS} days.",
            zh=f"无法预测 {days} 天的时段。请使用不超过 {MAX_DAYS} 天的时段。",
        )
    if known < LEAST_DAYS:
        raise Invalid(
            "history-short",
            en=f"A forecast needs {LEAST_DAYS} days of tickets before the period, not {max(known, 0)}. Choose a later one.",
            zh=f"预测需要该时段之前至少 {LEAST_DAYS} 天的工单，目前只有 {max(known, 0)} 天。请选择更晚的时段。",
        )


def _total_interval(whole: Volume) -> tuple[float, float]:
    """80 % interval of all days together, from the errors of past forecasts of as many days.

    Errors of successive days are correlated, so that the bounds of days do not add up to those of their sum.
    """
    expected = float(whole.expected.sum())
    past, predicted = whole.past[0].sum(axis=0), whole.past_expected[0].sum(axis=0)
    usable = np.isfinite(past) & (predicted > 0)
    if not usable.any():
        return float(whole.low.sum()), float(whole.high.sum())
    errors = np.abs(np.log(np.maximum(past[usable], 0.5) / predicted[usable]))
    # Of few past forecasts, the largest error is the best estimate of the 80 % bound.
    width = float(np.quantile(errors, min(0.8 * (1 + 1 / len(errors)), 1.0)))
    return expected * float(np.exp(-width)), expected * float(np.exp(width))


def compare_with_forecast(
    source: Source, metric: str, filters: tuple[Filter, ...], dims: tuple[str, ...], baseline: ForecastBaseline
) -> ComparedLeaves:
    """Observed and forecast tickets of the period, by the dimensions that may explain."""
    now = source.leaves(metric, dims, baseline.period, filters)
    past = source.leaves(metric, dims, baseline.before, filters)
    one, other = align([now, past])
    due = other.numerator * _growth(other, baseline)
    periods = float(other.numerator.sum()) / max(float(due.sum()), 1e-9)
    expected = Leaves(other.dims, other.values, other.codes, due, due)
    # The season of a line is in the forecast; a dimension that shifts beyond it has no baseline.
    kept = stable_dimensions(one, expected)
    return expected_by_history(one.keep(kept), expected.keep(kept), 1.0, seen=max(periods, 0.1))


def _growth(past: Leaves, baseline: ForecastBaseline) -> Floats:
    """Float [leaves]: tickets forecast over those of the training days, by product line."""
    whole = max(float(past.numerator.sum()), 1e-9)
    if _GROUP_BY not in past.dims:
        return np.full(len(past.codes), sum(baseline.expected.values()) / whole)
    line = past.column(_GROUP_BY)
    names = past.values[past.dims.index(_GROUP_BY)]
    seen = np.bincount(line, past.numerator, len(names))
    due = np.array([baseline.expected.get(name, 0.0) for name in names])
    growth: Floats = np.where(seen > 0, due / np.maximum(seen, 1e-9), 0.0)[line]
    return growth
