"""Dimension screening: which dimensions a change is searched in, when all of them at once have too many leaves.

The leaves of all dimensions are screened first: which dimensions, alone or together, hold a cell that changed differently
from the others? The most informative ones are crossed, while their leaves stay few, and searched closely.
Source: J. Fan and J. Lv, "Sure independence screening for ultrahigh dimensional feature space", Journal of the Royal
Statistical Society B 70 (2008).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats, Ints, Mask
from zhenyin.explain.baseline import MAX_TOTAL_VARIATION, total_variation
from zhenyin.explain.source import Source
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.view_counts import ViewCounts
from zhenyin.stats.expected_counts import main_effects
from zhenyin.stats.leaves import Leaves, distinct
from zhenyin.stats.screening import renumbered, screened

SCREEN_ABOVE_LEAVES = 40_000
"""Leaves from which on not all dimensions are crossed."""
MAX_LEAVES = 40_000
MAX_MEAN_LEAVES = 400_000
_MIN_DIMENSIONS = 3
_MAX_SHIFT = 0.05
"""Total variation distance among the controls above which a dimension is part of their growth."""
_LEAST_ROWS = 30.0
"""Tickets of a value below which its mean is mostly chance."""


def screen_dimensions(counts: ViewCounts, periods: float) -> tuple[str, ...]:
    """The most informative dimensions of a change, in the order given; all of them while their leaves are few.

    counts: the slice now and before, and its reference now and before if it has one (see `baseline.baseline_views`).
    periods: length of the baseline period over that of the period.
    """
    if len(counts.codes) < SCREEN_ABOVE_LEAVES or len(counts.dims) <= _MIN_DIMENSIONS:
        return counts.dims
    has_reference = len(counts.totals) > 2
    now, past = counts.totals[:2]
    kept = [i for i in range(len(counts.dims)) if has_reference or _is_stable(counts, i)]
    present = now + past > 0
    due = past[present] * (_reference_growth(counts, present) if has_reference else 1 / periods)
    sizes = [len(counts.values[i]) for i in kept]
    order = screened(counts.codes[present][:, kept], sizes, now[present], past[present], due)
    chosen = crossable(counts, ([kept[d] for d in dims] for dims in order), present, has_reference=has_reference)
    return tuple(d for i, d in enumerate(counts.dims) if i in chosen)


def _is_stable(counts: ViewCounts, dim: int) -> bool:
    codes = counts.codes[:, dim]
    return total_variation(codes, counts.totals[0], codes, counts.totals[1]) <= MAX_TOTAL_VARIATION


def _reference_growth(counts: ViewCounts, present: Mask) -> Floats:
    """Float [leaves of the slice]: tickets of like controls now over those before."""
    others, past = (counts.totals[2 + i] - counts.totals[i] for i in range(2))
    columns = counts.codes.T
    dims = [i for i, column in enumerate(columns) if total_variation(column, others, column, past) > _MAX_SHIFT]
    names, values = tuple(counts.dims[i] for i in dims), [counts.values[i] for i in dims]
    codes, cell = distinct(counts.codes[:, dims])
    sums = (np.bincount(cell, side, len(codes)).astype(np.float64) for side in (others, past))
    now, before = (Leaves(names, values, codes, side, side) for side in sums)
    return main_effects(now, before, codes)[cell[present]]


def crossable(
    counts: ViewCounts, order: Iterable[Sequence[int]], present: Mask, *, has_reference: bool = False
) -> set[int]:
    """As many of the dimensions, the most informative first, as have few enough combinations.

    order: dimensions, alone or together. present: the leaves of the slice. has_reference: whether the leaves of its
    reference have to be few as well.
    """
    samples = [_Sample(present, np.zeros(int(present.sum()), np.int64))]
    inner: set[int] = set()
    if has_reference:
        # A dimension that only the slice has is not crossed for the reference.
        samples.append(_Sample(np.ones(len(present), dtype=bool), np.zeros(len(present), np.int64)))
        inner = {i for i in range(len(counts.dims)) if _is_inner_dimension(counts, i)}
    chosen: set[int] = set()
    for d in dict.fromkeys(d for dims in order for d in dims):
        crossed = [one if d in inner and i else one.crossed(counts, d) for i, one in enumerate(samples)]
        if len(chosen) < _MIN_DIMENSIONS - 1 or all(one.count <= MAX_LEAVES for one in crossed):
            chosen.add(d)
            samples = crossed
    return chosen


@dataclass(frozen=True, slots=True)
class _Sample:
    """Some leaves, by the dimensions chosen so far. cell: which of `count` combinations each of them is, int [leaves]."""

    rows: Mask
    cell: Ints
    count: int = 1

    def crossed(self, counts: ViewCounts, dim: int) -> "_Sample":
        """The same leaves by one more dimension."""
        size = len(counts.values[dim])
        return _Sample(self.rows, *renumbered(self.cell * size + counts.codes[:, dim][self.rows], self.count * size))


def _is_inner_dimension(counts: ViewCounts, dim: int) -> bool:
    """Whether the controls had none of the values that the slice had."""
    codes, size = counts.codes[:, dim], len(counts.values[dim])
    past, whole = (np.bincount(codes, counts.totals[i], size) for i in (1, 3))
    return not ((past > 0) & (whole > past)).any()


def screen_mean_dimensions(
    source: Source, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]
) -> tuple[str, ...]:
    """The dimensions between whose values the mean varies most, while their combinations stay few; in their order.

    A dimension is as informative as the variance between its values, over all tickets: its correlation ratio without the
    common denominator. Source: K. Pearson, "On the general theory of skew correlation and non-linear regression" (1905).
    """
    informativeness: dict[str, float] = {}
    sizes: dict[str, int] = {}
    for dim in dims:
        found = source.leaves(metric, (dim,), period, filters)
        enough = found.denominator >= _LEAST_ROWS
        weight = found.denominator[enough]
        mean = found.numerator[enough] / np.maximum(weight, 1e-12)
        whole = float(found.numerator.sum()) / max(float(found.denominator.sum()), 1e-12)
        informativeness[dim] = float((weight * (mean - whole) ** 2).sum())
        sizes[dim] = max(len(found.codes), 1)
    kept: set[str] = set()
    leaves = 1
    for dim in sorted(dims, key=lambda d: -informativeness[d]):
        if leaves * sizes[dim] <= MAX_MEAN_LEAVES:
            kept.add(dim)
            leaves *= sizes[dim]
    return tuple(dim for dim in dims if dim in kept)
