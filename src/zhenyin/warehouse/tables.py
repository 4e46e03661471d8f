"""The tables of the facts: made where they are missing, and brought up to the contract where an older version made them."""

from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse import ledger
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.facts import FACTS, Fact
from zhenyin.warehouse.following import following

_SQL_TYPES = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "time": "TIMESTAMP",
    "date": "DATE",
    "flag": "BOOLEAN",
    "map": "MAP(VARCHAR, VARCHAR)",
}


def prepare(cursor: Cursor) -> None:
    """Make all tables that the product needs, in the shape that the contract gives them."""
    for fact in FACTS.values():
        columns = ", ".join(f"{sql.name(c.name)} {_SQL_TYPES[c.kind]}" for c in fact.columns)
        cursor.run(f"CREATE TABLE IF NOT EXISTS {fact.name} ({columns})")
        _complete(cursor, fact, fact.name)
    ledger.prepare(cursor)
    for name in ledger.REPLACEABLE:
        _complete(cursor, FACTS[name], f"shadowed_{name}", ("replaced_by",))


def put(cursor: Cursor, fact: str, rows: str) -> None:
    """Put rows of the contract's names (a table, or a function that reads files) into a fact, and work out what follows.

    For rows that no import brings: those of benchmarks and tests.
    """
    made = following(fact, _present(cursor, rows))
    worked_out = "".join(f", {value} AS {column}" for column, value in made.items())
    known = f"SELECT COLUMNS(c -> c NOT IN {sql.texts(made)}){worked_out}" if made else "SELECT *"
    cursor.run(f"INSERT INTO {fact} BY NAME {known} FROM {rows}")


def _complete(cursor: Cursor, fact: Fact, table: str, more: tuple[str, ...] = ()) -> None:
    """Write a table anew that lacks columns of the contract: what follows from its rows is worked out, the rest is null.

    The order of the columns is that of the contract again, which adding them at the end would not give.
    """
    present = _present(cursor, table)
    if present >= set(fact.names()):
        return
    known = following(fact.name, present) | {name: sql.name(name) for name in present}
    columns = [f"({known.get(c.name, 'NULL')})::{_SQL_TYPES[c.kind]} AS {sql.name(c.name)}" for c in fact.columns]
    cursor.run(f"CREATE TABLE completed AS SELECT {', '.join([*columns, *more])} FROM {table}")
    cursor.run(f"DROP TABLE {table}")
    cursor.run(f"ALTER TABLE completed RENAME TO {table}")


def _present(cursor: Cursor, table: str) -> set[str]:
    cursor.run(f"SELECT * FROM {table} LIMIT 0")
    return set(cursor.schema().names)
