"""The engine reads no file but staged rows, loads nothing, and its configuration cannot be changed."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from zhenyin.core.settings import Settings
from zhenyin.core.settings import load as load_settings
from zhenyin.warehouse import gateway
from zhenyin.warehouse.engines import staging_folder
from zhenyin.warehouse.gateway import Warehouse

SHUT = (
    "SELECT * FROM read_csv('{outside}/secret.csv')",
    "SELECT * FROM read_text('{outside}/secret.csv')",
    "SELECT * FROM glob('{outside}/*')",
    "SELECT * FROM '{outside}/secret.csv'",
    "SELECT * FROM read_text('{data}/landing/key')",
    "SELECT * FROM read_text('{data}/staging/../landing/key')",
    "COPY (SELECT 1) TO '{outside}/written.csv'",
    "ATTACH '{outside}/other.duckdb'",
    "ATTACH '{data}/other.duckdb'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SELECT * FROM read_csv('https://example.invalid/a.csv')",
    "SET enable_external_access = true",
    "SET allowed_directories = ['/']",
    "SET memory_limit = '100GiB'",
    "RESET lock_configuration",
)


@pytest.mark.parametrize("sql", SHUT)
def test_what_is_outside_stays_outside(warehouse: Warehouse, settings: Settings, tmp_path: Path, sql: str) -> None:
    outside, data = tmp_path / "outside", settings.data_dir
    for file in (outside / "secret.csv", data / "landing" / "key", data / "staging" / "x"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("secret\n")
    with pytest.raises(Exception, match=r"Permission|Catalog|Cannot|locked|disabled"):
        warehouse.query(sql.format(outside=outside, data=data))
    assert sorted(path.name for path in outside.iterdir()) == ["secret.csv"]


def test_staged_rows_are_read(warehouse: Warehouse, settings: Settings) -> None:
    file = staging_folder(settings.data_dir) / "b-1" / "0.parquet"
    file.parent.mkdir(parents=True)
    pq.write_table(pa.table({"a": [1, 2]}), file)
    assert warehouse.query(f"SELECT sum(a) AS n FROM read_parquet('{file}')").to_pylist() == [{"n": 3}]


def test_what_does_not_fit_into_memory_goes_by_way_of_the_disk(tmp_path: Path) -> None:
    warehouse = gateway.connect(load_settings(data_dir=tmp_path / "small", memory_gib=0.1))
    query = "SELECT max(n) AS n FROM (SELECT n, row_number() OVER (ORDER BY hash(n)::VARCHAR) AS at FROM range(6000000) t(n))"
    assert warehouse.query(query).to_pylist() == [{"n": 5_999_999}]
    warehouse.close()
