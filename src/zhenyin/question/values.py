"""From sums to a figure with its interval. Nothing at risk is *unknown*, never 0."""

from functools import lru_cache
from math import hypot, isfinite

import numpy as np

from zhenyin.metrics import Metric
from zhenyin.question.models import Assessment, Change, Estimate
from zhenyin.question.quantiles import places, points
from zhenyin.question.sums import Sums
from zhenyin.stats import intervals

COUNTS = ("count", "distinct", "stock")

# Small counts come again and again in the cells of a cut, and their intervals are dear.
_poisson = lru_cache(100_000)(intervals.poisson)


def estimate(metric: Metric, sums: list[Sums]) -> Estimate:
    """The figure that a metric makes of the sums of its parts."""
    top = sums[0]
    match metric.kind:
        case "count" | "distinct" | "stock":
            low, high = _poisson(max(top.total, 0.0))
            return Estimate(top.total, low, high, int(top.total), top.total)
        case "quantile":
            return _quantile(metric.q or 0.5, top)
        case "mean" | "score":
            return _mean(metric, top)
        case "rate":
            return _rate(metric.per, top.total, sums[1].total)
        case "share":
            return _share(metric.per, top.total, sums[1].total)


def change(metric: Metric, now: list[Sums], before: list[Sums]) -> Change:
    """How the figure moved, with an interval.

    Counts and rates: ratio minus 1. Others: difference, by the square-and-add rule of G. Y. Zou and A. Donner,
    Statistics in Medicine 27 (2008).
    """
    a, b = estimate(metric, now), estimate(metric, before)
    relative = metric.kind in (*COUNTS, "rate")
    if a.value is None or b.value is None:
        return Change(b, None, None, None, relative, new=b.value is None and bool(a.value))
    if relative:
        return _ratio(metric, now, before, a.value, b)
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return Change(b, a.value - b.value, None, None, relative)
    difference = a.value - b.value
    low, high = hypot(a.value - a.low, b.high - b.value), hypot(a.high - a.value, b.value - b.low)
    return Change(b, difference, difference - low, difference + high, relative)


def assess(metric: Metric, own: Estimate, moved: Change | None, total: Estimate | None) -> Assessment:
    """Worse or better than before or, where nothing is compared, than the whole; `same` within chance."""
    if metric.better == "none" or own.value is None:
        return "unknown"
    if moved is not None:
        higher = _side(moved.low, moved.high, 0.0)
    elif metric.kind in COUNTS or total is None or total.value is None:
        return "unknown"
    else:
        higher = _side(own.low, own.high, total.value)
    if higher in (None, 0):
        return "unknown" if higher is None else "same"
    return "better" if (higher > 0) == (metric.better == "higher") else "worse"


def _side(low: float | None, high: float | None, of: float) -> int | None:
    """1 where an interval is above a value, -1 below, 0 around it; None where there is no interval."""
    if low is None or high is None:
        return None
    return (low > of) - (high < of)


def _ratio(metric: Metric, now: list[Sums], before: list[Sums], value: float, earlier: Estimate) -> Change:
    events, others = max(now[0].total, 0.0), max(before[0].total, 0.0)
    at_risk = (now[1].total, before[1].total) if metric.kind == "rate" else (1.0, 1.0)
    _, low, high = intervals.rate_ratio(events, at_risk[0], others, at_risk[1])
    if not earlier.value:
        return Change(earlier, None, low - 1 if value else None, None, relative=True, new=value > 0)
    return Change(earlier, value / earlier.value - 1, low - 1, high - 1, relative=True)


def _rate(per: float, events: float, at_risk: float) -> Estimate:
    if at_risk <= 0:
        return Estimate(None, None, None, int(events), events, at_risk)
    low, high = _poisson(events)
    scale = per / at_risk
    return Estimate(events * scale, low * scale, high * scale, int(events), events, at_risk)


def _share(per: float, hits: float, n: float) -> Estimate:
    if n <= 0:
        return Estimate(None, None, None, 0, hits, n)
    low, high = intervals.proportion(min(max(hits, 0.0), n), n)
    return Estimate(hits / n * per, low * per, high * per, int(n), hits, n)


def _mean(metric: Metric, sums: Sums) -> Estimate:
    per = metric.per
    if sums.n == 0:
        return Estimate(None, None, None, 0, 0.0, 0.0)
    value = sums.total / sums.n * per
    low, high = (edge * per for edge in intervals.mean(sums.total, sums.squares, sums.n))
    if not (isfinite(low) and isfinite(high)):
        return Estimate(value, None, None, sums.n, sums.total, float(sums.n))
    # What is averaged (hours, ratings) is at least 0, and so is its mean; a score may be below.
    low = max(low, 0.0) if metric.kind == "mean" else low
    # Rounding may put a mean of equal values a hair outside its own interval.
    return Estimate(value, min(low, value), max(high, value), sums.n, sums.total, float(sums.n))


def _quantile(q: float, sums: Sums) -> Estimate:
    if sums.n == 0 or not sums.grid:
        return Estimate(None, None, None, 0)
    low, value, high = np.interp(places(sums.n, q), points(q), sums.grid)
    return Estimate(float(value), float(low), float(high), sums.n)
