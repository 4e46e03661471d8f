"""Rates that rose: over-dispersion of weekly counts, and rises kept to a false-discovery rate."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.stats.dispersion_factor import dispersion_factor
from zhenyin.stats.intervals import rate_ratio
from zhenyin.stats.multiple import q_values

_FALSE = 0.05
"""Share of what is called risen that may be chance."""
_LEAST = 10
"""A phrase of fewer tickets in both times together is not looked at."""
_FEWEST = 10
"""Counts that the spread of all is read from, at least."""
_LEAST_RATIO = 1.2
"""What rose by less is not told."""


@dataclass(frozen=True, slots=True)
class Rise:
    """Tickets now and before, those expected now from before, the ratio of rates with its 95 % interval.

    rose: by a fifth or more, and more than chance explains among all that were looked at.
    """

    now: float
    before: float
    expected: float
    ratio: float
    low: float
    high: float
    rose: bool

    def as_dict(self) -> dict[str, Any]:
        told = {name: getattr(self, name) for name in ("expected", "ratio", "low", "high", "rose")}
        return {"tickets": self.now, "before": self.before, **told}


def rises(
    now: Sequence[float], before: Sequence[float], at_risk: tuple[float, float], spread: float | None = None
) -> list[Rise]:
    """The rise of each of many counts, for what was at risk now and before.

    spread: how many times the variance by chance the counts have; it widens intervals and tests. Where it is not given, it
    is read from all of them, around their common move: right for many counts most of which did not move.
    Source: conditional test of two Poisson rates, J. Przyborowski and H. Wilenski, Biometrika 31 (1940), in its normal form
    on the log of the ratio; false discoveries after Y. Benjamini and Y. Hochberg (1995).

    >>> [rise.rose for rise in rises([90, 31, 20], [30, 30, 20], (1.0, 1.0))]
    [True, False, False]
    """
    from scipy.special import ndtr

    if not len(now):
        return []
    told = np.array([rate_ratio(n, at_risk[0], m, at_risk[1]) for n, m in zip(now, before, strict=True)])
    middle, error = np.log(told[:, 0]), np.log(told[:, 2] / told[:, 0]) / 1.96
    often = np.array(now) + np.array(before) >= 2 * _LEAST
    if spread is None:
        common = float(np.median(middle[often])) if often.any() else 0.0
        spread = dispersion_factor(((middle - common) / error)[often] ** 2, _FEWEST)
    error = error * np.sqrt(spread)
    q = q_values(1 - ndtr(middle / error))
    low, high = np.exp(middle - 1.96 * error), np.exp(middle + 1.96 * error)
    rose = (q <= _FALSE) & (low > 1) & (told[:, 0] >= _LEAST_RATIO)
    return [
        Rise(n, m, m * at_risk[0] / at_risk[1], float(ratio), float(a), float(b), bool(up))
        for n, m, ratio, a, b, up in zip(now, before, told[:, 0], low, high, rose, strict=True)
    ]


def unrest(weeks: Floats) -> float:
    """How many times the variance by chance counts have from one week to the next.

    weeks: float [topics, weeks]. Weeks beside each other have a season in common, and what truly rises over months differs
    little between them.

    >>> unrest(np.random.default_rng(0).poisson(200, (30, 26)).astype(float)) < 1.2
    True
    """
    one, other = weeks[:, 1:], weeks[:, :-1]
    both = one + other
    often = both >= 2 * _LEAST
    return dispersion_factor((one - other)[often] ** 2 / both[often], _FEWEST)
