"""Tickets and their events out of a table with one row per change, whatever the order of its rows."""

from typing import Any

import pyarrow as pa
import pytest
from tests.warehouse.batches import START, hours

from fixtures_cases import table
from zhenyin.warehouse import event_log, load
from zhenyin.warehouse.engines import Cursor

Rows = list[dict[str, Any]]


def _rebuilt(cursor: Cursor, rows: Rows) -> tuple[Rows, Rows]:
    """Events in their order and tickets by number; `line` is the place in the list, and the rows come in backwards."""
    given = [name for name in rows[0] if name != "line"]
    kinds = {"at": pa.timestamp("us"), "created_at": pa.timestamp("us"), "line": pa.int64()}
    back = [{"line": at, **row} for at, row in enumerate(rows, 2)][::-1]
    columns = {name: pa.array([row[name] for row in back], kinds.get(name, pa.string())) for name in ("line", *given)}
    cursor.lend("given", pa.table(columns))
    extra = "MAP {'line': line::VARCHAR}"
    cursor.run(f"CREATE OR REPLACE TEMP TABLE typed AS SELECT *, {extra} AS extra, 0::BIGINT AS bad FROM given")
    event_log.rebuild(cursor, given)
    events = [
        row for part in cursor.run('FROM typed_events ORDER BY source_id, "at", line') for row in part.to_pylist()
    ]
    return events, [row for part in cursor.run("FROM typed ORDER BY source_id") for row in part.to_pylist()]


def _changes(text: str, number: str = "1") -> Rows:
    names = ("activity", "team", "actor", "status")
    rows = []
    for line in text.splitlines():
        hour, *cells = line.split("|")
        said = {name: cell or None for name, cell in zip(names, cells, strict=True)}
        rows.append({"source_id": number, "at": hours(float(hour)), **said})
    silent = [name for name in names if not any(row[name] for row in rows)]
    return [{name: cell for name, cell in row.items() if name not in silent} for row in rows]


@table("warehouse/logs.csv", ["changes", "events", "ticket"])
def test_steps_and_tickets_follow_from_changes(cursor: Cursor, changes: str, events: str, ticket: str) -> None:
    found, tickets = _rebuilt(cursor, _changes(changes))
    assert [(e["activity"], e["from_value"] or "", e["to_value"] or "") for e in found] == [
        tuple(line.split("|")) for line in events.splitlines()
    ]
    expected = dict(part.split("=") for part in ticket.split())
    moments = {"first_response_at": "first", "resolved_at": "resolved", "closed_at": "closed"}
    one = tickets[0]
    assert {name: one[name] for name in moments} == {
        name: hours(float(expected[short])) if short in expected else None for name, short in moments.items()
    }
    assert (one["created_at"], one["line"]) == (START, len(found) + 1)
    assert (one["transfers"], one["reopens"]) == (int(expected.get("transfers", 0)), int(expected.get("reopens", 0)))
    assert one["status"] == expected["status"], "the last that was said, or the last step"


def test_what_was_said_last_is_said_of_the_ticket(cursor: Cursor) -> None:
    rows = [
        {"source_id": "1", "at": hours(n), "product": product, "team": team, "agent": agent}
        for n, (product, team, agent) in enumerate((("A", "T1", "li"), ("B", "T2", None), (None, "T3", "wang")))
    ]
    _, tickets = _rebuilt(cursor, rows)
    assert [(one["product"], one["team"], one["agent"]) for one in tickets] == [("B", "T3", "wang")]
    assert dict(tickets[0]["extra"]) == {"line": "4"}


def test_the_last_person_is_the_agent_where_no_column_says_so(cursor: Cursor) -> None:
    _, tickets = _rebuilt(cursor, _changes("0||A|li|新建\n1||A|wang|处理中\n2||A||已解决"))
    assert tickets[0]["agent"] == "wang"


@pytest.mark.parametrize(("created", "hour"), [(None, 0), (-5, -5), (3, 3)])
def test_a_ticket_was_created_when_its_log_says_so(cursor: Cursor, created: float | None, hour: float) -> None:
    rows = [
        {"source_id": "1", "at": hours(n), "created_at": None if created is None or n == 0 else hours(created)}
        for n in range(3)
    ]
    assert _rebuilt(cursor, rows)[1][0]["created_at"] == hours(hour)


def test_tickets_are_told_from_each_other(cursor: Cursor) -> None:
    rows = _changes("0||A|li|新建\n3||B|li|已解决", "1") + _changes("1||A|li|新建\n2||A|li|已关闭", "2")
    events, tickets = _rebuilt(cursor, [rows[at] for at in (0, 2, 1, 3)])
    assert [(e["source_id"], e["activity"]) for e in events] == [
        ("1", "reported"), ("1", "resolved"), ("2", "reported"), ("2", "closed"),
    ]  # fmt: skip
    assert [(one["source_id"], one["created_at"]) for one in tickets] == [("1", START), ("2", hours(1))]
    assert load.one(cursor, "SELECT count(*) FROM typed") == 2


def test_values_that_the_log_gives_stay(cursor: Cursor) -> None:
    rows = [
        {"source_id": "1", "at": hours(n), "status": status, "from_value": old, "to_value": new}
        for n, (status, old, new) in enumerate(
            (("新建", None, None), ("处理中", "待派", None), ("已解决", None, "好了"))
        )
    ]
    events, _ = _rebuilt(cursor, rows)
    assert [(e["from_value"], e["to_value"]) for e in events] == [
        (None, "新建"),
        ("待派", "处理中"),
        ("处理中", "好了"),
    ]


def test_a_step_keeps_the_word_of_its_source(cursor: Cursor) -> None:
    events, _ = _rebuilt(cursor, _changes("0|Created|A|li|\n1|Reply to customer|A|wang|"))
    assert [(e["step"], e["activity"]) for e in events] == [("Created", "reported"), ("Reply to customer", "replied")]
    events, _ = _rebuilt(cursor, _changes("0||A|li|新建\n1||A|li|已解决"))
    assert [e["step"] for e in events] == ["新建", "已解决"]
