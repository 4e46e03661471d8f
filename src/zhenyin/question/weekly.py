"""Weekly figures of slices: counts and exposures of whole weeks, by the values of some dimensions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.job.workspace import Workspace
from zhenyin.question.cube import Cube, cube
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.sums import span

HISTORY_WEEKS = 116
Key = tuple[str, ...]
Table = dict[Key, Floats]
"""Weekly figures of slices: values of some dimensions -> float [weeks]. An unknown value is an empty text."""


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
    workspace: Workspace, metric: str, dims: Sequence[str], weeks: Weeks, filters: Sequence[Filter] = ()
) -> tuple[Table, Table]:
    """Weekly numerators and denominators of all slices of some dimensions."""
    sums = cube(workspace.warehouse, metric, tuple(dims), period=weeks.period, filters=tuple(filters))
    return _table(sums, sums.numerator, weeks), _table(sums, sums.denominator, weeks)


def _table(sums: Cube, figures: Floats, weeks: Weeks) -> Table:
    places = [(bucket - weeks.first).days // 7 for bucket in sums.buckets]
    inside = [i for i, place in enumerate(places) if 0 <= place < weeks.count]
    series = np.zeros((len(sums.codes), weeks.count))
    series[:, [places[i] for i in inside]] = figures[:, inside]
    keys: list[Key] = [
        tuple(side[code] for side, code in zip(sums.values, codes, strict=True)) for codes in sums.codes.tolist()
    ]
    return dict(zip(keys, series, strict=True))


def whole_weeks(workspace: Workspace, as_of: date | None) -> Weeks | None:
    """The weeks that had ended on that day and that the data covers; None when there is not one."""
    first, until = _span(workspace)
    if first is None or until is None:
        return None
    last = _scanned_until(until, as_of)
    # A week is whole when a later day has data, or when it is over by the calendar that was asked for.
    end = last - timedelta(days=last.weekday())
    start = first + timedelta(days=-first.weekday() % 7)
    count = min((end - start).days // 7, HISTORY_WEEKS)
    return Weeks(end - timedelta(weeks=count), count) if count > 0 else None


def scanned_until(workspace: Workspace, as_of: date | None) -> date | None:
    """The day after the last one that the data covers, or the day that was asked for if that is earlier."""
    _, until = _span(workspace)
    return _scanned_until(until, as_of) if until else None


def _scanned_until(until: datetime, as_of: date | None) -> date:
    known = until.date() + timedelta(days=1)
    return min(as_of, known) if as_of else known


def _span(workspace: Workspace) -> tuple[date | None, datetime | None]:
    known = span(workspace.warehouse)
    return (known.first.date(), known.until) if known else (None, None)


def summed(table: Table, dims: tuple[str, ...], kept: tuple[str, ...]) -> Table:
    """A table by fewer of its dimensions."""
    at = [dims.index(d) for d in kept]
    found: Table = {}
    for key, series in table.items():
        own = tuple(key[i] for i in at)
        found[own] = found[own] + series if own in found else series
    return found
