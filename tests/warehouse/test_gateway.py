"""The door to the facts: limits, time-outs, cancellation, transactions, a log line."""

import logging
import threading
from collections.abc import Iterator

import pytest

from zhenyin.core.errors import TooMany, Unavailable
from zhenyin.core.settings import Settings
from zhenyin.warehouse import gateway
from zhenyin.warehouse.facts import FACTS, table
from zhenyin.warehouse.gateway import Cancel, Warehouse

ENDLESS = "SELECT sum(a.range * b.range) AS total FROM range(10000000) a, range(10000000) b"


@pytest.fixture
def warehouse(settings: Settings) -> Iterator[Warehouse]:
    warehouse = gateway.connect(settings)
    yield warehouse
    warehouse.close()


def test_every_fact_has_its_table(warehouse: Warehouse) -> None:
    for name, fact in FACTS.items():
        assert warehouse.query(table(name)).column_names == list(fact.names())


def test_a_query_above_the_row_limit_is_refused_with_the_limit(warehouse: Warehouse) -> None:
    assert warehouse.query("FROM range(10)", rows=10).num_rows == 10
    with pytest.raises(TooMany, match="more than 10 rows"):
        warehouse.query("FROM range(11)", rows=10)


def test_a_query_that_takes_too_long_is_cut_off(warehouse: Warehouse) -> None:
    with pytest.raises(Unavailable, match=r"stopped after 0\.2 s"):
        warehouse.query(ENDLESS, seconds=0.2)


def test_a_query_can_be_cancelled_from_another_thread(warehouse: Warehouse) -> None:
    cancel = Cancel()
    threading.Timer(0.2, cancel).start()
    with pytest.raises(Unavailable, match="cancelled"):
        warehouse.query(ENDLESS, cancel=cancel)


def test_a_query_given_a_raised_flag_does_not_start(warehouse: Warehouse) -> None:
    cancel = Cancel()
    cancel()
    with pytest.raises(Unavailable, match="cancelled"):
        warehouse.query("SELECT 1", cancel=cancel)


def test_what_raises_inside_a_transaction_leaves_nothing(warehouse: Warehouse) -> None:
    with pytest.raises(Exception, match="nowhere"), warehouse.writing() as cursor:
        cursor.run("INSERT INTO labels (ticket_id) VALUES ('a:1')")
        cursor.run("INSERT INTO nowhere VALUES (1)")
    assert warehouse.query(table("labels")).num_rows == 0


def test_a_reader_sees_the_last_commit_while_somebody_writes(warehouse: Warehouse) -> None:
    with warehouse.writing() as cursor:
        cursor.run("INSERT INTO labels (ticket_id) VALUES ('a:1')")
        assert warehouse.query(table("labels")).num_rows == 0
    assert warehouse.query(table("labels")).num_rows == 1


def test_every_query_leaves_a_log_line(warehouse: Warehouse, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="zhenyin.query"):
        warehouse.query("FROM range(3)")
    assert "3 rows: FROM range(3)" in caplog.text
