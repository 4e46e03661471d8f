"""What a count should have been by the forecast that could be made the day before: trend, season and holidays included.

A span before Spring Festival is a poor measure of one after it. The forecast of every product line takes its place; within a
line, tickets are expected where they came from before.
"""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.errors import Invalid
from zhenyin.explain.baseline import still
from zhenyin.explain.count import at_hand, told
from zhenyin.explain.mix_rate import WHO_DIMENSIONS
from zhenyin.explain.models import Explanation
from zhenyin.explain.source import Source, dims_of, nothing
from zhenyin.forecast.point_forecast import forecast, without_gaps
from zhenyin.forecast.service import MAX_DAYS, METRIC, TicketHistory, history
from zhenyin.forecast.volume import LEAST_DAYS, Volume, volume
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.view_counts import View
from zhenyin.stats import expected_counts as reference
from zhenyin.stats.leaves import Leaves, together

_CUT = "product_line"
_LEARNED_DAYS = 182
"""Where tickets came from before: long enough to have every leaf, short enough to be as things are."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """A forecast for the days of a period, from what was known the day before.

    expected: tickets of each product line; low, high: those of all together, 80 %. before: the span that tells from where.
    """

    period: Period
    before: Period
    expected: dict[str, float]
    low: float
    high: float

    def surprised_by(self, observed: float) -> bool:
        """Whether so many tickets lie outside what the forecast allows for."""
        return not self.low <= observed <= self.high


def explain(
    workspace: Workspace, source: Source, metric: str, filters: tuple[Filter, ...], period: Period
) -> Explanation:
    """Explain what came in a period beside its forecast. Raises what `outlook` raises."""
    of = outlook(workspace, metric, filters, period)
    dims = tuple(d for d in dims_of(source, filters) if d not in WHO_DIMENSIONS)
    # Product lines are forecast one by one, so that they are always among the dimensions.
    views = (View(of.period, filters), View(of.before, filters))
    source, kept = at_hand(source, metric, dims, views, of.before.days / of.period.days)
    dims = tuple(d for d in dims if d in kept or d == _CUT)
    return told(
        metric, filters, moved(source, metric, filters, dims, of), lambda found: of.surprised_by(found.observed)
    )


def outlook(workspace: Workspace, metric: str, filters: tuple[Filter, ...], period: Period) -> Outlook:
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
    cuts = () if any(f.dimension == _CUT for f in filters) else (_CUT,)
    past = history(workspace, cuts, filters)
    known, days = (period.start - past.first).days, (min(period.end, past.end) - period.start).days
    _check(known, days)
    counts = past.counts[:, :known]
    each = forecast(without_gaps(counts), past.first, past.groups, days)
    whole = volume(counts.sum(axis=0, keepdims=True), past.first, [""], days)
    low, high = _together(whole)
    return Outlook(
        period=Period(period.start, period.start + timedelta(days=days)),
        before=Period(period.start - timedelta(days=min(_LEARNED_DAYS, known)), period.start),
        expected=_by_line(past, each),
        low=low,
        high=high,
    )


def _by_line(past: TicketHistory, each: Floats) -> dict[str, float]:
    totals = each.sum(axis=1).tolist()
    return {where.get(_CUT, ""): total for where, total in zip(past.where, totals, strict=True)}


def _check(known: int, days: int) -> None:
    if days < 1:
        raise nothing()
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


def _together(whole: Volume) -> tuple[float, float]:
    """80 % bounds of all days together: as far from what is expected as past forecasts of as many days were off.

    Errors of days that follow each other go together, so that the bounds of days do not add up to those of their sum.
    """
    expected = float(whole.expected.sum())
    past, told = whole.past[0].sum(axis=0), whole.past_expected[0].sum(axis=0)
    usable = np.isfinite(past) & (told > 0)
    if not usable.any():
        return float(whole.low.sum()), float(whole.high.sum())
    off = np.abs(np.log(np.maximum(past[usable], 0.5) / told[usable]))
    # With few forecasts in the past, the largest error of them all is what the 80 % bound may well be.
    far = float(np.quantile(off, min(0.8 * (1 + 1 / len(off)), 1.0)))
    return expected * float(np.exp(-far)), expected * float(np.exp(far))


def moved(
    source: Source, metric: str, filters: tuple[Filter, ...], dims: tuple[str, ...], of: Outlook
) -> reference.Expected:
    """The tickets of the period against those forecast: float [leaves] both."""
    now = source.leaves(metric, dims, of.period, filters)
    past = source.leaves(metric, dims, of.before, filters)
    one, other = together([now, past])
    spread = other.numerator * _growth(other, of)
    periods = float(other.numerator.sum()) / max(float(spread.sum()), 1e-9)
    expected = Leaves(other.dims, other.values, other.codes, spread, spread)
    # A line in its season is forecast; what is still in motion beside that has nothing to be held against.
    kept = still(one, expected)
    return reference.by_history(one.keep(kept), expected.keep(kept), 1.0, seen=max(periods, 0.1))


def _growth(past: Leaves, of: Outlook) -> Floats:
    """Float [leaves]: tickets forecast for each of those that came before, by product line."""
    whole = max(float(past.numerator.sum()), 1e-9)
    if _CUT not in past.dims:
        return np.full(len(past.codes), sum(of.expected.values()) / whole)
    line = past.column(_CUT)
    names = past.values[past.dims.index(_CUT)]
    came = np.bincount(line, past.numerator, len(names))
    due = np.array([of.expected.get(name, 0.0) for name in names])
    grown: Floats = np.where(came > 0, due / np.maximum(came, 1e-9), 0.0)[line]
    return grown
