"""Where in n sorted rows a quantile and its interval are read."""

from functools import lru_cache
from math import ceil, floor

import numpy as np

from zhenyin.stats import intervals

# Steps around a quantile at which the distribution is fetched, so that the quantile's interval can be read off.
_STEPS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4)
_ranks = lru_cache(10_000)(intervals.quantile_ranks)


@lru_cache(16)
def points(q: float) -> tuple[float, ...]:
    """Where the distribution is fetched for a q-quantile; ends and q included.

    >>> points(0.5)[0], points(0.5)[1], points(0.5)[-1], len(points(0.5))
    (0.0, 0.1, 1.0, 25)
    """
    around = {round(q + sign * step, 6) for step in _STEPS for sign in (-1, 1)}
    return tuple(sorted({0.0, q, 1.0} | {p for p in around if 0 < p < 1}))


def places(n: int, q: float) -> tuple[float, float, float]:
    """Where the low end of the interval, the figure and the high end lie, as quantiles of n rows."""
    first, last = (rank * n for rank in _ranks(n, q))
    # The first of the rows is quantile 0 and the last is quantile 1: from counts of rows to quantiles.
    steps = max(n - 1, 1)
    return max(first - 1, 0) / steps, q, min(last / steps, 1)


@lru_cache(100_000)
def neighbours(n: int, q: float) -> tuple[int, ...]:
    """The numbers of the points between which the three places of n rows lie: no other is looked at.

    >>> [points(0.5)[i] for i in neighbours(100_000, 0.5)]
    [0.495, 0.498, 0.5, 0.5005, 0.502, 0.505]
    """
    grid = points(q)
    at = {int(np.searchsorted(grid, place, "right")) - 1 for place in places(n, q)}
    return tuple(sorted(at | {i + 1 for i in at if i + 1 < len(grid)}))


def bounds(n: int, point: float) -> tuple[int, int, float]:
    """The two of n rows, counted from 0, between which a point lies, and how far it is from the first to the second.

    >>> bounds(4, 0.5)
    (1, 2, 0.5)
    """
    exact = (n - 1) * point
    return floor(exact), ceil(exact), exact - floor(exact)
