"""Figures for the numerics: weekly tables of slices, and leaves of many dimensions, all through `question`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from zhenyin.flows.banded import NUMBERS, banded
from zhenyin.job.house import House
from zhenyin.question.cube import Cube, cube
from zhenyin.question.filters import Filter
from zhenyin.question.live_leaves import LiveLeaves, View, countable, distributed, live_leaves
from zhenyin.question.period import Period
from zhenyin.stats.lattice import inside
from zhenyin.watch.columns import candidates
from zhenyin.watch.looks import Key, Table

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
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


@dataclass(frozen=True, slots=True)
class Weeks:
    """Whole weeks: `count` of them from the Monday `first` on; or stretches of so many `days` from that day on."""

    first: date
    count: int
    days: int = 7

    @property
    def end(self) -> date:
        """The day after the last one."""
        return self.first + timedelta(days=self.days * self.count)

    @property
    def period(self) -> Period:
        return Period(self.first, self.end)


def weekly(
    house: House, metric: str, dims: Sequence[str], weeks: Weeks, filters: Sequence[Filter] = ()
) -> tuple[Table, Table]:
    """Weekly numerators and denominators of all slices of some dimensions."""
    sums = cube(house.warehouse, metric, tuple(dims), period=weeks.period, filters=tuple(filters))
    return _table(sums, sums.numerator, weeks), _table(sums, sums.denominator, weeks)


def leaves(
    house: House, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter] = ()
) -> Leaves:
    """The leaves of some dimensions over one period as a whole."""
    sums = cube(house.warehouse, metric, tuple(dims), period=period, grain="year", filters=tuple(filters))
    return Leaves(tuple(dims), sums.values, sums.codes, sums.numerator.sum(axis=1), sums.denominator.sum(axis=1))


class Source(Protocol):
    """Where an explanation gets its figures from."""

    def candidates(self) -> tuple[str, ...]:
        """The dimensions that may explain."""

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        """The leaves of some dimensions over one period as a whole."""


@dataclass(frozen=True, slots=True)
class Live:
    """Asks the warehouse each time. dims: those that may explain, if not all candidates."""

    house: House
    dims: tuple[str, ...] | None = None

    def candidates(self) -> tuple[str, ...]:
        return self.dims or candidates(self.house.warehouse)

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        return leaves(self.house, metric, dims, period, filters)

    def at_once(self, metric: str, dims: tuple[str, ...], views: Sequence[View]) -> LiveLeaves | None:
        """The leaves of all dimensions in several views by one pass; None of a figure that is no number of rows."""
        if not countable(metric, dims):
            return None
        bands = banded(self.house.warehouse, metric, dims, views)
        return live_leaves(self.house.warehouse, metric, dims, views, bands=bands)

    def numbers(self, metric: str, filters: Sequence[Filter]) -> tuple[str, ...]:
        """Dimensions that are numbers, and may explain once they are cut into bands; none where the dimensions are given."""
        asked = {f.dimension for f in filters}
        known = self.dims is None and (countable(metric, NUMBERS) or distributed(metric, NUMBERS))
        return tuple(d for d in NUMBERS if known and d not in asked)


@dataclass(frozen=True, slots=True)
class AtHand:
    """Answers from the leaves of some views, and asks the source behind it for all else."""

    source: Source
    metric: str
    views: tuple[View, ...]
    all: LiveLeaves

    def candidates(self) -> tuple[str, ...]:
        return self.source.candidates()

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        view, of = View(period, tuple(filters)), self.all
        if metric != self.metric or view not in self.views or not set(dims) <= set(of.dims):
            return self.source.leaves(metric, dims, period, filters)
        at = [of.dims.index(d) for d in dims]
        total = of.totals[self.views.index(view)]
        there = total > 0
        cells, cell = distinct(of.codes[:, at][there])
        summed = np.bincount(cell, total[there], len(cells)).astype(np.float64)
        return Leaves(tuple(dims), [of.values[i] for i in at], cells, summed, np.ones(len(cells)))


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


def _table(sums: Cube, figures: Floats, weeks: Weeks) -> Table:
    places = [(bucket - weeks.first).days // 7 for bucket in sums.buckets]
    inside = [i for i, place in enumerate(places) if 0 <= place < weeks.count]
    series = np.zeros((len(sums.codes), weeks.count))
    series[:, [places[i] for i in inside]] = figures[:, inside]
    keys: list[Key] = [
        tuple(side[code] for side, code in zip(sums.values, codes, strict=True)) for codes in sums.codes.tolist()
    ]
    return dict(zip(keys, series, strict=True))
