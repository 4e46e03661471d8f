"""The way of typed rows into the facts: newer rows replace older ones of the same name, which are kept for an undo."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa

from zhenyin.core.words import Words
from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse import status
from zhenyin.warehouse.derived_columns import derived_columns
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.facts import FACTS

SAME = {
    "tickets": ("ticket_id",),
    "events": ("ticket_id",),
    "exposure": ("source", "month", "product_line", "product", "model", "version", "batch", "province"),
    "customers": ("customer_id",),
    "orders": ("order_id",),
    "logs": ("source", "device_id", "at", "message"),
}
"""What makes two rows tell of one thing. A newer batch's row takes the place of an older one's."""
_ONE_A_FILE = ("tickets", "customers", "orders")
_KEPT_TEXT = 2_000
_EARLIEST = "TIMESTAMP '1990-01-01'"


@dataclass(frozen=True, slots=True)
class Origin:
    """Which import the rows come from."""

    batch: str
    source: str
    file: str
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that rows broke, and the statement that names them: line, column_name, value. `marks`: rows say so."""

    rule: str
    reason: Words
    select: str
    marks: bool = True


def one(cursor: Cursor, query: str) -> int:
    """The single number that a query returns."""
    return int(next(iter(cursor.run(query))).column(0)[0].as_py() or 0)


def begin(cursor: Cursor) -> None:
    """A place for the problems that come up while a batch is loaded."""
    cursor.run(
        """CREATE OR REPLACE TEMP TABLE found (fact VARCHAR, line BIGINT, column_name VARCHAR, value VARCHAR,
           rule VARCHAR, reason_zh VARCHAR, reason_en VARCHAR, marks BOOLEAN)"""
    )


def note(cursor: Cursor, fact: str, problems: Iterable[Found]) -> None:
    """Keep what each statement finds."""
    for found in problems:
        reason = f"{sql.text(found.reason.zh)}, {sql.text(found.reason.en)}, {found.marks}"
        cursor.run(
            f"""INSERT INTO found SELECT {sql.text(fact)}, line, column_name, left(value, {_KEPT_TEXT}),
                {sql.text(found.rule)}, {reason} FROM ({found.select})"""
        )


def take_problems(cursor: Cursor, fact: str, problems: pa.Table) -> None:
    """Keep problems that were found while the file was read: line, column_name, value, rule, reason_zh, reason_en."""
    cursor.lend("read_problems", problems)
    cursor.run(f"INSERT INTO found BY NAME SELECT *, {sql.text(fact)} AS fact, true AS marks FROM read_problems")


def columns(cursor: Cursor, table: str) -> list[str]:
    """The names of the columns of a table."""
    cursor.run(f"SELECT * FROM {table} LIMIT 0")
    return list(cursor.schema().names)


def quarantine_rows(cursor: Cursor, fact: str, whole_row: str) -> None:
    """Take the rows out of `typed` that lack what a row must have; their whole text goes to the problems.

    `whole_row`: a statement that gives line and text of every staged row.
    """
    needed = [c.name for c in FACTS[fact].columns if c.required]
    lacks = " OR ".join(f"{sql.name(column)} IS NULL" for column in needed)
    if not one(cursor, f"SELECT count(*) FROM typed WHERE {lacks}"):
        return
    named = ", ".join(f"CASE WHEN {sql.name(column)} IS NULL THEN {sql.text(column)} END" for column in needed)
    reason = Words(
        "缺少必填字段，该行未进入数据，原文保留在此。", "A required field is missing: kept here, not in the facts."
    )
    select = f"""SELECT t.line, concat_ws(', ', {named}) AS column_name, w.text AS value
                 FROM typed t JOIN ({whole_row}) w ON w.line = t.line WHERE {lacks}"""
    note(cursor, fact, [Found("missing_required", reason, select)])
    cursor.run(f"DELETE FROM typed WHERE {lacks}")


def clear_moments(cursor: Cursor, fact: str, at: datetime, present: Collection[str]) -> None:
    """Take moments for unknown that mean nothing: what stands in exports for an empty date (1900, 1970, 9999).

    at: of the import. A typed cell stays among the problems; without its creation a row goes the way of such rows.
    """
    latest = f"{sql.text(str(at))}::TIMESTAMP + INTERVAL 10 YEAR"
    moments = {
        c.name: f"({sql.name(c.name)} < {_EARLIEST} OR {sql.name(c.name)} > {latest})"
        for c in FACTS[fact].columns
        if c.kind == "time" and c.name in present
    }
    counts = ", ".join(f"count(*) FILTER (WHERE {odd}) AS {sql.name(name)}" for name, odd in moments.items())
    # One pass over all rows: most files have none.
    found = next(iter(cursor.run(f"SELECT {counts} FROM typed"))).to_pylist()[0] if moments else {}
    reason = Words(
        "该时间没有意义（如 1900、1970、9999 年），按未知处理。",
        "This moment means nothing (such as 1900, 1970, 9999); it counts as unknown.",
    )
    for name in (name for name, rows in found.items() if rows):
        select = f"""SELECT line, {sql.text(name)} AS column_name, CAST({sql.name(name)} AS VARCHAR) AS value
                     FROM typed WHERE {moments[name]}"""
        note(cursor, fact, [Found("moment_without_meaning", reason, select)])
        cursor.run(f"UPDATE typed SET {sql.name(name)} = NULL WHERE {moments[name]}")


def keep_last(cursor: Cursor, fact: str) -> None:
    """Of several rows of one name in one file the last one stays; the others are told of."""
    if fact not in _ONE_A_FILE:
        return
    key = "source_id" if fact == "tickets" else SAME[fact][0]
    cursor.run(
        f"""CREATE OR REPLACE TEMP TABLE superseded AS SELECT line, {key} AS value FROM typed
            SEMI JOIN (SELECT {key} FROM typed GROUP BY {key} HAVING count(*) > 1) USING ({key})
            QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY line DESC) > 1"""
    )
    reason = Words(
        "同一文件中后面的行编号相同，以最后一行为准。",
        "A later row of the file has the same number; the last one counts.",
    )
    select = f"SELECT line, {sql.text(key)} AS column_name, value FROM superseded"
    note(cursor, fact, [Found("same_id_again", reason, select)])
    cursor.run("DELETE FROM typed WHERE line IN (SELECT line FROM superseded)")


def keep_fuller(cursor: Cursor, fact: str, origin: Origin, present: Collection[str]) -> None:
    """Of two rows of one name in two tables of a file, as in a sheet for all beside one a month, the fuller one stays."""
    in_batch = f"import_batch = {sql.text(origin.batch)}"
    if fact not in _ONE_A_FILE or not one(cursor, f"SELECT count(*) FROM {fact} WHERE {in_batch}"):
        return
    key = SAME[fact][0]
    number = f"{sql.text(origin.source + ':')} || source_id" if fact == "tickets" else key
    given = FACTS[fact].names(given=True)
    before, now = (_filled(names) for names in (given, [name for name in given if name in present]))
    cursor.run(
        f"""CREATE OR REPLACE TEMP TABLE superseded AS
            SELECT o.line AS before, t.line AS now, o.{key} AS value, t.filled >= o.filled AS newer
            FROM (SELECT line, {key}, {before} AS filled FROM {fact} WHERE {in_batch}) o
            JOIN (SELECT line, {number} AS {key}, {now} AS filled FROM typed) t USING ({key})"""
    )
    reason = Words(
        "同一文件的另一张表中有相同编号，以填写更全的一行为准。",
        "Another table of the file has the same number; the row that says more counts.",
    )
    line = "CASE WHEN newer THEN before ELSE now END"
    select = f"SELECT {line} AS line, {sql.text(key)} AS column_name, value FROM superseded"
    note(cursor, fact, [Found("same_id_again", reason, select, marks=False)])
    cursor.run(f"DELETE FROM {fact} WHERE {in_batch} AND {key} IN (SELECT value FROM superseded WHERE newer)")
    cursor.run("DELETE FROM typed WHERE line IN (SELECT now FROM superseded WHERE NOT newer)")


def _filled(names: Collection[str]) -> str:
    return " + ".join(f"({sql.name(name)} IS NOT NULL)::INTEGER" for name in names) or "0"


def offer(cursor: Cursor, fact: str, origin: Origin, given: Iterable[str], rows: str = "typed") -> None:
    """Show typed rows as rows of the fact, in the view `incoming`: this is what the rules of quality look at."""
    present = set(given)
    if fact == "tickets" and "status" in present:
        cursor.run(f"CREATE OR REPLACE TEMP TABLE stages AS {status.stages(rows)}")
        rows = f"{rows} LEFT JOIN stages USING (status)"
    cursor.run(f"CREATE OR REPLACE TEMP VIEW incoming AS SELECT {_values(fact, origin, present)} FROM {rows}")


def insert(cursor: Cursor, fact: str, batch: str, rows: str = "typed") -> int:
    """Put `incoming` into a fact, marked with the rules that a row broke. Returns how many rows that were.

    Rows of the same name from earlier batches move into the shadow. The transaction begins here: what was made for it
    in temporary tables is read faster by then (see `Warehouse.writing`).
    """
    cursor.begin()
    _shadow(cursor, fact, batch)
    names = [sql.name(name) for name in FACTS[fact].names()]
    if "quality" not in FACTS[fact].names():
        cursor.run(f"INSERT INTO {fact} ({', '.join(names)}) SELECT {', '.join(names)} FROM incoming")
    else:
        values = ", ".join("m.rules" if name == '"quality"' else f"i.{name}" for name in names)
        cursor.run(
            f"""INSERT INTO {fact} ({", ".join(names)}) SELECT {values} FROM incoming i LEFT JOIN (
                SELECT line, string_agg(DISTINCT rule, ',' ORDER BY rule) AS rules FROM found WHERE marks GROUP BY line
                ) m ON m.line = i.line"""
        )
    return one(cursor, f"SELECT count(*) FROM {rows}")


def enter_problems(cursor: Cursor, batch: str) -> int:
    """Keep the problems found in the table at hand. Returns how many there are."""
    cursor.begin()
    cursor.run(
        f"""INSERT INTO row_problems SELECT {sql.text(batch)}, fact, line, column_name, value, rule, reason_zh, reason_en
            FROM found ORDER BY line, rule"""
    )
    return one(cursor, "SELECT count(*) FROM found")


def enter(cursor: Cursor, origin: Origin, rows: int, problems: int, facts: dict[str, int]) -> None:
    """Enter the import itself, in the transaction of its rows. It is settled once labels and derived columns are there."""
    cursor.begin()
    cursor.run(
        """INSERT INTO imports VALUES ($batch, $source, $file, $sha256, $at, $rows, $tickets, $events, $problems,
           $facts, false)""",
        batch=origin.batch,
        source=origin.source,
        file=origin.file,
        sha256=origin.sha256,
        at=origin.at,
        rows=rows,
        tickets=facts.get("tickets", 0),
        events=facts.get("events", 0),
        problems=problems,
        facts=json.dumps(facts),
    )


def same(fact: str, left: str, right: str) -> str:
    """The condition that two rows tell of one thing; unknown equals unknown."""
    keys = (sql.name(key) for key in SAME[fact])
    if len(SAME[fact]) == 1:
        return next(f"{left}.{key} = {right}.{key}" for key in keys)
    return " AND ".join(f"{left}.{key} IS NOT DISTINCT FROM {right}.{key}" for key in keys)


def _shadow(cursor: Cursor, fact: str, batch: str) -> None:
    if not one(cursor, f"SELECT count(*) FROM (FROM {fact} WHERE import_batch <> {sql.text(batch)} LIMIT 1)"):
        return
    keys = ", ".join(sql.name(key) for key in SAME[fact])
    cursor.run(
        f"""INSERT INTO shadowed_{fact} SELECT o.*, {sql.text(batch)} FROM {fact} o
            SEMI JOIN (SELECT DISTINCT {keys} FROM incoming) n ON {same(fact, "o", "n")}
            WHERE o.import_batch <> {sql.text(batch)}"""
    )
    cursor.run(
        f"""DELETE FROM {fact} o USING (SELECT DISTINCT {keys} FROM incoming) n
            WHERE {same(fact, "o", "n")} AND o.import_batch <> {sql.text(batch)}"""
    )


def _values(fact: str, origin: Origin, given: set[str]) -> str:
    source, ticket = sql.text(origin.source), f"{sql.text(origin.source + ':')} || source_id"
    known = {
        "ticket_id": ticket if "source_id" in given else "NULL",
        "source": source,
        "template": "regexp_replace(message, '(0x)?[0-9a-f]*[0-9][0-9a-f]*', '<*>', 'gi')",
        "valid": f"coalesce(created_at BETWEEN {_EARLIEST} AND {sql.text(str(origin.at))}::TIMESTAMP + INTERVAL 1 DAY, false)",
        "import_batch": sql.text(origin.batch),
        "line": "line",
        "extra": "extra",
    }
    if "channel" not in given:
        # A source without a column for it is a channel of its own.
        known["channel"] = source
    known |= derived_columns(fact, given)
    columns = ((c.name, _value(c.name, known, given)) for c in FACTS[fact].columns)
    return ", ".join(f"{value} AS {sql.name(name)}" for name, value in columns)


def _value(column: str, known: dict[str, str], given: set[str]) -> str:
    if column in given:
        return sql.name(column)
    return known.get(column, "NULL")
