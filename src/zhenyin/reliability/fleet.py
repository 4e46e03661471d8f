"""The lives of units, brought together: who was shipped when, and who failed first when, by model, batch or version."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from zhenyin.core.arrays import Floats, Ints
from zhenyin.core.errors import Invalid, NotFound
from zhenyin.core.schema import Coordinates
from zhenyin.job.workspace import Workspace
from zhenyin.question.cube import cube
from zhenyin.question.filters import Filter
from zhenyin.question.sums import span
from zhenyin.reliability import facts
from zhenyin.reliability.cohorts import Cohorts
from zhenyin.reliability.completeness import completeness_by_month, next_month
from zhenyin.reliability.life_table import life_table

_KEYS = {"model": ("model",), "batch": ("model", "batch"), "version": ("model", "batch")}
GROUPINGS = tuple(_KEYS)


@dataclass(frozen=True, slots=True)
class Group:
    """One model, batch or version, `where`, with its units, `cohorts`, and its product lines, `lines`."""

    where: Coordinates
    cohorts: Cohorts = field(repr=False)
    lines: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fleet:
    """All groups on one calendar.

    by: what groups are. months: first days; the last may be unfinished. groups: with their cohorts. unassigned: the share of
    failures that do not say which unit failed or when it was sold; they are distributed as the others are. before: failures
    of units that were shipped before the record begins; they are left out. seasonal: factors of the twelve months of a year,
    by product line. failure_limit: share of units in service that may fail in a month.
    """

    by: str
    months: list[date]
    groups: tuple[Group, ...] = field(repr=False)
    unassigned: float
    before: int
    seasonal: dict[str, Floats] = field(repr=False)
    failure_limit: float

    def season(self, group: Group, ahead: int = 0) -> Floats:
        """Seasonal factors of the group's product lines: float [months + ahead], 1 on average over a year."""
        of_lines = [self.seasonal[line] for line in sorted(group.lines) if line in self.seasonal]
        by_calendar = np.mean(of_lines, axis=0) if of_lines else np.ones(12)
        first = self.months[0].month - 1
        season: Floats = by_calendar[(first + np.arange(len(self.months) + ahead)) % 12]
        return season


def by_age(found: Fleet, group: Group) -> tuple[Floats, Floats]:
    """First failures of a group, and units at risk times seasonal factor, by months in service: float [months] each.

    found: the fleet that the group belongs to.
    """
    table = life_table(group.cohorts, found.season(group))
    short = (0, len(found.months) - table.ages)
    assert table.season is not None
    return np.pad(table.failed, short), np.pad(table.at_risk * table.season, short)


def fleet(workspace: Workspace, by: str, filters: Iterable[Filter] = ()) -> Fleet:
    """All groups of the units in service, with their first failures.

    by: what groups are: model, batch or version. filters: of units and of failures. Raises Invalid (`life-by-unknown`,
    `life-filter`), and NotFound (`no-units`) without units in service or tickets.
    """
    if by not in GROUPINGS:
        raise Invalid(
            "life-by-unknown",
            en=f"Lifetimes cannot be grouped by {by!r}. Use one of {', '.join(GROUPINGS)}.",
            zh=f"寿命不能按 {by} 查看。可用：{'、'.join(GROUPINGS)}。",
        )
    filters, keys = tuple(filters), _KEYS[by]
    cuts = (*keys, "version") if by == "version" else keys
    in_service = facts.units_in_service(workspace.warehouse, filters, cuts)
    known = span(workspace.warehouse)
    if known is None or not in_service.num_rows:
        raise _no_units()
    units = _Units(in_service, keys, known.until.date())
    failures = units.place(facts.first_failures(workspace.warehouse, filters, cuts), by == "version")
    seen = completeness_by_month(workspace, units.months, known.until.date()) * (1 - failures.unassigned)
    groups = units.by_version(failures, seen) if by == "version" else units.by_key(failures, seen)
    limit = workspace.settings.failure_limit_per_thousand / 1_000
    return Fleet(by, units.months, groups, failures.unassigned, failures.before, _seasonal_factors(workspace), limit)


@dataclass(frozen=True, slots=True)
class _Placed:
    """Failures by cohort and month; by version as well where asked for."""

    failed: Floats
    by_version: dict[str, Floats]
    unassigned: float
    before: int


class _Units:
    """Cohorts of the units in service: one for each key and month of shipping."""

    def __init__(self, rows: pa.Table, keys: tuple[str, ...], until: date) -> None:
        self.keys = keys
        self.rows = [row for row in rows.to_pylist() if all(row[k] for k in keys) and row["month"] <= until]
        if not self.rows:
            raise _no_units()
        first = min(row["month"] for row in self.rows)
        self.months = _calendar(first, until)
        self.at = {month: i for i, month in enumerate(self.months)}
        self.lines: dict[tuple[str, ...], set[str]] = {}
        for row in self.rows:
            self.lines.setdefault(self._key(row), set()).add(row["product_line"] or "")
        self.shipped = self._shipped()
        self.cohorts = [
            (key, i) for key in sorted(self.shipped) for i in np.flatnonzero(self.shipped[key] > 0).tolist()
        ]
        self.number = {cohort: i for i, cohort in enumerate(self.cohorts)}

    def _key(self, row: dict[str, Any]) -> tuple[str, ...]:
        return tuple(row[k] for k in self.keys)

    def _sums(self, column: str) -> dict[tuple[str, ...], Floats]:
        sums: dict[tuple[str, ...], Floats] = {}
        for row in self.rows:
            sums.setdefault(self._key(row), np.zeros(len(self.months)))[self.at[row["month"]]] += row[column] or 0.0
        return sums

    def _shipped(self) -> dict[tuple[str, ...], Floats]:
        """Units by month of shipping. Where shipments are not recorded, by how much the units in service grew."""
        if any(row["shipped"] for row in self.rows):
            return self._sums("shipped")
        return {key: np.maximum(np.diff(units, prepend=units[0]), 0.0) for key, units in self._sums("units").items()}

    def place(self, rows: pa.Table, versions: bool) -> _Placed:
        """Every first failure to the cohort of its unit: the last shipment of its key that was not after its sale."""
        failed = np.zeros((len(self.cohorts), len(self.months)))
        by_version: dict[str, Floats] = {}
        placed = before = lost = 0
        for row in rows.to_pylist():
            cohort, month, units = self._cohort(row), self.at.get(row["month"]), row["units"]
            if row["sold"] is not None and row["sold"] < self.months[0]:
                before += units
            elif cohort is None or month is None or month < self.cohorts[cohort][1]:
                lost += units
            else:
                placed += units
                failed[cohort, month] += units
                if versions and row["version"]:
                    by_version.setdefault(row["version"], np.zeros_like(failed))[cohort, month] += units
        return _Placed(failed, by_version, lost / max(placed + before + lost, 1), before)

    def _cohort(self, row: dict[str, Any]) -> int | None:
        shipped, sold = self.shipped.get(self._key(row)), self.at.get(row["sold"])
        if shipped is None or sold is None:
            return None
        earlier = np.flatnonzero(shipped[: sold + 1] > 0)
        return self.number[self._key(row), int(earlier[-1])] if len(earlier) else None

    def _made(self, chosen: Ints, failed: Floats, seen: Floats, **part: Floats) -> Cohorts:
        shipped = np.array([self.shipped[self.cohorts[i][0]][self.cohorts[i][1]] for i in chosen.tolist()])
        shipped_in = np.array([self.cohorts[i][1] for i in chosen.tolist()], dtype=np.int64)
        return Cohorts(shipped, shipped_in, failed[chosen], seen, **part)

    def by_key(self, placed: _Placed, seen: Floats) -> tuple[Group, ...]:
        chosen: dict[tuple[str, ...], list[int]] = {}
        for number, (key, _) in enumerate(self.cohorts):
            chosen.setdefault(key, []).append(number)
        return tuple(
            Group(
                dict(zip(self.keys, key, strict=True)),
                self._made(np.array(numbers), placed.failed, seen),
                frozenset(self.lines[key]),
            )
            for key, numbers in chosen.items()
        )

    def by_version(self, placed: _Placed, seen: Floats) -> tuple[Group, ...]:
        """A version has, of each batch, the part of its units that runs it in a month: units come to it and leave it.

        One whose batches were all shipped before the record begins has no units whose age is known, and is left out.
        """
        total = self._sums("units")
        shares_of_version: dict[str, dict[tuple[str, ...], Floats]] = {}
        for row in self.rows:
            if row["version"]:
                own = shares_of_version.setdefault(row["version"], {}).setdefault(
                    self._key(row), np.zeros(len(self.months))
                )
                own[self.at[row["month"]]] += row["units"] or 0.0
        aged = {key for key, _ in self.cohorts}
        return tuple(
            self._version(version, shares_of_version[version], total, placed, seen)
            for version in sorted(shares_of_version)
            if not aged.isdisjoint(shares_of_version[version])
        )

    def _version(
        self,
        version: str,
        shares_of_version: dict[tuple[str, ...], Floats],
        total: dict[tuple[str, ...], Floats],
        placed: _Placed,
        seen: Floats,
    ) -> Group:
        chosen = np.array([i for i, (key, _) in enumerate(self.cohorts) if key in shares_of_version], dtype=np.int64)
        nothing = np.zeros(len(self.months))
        keys = [self.cohorts[i][0] for i in chosen.tolist()]
        share = np.array([shares_of_version[key] / np.maximum(total[key], 1e-12) for key in keys]).reshape(
            len(keys), len(nothing)
        )
        own = placed.by_version.get(version, np.zeros_like(placed.failed))[chosen]
        lines = frozenset(line for key in keys for line in self.lines[key])
        return Group({"version": version}, self._made(chosen, placed.failed, seen, share=share, own=own), lines)


def _calendar(first: date, until: date) -> list[date]:
    months, month = [], first.replace(day=1)
    while month <= until:
        months.append(month)
        month = next_month(month)
    return months


def _seasonal_factors(workspace: Workspace) -> dict[str, Floats]:
    """By product line, float [12]: the failure rate of each calendar month against the year's, from whole years."""
    sums = cube(workspace.warehouse, "failure_rate", ("product_line",), grain="month")
    whole = len(sums.buckets) - (1 if sums.incomplete else 0)
    years = whole // 12
    if not years:
        return {}
    last = slice(whole - 12 * years, whole)
    places = np.array([day.month - 1 for day in sums.buckets[last]])
    found = {}
    for row, (code,) in enumerate(sums.codes.tolist()):
        events, at_risk = sums.numerator[row, last], sums.denominator[row, last]
        if at_risk.min(initial=np.inf) <= 0 or events.sum() < 12 * _LEAST_A_MONTH:
            continue
        # Each year against its own mean, so that growth or decay over the years is not taken for a season.
        rate = (events / at_risk).reshape(years, 12)
        relative = (rate / rate.mean(axis=1, keepdims=True)).ravel()
        found[sums.values[0][code]] = np.array([relative[places == month].mean() for month in range(12)])
    return found


_LEAST_A_MONTH = 20
"""A month's busyness is read from so many failures a month, or not at all."""


def _no_units() -> NotFound:
    return NotFound(
        "no-units",
        en="There are no units in service for this. Import a shipments table with month, model and units in service.",
        zh="没有对应的在保量数据。请导入出货与在保表（月份、型号、在保量）。",
    )
