"""The big story has the columns of the facts and the size asked for."""

import csv as reader

import pyarrow.parquet as pq
import pytest
from tests.demo.conftest import UNTIL

from zhenyin.demo import scale
from zhenyin.warehouse.facts import EXPOSURE, TICKETS


def test_parquet_facts_have_columns_of_the_contract(tmp_path):
    written = scale.facts(tmp_path, rows=20_000, until=UNTIL)
    parts = [pq.read_table(path) for path in sorted(tmp_path.glob("tickets-*.parquet"))]
    assert written == sum(len(part) for part in parts) == pytest.approx(20_000, rel=0.06)
    assert set(parts[0].column_names) <= set(TICKETS.names())
    assert set(pq.read_schema(tmp_path / "exposure.parquet").names) <= set(EXPOSURE.names())
    numbers = [number for part in parts for number in part["ticket_id"].to_pylist()]
    assert len(set(numbers)) == written


def test_the_big_csv_has_one_header_and_all_rows(tmp_path):
    path = tmp_path / "big.csv"
    written = scale.csv(path, rows=5_000, until=UNTIL)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(reader.DictReader(lines))
    assert len(rows) == written
    assert "工单号" not in {row["工单号"] for row in rows}
