"""CSV files as the world writes them."""

from pathlib import Path

import pytest

from zhenyin.connectors import CONNECTORS, Chunk, RowProblem
from zhenyin.core.errors import Invalid
from zhenyin.tabular.delimited import Dialect, dialect_of, records

TABLE = '编号,问题,问题\r\n1,漏水,"一,\n二"\r\n2,异响,\r\n'


def _read(path: Path) -> tuple[list[dict[str, str | None]], list[RowProblem], list[int]]:
    rows, problems, lines = [], [], []
    for found in CONNECTORS["csv_file"].read(path):
        if isinstance(found, Chunk):
            rows += found.rows.to_pylist()
            lines += found.lines.to_pylist()
        else:
            problems.append(found)
    return rows, problems, lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_gives_the_same_rows_and_duplicate_names_survive(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(TABLE.encode(encoding))
    rows, problems, lines = _read(file)
    assert rows == [
        {"编号": "1", "问题": "漏水", "问题.2": "一,\n二"},
        {"编号": "2", "问题": "异响", "问题.2": None},
    ]
    assert (problems, lines) == ([], [2, 4])


@pytest.mark.parametrize("mark", [",", "\t", ";", "|"])
def test_the_delimiter_is_found_out(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text("\n".join(mark.join(row) for row in (["id", "say"], ["1", "a"], ["2", '"b, c; d"'])))
    assert dialect_of(file) == Dialect("utf-8", mark)


def test_ragged_rows_are_kept_and_named(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n")
    rows, problems, _ = _read(file)
    assert len(rows) == 3
    assert [(p.line, p.column, p.value, p.rule) for p in problems] == [
        (2, "c", None, "too-few-columns"),
        (3, None, "4", "too-many-columns"),
    ]


def test_nul_bytes_are_taken_out_and_named(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"a,b\n1,x\x00y\n2,z\n")
    rows, problems, _ = _read(file)
    assert rows == [{"a": "1", "b": "xy"}, {"a": "2", "b": "z"}]
    assert [(p.line, p.rule) for p in problems] == [(2, "nul-bytes")]


def test_a_formula_stays_the_text_that_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a,b\n1,=1+1\n")
    assert _read(file)[0] == [{"a": "1", "b": "=1+1"}]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "file-empty"), (b"\xff\xd8\xff\xe0 JFIF", "file-not-text"), (b"PK\x03\x04", "file-not-text")],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(data)
    with pytest.raises(Invalid, match=code):
        _read(file)


@pytest.mark.parametrize("row", ["x" * 2000, '"never closed\n' + "y,z\n" * 500])
def test_an_endless_record_is_refused_with_its_line_before_it_fills_the_memory(tmp_path: Path, row: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a,b\n" + row)
    with pytest.raises(Invalid, match=r"line .*longer than 1,000 characters"):
        list(records(file, Dialect("utf-8", ","), longest=1000))


@pytest.mark.parametrize(
    ("name", "rows", "columns"), [("uci_incident_event_log", 141_712, 36), ("car_complaints_gb18030", 600, 8)]
)
def test_real_exports_are_read_whole(shared_data: Path, name: str, rows: int, columns: int) -> None:
    found = list(CONNECTORS["csv_file"].read(shared_data / "tickets" / f"{name}.csv"))
    chunks = [part for part in found if isinstance(part, Chunk)]
    assert sum(chunk.rows.num_rows for chunk in chunks) == rows
    assert {chunk.rows.num_columns for chunk in chunks} == {columns}
    assert len(found) == len(chunks)
    if columns == 36:
        assert {"category", "category.2"} <= set(chunks[0].rows.column_names)
