"""The course of a line: whether its last whole bucket departs from those before, and whether it has a monotone trend."""

from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

import numpy as np

from zhenyin.charts import Series
from zhenyin.stats.monotone import monotone

_BEFORE = 12
_LEAST = 4
_SURE = 0.02
# Student's t at 97.5 % for 3 to 11 degrees of freedom: how far one more value strays from that many.
_T = {3: 3.18, 4: 2.78, 5: 2.57, 6: 2.45, 7: 2.36, 8: 2.31, 9: 2.26, 10: 2.23, 11: 2.20}


@dataclass(frozen=True, slots=True)
class Departure:
    """The last whole bucket of a series against those before.

    baseline: the mean of those before. standard_scores: its distance from there, in half widths of the interval within
    which one more value lies by chance.
    """

    series: Series
    place: int
    value: float
    baseline: float
    buckets: int
    standard_scores: float

    @property
    def outside(self) -> bool:
        return self.standard_scores > 1


@dataclass(frozen=True, slots=True)
class MonotoneTrend:
    """A series with a monotone trend over all its whole buckets, from the first value to the last.

    unbroken: every step goes that way; a trend may be sure with a step or two the other way.
    """

    series: Series
    first: float
    last: float
    buckets: int
    unbroken: bool


def departure(line: Series) -> Departure | None:
    """None while there are too few whole buckets. The interval of the figure itself must leave the mean as well."""
    known = _whole(line)
    if len(known) <= _LEAST:
        return None
    (place, value), before = known[-1], [v for _, v in known[-1 - _BEFORE : -1]]
    baseline, k = fmean(before), len(before)
    distance, low, high = abs(value - baseline), line.low[place], line.high[place]
    reaches = [_T[k - 1] * stdev(before) * sqrt(1 + 1 / k)]
    if low is not None and high is not None:
        reaches.append(value - low if value > baseline else high - value)
    standard_scores = distance / max(*reaches, 1e-12) if distance else 0.0
    return Departure(line, place, value, baseline, k, min(standard_scores, 1e6))


def monotone_trend(line: Series) -> MonotoneTrend | None:
    """None unless the whole buckets go one way for sure, and the intervals of first and last are apart."""
    known = _whole(line)
    if len(known) <= _LEAST or monotone(np.array([v for _, v in known]))[1] >= _SURE:
        return None
    (start, first), (end, last) = known[0], known[-1]
    low, high = (start, end) if last > first else (end, start)
    top, bottom = line.high[low], line.low[high]
    disjoint = top is None or bottom is None or top < bottom
    steps = np.diff([v for _, v in known]) * (1 if last > first else -1)
    return MonotoneTrend(line, first, last, len(known), bool((steps > 0).all())) if disjoint and first != last else None


def _whole(line: Series) -> list[tuple[int, float]]:
    whole = len(line.values) if line.dashed_from is None else line.dashed_from
    return [(i, v) for i, v in enumerate(line.values[:whole]) if v is not None]
