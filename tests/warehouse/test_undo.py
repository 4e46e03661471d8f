"""Whatever was imported and undone, in any order: of each thing the newest import that is still in tells."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st
from tests.warehouse.batches import START, Row, bring, hours, origin, records, ticket

from zhenyin.core import settings as settings_module
from zhenyin.warehouse import gateway
from zhenyin.warehouse.gateway import Warehouse
from zhenyin.warehouse.load import SAME
from zhenyin.warehouse.undo import undo

FEW = profile(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Steps = list[tuple[str, Any]]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    opened = gateway.connect(settings_module.load(data_dir=tmp_path_factory.mktemp("undo")))
    yield opened
    opened.close()


def taken_out(warehouse: Warehouse, batch: str) -> None:
    with warehouse.writing() as cursor:
        undo(cursor, batch)


def _rows(fact: str, batch: str, numbers: list[int]) -> list[Row]:
    if fact == "tickets":
        return [ticket(number, title=batch) for number in numbers]
    if fact == "orders":
        return [{"order_id": str(n), "customer_id": batch, "at": START} for n in numbers]
    # A ticket has as many events as its number says.
    return [{"source_id": str(n), "at": hours(step), "activity": batch} for n in numbers for step in range(n)]


def _counted(fact: str, number: int) -> int:
    return number if fact == "events" else 1


@pytest.mark.parametrize(("fact", "key"), [("tickets", "source_id"), ("orders", "order_id"), ("events", "source_id")])
@FEW
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("bring"), st.lists(st.integers(1, 4), min_size=1, max_size=4, unique=True)),
            st.tuples(st.just("undo"), st.integers(0, 5)),
        ),
        max_size=7,
    )
)
def test_the_newest_import_that_is_in_tells(shared: Warehouse, fact: str, key: str, steps: Steps) -> None:
    live: list[tuple[str, list[int]]] = []
    try:
        for at, (what, given_numbers) in enumerate(steps):
            if what == "bring":
                live.append((f"b{at}", given_numbers))
                bring(shared, fact, _rows(fact, f"b{at}", given_numbers), origin(f"b{at}"))
            elif live:
                taken_out(shared, live.pop(given_numbers % len(live))[0])
            newest = {number: batch for batch, numbers in live for number in numbers}
            expected = sorted((str(n), batch, _counted(fact, n)) for n, batch in newest.items())
            query = f"SELECT {key}, import_batch, count(*) FROM {fact} GROUP BY ALL ORDER BY ALL"
            assert records(shared, query) == expected
            older = sum(_counted(fact, n) for batch, numbers in live for n in numbers if newest[n] != batch)
            assert records(shared, f"SELECT count(*) FROM shadowed_{fact}") == [(older,)]
            assert records(shared, "SELECT import_batch FROM imports ORDER BY 1") == sorted((b,) for b, _ in live)
    finally:
        for batch, _ in live:
            taken_out(shared, batch)


def test_the_row_that_was_replaced_comes_back_as_it_was(warehouse: Warehouse) -> None:
    bring(
        warehouse, "tickets", [ticket(1, title="漏水", csat=4.5, resolved_at=hours(2), status="已解决")], origin("b1")
    )
    with warehouse.writing() as cursor:
        cursor.run("UPDATE tickets SET problem_id = 'prb-1', topic = 't', repeat_days = 3.5")
    before = warehouse.query("FROM tickets").to_pylist()
    bring(warehouse, "tickets", [ticket(1, title="异响")], origin("b2"))
    assert records(warehouse, "SELECT title, csat, problem_id FROM tickets") == [("异响", None, None)]
    taken_out(warehouse, "b2")
    assert warehouse.query("FROM tickets").to_pylist() == before


def test_labels_problems_and_the_entry_of_a_batch_go_with_it(warehouse: Warehouse) -> None:
    for batch in ("b1", "b2"):
        bring(warehouse, "tickets", [ticket(batch), ticket(batch)], origin(batch))
        with warehouse.writing() as cursor:
            cursor.run(f"INSERT INTO labels (ticket_id, import_batch) VALUES ('desk:{batch}', '{batch}')")
    taken_out(warehouse, "b1")
    for table in ("tickets", "labels", "row_problems", "imports"):
        assert records(warehouse, f"SELECT import_batch FROM {table}") == [("b2",)]


def test_what_is_not_in_is_taken_out_without_a_trace(warehouse: Warehouse) -> None:
    bring(warehouse, "tickets", [ticket(1)], origin("b1"))
    before = warehouse.query("FROM tickets").to_pylist()
    taken_out(warehouse, "b'9")
    assert warehouse.query("FROM tickets").to_pylist() == before


def test_every_fact_that_may_be_replaced_comes_back(warehouse: Warehouse) -> None:
    def rows(fact: str, said: str) -> list[Row]:
        given = {
            "tickets": {"source_id": "1", "created_at": START, "title": said},
            "events": {"source_id": "1", "at": START, "activity": said},
            "exposure": {"month": START.date(), "product": "A", "units": float(len(said))},
            "customers": {"customer_id": "1", "city": said},
            "orders": {"order_id": "1", "customer_id": said, "at": START},
            "logs": {"device_id": "1", "at": START, "message": "m", "level": said},
        }
        return [given[fact]]

    for fact in SAME:
        bring(warehouse, fact, rows(fact, "old"), origin(f"{fact}-1"))
        before = warehouse.query(f"FROM {fact}").to_pylist()
        bring(warehouse, fact, rows(fact, "newer"), origin(f"{fact}-2"))
        assert warehouse.query(f"FROM {fact}").to_pylist() != before
        assert warehouse.query(f"FROM {fact}").num_rows == 1
        taken_out(warehouse, f"{fact}-2")
        assert warehouse.query(f"FROM {fact}").to_pylist() == before
