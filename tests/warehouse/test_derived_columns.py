"""Columns that follow from others of the same row: the end of a ticket, and the moment at which a rating counts."""

from datetime import datetime
from typing import Any

import pyarrow as pa
import pytest
from tests.warehouse.batches import START, hours, records

from fixtures_cases import table
from zhenyin.question.models import Question
from zhenyin.question.service import answer
from zhenyin.warehouse import tables
from zhenyin.warehouse.derived_columns import derived_columns
from zhenyin.warehouse.gateway import Warehouse

TIME = pa.timestamp("us")


def _put(warehouse: Warehouse, **row: Any) -> None:
    """One ticket of these columns alone."""
    given = {"ticket_id": "t:1", "created_at": START, **row}
    types = {name: TIME if name.endswith("_at") else None for name in given}
    with warehouse.writing() as cursor:
        cursor.lend("given", pa.table({name: pa.array([value], types[name]) for name, value in given.items()}))
        tables.put(cursor, "tickets", "given")


def _at(text: str) -> datetime | None:
    return hours(float(text)) if text else None


@pytest.mark.parametrize("sparse", [False, True], ids=["all columns", "those that say something"])
@table("warehouse/ends.csv", ["resolved", "closed", "status", "ended", "waited", "is_closed"])
def test_a_ticket_ends_by_its_times_or_by_its_word(
    warehouse: Warehouse, resolved: str, closed: str, status: str, ended: str, waited: str, is_closed: str, sparse: bool
) -> None:
    row = {"resolved_at": _at(resolved), "closed_at": _at(closed), "status": status or None}
    _put(warehouse, **({name: value for name, value in row.items() if value is not None} if sparse else row))
    query = "SELECT ended_at, waited, closed FROM tickets"
    assert records(warehouse, query) == [(_at(ended), waited == "yes", is_closed == "yes")]


@pytest.mark.parametrize(
    ("row", "scored"),
    [
        ({"csat": 5.0, "rated_at": hours(9), "closed_at": hours(3), "resolved_at": hours(2)}, 9),
        ({"csat": 5.0, "closed_at": hours(3), "resolved_at": hours(2)}, 3),
        ({"csat": 5.0, "resolved_at": hours(2)}, 2),
        ({"csat": 5.0}, 0),
        ({"nps": 0.0, "rated_at": hours(9)}, 9),
        ({"csat": None, "nps": 10.0, "rated_at": None, "closed_at": hours(3)}, 3),
        ({"rated_at": hours(9)}, None),
        ({"csat": None, "nps": None, "rated_at": hours(9)}, None),
    ],
)
def test_a_rating_counts_when_it_was_given_or_the_ticket_ended(
    warehouse: Warehouse, row: dict[str, Any], scored: float | None
) -> None:
    types = {"csat": pa.float64(), "nps": pa.float64()}
    given = {"ticket_id": "t:1", "created_at": START, **row}
    with warehouse.writing() as cursor:
        columns = {
            name: pa.array([value], types.get(name, TIME if "_at" in name else None)) for name, value in given.items()
        }
        cursor.lend("given", pa.table(columns))
        tables.put(cursor, "tickets", "given")
    expected = None if scored is None else hours(scored)
    assert records(warehouse, "SELECT scored_at FROM tickets") == [(expected,)]


ENDS = {"ended_at", "waited", "closed", "ends_recorded"}


@pytest.mark.parametrize(
    ("fact", "present", "made"),
    [
        ("tickets", ["created_at"], ENDS | {"scored_at"}),
        ("tickets", ["created_at", "resolved_at"], ENDS | {"scored_at", "resolution_seconds"}),
        ("tickets", ["resolved_at", "status"], set()),
        ("events", ["created_at", "resolved_at"], set()),
    ],
)
def test_only_what_the_columns_tell_is_worked_out(fact: str, present: list[str], made: set[str]) -> None:
    assert set(derived_columns(fact, present)) == made


def test_what_follows_from_other_columns_is_worked_out_anew(warehouse: Warehouse) -> None:
    _put(warehouse, resolved_at=hours(2), resolution_seconds=5, waited=False, stage="closed")
    assert records(warehouse, "SELECT resolution_seconds, waited, closed FROM tickets") == [(7200, True, False)]
    assert "stage" not in warehouse.query("FROM tickets").column_names


@pytest.mark.parametrize(
    ("present", "recorded"),
    [
        ([], False),
        (["description"], False),
        (["status"], True),
        (["resolved_at"], True),
        (["closed_at", "status"], True),
    ],
)
def test_a_source_records_ends_where_it_has_a_column_for_them(present: list[str], recorded: bool) -> None:
    made = derived_columns("tickets", ["created_at", *present])
    assert made["ends_recorded"] == str(recorded).lower()


def test_tickets_of_a_chat_are_neither_open_nor_unclosed(warehouse: Warehouse) -> None:
    with warehouse.writing() as cursor:
        for name, more in (("chat", {}), ("desk", {"status": pa.array(["处理中", "已关闭"])})):
            rows = {"ticket_id": pa.array([f"{name}1", f"{name}2"]), "created_at": pa.array([START, START], TIME)}
            valid = {"valid": pa.array([True, True]), "source": pa.array([name, name])}
            cursor.lend("given", pa.table(rows | valid | more))
            tables.put(cursor, "tickets", "given")
    figures = {
        key: answer(warehouse, Question((key,))).cells[0].estimate
        for key in ("ticket_count", "backlog", "closure_rate")
    }
    assert [figures[key].value for key in ("ticket_count", "backlog", "closure_rate")] == [4, 1, 0.5]
    assert figures["closure_rate"].denominator == 2
