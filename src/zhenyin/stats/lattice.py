"""Data cube: every combination of attributes up to some order, and sums over its cells.

A *leaf* is one recorded combination of all attributes. A *cuboid* is a choice of
attributes ("product x region"); its *cells* are the combinations of values that occur.
Sums over a cuboid are made from the smallest finer cuboid already summed, so that all
32 cuboids of five attributes cost little more than one pass over the leaves.

Source: J. Gray et al., "Data Cube: A Relational Aggregation Operator Generalizing
Group-By, Cross-Tab, and Sub-Totals", Data Mining and Knowledge Discovery 1 (1997).
"""

from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from zhenyin.core.arrays import Floats, Ints, Mask

CodedSlice = tuple[tuple[int, int], ...]
"""A slice as numbers: one (dimension, value code) for each condition, in the order of the dimensions; () is everything."""

# A table of all possible keys is used while it is at most this many times the rows.
_TABLE_PER_ROW = 16


@dataclass(frozen=True, slots=True)
class Cuboid:
    """One choice of attributes, with the cell that each row of its source falls into.

    dims: the attributes, as columns of the codes. source: index of the finer cuboid in the lattice that it is summed from,
    -1 for the leaves. group: int [rows of the source], their cells. sample: int [cells], one leaf of each.
    """

    dims: tuple[int, ...]
    source: int
    group: Ints
    sample: Ints

    @property
    def size(self) -> int:
        """Number of cells."""
        return len(self.sample)


class Lattice:
    """All cuboids of 1 to `max_order` attributes over coded leaves.

    codes: int [leaves, attributes], at least 0. max_order: attributes of one cuboid at most, all when None. dims: the
    columns to combine, all when None.

    >>> lattice = Lattice(np.array([[0, 0], [0, 1], [1, 1]]))
    >>> [c.dims for c in lattice.cuboids]
    [(0, 1), (0,), (1,)]
    >>> [s.tolist() for s in lattice.sums(np.array([1.0, 2.0, 4.0]))]
    [[1.0, 2.0, 4.0], [3.0, 4.0], [1.0, 6.0]]
    """

    def __init__(self, codes: Ints, max_order: int | None = None, dims: tuple[int, ...] | None = None) -> None:
        self.codes = np.asarray(codes, dtype=np.int64)
        self.dims = tuple(range(self.codes.shape[1])) if dims is None else dims
        self.max_order = min(max_order or len(self.dims), len(self.dims))
        self.cuboids: list[Cuboid] = []
        for order in range(self.max_order, 0, -1):
            for chosen in combinations(self.dims, order):
                self.cuboids.append(self._cuboid(chosen))
        self.sizes = np.array([c.size for c in self.cuboids], dtype=np.int64)
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)])

    def _cuboid(self, chosen: tuple[int, ...]) -> Cuboid:
        source = self._source(chosen)
        rows = np.arange(len(self.codes)) if source < 0 else self.cuboids[source].sample
        group, size = _group(self.codes[rows][:, chosen])
        sample = np.zeros(size, dtype=np.int64)
        sample[group] = rows
        return Cuboid(chosen, source, group, sample)

    def _source(self, chosen: tuple[int, ...]) -> int:
        children = [
            (c.size, at)
            for at, c in enumerate(self.cuboids)
            if len(c.dims) == len(chosen) + 1 and set(chosen) < set(c.dims)
        ]
        return min(children)[1] if children else -1

    def sums(self, values: Floats) -> list[Floats]:
        """Sums over every cell. values: float [leaves]. Returns one float [cells] for each cuboid."""
        out: list[Floats] = []
        for c in self.cuboids:
            rows = values if c.source < 0 else out[c.source]
            out.append(np.bincount(c.group, weights=rows, minlength=c.size).astype(np.float64))
        return out

    def flat(self, values: Floats) -> Floats:
        """The sums of all cuboids end to end, in the order of `cuboids`: float [all cells]. values: float [leaves]."""
        return np.concatenate([np.zeros(0), *self.sums(values)])

    def description_length(self) -> Floats:
        """Description length of each cell, nats: float [all cells], in the order of `flat`.

        The log of the ways to choose so many attributes plus the log of the cells of the cuboid: the more alternatives a
        slice was chosen from, the more evidence it needs.
        Source: J. Rissanen, "Modeling by shortest data description", Automatica 14 (1978).
        """
        cost = [np.log(comb(len(self.dims), len(c.dims))) + np.log(max(c.size, 1)) for c in self.cuboids]
        return np.repeat(np.array(cost), self.sizes)

    def cell(self, position: int) -> CodedSlice:
        """The slice of a cell. position: its index in `flat`."""
        at = int(np.searchsorted(self.starts, position, side="right")) - 1
        cuboid = self.cuboids[at]
        leaf = cuboid.sample[position - self.starts[at]]
        return tuple((dim, int(self.codes[leaf, dim])) for dim in cuboid.dims)


def inside(codes: Ints, where: CodedSlice) -> Mask:
    """The leaves of a slice: bool [leaves]. codes: int [leaves, attributes]. where: the slice.

    >>> inside(np.array([[0, 0], [0, 1]]), ((1, 1),)).tolist()
    [False, True]
    """
    mask = np.ones(len(codes), dtype=bool)
    for dim, code in where:
        mask &= codes[:, dim] == code
    return mask


def _group(keys: Ints) -> tuple[Ints, int]:
    """Number the distinct rows of `keys`: (cell of every row, number of cells)."""
    cards = keys.max(axis=0, initial=0) + 1
    strides = np.concatenate([np.cumprod(cards[::-1])[-2::-1], [1]])
    flat = keys @ strides
    table = int(np.prod(cards))
    if table > _TABLE_PER_ROW * max(len(keys), 1024):
        _, group = np.unique(flat, return_inverse=True)
        return group.astype(np.int64), int(group.max(initial=-1)) + 1
    seen = np.zeros(table, dtype=bool)
    seen[flat] = True
    number = np.cumsum(seen) - 1
    return number[flat], int(seen.sum())
