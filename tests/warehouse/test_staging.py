"""A table of a file on its way in: rows in parts, how cells are written, and which columns say few things."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from tests.warehouse.batches import Row

from zhenyin.core import settings
from zhenyin.warehouse import gateway, staging
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.staging import Stage, samples, shapes


@pytest.fixture
def cursor(tmp_path: Path) -> Iterator[Cursor]:
    """An engine that may read what is staged in the folder of the test."""
    opened = gateway.connect(settings.load(data_dir=tmp_path))
    made = opened.engine.cursor()
    yield made
    made.close()
    opened.close()


def _rows(first: int, **columns: list[str | None]) -> tuple[pa.Table, pa.Array]:
    count = len(next(iter(columns.values())))
    table = pa.table({name: pa.array(cells, pa.string()) for name, cells in columns.items()})
    return table, pa.array(range(first, first + count), pa.int64())


def _staged(folder: Path, *parts: tuple[pa.Table, pa.Array]) -> Stage:
    stage = Stage(folder)
    for rows, lines in parts:
        stage.add(rows, lines)
    stage.close()
    return stage


def _all(cursor: Cursor, stage: Stage) -> list[Row]:
    return [row for part in cursor.run(f"FROM {stage.relation} ORDER BY line") for row in part.to_pylist()]


@pytest.mark.parametrize(("size", "files"), [(1, 3), (3, 2), (4, 2), (100, 1)])
def test_rows_come_back_from_however_many_parts(
    cursor: Cursor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, files: int
) -> None:
    monkeypatch.setattr(staging, "_ROWS_A_PART", size)
    parts = [_rows(first, 编号=[f"{first}", f"{first + 1}"]) for first in (2, 4, 6)]
    stage = _staged(tmp_path / "staging" / "it's", *parts)
    assert stage.rows == 6
    assert len(list(stage.folder.iterdir())) == files
    assert _all(cursor, stage) == [{"c0": f"{line}", "line": line} for line in range(2, 8)]


@pytest.mark.parametrize("size", [1, 100])
def test_a_column_that_comes_later_is_empty_before(
    cursor: Cursor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(staging, "_ROWS_A_PART", size)
    stage = _staged(tmp_path / "staging", _rows(2, a=["1"], b=["x"]), _rows(3, b=["y"], d=["z"]))
    assert stage.columns == ["a", "b", "d"]
    assert [stage.key(name) for name in stage.columns] == ["c0", "c1", "c2"]
    found = [(row["line"], row["c0"], row["c1"], row["c2"]) for row in _all(cursor, stage)]
    assert found == [(2, "1", "x", None), (3, None, "y", "z")]


def test_a_table_without_rows_can_be_read(cursor: Cursor, tmp_path: Path) -> None:
    stage = _staged(tmp_path / "staging")
    assert (stage.rows, stage.columns, _all(cursor, stage)) == (0, [], [])


@pytest.mark.parametrize(
    ("different", "rows", "few"), [(9, 100, True), (10, 100, False), (1, 10, False), (1, 11, True), (100, 100, False)]
)
def test_a_column_says_few_things_where_each_comes_more_than_ten_times(
    tmp_path: Path, different: int, rows: int, few: bool
) -> None:
    cells: list[str | None] = [f"v{at % different}" for at in range(rows)]
    stage = _staged(tmp_path / "staging", _rows(2, kind=cells))
    assert stage.is_low_cardinality("kind") is few


def test_how_few_things_a_column_says_is_known_once_rows_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "_ROWS_A_PART", 50)
    stage = Stage(tmp_path)
    stage.add(*_rows(2, kind=["x"] * 40))
    assert not stage.is_low_cardinality("kind")
    stage.add(*_rows(42, kind=["x"] * 40))
    assert stage.is_low_cardinality("kind")
    stage.add(*_rows(82, kind=[f"{at}" for at in range(60)], late=["y"] * 60))
    stage.close()
    assert stage.is_low_cardinality("kind"), "by its first rows"
    assert not stage.is_low_cardinality("late")


Shape = tuple[str, int, int, int]
COMMON = "9999-99-99 99:99:99"


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["2026-03-01 10:00:00", "2025-12-31 23:59:59"], [(COMMON, 2, 0, 0)]),
        (["2026-03-01 10:00:00", None], [(COMMON, 1, 0, 0)]),
        (["2026-03-01 10:00:00", " 2026-03-02 10:00:00 ", "-"], [(COMMON, 2, 0, 0)]),
        (["29/2/2016", "13/1/2016", "7/12/2016"], [("99/9/9999", 2, 29, 2), ("9/99/9999", 1, 7, 12)]),
        (["1.12.2026", "03-11-2026"], [("9.99.9999", 1, 1, 12), ("99-99-9999", 1, 3, 11)]),
        (["46082", "46084", "46090"], [("99999", 3, 0, 0)]),
        (["2026/03/01"], [("9999/99/99", 1, 0, 0)]),
        (["1772330400000"], [("9999999999999", 1, 0, 0)]),
        (["无", "", "昨天"], [("昨天", 1, 0, 0)]),
        (
            ["2026-03-01 10:00:00", "2026-03-01", "2026-03-02", "2026-03-03"],
            [("9999-99-99", 3, 0, 0), (COMMON, 1, 0, 0)],
        ),
        (["2026-03-01T10:00:00"], [("9999-99-99T99:99:99", 1, 0, 0)]),
        ([None, "-", "  "], []),
    ],
)
def test_cells_are_counted_by_the_way_they_are_written(
    cursor: Cursor, tmp_path: Path, cells: list[str | None], found: list[Shape]
) -> None:
    stage = _staged(tmp_path / "staging", _rows(2, at=cells))
    assert sorted(one[:4] for one in shapes(cursor, stage, "at")) == sorted(found)
    counts = [count for _, count, *_ in shapes(cursor, stage, "at")]
    assert counts == sorted(counts, reverse=True)


def test_the_commonest_ways_are_kept_where_there_are_very_many(cursor: Cursor, tmp_path: Path) -> None:
    letters = [f"{chr(ord('a') + at // 26)}{chr(ord('a') + at % 26)}" for at in range(300)]
    found = shapes(cursor, _staged(tmp_path / "staging", _rows(2, at=[*letters, "zz", "zz", "zz"])), "at")
    assert len(found) == 200
    assert found[0] == ("zz", 3, 0, 0, 0, 0, 0)


def test_samples_leave_out_what_is_empty() -> None:
    table, _ = _rows(2, a=[" x ", None, "NULL", "", "无", "y"], b=["-", "N/A", "1", "2", "3", "4"])
    assert samples(table, ("", "null", "-", "n/a", "无")) == {"a": ["x", "y"], "b": ["1", "2", "3", "4"]}
    assert samples(table, ("",), rows=2) == {"a": ["x"], "b": ["-", "N/A"]}


@pytest.mark.parametrize(("columns", "rows"), [(1, 2_000), (100, 2_000), (400, 500), (4_000, 100)])
def test_of_very_many_columns_fewer_rows_are_sampled(columns: int, rows: int) -> None:
    cells: list[Any] = ["x"] * 2_500
    table = pa.table({f"c{at}": cells for at in range(columns)})
    assert {len(found) for found in samples(table, ("",)).values()} == {rows}
