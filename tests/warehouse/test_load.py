"""The way of typed rows into the facts: once, by their key, named where something is wrong, and back out again."""

from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as pa
import pytest
from tests.warehouse.batches import AT, START, bring, hours, offered, origin, records, ticket, type_rows

from zhenyin.core.words import Words
from zhenyin.warehouse import ledger, load
from zhenyin.warehouse.facts import FACTS
from zhenyin.warehouse.gateway import Warehouse
from zhenyin.warehouse.load import Found

BAD = Words("坏", "bad")
TITLES = "SELECT source_id, title, import_batch FROM tickets ORDER BY source_id"


def test_a_row_knows_its_ticket_its_source_and_its_import(warehouse: Warehouse) -> None:
    rows = [ticket(7, title="漏水", channel="电话", resolved_at=hours(2)), ticket("O'Brien", title="异响")]
    assert bring(warehouse, "tickets", rows, origin("b1", "热线")) == (2, 0)
    found = warehouse.query("FROM tickets ORDER BY line").to_pylist()
    assert [(row["ticket_id"], row["source"], row["import_batch"], row["line"]) for row in found] == [
        ("热线:7", "热线", "b1", 2),
        ("热线:O'Brien", "热线", "b1", 3),
    ]
    assert [(row["channel"], row["resolution_seconds"]) for row in found] == [("电话", 7200), (None, None)]
    assert dict(found[0]["extra"]) == {"os": "Android"}
    assert {row["quality"] for row in found} == {None}
    assert {found[0][name] for name in ("repeat_of", "problem_id", "topic", "csat")} == {None}


def test_a_source_without_channels_is_one(warehouse: Warehouse) -> None:
    with offered(warehouse, "tickets", [ticket(1)], origin("b1", "热线")) as rows:
        assert rows[0]["channel"] == "热线"


def test_a_row_without_a_number_has_no_name(warehouse: Warehouse) -> None:
    with offered(warehouse, "events", [{"at": START, "activity": "x"}], origin("b1")) as rows:
        assert rows[0]["ticket_id"] is None


@pytest.mark.parametrize(
    ("created", "valid"),
    [
        (AT, True),
        (AT + timedelta(days=1), True),
        (AT + timedelta(days=1, microseconds=1), False),
        (datetime(1999, 1, 1), True),
        (None, False),
    ],
)
def test_a_ticket_from_the_future_does_not_count(warehouse: Warehouse, created: datetime | None, valid: bool) -> None:
    with offered(warehouse, "tickets", [{"source_id": "1", "created_at": created}], origin("b1")) as rows:
        assert rows[0]["valid"] is valid


@pytest.mark.parametrize(
    ("message", "template"),
    [
        ("pump stopped", "pump stopped"),
        ("error 17 at 0x1F3a", "error <*> at <*>"),
        ("code E21 after 3.5 s", "code <*> after <*>.<*> s"),
        ("dead beef", "dead beef"),
        ("id a1b2-c3", "id <*>-<*>"),
    ],
)
def test_lines_of_a_log_that_differ_in_numbers_have_one_template(
    warehouse: Warehouse, message: str, template: str
) -> None:
    with offered(warehouse, "logs", [{"device_id": "d", "at": START, "message": message}], origin("b1")) as rows:
        assert rows[0]["template"] == template


def test_a_status_tells_the_end_of_a_ticket_as_it_comes_in(warehouse: Warehouse) -> None:
    bring(
        warehouse,
        "tickets",
        [ticket(n, status=word) for n, word in enumerate(("已关闭", "处理中", "已解决", None))],
        origin("b1"),
    )
    assert records(warehouse, "SELECT closed, waited FROM tickets ORDER BY source_id") == [
        (True, False), (False, True), (True, False), (False, True),
    ]  # fmt: skip


def test_of_one_number_in_a_file_the_last_row_counts_and_the_others_are_named(warehouse: Warehouse) -> None:
    rows = [
        ticket(1, title="a"),
        ticket(2, title="b"),
        ticket(1, title="c"),
        ticket(1, title="d"),
        ticket(3, title="e"),
    ]
    assert bring(warehouse, "tickets", rows, origin("b1")) == (3, 2)
    assert records(warehouse, TITLES) == [("1", "d", "b1"), ("2", "b", "b1"), ("3", "e", "b1")]
    assert records(
        warehouse, "SELECT import_batch, fact, line, column_name, value, rule FROM row_problems ORDER BY line"
    ) == [
        ("b1", "tickets", 2, "source_id", "1", "same_id_again"),
        ("b1", "tickets", 4, "source_id", "1", "same_id_again"),
    ]
    assert records(warehouse, "SELECT line, quality FROM tickets ORDER BY line") == [(3, None), (5, None), (6, None)]


@pytest.mark.parametrize(
    ("fact", "key", "rest", "left"),
    [
        ("orders", "order_id", {"customer_id": "c", "at": START}, 1),
        ("customers", "customer_id", {}, 1),
        ("events", "source_id", {"at": START}, 2),
        ("logs", "device_id", {"at": START, "message": "pump stopped"}, 2),
    ],
)
def test_what_has_a_name_is_there_once(
    warehouse: Warehouse, fact: str, key: str, rest: dict[str, Any], left: int
) -> None:
    assert bring(warehouse, fact, [{key: "x", **rest}, {key: "x", **rest}], origin("b1")) == (left, 2 - left)


def test_a_row_that_lacks_what_it_must_have_is_kept_among_the_problems(warehouse: Warehouse) -> None:
    rows = [
        ticket(1),
        ticket(2, created_at=None),
        {"source_id": None, "created_at": None},
        {"source_id": None, "created_at": START},
    ]
    with warehouse.writing() as cursor:
        type_rows(cursor, "tickets", rows)
        load.begin(cursor)
        load.quarantine_rows(cursor, "tickets", "SELECT line, 'row ' || line AS text FROM typed")
        left = [row for part in cursor.run("SELECT line FROM typed") for row in part.to_pylist()]
        found = [tuple(row.values()) for part in cursor.run("FROM found ORDER BY line") for row in part.to_pylist()]
    assert left == [{"line": 2}]
    assert [row[:5] for row in found] == [
        ("tickets", 3, "created_at", "row 3", "missing_required"),
        ("tickets", 4, "source_id, created_at", "row 4", "missing_required"),
        ("tickets", 5, "source_id", "row 5", "missing_required"),
    ]
    assert all(zh and en and marks for *_, zh, en, marks in found)


def test_where_nothing_is_missing_nothing_is_taken_away(warehouse: Warehouse) -> None:
    with warehouse.writing() as cursor:
        type_rows(cursor, "tickets", [ticket(1), ticket(2)])
        load.begin(cursor)
        load.quarantine_rows(cursor, "tickets", "SELECT nothing FROM nowhere")
        assert load.one(cursor, "SELECT count(*) FROM typed") == 2


def test_a_row_is_marked_with_the_rules_it_broke(warehouse: Warehouse) -> None:
    def found(rule: str, line: int, value: str = "v", marks: bool = True) -> Found:
        return Found(rule, BAD, f"SELECT {line} AS line, 'title' AS column_name, '{value}' AS value", marks)

    rules = [
        found("b", 2),
        found("a", 2),
        found("b", 2, "again"),
        found("note", 3, marks=False),
        found("long", 4, "x" * 2_500),
    ]
    assert bring(warehouse, "tickets", [ticket(n) for n in range(4)], origin("b1"), rules) == (4, 5)
    assert records(warehouse, "SELECT line, quality FROM tickets ORDER BY line") == [
        (2, "a,b"), (3, None), (4, "long"), (5, None),
    ]  # fmt: skip
    assert records(warehouse, "SELECT rule, length(value), reason_zh, reason_en FROM row_problems WHERE line = 4") == [
        ("long", 2_000, "坏", "bad")
    ]


def test_what_a_reader_found_wrong_marks_the_row(warehouse: Warehouse) -> None:
    names = ("column_name", "value", "rule", "reason_zh", "reason_en")
    read = pa.table({"line": [3], **{name: [name] for name in names}})
    with warehouse.writing() as cursor:
        load.begin(cursor)
        load.take_problems(cursor, "tickets", read)
        found = [row for part in cursor.run("FROM found") for row in part.to_pylist()]
    assert found == [{"fact": "tickets", "line": 3, **{name: name for name in names}, "marks": True}]


def test_a_newer_file_replaces_by_number_and_keeps_the_rest(warehouse: Warehouse) -> None:
    bring(warehouse, "tickets", [ticket(n, title="old") for n in (1, 2)], origin("b1"))
    bring(warehouse, "tickets", [ticket(n, title="new") for n in (2, 3)], origin("b2"))
    assert records(warehouse, TITLES) == [("1", "old", "b1"), ("2", "new", "b2"), ("3", "new", "b2")]
    assert records(warehouse, "SELECT source_id, title, replaced_by FROM shadowed_tickets") == [("2", "old", "b2")]


def test_another_source_has_numbers_of_its_own(warehouse: Warehouse) -> None:
    bring(warehouse, "tickets", [ticket(1, title="desk")], origin("b1", "desk"))
    bring(warehouse, "tickets", [ticket(1, title="shop")], origin("b2", "shop"))
    assert records(warehouse, "SELECT ticket_id, title FROM tickets ORDER BY ALL") == [
        ("desk:1", "desk"),
        ("shop:1", "shop"),
    ]


def test_all_events_of_a_ticket_are_replaced_together(warehouse: Warehouse) -> None:
    def events(*names: str) -> list[dict[str, Any]]:
        return [{"source_id": name[0], "at": START, "activity": name} for name in names]

    bring(warehouse, "events", events("1a", "1b", "2a"), origin("b1"))
    assert bring(warehouse, "events", events("1c"), origin("b2")) == (1, 0)
    assert records(warehouse, "SELECT activity FROM events ORDER BY ALL") == [("1c",), ("2a",)]
    assert records(warehouse, "SELECT count(*) FROM shadowed_events") == [(2,)]


def _units(units: float, **given: Any) -> dict[str, Any]:
    return {"month": date(2026, 3, 1), "product": "A", "units": units, **given}


@pytest.mark.parametrize(
    ("newer", "source", "units"),
    [
        (_units(20), "erp", [20]),
        (_units(20, province="北京"), "erp", [10, 20]),
        (_units(20, month=date(2026, 4, 1)), "erp", [10, 20]),
        (_units(20, product="B"), "erp", [10, 20]),
        (_units(20, product=None), "erp", [10, 20]),
        (_units(20), "other", [10, 20]),
    ],
    ids=["the same", "a place", "a month", "a product", "no product", "a source"],
)
def test_units_in_service_are_replaced_where_all_their_cuts_agree(
    warehouse: Warehouse, newer: dict[str, Any], source: str, units: list[float]
) -> None:
    bring(warehouse, "exposure", [_units(10)], origin("b1", "erp"))
    bring(warehouse, "exposure", [newer], origin("b2", source))
    assert [row[0] for row in records(warehouse, "SELECT units FROM exposure ORDER BY 1")] == units


def test_unknown_cuts_of_units_in_service_agree_with_each_other(warehouse: Warehouse) -> None:
    for batch, units in (("b1", 10), ("b2", 20)):
        bring(warehouse, "exposure", [_units(units, product=None)], origin(batch))
    assert records(warehouse, "SELECT units, import_batch FROM exposure") == [(20, "b2")]


def test_what_fails_in_the_middle_leaves_the_facts_as_they_were(warehouse: Warehouse) -> None:
    bring(warehouse, "tickets", [ticket(1, title="old")], origin("b1"))
    with pytest.raises(RuntimeError, match="stop"), warehouse.writing(later=True) as cursor:
        given = type_rows(cursor, "tickets", [ticket(1, title="new"), ticket(2)])
        load.begin(cursor)
        load.offer(cursor, "tickets", origin("b2"), given)
        assert load.insert(cursor, "tickets", "b2") == 2
        assert load.one(cursor, "SELECT count(*) FROM tickets") == 2
        raise RuntimeError("stop")
    assert records(warehouse, TITLES) == [("1", "old", "b1")]
    assert records(warehouse, "SELECT count(*) FROM shadowed_tickets") == [(0,)]


def test_an_import_is_entered_with_its_counts(warehouse: Warehouse) -> None:
    later = origin("b0", "shop", AT + timedelta(hours=1))
    bring(warehouse, "tickets", [ticket(1), ticket(1), ticket(2)], origin("b1"))
    bring(warehouse, "events", [{"source_id": "1", "at": START}], later)
    assert records(warehouse, 'FROM imports ORDER BY "at"') == [
        ("b1", "desk", "b1.csv", "sha-b1", AT, 3, 2, 0, 1, '{"tickets": 2}', False),
        ("b0", "shop", "b0.csv", "sha-b0", later.at, 1, 0, 1, 0, '{"events": 1}', False),
    ]
    with warehouse.writing() as cursor:
        assert ledger.entry(cursor, "b1") == {
            "rows": 3,
            "tickets": 2,
            "events": 0,
            "problems": 1,
            "facts": {"tickets": 2},
        }
        assert ledger.entry(cursor, "b9") is None
        assert ledger.incomplete_imports(cursor) == ["b1", "b0"], "the oldest first, not the first by name"
        ledger.mark_completed(cursor, "b1")
        assert ledger.incomplete_imports(cursor) == ["b0"]


@pytest.mark.parametrize("fact", sorted(load.SAME))
def test_what_tells_rows_apart_are_columns_of_the_fact(fact: str) -> None:
    assert set(load.SAME[fact]) <= set(FACTS[fact].names())
    assert fact in ledger.REPLACEABLE
