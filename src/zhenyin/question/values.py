"""From sums to a figure with its interval. Nothing at risk is *unknown*, never 0."""

from math import hypot

from zhenyin.metrics import Metric
from zhenyin.question.models import UNKNOWN, Change, Estimate
from zhenyin.question.sums import Sums, points
from zhenyin.stats import intervals


def estimate(metric: Metric, sums: list[Sums]) -> Estimate:
    """The figure that a metric makes of the sums of its parts."""
    top = sums[0]
    if metric.kind in ("count", "distinct"):
        low, high = intervals.poisson(top.total) if metric.kind == "count" else (top.total, top.total)
        return Estimate(top.total, low, high, int(top.total))
    if metric.kind == "quantile":
        return _quantile(metric.q or 0.5, top)
    if metric.kind in ("mean", "score"):
        return _mean(metric.per, top)
    bottom = sums[1]
    if bottom.total <= 0:
        return UNKNOWN
    if metric.kind == "rate":
        low, high = intervals.poisson(top.total, bottom.total)
        return _scaled(top.total / bottom.total, low, high, metric.per, int(top.total))
    low, high = intervals.proportion(top.total, bottom.total)
    return _scaled(top.total / bottom.total, low, high, metric.per, int(bottom.total))


def change(metric: Metric, now: list[Sums], before: list[Sums]) -> Change:
    """How the figure moved, with an interval.

    Counts and rates: ratio minus 1. Others: difference, by the square-and-add rule of G. Y. Zou and A. Donner,
    Statistics in Medicine 27 (2008).
    """
    a, b = estimate(metric, now), estimate(metric, before)
    relative = metric.kind in ("count", "rate")
    if a.value is None or b.value is None or b.low is None or b.high is None or a.low is None or a.high is None:
        return Change(b, None, None, None, relative)
    if not relative:
        difference = a.value - b.value
        low, high = hypot(a.value - a.low, b.high - b.value), hypot(a.high - a.value, b.value - b.low)
        return Change(b, difference, difference - low, difference + high, relative)
    if b.value == 0:
        return Change(b, None, None, None, relative)
    at_risk = (now[1].total, before[1].total) if metric.kind == "rate" else (1.0, 1.0)
    _, low, high = intervals.rate_ratio(now[0].total, at_risk[0], before[0].total, at_risk[1])
    return Change(b, a.value / b.value - 1, low - 1, high - 1, relative)


def _mean(per: float, sums: Sums) -> Estimate:
    if sums.n == 0:
        return UNKNOWN
    if sums.n == 1:
        return Estimate(sums.total * per, None, None, 1)
    low, high = intervals.mean(sums.total, sums.squares, sums.n)
    return _scaled(sums.total / sums.n, low, high, per, sums.n)


def _quantile(q: float, sums: Sums) -> Estimate:
    if sums.n == 0:
        return UNKNOWN
    low, value, high = (sums.grid[point] for point in points(q, sums.n))
    return Estimate(value, low, high, sums.n)


def _scaled(value: float, low: float, high: float, per: float, n: int) -> Estimate:
    return Estimate(value * per, low * per, high * per, n)
