"""Taking a batch out again: its rows go, the rows that it replaced come back."""

from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.ledger import REPLACEABLE
from zhenyin.warehouse.load import same


def undo(cursor: Cursor, batch: str) -> None:
    """Take a batch out of the facts, the problems and the imports, as if it had never been imported."""
    for fact in REPLACEABLE:
        _undo(cursor, fact, sql.text(batch))
    for table in ("labels", "row_problems", "imports"):
        cursor.run(f"DELETE FROM {table} WHERE import_batch = {sql.text(batch)}")


def _undo(cursor: Cursor, fact: str, batch: str) -> None:
    shadow = f"shadowed_{fact}"
    # What this batch replaced, and a later one replaced again, is replaced by the later one now.
    cursor.run(
        f"""UPDATE {shadow} SET replaced_by = later.replaced_by FROM {shadow} later
            WHERE {shadow}.replaced_by = {batch} AND later.import_batch = {batch} AND {same(fact, shadow, "later")}"""
    )
    cursor.run(f"DELETE FROM {shadow} WHERE import_batch = {batch}")
    cursor.run(f"DELETE FROM {fact} WHERE import_batch = {batch}")
    cursor.run(f"INSERT INTO {fact} BY NAME SELECT * EXCLUDE (replaced_by) FROM {shadow} WHERE replaced_by = {batch}")
    cursor.run(f"DELETE FROM {shadow} WHERE replaced_by = {batch}")
