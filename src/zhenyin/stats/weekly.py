"""A weekly figure as two sums, its level over any set of weeks, and its over-dispersion from week to week."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from zhenyin.core.arrays import Floats, Mask

Kind = Literal["rate", "mean", "proportion"]

_LEAST_PAIRS = 4  # pairs of weeks below which dispersion is not estimated
_WILD = 25.0  # a pair counts at most this much: one step is not noise


@dataclass(frozen=True, slots=True)
class Weekly:
    """A figure by week: a rate, a proportion or a mean.

    total: float [weeks], events (or the sum of values). base: float [weeks], exposure (or number of values). squares: float
    [weeks], sum of squared values, for kind "mean" only. Raises ValueError when total and base differ in length, and for a
    mean without squares.
    """

    total: Floats
    base: Floats
    kind: Kind = "rate"
    squares: Floats | None = None

    def __post_init__(self) -> None:
        if self.total.shape != self.base.shape:
            raise ValueError(f"A figure needs as many totals as bases, got {self.total.shape} and {self.base.shape}.")
        if self.kind == "mean" and self.squares is None:
            raise ValueError("A mean needs the weekly sums of squares.")


@dataclass(frozen=True, slots=True)
class Level:
    """A level. value: total over base. variance: of log(value). events: counted (number of values for a mean)."""

    value: float
    variance: float
    events: float


def level(series: Weekly, weeks: Mask, phi: float = 1.0) -> Level | None:
    """The figure over some weeks with the variance of its logarithm; None when nothing is at risk, and for a mean of 0.

    series: the figure by week. weeks: bool [weeks], those that count. phi: variance over variance by chance.

    Source: delta method; half an event is added where there is none (J. B. S. Haldane 1956).

    >>> level(Weekly(np.array([4.0, 6.0]), np.array([100.0, 100.0])), np.array([True, True]))
    Level(value=0.05, variance=0.1, events=10.0)
    """
    total, base = float(series.total[weeks].sum()), float(series.base[weeks].sum())
    if base <= 0 or (series.kind == "mean" and total <= 0):
        return None
    if series.squares is not None and series.kind == "mean":
        mean = total / base
        spread = max(float(series.squares[weeks].sum()) / base - mean**2, 0.0)
        return Level(mean, phi * spread / (base * mean**2), base)
    events = total if total > 0 else 0.5
    kept = 1 - min(events / base, 0.999) if series.kind == "proportion" else 1.0
    return Level(events / base, phi * kept / events, total)


def dispersion(series: Weekly, weeks: Mask) -> float:
    """Over-dispersion: variance between neighbouring weeks over variance by chance, at least 1.

    series: the figure by week. weeks: bool [weeks], those that count; weeks without exposure do not. Neighbours share season
    and trend, so these do not count as noise. One pair of weeks counts 25 at most, as a step is no noise; fewer than four
    pairs give 1.
    Source: J. von Neumann, "Distribution of the ratio of the mean square successive
    difference to the variance", Annals of Mathematical Statistics 12 (1941), for counts.

    >>> dispersion(Weekly(np.array([5.0, 5.0] * 5), np.ones(10)), np.ones(10, dtype=bool))
    1.0
    """
    at = np.flatnonzero(weeks & (series.base > 0))
    pairs = [p for a, b in pairwise(at.tolist()) if (p := _pair(series, a, b)) is not None]
    return max(float(np.mean(np.minimum(pairs, _WILD))), 1.0) if len(pairs) >= _LEAST_PAIRS else 1.0


def _pair(series: Weekly, a: int, b: int) -> float | None:
    """Squared difference of two weeks over its variance under chance alone."""
    total, share = series.total[a] + series.total[b], series.base[a] / (series.base[a] + series.base[b])
    if series.kind == "mean":
        one, two = (level(series, np.arange(len(series.total)) == w) for w in (a, b))
        if one is None or two is None or one.variance + two.variance <= 0:
            return None
        return float(np.log(one.value / two.value) ** 2 / (one.variance + two.variance))
    if total <= 0:
        return None
    return float((series.total[a] - total * share) ** 2 / (total * share * (1 - share)))
