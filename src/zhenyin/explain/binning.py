"""Binning of numeric dimensions: months in service have too many values to name one, and are cut where the data changes."""

from collections.abc import Sequence

import numpy as np

from zhenyin.dimensions import dimension
from zhenyin.question.filters import Filter
from zhenyin.question.view_counts import View, ViewCounts, view_counts
from zhenyin.stats.bands import cuts
from zhenyin.warehouse.gateway import Warehouse

NUMERIC_DIMENSIONS = ("age",)
"""Dimensions that are quantities. An hour or a weekday goes round, and is none."""


def bin_edges(
    warehouse: Warehouse, metric: str, dims: Sequence[str], views: Sequence[View], sides: tuple[int, int] = (0, 1)
) -> dict[str, list[int]]:
    """The lower edges of the bins of each numeric dimension, without the first.

    sides: the two views whose difference the cuts follow. A dimension that is hardly known is one bin.
    Source: see `stats.bands.cuts`.
    """
    found = {}
    for d in (d for d in dims if d in NUMERIC_DIMENSIONS):
        counts = view_counts(warehouse, metric, (d,), views)
        compared = sides if len(views) > 1 else (0, 0)
        found[d] = _edges(counts, *compared)
    return found


def _edges(counts: ViewCounts, one: int, other: int) -> list[int]:
    numbers_of = np.array([int(float(value)) if value else 0 for value in counts.values[0]])
    codes = counts.codes[:, 0]
    known = codes > 0
    numbers = numbers_of[codes[known]]
    order = np.argsort(numbers)
    now, before = (counts.totals[view][known][order] for view in (one, other))
    ordered = numbers[order]
    return [int(ordered[start]) for start in cuts(now, before)[1:]] if len(ordered) else []


def bin_filter(dim: str, value: str) -> Filter:
    """The filter of one value, or of a bin such as "4..11".

    >>> bin_filter("age", "4..11"), bin_filter("city", "a..b")
    (Filter(dimension='age', op='range', values=('4', '11')), Filter(dimension='city', op='in', values=('a..b',)))
    """
    if dimension(dim).kind == "number" and ".." in value:
        return Filter(dim, "range", tuple(value.split("..", 1)))
    return Filter(dim, "in", (value,))
