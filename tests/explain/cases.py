"""Tables of cases: tickets in groups of like ones, spread evenly over a period and the one before it."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from fixtures_facts import ticket
from zhenyin.question.period import Period

FOLDER = Path(__file__).parents[1] / "cases" / "explain"
FIRST = date(2026, 1, 5)
DAYS = 56
BEFORE = Period(FIRST, FIRST + timedelta(days=DAYS))
NOW = Period(BEFORE.end, BEFORE.end + timedelta(days=DAYS))
ATTRIBUTES = ("product", "model", "version", "batch", "category", "fault", "province", "city", "agent")
SPREAD = (0.4, 0.6, 0.8, 0.9, 1.0, 1.1, 1.2, 1.4, 1.6, 2.0)
"""Times of ten tickets over their level, for quantiles."""

Row = dict[str, str]


def read(name: str) -> list[Row]:
    """The rows of a table of cases."""
    with (FOLDER / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def tickets_of(case: str, *, spread: bool = False) -> list[dict[str, Any]]:
    """The tickets of a case. spread: whether the hours of a group differ."""
    made: list[dict[str, Any]] = []
    for row in read("tickets.csv"):
        if row["case"] == case:
            for name, period in (("before", BEFORE), ("now", NOW)):
                made += _group(len(made), row, name, period, SPREAD if spread else (1.0,))
    return made


def _group(first: int, row: Row, name: str, period: Period, spread: tuple[float, ...]) -> Iterator[dict[str, Any]]:
    count, marked = int(row[name]), int(row[f"marked_{name}"] or 0)
    given: dict[str, Any] = {key: row[key] for key in ATTRIBUTES if row[key]}
    for i in range(count):
        # Nine o'clock, so that the hour of the day explains nothing.
        at = datetime.combine(period.start + timedelta(days=i * DAYS // count), datetime.min.time(), None)
        more: dict[str, Any] = {"customer_id": f"c{first + i}"}
        if row[f"hours_{name}"]:
            hours = float(row[f"hours_{name}"]) * spread[i % len(spread)]
            more["resolved_at"] = at + timedelta(hours=9, seconds=round(hours * 3600))
        # Spread evenly over the group, as the tickets over the period.
        mark = (i + 1) * marked // count > i * marked // count
        if marked:
            more |= {"reopens": int(mark)} | ({"kind": "投诉"} if mark else {})
        if row["sold_days"]:
            more["sold_at"] = datetime.combine(FIRST, datetime.min.time()) - timedelta(days=int(row["sold_days"]))
        yield ticket(first + i, at + timedelta(hours=9), **given) | more
