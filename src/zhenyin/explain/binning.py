"""Numbers as dimensions: months in service have too many values to name one, and are cut where the data changes."""

from collections.abc import Sequence

import numpy as np

from zhenyin.dimensions import dimension
from zhenyin.question.filters import Filter
from zhenyin.question.view_counts import View, ViewCounts, view_counts
from zhenyin.stats.bands import cuts
from zhenyin.warehouse.gateway import Warehouse

NUMBERS = ("age",)
"""Dimensions that are numbers of something. An hour or a weekday goes round, and is no number of anything."""


def banded(
    warehouse: Warehouse, metric: str, dims: Sequence[str], views: Sequence[View], sides: tuple[int, int] = (0, 1)
) -> dict[str, list[int]]:
    """Where the bands of each dimension that is a number begin, the first but for one.

    sides: the views whose difference the cuts follow. A dimension that is hardly known is one band.
    """
    found = {}
    for d in (d for d in dims if d in NUMBERS):
        alone = view_counts(warehouse, metric, (d,), views)
        at = sides if len(views) > 1 else (0, 0)
        found[d] = _starts(alone, *at)
    return found


def _starts(alone: ViewCounts, one: int, other: int) -> list[int]:
    known = np.array([int(float(value)) if value else 0 for value in alone.values[0]])
    codes = alone.codes[:, 0]
    there = codes > 0
    numbers = known[codes[there]]
    order = np.argsort(numbers)
    now, before = (alone.totals[view][there][order] for view in (one, other))
    ordered = numbers[order]
    return [int(ordered[start]) for start in cuts(now, before)[1:]] if len(ordered) else []


def condition(dim: str, value: str) -> Filter:
    """The filter of one value, or of a band such as "4..11".

    >>> condition("age", "4..11"), condition("city", "a..b")
    (Filter(dimension='age', op='range', values=('4', '11')), Filter(dimension='city', op='in', values=('a..b',)))
    """
    if dimension(dim).kind == "number" and ".." in value:
        return Filter(dim, "range", tuple(value.split("..", 1)))
    return Filter(dim, "in", (value,))
