"""What intake asks of the warehouse: problems of rows, filled fields, and when which source spoke."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from zhenyin.intake.titles import rule_title
from zhenyin.warehouse.expressions import name, text
from zhenyin.warehouse.facts import TICKETS
from zhenyin.warehouse.gateway import Warehouse

_HERE = "import_batch IN (SELECT import_batch FROM imports)"


@dataclass(frozen=True, slots=True)
class Spoke:
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
class Gap:
    """Days without any ticket of a source: the first and the last of them."""

    source: str
    first: date
    last: date


def problems(warehouse: Warehouse, batch: str, rule: str | None, limit: int, offset: int) -> dict[str, Any]:
    """A page of the problems of one import, with counts by rule over all of them."""
    own = f"import_batch = {text(batch)}"
    chosen = own + (f" AND rule = {text(rule)}" if rule else "")
    by_rule = _by_rule(warehouse, own)
    page = warehouse.query(
        f"""SELECT line, fact, column_name, value, rule, reason_zh, reason_en FROM row_problems WHERE {chosen}
            ORDER BY line, rule, column_name LIMIT {limit:d} OFFSET {offset:d}"""
    )
    total = sum(one["n"] for one in by_rule if rule in (None, one["rule"]))
    return {"total": total, "by_rule": by_rule, "rows": [_problem(row) for row in page.to_pylist()]}


def all_problems(warehouse: Warehouse) -> list[dict[str, Any]]:
    """How many rows of all imports broke each rule, the most frequent first."""
    return _by_rule(warehouse, _HERE)


def filled(warehouse: Warehouse) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """How many tickets have each field that a source may bring; and how many have no category, even after labelling."""
    names = TICKETS.names(given=True)
    counts = ", ".join(f"count({name(field)}) AS {name(field)}" for field in names)
    row = warehouse.query(f"SELECT count(*) AS all_rows, {counts} FROM tickets").to_pylist()[0]
    total = row["all_rows"]
    fields = [
        {"field": field, "title": TICKETS[field].words.as_dict(), "filled": _share(row[field], total), "n": row[field]}
        for field in names
    ]
    blank = total - row["category"]
    return fields, {"n": blank, "share": _share(blank, total)}


def spoke(warehouse: Warehouse) -> list[Spoke]:
    """Every source that has tickets."""
    found = warehouse.query(
        """SELECT source, count(*) AS tickets, max(created_at) AS last_at, min(created_at)::DATE AS first,
                  max(created_at)::DATE AS last FROM tickets WHERE valid GROUP BY source ORDER BY source"""
    )
    return [Spoke(**row) for row in found.to_pylist()]


def gaps(warehouse: Warehouse, shortest: int) -> list[Gap]:
    """Days in a row without a ticket between two tickets of a source, `shortest` days or more."""
    found = warehouse.query(
        f"""SELECT source, day + 1 AS first, later - 1 AS last FROM (
                SELECT source, day, lead(day) OVER (PARTITION BY source ORDER BY day) AS later
                FROM (SELECT DISTINCT source, created_at::DATE AS day FROM tickets WHERE valid))
            WHERE later - day > {shortest:d} ORDER BY source, first"""
    )
    return [Gap(**row) for row in found.to_pylist()]


def _by_rule(warehouse: Warehouse, which: str) -> list[dict[str, Any]]:
    found = warehouse.query(
        f"SELECT rule, count(*) AS n FROM row_problems WHERE {which} GROUP BY rule ORDER BY n DESC, rule"
    )
    return [
        {"rule": row["rule"], "title": rule_title(row["rule"]).as_dict(), "n": row["n"]} for row in found.to_pylist()
    ]


def _problem(row: dict[str, Any]) -> dict[str, Any]:
    own = {"line": row["line"], "table": row["fact"], "column": row["column_name"], "value": row["value"]}
    return {**own, "rule": row["rule"], "reason": {"zh": row["reason_zh"], "en": row["reason_en"]}}


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
