"""What intake asks of the warehouse: problems of rows, filled fields, and when which source spoke."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from zhenyin.core.words import Words
from zhenyin.warehouse.expressions import name, text
from zhenyin.warehouse.facts import TICKETS
from zhenyin.warehouse.gateway import Warehouse

_HERE = "import_batch IN (SELECT import_batch FROM imports)"


@dataclass(frozen=True, slots=True)
class SourceActivity:
    """What a source said over time. `first`, `last`: the days of its first and last ticket."""

    source: str
    tickets: int
    last_at: datetime
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class SourceGap:
    """Days without any ticket of a source: the first and the last of them."""

    source: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one row; line 0 speaks of the whole table. table: the fact that the row was for."""

    line: int
    table: str | None
    column: str | None
    value: str | None
    rule: str
    reason: Words


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many rows broke a rule."""

    rule: str
    n: int


@dataclass(frozen=True, slots=True)
class Filled:
    """How many of `total` tickets have a value."""

    n: int
    total: int

    @property
    def share(self) -> float | None:
        """None without any ticket."""
        return self.n / self.total if self.total else None


def problems(warehouse: Warehouse, batch: str, rule: str | None, limit: int, offset: int) -> list[Problem]:
    """A page of the problems of one import."""
    chosen = _of(batch) + (f" AND rule = {text(rule)}" if rule else "")
    page = warehouse.query(
        f"""SELECT line, fact, column_name, value, rule, reason_zh, reason_en FROM row_problems WHERE {chosen}
            ORDER BY line, rule, column_name LIMIT {limit:d} OFFSET {offset:d}"""
    )
    return [_problem(row) for row in page.to_pylist()]


def problem_counts(warehouse: Warehouse, batch: str | None = None) -> list[RuleCount]:
    """How many rows of one import (of all where None) broke each rule, the most frequent first."""
    found = warehouse.query(
        f"""SELECT rule, count(*) AS n FROM row_problems WHERE {_HERE if batch is None else _of(batch)}
            GROUP BY rule ORDER BY n DESC, rule"""
    )
    return [RuleCount(**row) for row in found.to_pylist()]


def filled(warehouse: Warehouse) -> tuple[dict[str, Filled], Filled]:
    """How many tickets have each field that a source may bring; and how many have no category, even after labelling."""
    names = TICKETS.names(given=True)
    counts = ", ".join(f"count({name(field)}) AS {name(field)}" for field in names)
    row = warehouse.query(f"SELECT count(*) AS all_rows, {counts} FROM tickets").to_pylist()[0]
    total = row["all_rows"]
    return {field: Filled(row[field], total) for field in names}, Filled(total - row["category"], total)


def source_activity(warehouse: Warehouse) -> list[SourceActivity]:
    """Every source that has tickets."""
    found = warehouse.query(
        """SELECT source, count(*) AS tickets, max(created_at) AS last_at, min(created_at)::DATE AS first,
                  max(created_at)::DATE AS last FROM tickets WHERE valid GROUP BY source ORDER BY source"""
    )
    return [SourceActivity(**row) for row in found.to_pylist()]


def gaps(warehouse: Warehouse, shortest: int) -> list[SourceGap]:
    """Days in a row without a ticket between two tickets of a source, `shortest` days or more."""
    found = warehouse.query(
        f"""SELECT source, day + 1 AS first, later - 1 AS last FROM (
                SELECT source, day, lead(day) OVER (PARTITION BY source ORDER BY day) AS later
                FROM (SELECT DISTINCT source, created_at::DATE AS day FROM tickets WHERE valid))
            WHERE later - day > {shortest:d} ORDER BY source, first"""
    )
    return [SourceGap(**row) for row in found.to_pylist()]


def _of(batch: str) -> str:
    return f"import_batch = {text(batch)}"


def _problem(row: dict[str, Any]) -> Problem:
    reason = Words(row["reason_zh"], row["reason_en"])
    return Problem(row["line"], row["fact"], row["column_name"], row["value"], row["rule"], reason)
