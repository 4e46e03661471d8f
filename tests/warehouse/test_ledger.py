"""The tables of a warehouse: made once, taken over from another, closed to a second process."""

import subprocess
import sys

import pyarrow as pa
import pytest
from tests.warehouse.batches import START, bring, hours, origin, records, ticket

from zhenyin.core.settings import Settings
from zhenyin.warehouse import gateway, ledger, tables
from zhenyin.warehouse.engines import staging_folder
from zhenyin.warehouse.expressions import text
from zhenyin.warehouse.facts import FACTS, table
from zhenyin.warehouse.gateway import Warehouse
from zhenyin.warehouse.undo import undo

EVERY = [*FACTS, "imports", "row_problems", *(f"shadowed_{fact}" for fact in ledger.REPLACEABLE)]


def _everything(warehouse: Warehouse) -> dict[str, list[dict[str, object]]]:
    return {name: warehouse.query(f"FROM {name} ORDER BY ALL").to_pylist() for name in EVERY}


def test_preparing_again_changes_nothing(warehouse: Warehouse) -> None:
    for batch in ("b1", "b2"):
        bring(warehouse, "tickets", [ticket(1, title=batch), ticket(2)], origin(batch))
    before = _everything(warehouse)
    with warehouse.writing() as cursor:
        tables.prepare(cursor)
    assert _everything(warehouse) == before


def test_every_replaceable_fact_has_a_shadow_of_the_same_columns(warehouse: Warehouse) -> None:
    for fact in ledger.REPLACEABLE:
        names = warehouse.query(f"FROM shadowed_{fact}").column_names
        assert names == [*FACTS[fact].names(), "replaced_by"]


def test_the_rows_of_another_warehouse_take_the_place_of_those_here(settings: Settings) -> None:
    folder = staging_folder(settings.data_dir) / "it's fresh"
    fresh = gateway.connect(settings, folder)
    bring(fresh, "tickets", [ticket(1, title="a"), ticket(2, title="b"), ticket(2, title="c")], origin("b1"))
    bring(fresh, "tickets", [ticket(2, title="d")], origin("b2"))
    bring(fresh, "events", [{"source_id": "1", "at": hours(n)} for n in range(3)], origin("b3"))
    expected = _everything(fresh)
    fresh.close()
    own = gateway.connect(settings)
    bring(own, "tickets", [ticket(9, title="old")], origin("b0"))
    bring(own, "orders", [{"order_id": "1", "customer_id": "c", "at": START}], origin("b9"))
    with own.writing() as cursor:
        counts = ledger.take_over(cursor, folder / "warehouse.duckdb")
    assert counts == {name: {"tickets": 2, "events": 3}.get(name, 0) for name in FACTS}
    assert _everything(own) == expected
    with own.writing() as cursor:
        undo(cursor, "b2")
    assert records(own, "SELECT title FROM tickets ORDER BY 1") == [("a",), ("c",)]
    own.close()


def test_a_take_over_that_fails_leaves_the_rows_that_were_there(settings: Settings) -> None:
    own = gateway.connect(settings)
    bring(own, "tickets", [ticket(9)], origin("b0"))
    before = _everything(own)
    broken = staging_folder(settings.data_dir) / "broken.duckdb"
    broken.parent.mkdir()
    with own.writing() as cursor:
        cursor.run(f"ATTACH {text(str(broken))} AS broken")
        cursor.run("CREATE TABLE broken.tickets AS SELECT 'x' AS ticket_id")
    with own.writing() as cursor:
        cursor.run("DETACH broken")
    with pytest.raises(Exception, match="events"), own.writing() as cursor:
        ledger.take_over(cursor, broken)
    assert _everything(own) == before
    own.close()


def test_a_second_process_is_refused_and_the_first_goes_on(warehouse: Warehouse, settings: Settings) -> None:
    program = f"""
from pathlib import Path
from zhenyin.core import settings
from zhenyin.core.errors import Unavailable
from zhenyin.warehouse import gateway
try:
    gateway.connect(settings.load(data_dir=Path({str(settings.data_dir)!r})))
except Unavailable as refused:
    print(refused.code, bool(refused.words.zh), bool(refused.words.en))
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.stdout.split() == ["warehouse-busy", "True", "True"], ended.stderr
    assert warehouse.query("SELECT 1 AS one").to_pylist() == [{"one": 1}]


def test_rows_that_no_import_brings_are_put_with_what_follows(warehouse: Warehouse) -> None:
    given = {"ticket_id": ["a:1"], "created_at": [START], "resolved_at": [hours(1)], "status": ["已解决"]}
    with warehouse.writing() as cursor:
        cursor.lend("given", pa.table(given))
        tables.put(cursor, "tickets", "given")
        cursor.lend("units", pa.table({"units": [3.0], "product": ["A"]}))
        tables.put(cursor, "exposure", "units")
    rows = records(warehouse, "SELECT status, resolution_seconds, closed, title FROM tickets")
    assert rows == [("已解决", 3600, False, None)]
    assert records(warehouse, "SELECT units, product, month FROM exposure") == [(3.0, "A", None)]


def test_an_expression_is_shown_as_the_query_that_runs(warehouse: Warehouse) -> None:
    bring(warehouse, "tickets", [ticket(n, product=p) for n, p in enumerate("AAB")], origin("b1"))
    tickets = table("tickets")
    expression = tickets.group_by("product").aggregate(n=tickets.count()).order_by("product")
    shown = warehouse.sql(expression)
    assert "GROUP BY" in shown
    assert warehouse.query(shown).to_pylist() == warehouse.query(expression).to_pylist()
    assert warehouse.query(expression).to_pylist() == [{"product": "A", "n": 2}, {"product": "B", "n": 1}]


def test_a_fact_knows_its_columns_and_their_types() -> None:
    tickets = FACTS["tickets"]
    assert tickets["csat"].words.zh == "满意度评分"
    assert (tickets["source_id"].required, tickets["title"].required) == (True, False)
    assert "quality" in tickets.names(given=False)
    assert "title" in tickets.names(given=True)
    assert set(tickets.names(given=True)) | set(tickets.names(given=False)) == set(tickets.names())
    types = {name: tickets.schema()[name] for name in ("csat", "transfers", "sold_at", "valid", "extra", "created_at")}
    assert types == {
        "csat": "float64", "transfers": "int64", "sold_at": "date", "valid": "boolean", "extra": "map<string, string>",
        "created_at": "timestamp(6)",
    }  # fmt: skip
