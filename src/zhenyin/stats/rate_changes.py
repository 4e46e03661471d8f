"""Changes of many rates between two periods: over-dispersion of weekly counts, and a false-discovery rate."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.stats.dispersion_factor import dispersion_factor
from zhenyin.stats.intervals import rate_ratio
from zhenyin.stats.multiple import q_values

_FALSE_DISCOVERY_RATE = 0.05
LEAST_EVENTS = 10
"""A count of fewer events in both periods together is not tested."""
_LEAST_FIGURES = 10
"""Counts that the dispersion of all is estimated from, at least."""
_LEAST_RATIO = 1.2


@dataclass(frozen=True, slots=True)
class RateChange:
    """A count now and before, the count expected now from before, and the ratio of rates with its 95 % interval.

    increased: by a fifth or more, and significantly among all counts that were tested.
    """

    now: float
    before: float
    expected: float
    ratio: float
    low: float
    high: float
    increased: bool


def rate_changes(
    now: Sequence[float], before: Sequence[float], exposure: tuple[float, float], dispersion: float | None = None
) -> list[RateChange]:
    """The change of each of many counts, given the exposure now and before.

    dispersion: variance-to-mean ratio of the counts; it widens intervals and tests. Where it is None, it is estimated from
    all counts around their common change: right for many counts most of which did not change.
    Source: conditional test of two Poisson rates, J. Przyborowski and H. Wilenski, Biometrika 31 (1940), in its normal form
    on the log of the ratio; false-discovery rate after Y. Benjamini and Y. Hochberg (1995).

    >>> [change.increased for change in rate_changes([90, 31, 20], [30, 30, 20], (1.0, 1.0))]
    [True, False, False]
    """
    from scipy.special import ndtr

    if not len(now):
        return []
    ratios = np.array([rate_ratio(n, exposure[0], m, exposure[1]) for n, m in zip(now, before, strict=True)])
    middle, error = np.log(ratios[:, 0]), np.log(ratios[:, 2] / ratios[:, 0]) / 1.96
    often = np.array(now) + np.array(before) >= 2 * LEAST_EVENTS
    if dispersion is None:
        common = float(np.median(middle[often])) if often.any() else 0.0
        dispersion = dispersion_factor(((middle - common) / error)[often] ** 2, _LEAST_FIGURES)
    error = error * np.sqrt(dispersion)
    q = q_values(1 - ndtr(middle / error))
    low, high = np.exp(middle - 1.96 * error), np.exp(middle + 1.96 * error)
    increased = (q <= _FALSE_DISCOVERY_RATE) & (low > 1) & (ratios[:, 0] >= _LEAST_RATIO)
    return [
        RateChange(n, m, m * exposure[0] / exposure[1], float(ratio), float(a), float(b), bool(up))
        for n, m, ratio, a, b, up in zip(now, before, ratios[:, 0], low, high, increased, strict=True)
    ]


def weekly_dispersion(weeks: Floats) -> float:
    """Variance-to-mean ratio of weekly counts, from their successive differences.

    weeks: float [figures, weeks]. Successive weeks share their season, and a change over months differs little between them.

    >>> weekly_dispersion(np.random.default_rng(0).poisson(200, (30, 26)).astype(float)) < 1.2
    True
    """
    one, other = weeks[:, 1:], weeks[:, :-1]
    both = one + other
    often = both >= 2 * LEAST_EVENTS
    return dispersion_factor((one - other)[often] ** 2 / both[often], _LEAST_FIGURES)
