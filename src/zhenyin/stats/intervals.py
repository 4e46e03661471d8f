"""Confidence intervals that keep their coverage with small numbers."""

from functools import lru_cache
from math import exp, sqrt

import numpy as np
from scipy.special import gammaincinv, stdtrit

LEVEL = 0.95
"""Nominal coverage of every interval that is shown."""

Z_95 = 1.959964


def poisson(events: float, exposure: float = 1.0, confidence: float = 0.95) -> tuple[float, float]:
    """Exact confidence interval (low, high) of a Poisson rate, in events per unit of exposure.

    events: number counted, at least 0. exposure: in any unit, above 0, else ValueError. confidence: nominal coverage, 0 to 1.

    Source: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936).

    >>> [round(x, 2) for x in poisson(0)], [round(x, 2) for x in poisson(10, 100)]
    ([0.0, 3.69], [0.05, 0.18])
    """
    if exposure <= 0:
        raise ValueError(f"A rate needs exposure above 0, got {exposure}.")
    tail = (1 - confidence) / 2
    low = gammaincinv(events, tail) if events > 0 else 0.0
    return float(low / exposure), float(gammaincinv(events + 1, 1 - tail) / exposure)


def proportion(hits: float, n: float) -> tuple[float, float]:
    """95 % score interval (low, high) of a share, within 0 and 1.

    hits: how many of the n cases, 0 to n. n: above 0, else ValueError.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927).

    >>> [round(x, 3) for x in proportion(0, 10)], [round(x, 3) for x in proportion(5, 10)]
    ([0.0, 0.278], [0.237, 0.763])
    """
    if n <= 0:
        raise ValueError(f"A share needs n above 0, got {n}.")
    p, slack = hits / n, Z_95**2 / n
    centre, half = (p + slack / 2) / (1 + slack), Z_95 * sqrt(p * (1 - p) / n + slack / (4 * n)) / (1 + slack)
    return max(centre - half, 0.0), min(centre + half, 1.0)


def mean(total: float, squares: float, n: float) -> tuple[float, float]:
    """95 % interval (low, high) of a mean, in the unit of the values; infinite below n = 2.

    total, squares: sum of the values and of their squares. n: number of values.

    Source: Student, "The probable error of a mean", Biometrika 6 (1908).

    >>> [round(x, 2) for x in mean(30.0, 110.0, 10)]
    [1.93, 4.07]
    """
    if n < 2:
        return float("-inf"), float("inf")
    centre = total / n
    error = sqrt(max(squares - n * centre**2, 0.0) / (n - 1) / n)
    half = _t(n - 1) * error
    return centre - half, centre + half


@lru_cache(100_000)
def _t(freedom: float) -> float:
    return float(stdtrit(freedom, 0.975))


def quantile_ranks(n: int, q: float, confidence: float = 0.95) -> tuple[float, float]:
    """Distribution-free interval (low, high) of a quantile: the true one lies between these quantiles of the sample, 0 to 1.

    n: size of the sample, above 0. q: the quantile, between 0 and 1. confidence: nominal coverage. Raises ValueError for
    other n and q.

    Source: W. J. Conover, "Practical Nonparametric Statistics" (1999), section 3.2.

    >>> quantile_ranks(100, 0.5)
    (0.4, 0.6)
    """
    # Imported here, as it takes a second and only quantiles need it.
    from scipy.stats import binom

    if n <= 0 or not 0 < q < 1:
        raise ValueError(f"A quantile interval needs n above 0 and 0 < q < 1, got n={n}, q={q}.")
    tail = (1 - confidence) / 2
    low, high = binom.ppf(tail, n, q), binom.ppf(1 - tail, n, q)
    return float(np.clip(low / n, 0, 1)), float(np.clip(high / n, 0, 1))


def rate_ratio(events: float, exposure: float, other: float, other_exposure: float) -> tuple[float, float, float]:
    """Ratio of two rates with its 95 % interval: (ratio, low, high). Half an event added to both keeps it finite.

    events, exposure: of the first rate; other, other_exposure: of the second, in the same unit. Raises ValueError where an
    exposure is not above 0.

    Source: J. B. S. Haldane, Annals of Human Genetics 20 (1956).

    >>> [round(x, 2) for x in rate_ratio(20, 100, 10, 100)]
    [1.95, 0.93, 4.11]
    """
    if exposure <= 0 or other_exposure <= 0:
        raise ValueError(f"A rate ratio needs exposure above 0, got {exposure} and {other_exposure}.")
    ratio = (events + 0.5) / exposure / ((other + 0.5) / other_exposure)
    half = Z_95 * sqrt(1 / (events + 0.5) + 1 / (other + 0.5))
    return ratio, ratio * exp(-half), ratio * exp(half)


def odds_ratio(hits: float, n: float, other_hits: float, other_n: float) -> tuple[float, float, float]:
    """Ratio of the odds of two shares with its 95 % interval: (ratio, low, high).

    hits, n: of the first share; other_hits, other_n: of the second. Half a case added to each of the four cells keeps it
    finite. Raises ValueError where there are more hits than cases.
    Source: B. Woolf, Annals of Human Genetics 19 (1955);
    J. B. S. Haldane, Annals of Human Genetics 20 (1956).

    >>> [round(x, 2) for x in odds_ratio(30, 40, 20, 40)]
    [2.9, 1.15, 7.37]
    """
    if hits > n or other_hits > other_n:
        raise ValueError(f"A share has no more hits than cases, got {hits} of {n} and {other_hits} of {other_n}.")
    a, b, c, d = hits + 0.5, n - hits + 0.5, other_hits + 0.5, other_n - other_hits + 0.5
    ratio, half = a * d / (b * c), Z_95 * sqrt(1 / a + 1 / b + 1 / c + 1 / d)
    return ratio, ratio * exp(-half), ratio * exp(half)
