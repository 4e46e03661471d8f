"""Dimension screening: the combinations of attributes with most evidence of a change, before the close search.

A change in a slice of three attributes is also seen, weaker, in the slices of two and of one that contain it. So all pairs are
scored, and of the triples those that contain one of the best pairs.
"""

from collections.abc import Iterator
from itertools import combinations
from math import comb, log

import numpy as np

from zhenyin.core import work
from zhenyin.core.arrays import Floats, Ints
from zhenyin.stats.evidence import Counts
from zhenyin.stats.peeling import minus_log_p

_LEAST = 8.0
"""Events, now and before, of a cell that is scored."""
_MATTERS = 0.05
_BEAM = 4
"""Pairs that are combined with every third attribute."""
_TABLE = 2**22
"""Above so many possible cells those that occur are numbered first."""

Dims = tuple[int, ...]


def screened(codes: Ints, sizes: list[int], now: Floats, before: Floats, due: Floats) -> list[Dims]:
    """Combinations of at most three attributes, ordered by the evidence of their best cell, most first.

    codes: int [leaves, attributes]. sizes: number of values of each attribute; codes are below it. now, before: events of
    both periods, float [leaves]. due: events expected now, float [leaves].
    Source: the beam search of P. Clark and T. Niblett, "The CN2 Induction Algorithm", Machine Learning 3 (1989), with the
    scan statistic of M. Kulldorff (1997) beyond its description length for the merit.

    >>> codes = np.array([[a, b] for a in range(4) for b in range(3)])
    >>> now = np.where((codes == (2, 1)).all(axis=1), 90.0, 30.0)
    >>> screened(codes, [4, 3], now, np.full(12, 30.0), np.full(12, 30.0))
    [(0, 1), (0,), (1,)]
    """
    columns = [np.ascontiguousarray(codes[:, d]) for d in range(codes.shape[1])]
    screen = _Screen(columns, sizes, (now, before, due))
    merits: dict[Dims, float] = {(d,): screen.merit((d,)) for d in range(len(columns))}
    merits |= {pair: screen.merit(pair) for pair in combinations(range(len(columns)), 2)}
    merits |= {triple: screen.merit(triple) for triple in _triples(merits, len(columns))}
    # Of combinations with equal evidence, the shorter comes first.
    return sorted(merits, key=lambda dims: (-round(merits[dims], 6), len(dims), dims))


def _triples(merits: dict[Dims, float], count: int) -> Iterator[Dims]:
    """The best pairs, each with every third attribute."""
    pairs = sorted((dims for dims in merits if len(dims) == 2), key=lambda dims: -merits[dims])[:_BEAM]
    wider = (tuple(sorted((*pair, d))) for pair in pairs for d in range(count) if d not in pair)
    yield from dict.fromkeys(wider)


class _Screen:
    """The evidence of the best cell of any combination of attributes."""

    def __init__(self, columns: list[Ints], sizes: list[int], figures: tuple[Floats, Floats, Floats]) -> None:
        self.columns, self.sizes, self.figures = columns, sizes, figures
        self.whole = [float(side.sum()) for side in figures]

    def merit(self, dims: Dims) -> float:
        """Evidence of the best cell against all others beyond its description length, nats."""
        cell, size = self._cells(dims)
        work.check()
        now, before, due = (np.bincount(cell, side, size) for side in self.figures)
        enough = now + before >= _LEAST
        # All cells with too few events are one cell more, as they are part of what the others are compared with.
        seen, was, due = (
            np.append(side[enough], max(whole - float(side[enough].sum()), 0.0))
            for side, whole in zip((now, before, due), self.whole, strict=True)
        )
        share = (due + 0.5) / (due + was + 1.0)
        model = Counts(seen, seen + was, share, log_odds_sd=0.0)
        sums = model.parts()
        gain = minus_log_p(model.gain(*sums))[:-1]
        moved = np.abs(model.effect(*sums))[:-1] >= _MATTERS
        named = log(max(comb(len(self.columns), len(dims)) * len(gain), 1))
        return float(gain[moved].max(initial=0.0)) - named

    def _cells(self, dims: Dims) -> tuple[Ints, int]:
        cell, size = self.columns[dims[0]], self.sizes[dims[0]]
        for d in dims[1:]:
            if size * self.sizes[d] > _TABLE:
                cell, size = renumbered(cell, size)
            cell, size = cell * self.sizes[d] + self.columns[d], size * self.sizes[d]
        return (cell, size) if size <= 4 * _TABLE else renumbered(cell, size)


def renumbered(cell: Ints, size: int) -> tuple[Ints, int]:
    """Cells numbered anew without gaps, int [rows], and how many there are.

    cell: int [rows], below size. size: number of possible cells.

    >>> renumbered(np.array([70, 3, 70]), 100)
    (array([1, 0, 1]), 2)
    """
    if size > 16 * _TABLE:
        known, cell = np.unique(cell, return_inverse=True)
        return cell.astype(np.int64), len(known)
    seen = np.zeros(size, dtype=bool)
    seen[cell] = True
    return (np.cumsum(seen) - 1)[cell], int(seen.sum())
