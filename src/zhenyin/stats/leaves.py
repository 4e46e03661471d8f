"""Leaves: the combinations of dimension values that occur, with the figures of each.

`Leaves` have the numerator and denominator of one figure; `ComparedLeaves` have what was observed beside what was expected.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats, Ints, Mask
from zhenyin.stats.lattice import inside

_MAX_CELLS = 2**62
_TABLE_PER_ROW = 16
FigureKind = Literal["count", "rate", "amount"]


@dataclass(frozen=True, slots=True)
class CodedLeaves:
    """Combinations of dimension values, as numbers.

    dims: names of the dimensions, [d]. values: the values of each dimension, "" for unknown. codes: int [leaves, d], the
    place of each leaf's value in `values`.
    """

    dims: tuple[str, ...]
    values: list[list[str]]
    codes: Ints

    def column(self, dim: str) -> Ints:
        """Int [leaves]: the codes of one dimension."""
        return self.codes[:, self.dims.index(dim)]

    def inside(self, where: dict[str, str]) -> Mask:
        """Bool [leaves]: the leaves of a slice, `where` giving the value of each of its dimensions.

        Raises ValueError for a dimension or value that no leaf has.
        """
        places = ((self.dims.index(d), value) for d, value in where.items())
        return inside(self.codes, tuple((i, self.values[i].index(value)) for i, value in places))

    def seen(self, dim: str) -> set[str]:
        """The known values of a dimension that occur."""
        values = self.values[self.dims.index(dim)]
        return {values[code] for code in np.unique(self.column(dim)).tolist()} - {""}


@dataclass(frozen=True, slots=True)
class Leaves(CodedLeaves):
    """Leaves of one figure. numerator, denominator: float [leaves], sums of the figure's two parts in the metric's units.

    >>> leaves = Leaves(("model",), [["", "A", "B"]], np.array([[1], [2]]), np.array([3.0, 5]), np.ones(2))
    >>> leaves.inside({"model": "B"}).tolist(), sorted(leaves.seen("model"))
    ([False, True], ['A', 'B'])
    """

    numerator: Floats
    denominator: Floats

    def keep(self, dims: Sequence[str]) -> "Leaves":
        """The same rows with only the dimensions `dims`; rows that no longer differ are not summed."""
        at = [self.dims.index(d) for d in dims]
        return Leaves(tuple(dims), [self.values[i] for i in at], self.codes[:, at], self.numerator, self.denominator)


@dataclass(frozen=True, slots=True)
class ComparedLeaves(CodedLeaves):
    """Observed and expected events, or amounts, of each leaf.

    observed, expected: float [leaves]; expected is a mean per period of the observed length. observed_exposure,
    expected_exposure: float [leaves], of a rate. kind: what the figures are. periods: how many reference periods `expected`
    is the mean of; estimated from the data when None. Raises ValueError for misshapen figures and for a rate without exposure.
    """

    observed: Floats
    expected: Floats
    observed_exposure: Floats | None = None
    expected_exposure: Floats | None = None
    kind: FigureKind = "count"
    periods: float | None = None

    def __post_init__(self) -> None:
        if self.codes.shape != (len(self.observed), len(self.dims)) or len(self.observed) != len(self.expected):
            raise ValueError(
                f"Leaves need codes [n, {len(self.dims)}] and figures [n], got {self.codes.shape}, "
                f"{self.observed.shape} and {self.expected.shape}."
            )
        if self.kind == "rate" and (self.observed_exposure is None or self.expected_exposure is None):
            raise ValueError("Leaves of a rate need observed_exposure and expected_exposure.")


def distinct(codes: NDArray[Any]) -> tuple[NDArray[Any], Ints]:
    """The distinct rows of codes, sorted, and which of them every row is. codes: int [rows, dims], at least 0.

    >>> [found.tolist() for found in distinct(np.array([[1, 0], [0, 2], [1, 0]]))]
    [[[0, 2], [1, 0]], [1, 0, 1]]
    """
    flat = np.zeros(len(codes), dtype=np.int64)
    size = 1
    for column in codes.T:
        wide = int(column.max(initial=0)) + 1
        if size * wide > _MAX_CELLS:
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


def align(parts: Sequence[Leaves]) -> list[Leaves]:
    """The same leaves with codes into one common list of values for each dimension. parts: leaves of the same dimensions.

    >>> def of(value: str) -> Leaves:
    ...     return Leaves(("model",), [[value]], np.array([[0]]), np.ones(1), np.ones(1))
    >>> [(part.values, part.codes.tolist()) for part in align([of("B"), of("A")])]
    [([['A', 'B']], [[1]]), ([['A', 'B']], [[0]])]
    """
    first = parts[0]
    values, codes = [], [part.codes.copy() for part in parts]
    for d in range(len(first.dims)):
        known = sorted({value for part in parts for value in part.values[d]})
        place = {value: i for i, value in enumerate(known)}
        values.append(known)
        for part, own in zip(parts, codes, strict=True):
            own[:, d] = np.array([place[value] for value in part.values[d]], dtype=np.int64)[part.codes[:, d]]
    return [
        Leaves(part.dims, values, own, part.numerator, part.denominator) for part, own in zip(parts, codes, strict=True)
    ]
