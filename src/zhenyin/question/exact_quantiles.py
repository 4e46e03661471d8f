"""Exact quantiles by way of counts (decision 0005).

First: how many rows lie in each span of values? Then, of the few spans that hold a wanted rank: how many rows has each
value? An engine that is asked for quantiles keeps all values and looks through them for each one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from ibis.expr.types import Table

from zhenyin.core.arrays import Ints
from zhenyin.question.quantiles import bounds, neighbours, points

Key = tuple[Any, ...]
Ask = Callable[[Table], pa.Table]

BITS = 12
"""A span is 4,096 values: an hour, where they are seconds."""


@dataclass(frozen=True, slots=True)
class ValueCounts:
    """Rows with the cells that they belong to, by the columns `cuts`, and a whole number in the column `value`."""

    rows: Table
    cuts: tuple[str, ...]
    scale: int

    def spans(self) -> Table:
        """How many rows each span of values has in each cell."""
        grouped = self.rows.group_by(*self.cuts, at=self.rows.value >> BITS)
        counts: Table = grouped.aggregate(n=self.rows.count())
        return counts

    def values(self, spans: Iterable[int]) -> Table:
        """How many rows each value of the spans has in each cell."""
        wanted, value = sorted(spans), self.rows.value
        near = value.between(wanted[0] << BITS, (wanted[-1] + 1 << BITS) - 1)
        inside = self.rows.filter(near, (value >> BITS).isin(wanted))
        counts: Table = inside.group_by(*self.cuts, at=inside.value).aggregate(n=inside.count())
        return counts


class CumulativeCounts:
    """Counts of rows in the order of cell and value, so that the row of any rank is found."""

    def __init__(self, rows: pa.Table, cuts: tuple[str, ...], numbers: dict[Key, int]) -> None:
        cells, values, n = _cells(rows, cuts, numbers), rows["at"].to_numpy(), rows["n"].to_numpy()
        order = np.lexsort((values, cells))
        self.cells, self.values = cells[order], values[order]
        self.before: Ints = np.concatenate([[0], np.cumsum(n[order])]).astype(np.int64)
        self.first: list[int] = np.searchsorted(self.cells, np.arange(len(numbers) + 1)).tolist()

    def start(self, cell: int, value: int | None = None) -> int:
        """How many rows come before a cell, or before a value in it."""
        first = self.first[cell]
        if value is not None:
            first += int(self.values[first : self.first[cell + 1]].searchsorted(value))
        return int(self.before[first])

    def value(self, place: int) -> int:
        """The value of the row before which so many others come."""
        return int(self.values[self.before.searchsorted(place, "right") - 1])


def exact_quantiles(ask: Ask, counts_of: ValueCounts, wanted: dict[int, float]) -> list[dict[str, Any]] | None:
    """Rows as the plain aggregate gives them: `total` and `grid` of each slot number that wants a quantile.

    A point of the grid that no figure of so many rows looks at is not a number. None: the facts changed in between.
    """
    numbers: dict[Key, int] = {}
    spans = CumulativeCounts(ask(counts_of.spans()), counts_of.cuts, numbers)
    counts = [spans.start(cell + 1) - spans.start(cell) for cell in numbers.values()]
    sought = {
        (cell, rank): spans.value(spans.start(cell) + rank)
        for cell, n in enumerate(counts)
        for q in wanted.values()
        for point in neighbours(n, q)
        for rank in bounds(n, points(q)[point])[:2]
    }
    if not sought:
        return []
    fine = CumulativeCounts(ask(counts_of.values(set(sought.values()))), counts_of.cuts, numbers)
    found: dict[tuple[int, int], float] = {}
    for (cell, rank), span in sought.items():
        first, end = fine.start(cell, span << BITS), fine.start(cell, span + 1 << BITS)
        if end - first != spans.start(cell, span + 1) - spans.start(cell, span):
            return None
        offset = rank - (spans.start(cell, span) - spans.start(cell))
        found[cell, rank] = fine.value(first + offset) / counts_of.scale
    return [_row(key, counts_of.cuts, counts[cell], wanted, cell, found) for key, cell in numbers.items()]


def _row(
    key: Key, cuts: tuple[str, ...], n: int, wanted: dict[int, float], cell: int, found: dict[tuple[int, int], float]
) -> dict[str, Any]:
    row: dict[str, Any] = dict(zip(cuts, key, strict=True))
    for number, q in wanted.items():
        grid = [np.nan] * len(points(q))
        for point in neighbours(n, q):
            low, high, part = bounds(n, points(q)[point])
            # In this form engines work it out, so that the last digit is theirs too.
            grid[point] = found[cell, low] * (1.0 - part) + found[cell, high] * part
        row |= {f"total{number}": n, f"grid{number}": grid}
    return row


def _cells(rows: pa.Table, cuts: tuple[str, ...], numbers: dict[Key, int]) -> Ints:
    """The cell of each row as a number; a cell that is new gets the next one."""
    flat, values = np.zeros(rows.num_rows, np.int64), []
    for name in cuts:
        coded = pa.chunked_array(rows[name]).combine_chunks().dictionary_encode("encode")
        coded = pa.concat_arrays(coded.chunks) if isinstance(coded, pa.ChunkedArray) else coded
        values.append(coded.dictionary.to_pylist())
        flat = flat * max(len(values[-1]), 1) + coded.indices.to_numpy(zero_copy_only=False)
    different, place = np.unique(flat, return_inverse=True)
    own = [numbers.setdefault(tuple(_key(int(one), values)), len(numbers)) for one in different]
    return np.array(own, np.int64)[place]


def _key(flat: int, values: list[list[Any]]) -> Iterator[Any]:
    sizes = [max(len(found), 1) for found in values]
    for number, found in enumerate(values):
        yield found[flat // int(np.prod(sizes[number + 1 :], dtype=np.int64)) % sizes[number]]
