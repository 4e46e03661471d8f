"""Changes of many rates at once: increases at a false-discovery rate, and the over-dispersion of weekly counts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.stats.dispersion_factor import dispersion_factor
from zhenyin.stats.intervals import Z_95, rate_ratio
from zhenyin.stats.multiple import q_values

_FALSE_DISCOVERY_RATE = 0.05
LEAST_EVENTS = 10
"""Counts with fewer events per period are left out of estimates; a phrase with fewer in both periods is not tested."""
_LEAST_FIGURES = 10
"""Counts that a dispersion factor is estimated from, at least."""
_LEAST_RATIO = 1.2
"""A smaller rate ratio is no increase."""


@dataclass(frozen=True, slots=True)
class RateChange:
    """The change of one rate.

    now, before: events of both periods. expected: events now at the rate before. ratio, low, high: rate ratio with its 95 %
    interval. increased: by a fifth or more, and beyond chance among all that were tested.
    """

    now: float
    before: float
    expected: float
    ratio: float
    low: float
    high: float
    increased: bool


def rate_changes(
    now: Sequence[float],
    before: Sequence[float],
    exposure: tuple[float, float],
    dispersion: float | None = None,
) -> list[RateChange]:
    """The change of each of many rates, in the order given.

    now, before: events of both periods, [counts]. exposure: of the period now and of that before, in any one unit, above 0,
    else ValueError. dispersion: variance of the counts over Poisson variance, at least 1; it widens intervals and tests.
    Where it is None, it is estimated from all counts around their common change, which supposes that most did not change.
    Source: conditional test of two Poisson rates, J. Przyborowski and H. Wilenski, Biometrika 31 (1940), in its normal form
    on the log of the ratio; false discoveries after Y. Benjamini and Y. Hochberg (1995).

    >>> [change.increased for change in rate_changes([90, 31, 20], [30, 30, 20], (1.0, 1.0))]
    [True, False, False]
    """
    from scipy.special import ndtr

    if not len(now):
        return []
    ratios = np.array([rate_ratio(n, exposure[0], m, exposure[1]) for n, m in zip(now, before, strict=True)])
    middle, error = np.log(ratios[:, 0]), np.log(ratios[:, 2] / ratios[:, 0]) / Z_95
    often = np.array(now) + np.array(before) >= 2 * LEAST_EVENTS
    if dispersion is None:
        common = float(np.median(middle[often])) if often.any() else 0.0
        dispersion = dispersion_factor(((middle - common) / error)[often] ** 2, _LEAST_FIGURES)
    error = error * np.sqrt(dispersion)
    q = q_values(1 - ndtr(middle / error))
    low, high = np.exp(middle - Z_95 * error), np.exp(middle + Z_95 * error)
    increased = (q <= _FALSE_DISCOVERY_RATE) & (low > 1) & (ratios[:, 0] >= _LEAST_RATIO)
    return [
        RateChange(n, m, m * exposure[0] / exposure[1], float(ratio), float(a), float(b), bool(up))
        for n, m, ratio, a, b, up in zip(now, before, ratios[:, 0], low, high, increased, strict=True)
    ]


def weekly_dispersion(weeks: Floats) -> float:
    """Dispersion factor of counts from one week to the next: variance over Poisson variance, at least 1.

    weeks: float [series, weeks]. It is estimated from successive differences: neighbouring weeks have their season in
    common, and what truly rises over months differs little between them.
    Source: successive differences, J. von Neumann, Annals of Mathematical Statistics 12 (1941).

    >>> weekly_dispersion(np.random.default_rng(0).poisson(200, (30, 26)).astype(float)) < 1.2
    True
    """
    one, other = weeks[:, 1:], weeks[:, :-1]
    both = one + other
    often = both >= 2 * LEAST_EVENTS
    return dispersion_factor((one - other)[often] ** 2 / both[often], _LEAST_FIGURES)
