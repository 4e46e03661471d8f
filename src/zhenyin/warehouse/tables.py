"""The tables of the facts: made where they are missing, and brought up to the contract where an older version made them."""

from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse import ledger, status
from zhenyin.warehouse.derived_columns import derived_columns
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.facts import FACTS, Column, Fact

_SQL_TYPES = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "time": "TIMESTAMP",
    "date": "DATE",
    "flag": "BOOLEAN",
    "map": "MAP(VARCHAR, VARCHAR)",
}
_UNLIKE = {
    "source_id", "ticket_id", "order_id", "duplicate_of", "repeat_of", "title", "description", "solution", "cause",
    "first_cause", "message", "from_value", "to_value", "why", "customer_id", "device_id",
}  # fmt: skip
"""Columns of text that seldom say the same twice."""
_ENDS_RECORDED = (
    "source IN (SELECT source FROM {} WHERE resolved_at IS NOT NULL OR closed_at IS NOT NULL OR status IS NOT NULL)"
)


def prepare(cursor: Cursor) -> None:
    """Make all tables that the product needs, in the shape that the contract gives them."""
    for fact in FACTS.values():
        cursor.run(f"CREATE TABLE IF NOT EXISTS {fact.name} ({_columns(fact)})")
        _complete(cursor, fact, fact.name)
    ledger.prepare(cursor)
    for name in ledger.REPLACEABLE:
        _complete(cursor, FACTS[name], f"shadowed_{name}", ("replaced_by",))


def put(cursor: Cursor, fact: str, rows: str) -> None:
    """Put rows of the contract's names (a table, or a function that reads files) into a fact, and work out what follows.

    For rows that no import brings: those of benchmarks and tests.
    """
    present = _present(cursor, rows)
    made = derived_columns(fact, present)
    worked_out = "".join(f", {value} AS {column}" for column, value in made.items())
    known = f"SELECT COLUMNS(c -> c NOT IN {sql.texts([*made, 'stage'])}){worked_out}" if made else "SELECT *"
    cursor.run(f"INSERT INTO {fact} BY NAME {known} FROM {_staged(fact, rows, present)}")


def _complete(cursor: Cursor, fact: Fact, table: str, more: tuple[str, ...] = ()) -> None:
    """Write a table anew that lacks columns of the contract: what follows from its rows is worked out, the rest is null.

    The order of the columns is that of the contract again, which adding them at the end would not give.
    """
    present = _present(cursor, table)
    if present >= set(fact.names()):
        return
    known = derived_columns(fact.name, present) | {name: sql.name(name) for name in present}
    if fact.name == "tickets":
        # The rows of all imports are together here: a source records ends where it has ever told of one.
        known |= {} if "ends_recorded" in present else {"ends_recorded": _ENDS_RECORDED.format(table)}
    columns = [f"({known.get(c.name, 'NULL')})::{_SQL_TYPES[c.kind]} AS {sql.name(c.name)}" for c in fact.columns]
    also = "".join(f", {sql.name(name)} VARCHAR" for name in more)
    cursor.run(f"CREATE TABLE completed ({_columns(fact)}{also})")
    cursor.run(f"INSERT INTO completed SELECT {', '.join([*columns, *more])} FROM {_staged(fact.name, table, present)}")
    cursor.run(f"DROP TABLE {table}")
    cursor.run(f"ALTER TABLE completed RENAME TO {table}")


def _columns(fact: Fact) -> str:
    """The columns of a fact with their types."""
    return ", ".join(f"{sql.name(c.name)} {_SQL_TYPES[c.kind]}{_kept(c)}" for c in fact.columns)


def _kept(column: Column) -> str:
    """How a column of text is stored: what says few things as a dictionary, the rest by parts of words.

    DuckDB would find that out itself, by trying every way on every column: a third of what an import takes.
    """
    if column.kind != "text":
        return ""
    return f" USING COMPRESSION {'fsst' if column.name in _UNLIKE else 'dictionary'}"


def _staged(fact: str, rows: str, present: set[str]) -> str:
    """The rows with the stage that their status tells, where they have one."""
    return (
        f"{rows} LEFT JOIN ({status.stages(rows)}) USING (status)"
        if fact == "tickets" and "status" in present
        else rows
    )


def _present(cursor: Cursor, table: str) -> set[str]:
    cursor.run(f"SELECT * FROM {table} LIMIT 0")
    return set(cursor.schema().names)
