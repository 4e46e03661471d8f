"""Leaves: the combinations of dimension values that occur, with numerator and denominator of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats, Ints
from zhenyin.stats.lattice import inside

_MOST_CELLS = 2**62
_TABLE_PER_ROW = 16


@dataclass(frozen=True, slots=True)
class Leaves:
    """Every recorded combination of some dimensions. numerator, denominator: float [leaves]; codes: [leaves, dims]."""

    dims: tuple[str, ...]
    values: list[list[str]]
    codes: Ints
    numerator: Floats
    denominator: Floats

    def column(self, dim: str) -> Ints:
        return self.codes[:, self.dims.index(dim)]

    def keep(self, dims: Sequence[str]) -> "Leaves":
        """The leaves of fewer dimensions."""
        at = [self.dims.index(d) for d in dims]
        return Leaves(tuple(dims), [self.values[i] for i in at], self.codes[:, at], self.numerator, self.denominator)

    def inside(self, where: dict[str, str]) -> NDArray[np.bool_]:
        """bool [leaves], those of a slice; its values are among `values`."""
        places = ((self.dims.index(d), value) for d, value in where.items())
        return inside(self.codes, tuple((i, self.values[i].index(value)) for i, value in places))

    def seen(self, dim: str) -> set[str]:
        """The known values of a dimension that occur."""
        values = self.values[self.dims.index(dim)]
        return {values[code] for code in np.unique(self.column(dim)).tolist()} - {""}


def distinct(codes: NDArray[Any]) -> tuple[NDArray[Any], Ints]:
    """The different rows of codes, sorted, and which of them every row is. codes: int [rows, dims], at least 0.

    >>> [found.tolist() for found in distinct(np.array([[1, 0], [0, 2], [1, 0]]))]
    [[[0, 2], [1, 0]], [1, 0, 1]]
    """
    flat = np.zeros(len(codes), dtype=np.int64)
    size = 1
    for column in codes.T:
        wide = int(column.max(initial=0)) + 1
        if size * wide > _MOST_CELLS:
            # Too many combinations for one number: those that occur are numbered anew.
            known, flat = np.unique(flat, return_inverse=True)
            size = len(known)
        flat, size = flat * wide + column, size * wide
    if size > _TABLE_PER_ROW * len(codes):
        _, sample, cell = np.unique(flat, return_index=True, return_inverse=True)
        return codes[sample], cell
    # Few enough to mark those that occur in a table of all: a tenth of the time that sorting takes.
    sample = np.full(size, -1)
    sample[flat] = np.arange(len(flat))
    seen = sample >= 0
    return codes[sample[seen]], (np.cumsum(seen) - 1)[flat]


def together(parts: Sequence[Leaves]) -> list[Leaves]:
    """The same leaves with codes into one list of values for each dimension."""
    first = parts[0]
    values, codes = [], [part.codes.copy() for part in parts]
    for d in range(len(first.dims)):
        known = sorted({value for part in parts for value in part.values[d]})
        place = {value: i for i, value in enumerate(known)}
        values.append(known)
        for part, mine in zip(parts, codes, strict=True):
            mine[:, d] = np.array([place[value] for value in part.values[d]], dtype=np.int64)[part.codes[:, d]]
    return [
        Leaves(part.dims, values, mine, part.numerator, part.denominator)
        for part, mine in zip(parts, codes, strict=True)
    ]
