"""What the warehouse knows of imports: which are in it, the problems of their rows, and the rows that newer ones replaced.

The figures and the entry of an import are written in one transaction, so that one is never there without the other.
"""

import json
from pathlib import Path
from typing import Any

from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.facts import FACTS

REPLACEABLE = ("tickets", "events", "exposure", "customers", "orders", "logs")
_TABLES = (
    """imports (import_batch VARCHAR, source VARCHAR, file VARCHAR, sha256 VARCHAR, "at" TIMESTAMP, "rows" BIGINT,
       tickets BIGINT, events BIGINT, problems BIGINT, facts VARCHAR, settled BOOLEAN)""",
    """row_problems (import_batch VARCHAR, fact VARCHAR, line BIGINT, column_name VARCHAR, value VARCHAR, rule VARCHAR,
       reason_zh VARCHAR, reason_en VARCHAR)""",
)


def prepare(cursor: Cursor) -> None:
    """Make the tables that are missing."""
    for table in _TABLES:
        cursor.run(f"CREATE TABLE IF NOT EXISTS {table}")
    for fact in REPLACEABLE:
        cursor.run(
            f"CREATE TABLE IF NOT EXISTS shadowed_{fact} AS SELECT *, NULL::VARCHAR AS replaced_by FROM {fact} LIMIT 0"
        )


def entry(cursor: Cursor, batch: str) -> dict[str, Any] | None:
    """The counts of an import that is in the facts; None where it is not."""
    query = 'SELECT "rows", tickets, events, problems, facts FROM imports WHERE import_batch = $batch'
    rows = [row for part in cursor.run(query, batch=batch) for row in part.to_pylist()]
    return {**rows[0], "facts": json.loads(rows[0]["facts"])} if rows else None


def batches(cursor: Cursor) -> set[str]:
    """The imports that are in the facts."""
    return {row["import_batch"] for part in cursor.run("SELECT import_batch FROM imports") for row in part.to_pylist()}


def incomplete_imports(cursor: Cursor) -> list[str]:
    """The imports whose labels and derived columns are still to be made, the oldest first."""
    query = 'SELECT import_batch FROM imports WHERE NOT settled ORDER BY "at", import_batch'
    return [row["import_batch"] for part in cursor.run(query) for row in part.to_pylist()]


def mark_completed(cursor: Cursor, batch: str) -> None:
    """Say that labels and derived columns of an import are made."""
    cursor.run("UPDATE imports SET settled = true WHERE import_batch = $batch", batch=batch)


def take_over(cursor: Cursor, file: Path) -> dict[str, int]:
    """Let the rows of another warehouse file take the place of those here, in this transaction. Returns rows by fact."""
    cursor.run(f"ATTACH {sql.text(str(file))} AS fresh (READ_ONLY)")
    kept = [*FACTS, "imports", "row_problems", *(f"shadowed_{fact}" for fact in REPLACEABLE)]
    for table in kept:
        cursor.run(f"DELETE FROM {table}")
        cursor.run(f"INSERT INTO {table} BY NAME SELECT * FROM fresh.{table}")
    counts = (next(iter(cursor.run(f"SELECT count(*) FROM {fact}"))).column(0)[0].as_py() for fact in FACTS)
    return dict(zip(FACTS, counts, strict=True))
