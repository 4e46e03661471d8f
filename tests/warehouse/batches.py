"""Imports as the warehouse sees them: typed rows that come in as a batch, and what is there afterwards."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pyarrow as pa

from zhenyin.warehouse import load
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.facts import FACTS
from zhenyin.warehouse.gateway import Warehouse
from zhenyin.warehouse.load import Found, Origin

AT = datetime(2026, 3, 10, 9)
START = datetime(2026, 3, 1, 10)
_ARROW = {"integer": pa.int64(), "number": pa.float64(), "time": pa.timestamp("us"), "date": pa.date32()}
Row = dict[str, Any]


def origin(batch: str, source: str = "desk", at: datetime = AT) -> Origin:
    return Origin(batch, source, f"{batch}.csv", f"sha-{batch}", at)


def type_rows(cursor: Cursor, fact: str, rows: Sequence[Row], table: str = "typed") -> list[str]:
    """Make the table of typed rows, the first at line 2. Returns the columns that are there."""
    given = list(dict.fromkeys(name for row in rows for name in row))
    kinds = {column.name: _ARROW.get(column.kind, pa.string()) for column in FACTS[fact].columns}
    columns = {name: pa.array([row.get(name) for row in rows], kinds[name]) for name in given}
    cursor.lend("given", pa.table({"line": pa.array(range(2, len(rows) + 2), pa.int64()), **columns}))
    extra = "MAP {'os': 'Android'}" if fact == "tickets" else "NULL::MAP(VARCHAR, VARCHAR)"
    cursor.run(f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT *, {extra} AS extra, 0::BIGINT AS bad FROM given")
    return given


def bring(
    warehouse: Warehouse, fact: str, rows: Sequence[Row], come: Origin, problems: Iterable[Found] = ()
) -> tuple[int, int]:
    """Import rows as one batch. Returns how many rows and how many problems there were."""
    with warehouse.writing(later=True) as cursor:
        given = type_rows(cursor, fact, rows)
        load.begin(cursor)
        load.keep_last(cursor, fact)
        load.offer(cursor, fact, come, given)
        load.note(cursor, fact, problems)
        loaded = load.insert(cursor, fact, come.batch)
        found = load.enter_problems(cursor, come.batch)
        load.enter(cursor, come, len(rows), found, {fact: loaded})
    return loaded, found


def ticket(number: int | str, **given: Any) -> Row:
    return {"source_id": str(number), "created_at": START, **given}


def records(warehouse: Warehouse, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in warehouse.query(query).to_pylist()]


def hours(count: float, since: datetime = START) -> datetime:
    return since + timedelta(hours=count)


@contextmanager
def offered(warehouse: Warehouse, fact: str, rows: Sequence[Row], come: Origin) -> Iterator[list[Row]]:
    """Typed rows as rows of the fact, before they are in it."""
    with warehouse.writing() as cursor:
        load.offer(cursor, fact, come, type_rows(cursor, fact, rows))
        yield [row for part in cursor.run("FROM incoming ORDER BY line") for row in part.to_pylist()]
