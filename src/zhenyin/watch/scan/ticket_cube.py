"""Tickets of a scan in memory as an OLAP cube: counts by week and every dimension that may explain, sliced in numpy."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats, Ints, Mask
from zhenyin.core.schema import Coordinates
from zhenyin.dimensions import SOLD_DIMENSIONS, Grain
from zhenyin.explain.source import leaves
from zhenyin.job.workspace import Workspace
from zhenyin.question.cube import rows
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.source_columns import candidate_dimensions
from zhenyin.question.weekly import Table, Weeks, summed
from zhenyin.reliability.exposure import weekly_exposure
from zhenyin.stats.leaves import Leaves, distinct
from zhenyin.warehouse.facts import FACTS

_MAX_CELLS = 20e6
"""Above so many possible combinations those that occur are enumerated first."""


@dataclass(frozen=True, slots=True)
class TicketCube:
    """Rows of a count over some weeks. codes: int32 [rows, dims]; week: int [rows]; total: float [rows].

    whole: the cube of more weeks that this one is a part of.
    """

    workspace: Workspace
    metric: str
    dims: tuple[str, ...]
    values: list[list[str]]
    weeks: Weeks
    codes: NDArray[np.int32] = field(repr=False)
    week: Ints = field(repr=False)
    total: Floats = field(repr=False)
    whole: "TicketCube | None" = field(default=None, repr=False)
    _units: dict[tuple[str, ...], Table] = field(default_factory=dict, repr=False)
    _series: dict[tuple[tuple[str, str], ...], Floats] = field(default_factory=dict, repr=False)

    def until(self, weeks: Weeks) -> "TicketCube":
        """What was known when the last of fewer weeks from the same Monday on had ended."""
        kept = self.week < weeks.count
        codes, week, total = self.codes[kept], self.week[kept], self.total[kept]
        return TicketCube(self.workspace, self.metric, self.dims, self.values, weeks, codes, week, total, self)

    def units(self, base: tuple[str, ...]) -> Table:
        """Units in service of every week, weighed by their age, by what exposure knows; asked once."""
        if base not in self._units:
            if self.whole:
                by_key = {key: series[: self.weeks.count] for key, series in self.whole.units(base).items()}
            else:
                # All come from one table: units are few, and a query costs as much for few as for all.
                known = tuple(d for d in SOLD_DIMENSIONS if d in exposure_dimensions(self.workspace))
                if known not in self._units:
                    self._units[known] = weekly_exposure(self.workspace, known, self.weeks)
                by_key = summed(self._units[known], known, base)
            self._units[base] = by_key
        return self._units[base]

    def candidates(self) -> tuple[str, ...]:
        return self.dims

    def weekly(self, dims: Sequence[str], recent: int = 0, least: float = 0.0) -> Table:
        """The weekly figures of all slices of some dimensions, as `tables.weekly` gives them.

        With `recent`, only of slices that have at least so many in so many last weeks.
        """
        at = [self.dims.index(d) for d in dims]
        cell, count, decoded = self._cells(at)
        width = self.weeks.count
        late = self.week >= width - recent if recent else np.ones(len(cell), dtype=bool)
        kept = np.flatnonzero(np.bincount(cell[late], self.total[late], count) >= max(least, 1e-9))
        row = np.full(count, -1)
        row[kept] = np.arange(len(kept))
        mine = row[cell]
        inside = mine >= 0
        summed = np.bincount(mine[inside] * width + self.week[inside], self.total[inside], len(kept) * width)
        keys = [tuple(self.values[i][c] for i, c in zip(at, codes, strict=True)) for codes in decoded(kept).tolist()]
        return dict(zip(keys, summed.astype(np.float64).reshape(len(kept), width), strict=True))

    def _cells(self, at: list[int]) -> tuple[Ints, int, Callable[[Ints], Ints]]:
        """Which combination every row is, how many there may be, and the codes of some of them."""
        sizes = [max(len(self.values[i]), 1) for i in at]
        if np.prod(sizes, dtype=float) > _MAX_CELLS:
            cells, cell = distinct(self.codes[:, at])
            return cell, len(cells), lambda kept: cells[kept].astype(np.int64)
        flat = np.zeros(len(self.codes), dtype=np.int64)
        for i, size in zip(at, sizes, strict=True):
            flat = flat * size + self.codes[:, i]
        shape = tuple(sizes)
        return flat, int(np.prod(sizes)), lambda kept: _decoded(kept, shape)

    def series(self, where: Coordinates) -> Floats:
        """The weekly figures of one slice; counted once, for alarms ask of the same wider slices again and again."""
        key = tuple(sorted(where.items()))
        if key not in self._series:
            inside = self._inside(where)
            self._series[key] = np.bincount(self.week[inside], self.total[inside], self.weeks.count).astype(np.float64)
        return self._series[key].copy()

    def within(self, where: Coordinates) -> "TicketCube":
        """The rows of one slice only."""
        return self._kept(self._inside(where))

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        """What `tables.leaves` gives, from memory where that is possible."""
        where = {f.dimension: f.values[0] for f in filters if f.op == "in" and len(f.values) == 1}
        known = len(where) == len(filters) and where.keys() <= set(self.dims) and set(dims) <= set(self.dims)
        if metric != self.metric or not known or period is None or not self.covers(period):
            return leaves(self.workspace, metric, dims, period, filters)
        first, end = ((day - self.weeks.first).days // self.weeks.days for day in (period.start, period.end))
        part = self._kept(self._inside(where) & (self.week >= first) & (self.week < end))
        at = [self.dims.index(d) for d in dims]
        cells, cell = distinct(part.codes[:, at])
        summed = np.bincount(cell, part.total, len(cells)).astype(np.float64)
        return Leaves(tuple(dims), [self.values[i] for i in at], cells.astype(np.int64), summed, np.ones(len(cells)))

    def covers(self, period: Period) -> bool:
        """Whether a period is some of the weeks."""
        inside = self.weeks.first <= period.start <= period.end <= self.weeks.end
        return inside and all(
            (day - self.weeks.first).days % self.weeks.days == 0 for day in (period.start, period.end)
        )

    def _inside(self, where: Coordinates) -> Mask:
        inside = np.ones(len(self.codes), dtype=bool)
        for d, value in where.items():
            i = self.dims.index(d)
            # A value that no ticket has is the code of none.
            inside &= self.codes[:, i] == (self.values[i].index(value) if value in self.values[i] else -1)
        return inside

    def _kept(self, kept: Mask) -> "TicketCube":
        codes, week, total = self.codes[kept], self.week[kept], self.total[kept]
        return TicketCube(self.workspace, self.metric, self.dims, self.values, self.weeks, codes, week, total)


def _decoded(kept: Ints, shape: tuple[int, ...]) -> Ints:
    return np.stack(np.unravel_index(kept, shape), axis=1) if shape else np.zeros((len(kept), 0), dtype=np.int64)


def ticket_cube(workspace: Workspace, metric: str, weeks: Weeks) -> TicketCube:
    """All tickets of some weeks (or days) by every dimension that may explain a change."""
    grain: Grain = "day" if weeks.days == 1 else "week"
    found = rows(
        workspace.warehouse, metric, candidate_dimensions(workspace.warehouse), period=weeks.period, grain=grain
    )
    place = np.array([(first - weeks.first).days // weeks.days for first in found.buckets], dtype=np.int64)
    week = place[found.bucket]
    return TicketCube(workspace, metric, found.dims, found.values, weeks, found.codes, week, found.total)


def event_counts(event: TicketCube) -> Callable[[Coordinates], Floats | None]:
    """Counts of an event within any slice: slice -> float [weeks], or None where it has no ticket there."""
    known: dict[tuple[str, ...], Table] = {}

    def counts(slice_: Coordinates) -> Floats | None:
        dims = tuple(slice_)
        if dims not in known:
            known[dims] = event.weekly(dims)
        return known[dims].get(tuple(slice_.values()))

    return counts


def exposure_dimensions(workspace: Workspace) -> tuple[str, ...]:
    """The dimensions that exposure knows, if there is any."""
    known = [c.name for c in FACTS["exposure"].columns if c.given and c.kind == "text"]
    counted = ", ".join(f"count({name}) AS {name}" for name in known)
    row = workspace.warehouse.query(f"SELECT {counted} FROM exposure").to_pylist()[0]
    return tuple(name for name in known if row[name])
