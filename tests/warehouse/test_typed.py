"""From rows of text to rows of a fact: what each kind of cell becomes, and what is named as unreadable."""

import hashlib
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest

from fixtures_cases import table, value
from zhenyin.core.masking import WHOLE
from zhenyin.text.names import NAME
from zhenyin.warehouse import load, typed
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.moments import TimeFormat
from zhenyin.warehouse.typed import Cell, Masking, Plan

KEY = "secret"
MASKING = Masking(WHOLE, NAME, KEY)
CREATED = Cell("created_at", "time", "c0", TimeFormat(("iso",)))
AT = "2026-03-01 10:00"


def pseudonym(raw: str) -> str:
    """What a customer is called: `contact:` or `name:` and what is left of the cell."""
    kind, _, rest = raw.partition(":")
    hidden = rest if kind == "contact" else raw
    return f"p-{hashlib.sha256((KEY + hidden).encode()).hexdigest()[:16]}"


def plan(*cells: Cell, **given: Any) -> Plan:
    return Plan(
        **{"cells": cells, "extras": (), "hidden": (), "phone": None, "person": None, "masking": MASKING} | given
    )


def staged(cursor: Cursor, *rows: tuple[str | None, ...]) -> list[str]:
    """Rows as the table `staged`, the first at line 2. Returns the names of its columns."""
    keys = [f"c{at}" for at in range(len(rows[0]))]
    columns = {key: pa.array([row[at] for row in rows], pa.string()) for at, key in enumerate(keys)}
    cursor.lend("staged", pa.table({**columns, "line": pa.array(range(2, len(rows) + 2), pa.int64())}))
    return keys


def fetched(cursor: Cursor, query: str) -> list[dict[str, Any]]:
    return [row for part in cursor.run(query) for row in part.to_pylist()]


def rows_of(cursor: Cursor, made: Plan, *rows: tuple[str | None, ...]) -> list[dict[str, Any]]:
    """The rows of `typed` in the order of their lines."""
    cursor.run(typed.create("staged", made, staged(cursor, *rows)))
    return fetched(cursor, "FROM typed ORDER BY line")


@table("warehouse/cells.csv", ["target", "formats", "unit", "words", "person", "cell", "made", "bad"])
def test_a_cell_becomes_a_value_or_is_named_as_unreadable(
    cursor: Cursor, target: str, formats: str, unit: str, words: str, person: str, cell: str, made: str, bad: str
) -> None:
    form = TimeFormat(tuple(formats.split())) if formats else None  # type: ignore[arg-type]
    own: dict[str, str] = value(words) or {}
    read = Cell(target, typed.kind_of("tickets", target), "c1", form, own, bool(person), float(unit) if unit else None)
    row = rows_of(cursor, plan(CREATED, read), (AT, cell))[0]
    expected = pseudonym(made) if made.startswith(("contact:", "name:")) else made
    found = row[read.column]
    assert ("" if found is None else str(found)) == expected
    assert row["bad"] == (0b10 if bad else 0)


def test_a_duration_without_a_creation_leads_to_no_moment_and_is_not_named(cursor: Cursor) -> None:
    spent = Cell("span.resolved_at", "span", "c1", unit=60)
    row = rows_of(cursor, plan(CREATED, spent), (None, "90"))[0]
    assert (row["created_at"], row["resolved_at"], row["bad"]) == (None, None, 0)


def test_every_cell_that_cannot_be_read_has_its_place(cursor: Cursor) -> None:
    made = plan(CREATED, Cell("csat", "number", "c1"), Cell("team", "text", "c2"), Cell("transfers", "integer", "c3"))
    rows = rows_of(
        cursor,
        made,
        (AT, "5", "A", "1"),
        ("gone", "good", "-1", "two"),
        (AT, "good", "A", "two"),
        (None, " ", "无", "-"),
        (AT, "3", "-100", "0"),
    )
    assert [row["bad"] for row in rows] == [0, 0b1111, 0b1010, 0, 0b0100]
    assert load.one(cursor, typed.flags()) == 0b1111
    assert [row["line"] for row in rows] == [2, 3, 4, 5, 6]
    assert [tuple(row.values())[1:5] for row in rows[3:]] == [
        (None, None, None, None),
        (rows[0]["created_at"], 3, None, 0),
    ]


def test_what_could_not_be_read_is_shown_with_personal_data_masked(cursor: Cursor) -> None:
    made = plan(CREATED, Cell("csat", "number", "c1"), Cell("nps", "number", "c2"))
    rows_of(
        cursor, made, (AT, " call 13812345678 ", "9"), (AT, "5", "often"), (AT, "fine", "打13812345678"), (AT, "", "1")
    )
    assert fetched(cursor, f"{typed.unread('staged', made, 1)} ORDER BY line") == [
        {"line": 2, "value": "call 〔手机号〕"},
        {"line": 4, "value": "fine"},
    ]
    assert fetched(cursor, f"{typed.unread('staged', made, 2)} ORDER BY line") == [
        {"line": 3, "value": "often"},
        {"line": 4, "value": "打〔手机号〕"},
    ]
    assert fetched(cursor, typed.unread("staged", made, 0)) == []


def test_a_whole_row_is_shown_with_personal_data_masked(cursor: Cursor) -> None:
    keys = staged(cursor, ("a", "13812345678", None), (" ", "li@example.com", "c"))
    assert fetched(cursor, f"{typed.whole_rows('staged', keys)} ORDER BY line") == [
        {"line": 2, "text": "a | 〔手机号〕"},
        {"line": 3, "text": "  | 〔邮箱〕 | c"},
    ]


def test_rows_without_numbers_are_named_by_what_they_say(cursor: Cursor) -> None:
    rows = [
        (AT, "漏水", None),
        (AT, "异响", ""),
        (AT, " 漏水 ", "-"),
        (AT, "漏", "水"),
        (AT, None, "漏水"),
        (AT, "漏水", ""),
    ]
    rows_of(cursor, plan(CREATED, Cell("title", "text", "c1"), Cell("solution", "text", "c2")), *rows)
    cursor.run(typed.number_rows())

    def named(*cells: str | None) -> str:
        raw = "\x1f".join("\x1e" if cell is None else cell for cell in cells)
        return f"r-{hashlib.md5(raw.encode()).hexdigest()[:16]}"

    first = named(AT, "漏水", None)
    found = {row["line"]: row["source_id"] for row in fetched(cursor, "SELECT line, source_id FROM typed")}
    assert found == {
        2: first,
        3: named(AT, "异响", None),
        4: f"{first}-2",
        5: named(AT, "漏", "水"),
        6: named(AT, None, "漏水"),
        7: f"{first}-3",
    }
    assert load.columns(cursor, "typed")[-1] == "source_id"


def test_rows_with_numbers_are_named_by_them(cursor: Cursor) -> None:
    made = plan(CREATED, Cell("source_id", "text", "c1"))
    assert rows_of(cursor, made, (AT, " GD-1 "))[0]["source_id"] == "GD-1"
    assert "content" not in load.columns(cursor, "typed")


def test_columns_without_a_place_are_kept_and_masked(cursor: Cursor) -> None:
    made = plan(
        CREATED,
        extras=(("OS", "c1"), ("note", "c2")),
        hidden=(("caller", "c3", "〔姓名〕"), ("phone", "c4", "〔手机号〕")),
        phone="c4",
    )
    row, empty = rows_of(
        cursor,
        made,
        (AT, " Android ", "call 13812345678", "张伟", "138 1234 5678"),
        (AT, "-", None, "无", ""),
    )
    assert dict(row["extra"]) == {
        "OS": "Android",
        "note": "call 〔手机号〕",
        "caller": "〔姓名〕",
        "phone": "〔手机号〕",
        "phone key": pseudonym("contact:13812345678"),
    }
    assert dict(empty["extra"]) == {"OS": None, "note": None, "caller": None, "phone": None, "phone key": None}
    assert row["customer_id"] == pseudonym("contact:13812345678")
    assert empty["customer_id"] is None


@pytest.mark.parametrize(
    "names", [("caller", "mail"), ("Caller", "caller"), ("", "mail")], ids=["apart", "letters", "blank"]
)
def test_hidden_columns_say_only_whether_there_was_something(cursor: Cursor, names: tuple[str, str]) -> None:
    made = plan(CREATED, hidden=((names[0], "c1", "〔姓名〕"), (names[1], "c2", "〔邮箱〕")))
    rows = rows_of(cursor, made, (AT, "张伟", "li@example.com"), (AT, "李娜", "none"))
    assert [dict(row["extra"]) for row in rows] == [
        {names[0]: "〔姓名〕", names[1]: "〔邮箱〕"},
        {names[0]: "〔姓名〕", names[1]: None},
    ]


def test_a_table_of_known_columns_keeps_nothing_else(cursor: Cursor) -> None:
    row = rows_of(cursor, plan(CREATED), (AT,))[0]
    assert row["extra"] is None
    assert "customer_id" not in row


@pytest.mark.parametrize(
    ("given", "cells", "customer"),
    [
        ({"phone": "c1"}, ("+86-13812345678", "张伟"), "contact:13812345678"),
        ({"phone": "c1"}, ("8-001 ", "张伟"), "contact:8001"),
        ({"person": "c2"}, ("13812345678", "张 伟"), "name:张伟"),
        ({"person": "c2"}, (None, "Li@Example.com"), "contact:li@example.com"),
        ({"phone": "c1", "person": "c2"}, ("13812345678", "张伟"), "contact:13812345678"),
        ({"phone": "c1", "person": "c2"}, ("无", "张伟"), None),
    ],
    ids=["phone", "extension", "name", "address", "phone before name", "no phone"],
)
def test_a_customer_is_known_by_phone_or_name(
    cursor: Cursor, given: dict[str, str], cells: tuple[str | None, ...], customer: str | None
) -> None:
    hidden = (("phone", "c1", "〔手机号〕"), ("name", "c2", "〔姓名〕"))
    row = rows_of(cursor, plan(CREATED, hidden=hidden, **given), (AT, *cells))[0]
    assert row["customer_id"] == (pseudonym(customer) if customer else None)


def test_a_customer_with_a_number_keeps_it_beside_a_phone(cursor: Cursor) -> None:
    made = plan(CREATED, Cell("customer_id", "text", "c1"), hidden=(("phone", "c2", "〔手机号〕"),), phone="c2")
    row = rows_of(cursor, made, (AT, "C-7", "13812345678"))[0]
    assert row["customer_id"] == "C-7"
    assert dict(row["extra"])["phone key"] == pseudonym("contact:13812345678")


def test_the_key_of_an_installation_changes_the_names_of_customers(cursor: Cursor) -> None:
    other = replace(MASKING, key="another")
    made = plan(CREATED, phone="c1", hidden=(("phone", "c1", "〔手机号〕"),))
    first = rows_of(cursor, made, (AT, "13812345678"))[0]["customer_id"]
    assert rows_of(cursor, replace(made, masking=other), (AT, "13812345678"))[0]["customer_id"] != first


FEW = ["客服", " 技术 ", "-", "无", "NULL", "-100", "张三13812345678", "Repair", "报修", "", "O'Brien", None]


def test_changes_are_the_words_that_do_not_stay_as_they_are(cursor: Cursor) -> None:
    cell = Cell("team", "text", "c0", words={"repair": "报修"})
    staged(cursor, *((word,) for word in FEW * 2))
    found = {row["raw"]: row["value"] for row in fetched(cursor, typed.changes("staged", cell, MASKING, 40))}
    assert found == {
        " 技术 ": "技术", "-": None, "无": None, "NULL": None, "-100": None, "": None,
        "张三13812345678": "张三〔手机号〕", "Repair": "报修",
    }  # fmt: skip
    assert len(fetched(cursor, typed.changes("staged", cell, MASKING, 8))) == 8
    assert len(fetched(cursor, typed.changes("staged", cell, MASKING, 5))) == 6, (
        "one more tells that there are too many"
    )


def test_what_is_worked_out_once_equals_what_is_worked_out_for_each_row(cursor: Cursor) -> None:
    cell = Cell("team", "text", "c1", words={"repair": "报修"})
    rows = [(AT, word) for word in FEW]
    staged(cursor, *rows)
    known = {row["raw"]: row["value"] for row in fetched(cursor, typed.changes("staged", cell, MASKING, 40))}
    each = rows_of(cursor, plan(CREATED, cell), *rows)
    once = rows_of(cursor, plan(CREATED, replace(cell, value_map=known)), *rows)
    assert once == each
    assert [row["line"] for row in once if row["bad"]] == [7], "-100, and none of the words for empty"


def test_words_that_all_stay_are_taken_as_they_are(cursor: Cursor) -> None:
    rows = rows_of(cursor, plan(CREATED, Cell("team", "text", "c1", value_map={})), (AT, "客服"), (AT, "O'Brien"))
    assert [(row["team"], row["bad"]) for row in rows] == [("客服", 0), ("O'Brien", 0)]
    alone = rows_of(cursor, plan(Cell("team", "text", "c0", value_map={})), ("客服",))
    assert (alone[0]["team"], alone[0]["bad"]) == ("客服", 0)


@pytest.mark.parametrize(
    ("fact", "target", "kind"),
    [
        ("tickets", "created_at", "time"),
        ("tickets", "sold_at", "date"),
        ("tickets", "transfers", "integer"),
        ("tickets", "csat", "number"),
        ("tickets", "title", "text"),
        ("tickets", "span.resolved_at", "span"),
        ("tickets", "at", "text"),
        ("events", "at", "time"),
        ("event_log", "at", "time"),
        ("event_log", "created_at", "time"),
        ("event_log", "sold_at", "date"),
        ("event_log", "activity", "text"),
        ("exposure", "month", "date"),
        ("exposure", "units", "number"),
        ("orders", "at", "time"),
        ("orders", "amount", "number"),
        ("customers", "since", "date"),
        ("customers", "nothing", "text"),
    ],
)
def test_a_column_has_the_kind_of_its_fact(fact: str, target: str, kind: str) -> None:
    assert typed.kind_of(fact, target) == kind


@pytest.mark.parametrize(
    ("cell", "mappable"),
    [
        (Cell("team", "text", "c1"), True),
        (Cell("version", "text", "c1"), True),
        (Cell("customer_id", "text", "c1"), False),
        (Cell("csat", "number", "c1"), False),
        (Cell("span.resolved_at", "span", "c1"), False),
    ],
    ids=lambda given: given.target if isinstance(given, Cell) else None,
)
def test_what_depends_on_its_words_alone_can_be_worked_out_once(cell: Cell, mappable: bool) -> None:
    assert typed.is_mappable(cell) is mappable


def test_a_plan_names_the_columns_that_it_fills() -> None:
    made = plan(CREATED, Cell("span.resolved_at", "span", "c1"), Cell("title", "text", "c2"), phone="c3", person="c4")
    assert made.targets() == ["created_at", "resolved_at", "title"]
    assert made.customer == "c3"
    assert replace(made, phone=None).customer == "c4"
    assert replace(made, phone=None, person=None).customer is None


def test_several_columns_may_be_read_from_one(cursor: Cursor) -> None:
    made = plan(CREATED, Cell("status", "text", "c1", words={"done": "已解决"}), Cell("activity", "text", "c1"))
    row = rows_of(cursor, made, (AT, "Done"))[0]
    assert (row["status"], row["activity"]) == ("已解决", "Done")
