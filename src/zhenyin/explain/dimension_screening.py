"""Which dimensions a change is looked for in, when all of them at once would be more leaves than a close look can take.

The leaves of all dimensions are screened first: which dimensions, alone or together, hold a cell that moved apart from the
others? Those that tell most are then crossed, as long as their leaves stay few, and looked at closely.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats, Ints, Mask
from zhenyin.explain.baseline import UNSTABLE, in_motion
from zhenyin.explain.source import Source
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.view_counts import ViewCounts
from zhenyin.stats.expected_counts import main_effects
from zhenyin.stats.leaves import Leaves, distinct
from zhenyin.stats.screening import renumbered, screened

MANY = 40_000
"""Leaves from which on not all dimensions are crossed."""
MOST_LEAVES = 40_000
_FEWEST = 3
_SHIFTING = 0.05
"""A dimension whose shares moved by so much among the others takes the slice along."""


def narrowed(live: ViewCounts, times: float) -> tuple[str, ...]:
    """The dimensions that tell most of a change, in the order given; all of them while their leaves are few.

    live: the slice now and before, and its frame now and before unless it has none (see `held_against.views`).
    times: how many times as long as now before is.
    """
    if len(live.codes) < MANY or len(live.dims) <= _FEWEST:
        return live.dims
    now, past = live.totals[:2]
    kept = [i for i in range(len(live.dims)) if len(live.totals) > 2 or _still(live, i)]
    there = now + past > 0
    due = past[there] * (_growth(live, there) if len(live.totals) > 2 else 1 / times)
    sizes = [len(live.values[i]) for i in kept]
    order = screened(live.codes[there][:, kept], sizes, now[there], past[there], due)
    chosen = crossed(live, ([kept[d] for d in dims] for dims in order), there, framed=len(live.totals) > 2)
    return tuple(d for i, d in enumerate(live.dims) if i in chosen)


def _still(live: ViewCounts, dim: int) -> bool:
    codes = live.codes[:, dim]
    return in_motion(codes, live.totals[0], codes, live.totals[1]) <= UNSTABLE


def _growth(live: ViewCounts, there: Mask) -> Floats:
    """Float [leaves of the slice]: how many times as many there are of the like among the others as there were."""
    others, was = (live.totals[2 + i] - live.totals[i] for i in range(2))
    dims = [i for i in range(len(live.dims)) if in_motion(live.codes[:, i], others, live.codes[:, i], was) > _SHIFTING]
    names, values = tuple(live.dims[i] for i in dims), [live.values[i] for i in dims]
    codes, cell = distinct(live.codes[:, dims])
    sides = (np.bincount(cell, side, len(codes)).astype(np.float64) for side in (others, was))
    now, before = (Leaves(names, values, codes, side, side) for side in sides)
    return main_effects(now, before, codes)[cell[there]]


def crossed(live: ViewCounts, order: Iterable[Sequence[int]], there: Mask, *, framed: bool = False) -> set[int]:
    """As many of the dimensions, the most telling first, as make few enough combinations.

    there: the leaves of the slice; framed: whether those of its frame have to be few as well.
    """
    sides = [_Side(there, np.zeros(int(there.sum()), np.int64))]
    inner: set[int] = set()
    if framed:
        # What only the slice has is not crossed for the others.
        sides.append(_Side(np.ones(len(there), dtype=bool), np.zeros(len(there), np.int64)))
        inner = {i for i in range(len(live.dims)) if _only_inside(live, i)}
    chosen: set[int] = set()
    for d in dict.fromkeys(d for dims in order for d in dims):
        wider = [side if d in inner and i else side.crossed(live, d) for i, side in enumerate(sides)]
        if len(chosen) < _FEWEST - 1 or all(side.count <= MOST_LEAVES for side in wider):
            chosen.add(d)
            sides = wider
    return chosen


@dataclass(frozen=True, slots=True)
class _Side:
    """Some leaves, by the dimensions chosen so far. cell: which of `count` combinations each of them is, int [leaves]."""

    rows: Mask
    cell: Ints
    count: int = 1

    def crossed(self, live: ViewCounts, dim: int) -> "_Side":
        size = len(live.values[dim])
        return _Side(self.rows, *renumbered(self.cell * size + live.codes[:, dim][self.rows], self.count * size))


def _only_inside(live: ViewCounts, dim: int) -> bool:
    """Whether the others had none of the values that the slice had."""
    codes, size = live.codes[:, dim], len(live.values[dim])
    past, whole = (np.bincount(codes, live.totals[i], size) for i in (1, 3))
    return not ((past > 0) & (whole > past)).any()


MOST_LEAVES_OF_MEANS = 400_000


_LEAST = 30.0
"""Tickets of a value below which its mean is mostly chance."""


def telling(
    source: Source, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]
) -> tuple[str, ...]:
    """Those of the dimensions whose values differ most in their means, while their combinations stay few; in their order.

    A dimension tells as much as the variance between its values, over all tickets: its correlation ratio without the
    common denominator (K. Pearson, 1905).
    """
    told: dict[str, float] = {}
    sizes: dict[str, int] = {}
    for dim in dims:
        found = source.leaves(metric, (dim,), period, filters)
        enough = found.denominator >= _LEAST
        weight = found.denominator[enough]
        mean = found.numerator[enough] / np.maximum(weight, 1e-12)
        whole = float(found.numerator.sum()) / max(float(found.denominator.sum()), 1e-12)
        told[dim] = float((weight * (mean - whole) ** 2).sum())
        sizes[dim] = max(len(found.codes), 1)
    kept: set[str] = set()
    leaves = 1
    for dim in sorted(dims, key=lambda d: -told[d]):
        if leaves * sizes[dim] <= MOST_LEAVES_OF_MEANS:
            kept.add(dim)
            leaves *= sizes[dim]
    return tuple(dim for dim in dims if dim in kept)
