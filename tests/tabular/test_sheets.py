"""Sheets with merged cells, errors, formulas that were never worked out, hidden ones, and ones of notes alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from zhenyin.core.errors import Invalid
from zhenyin.tabular import sheets
from zhenyin.tabular.rows import Chunk, RowProblem
from zhenyin.tabular.sheet_marks import marks

NAMES = ["工单号", "产品", "创建时间"]


def _book(folder: Path, write: Callable[[Any], None]) -> Path:
    file = folder / "desk.xlsx"
    with xlsxwriter.Workbook(file) as book:
        write(book)
    return file


def _table(book: Any, name: str, rows: int = 4) -> Any:
    sheet = book.add_worksheet(name)
    sheet.write_row(0, 0, NAMES)
    for at in range(1, rows + 1):
        sheet.write_row(at, 0, [f"{name}-{at}", f"产品{at}", f"2026-03-0{at}"])
    return sheet


def _read(file: Path, sheet: str) -> tuple[list[dict[str, Any]], list[tuple[int, str | None, str | None, str]]]:
    parts = list(sheets.rows(file, sheet))
    rows = [row for part in parts if isinstance(part, Chunk) for row in part.rows.to_pylist()]
    return rows, [(one.line, one.column, one.value, one.rule) for one in parts if isinstance(one, RowProblem)]


def test_hidden_sheets_are_left_out_and_named(tmp_path: Path) -> None:
    def write(book: Any) -> None:
        _table(book, "本月")
        _table(book, "旧数据").hide()
        _table(book, "更旧").very_hidden()
        _table(book, "下月")

    file = _book(tmp_path, write)
    assert [info.name for info in sheets.sheets(file)] == ["本月", "下月"]
    assert _read(file, "本月")[1] == [(0, None, "旧数据", "sheet_hidden"), (0, None, "更旧", "sheet_hidden")]
    assert _read(file, "下月")[1] == []


def test_merged_cells_hold_for_all_their_rows(tmp_path: Path) -> None:
    def write(book: Any) -> None:
        sheet = _table(book, "x", 5)
        sheet.merge_range(1, 1, 3, 1, "洗衣机")
        sheet.merge_range(4, 1, 5, 2, "冰箱")

    rows, problems = _read(_book(tmp_path, write), "x")
    assert [row["产品"] for row in rows] == ["洗衣机"] * 3 + ["冰箱"] * 2
    assert problems == []


def test_errors_and_formulas_without_a_value_are_empty_and_named(tmp_path: Path) -> None:
    def write(book: Any) -> None:
        sheet = _table(book, "x")
        sheet.write_formula(1, 1, "=NA()", None, "#N/A")
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(3, 1, "=A4", None, "")
        sheet.write_formula(4, 1, "=A5", None, "空调")

    rows, problems = _read(_book(tmp_path, write), "x")
    assert [row["产品"] for row in rows] == [None, None, None, "空调"]
    assert problems == [
        (2, "产品", "#N/A", "cell_error"),
        (3, "产品", "#DIV/0!", "cell_error"),
        (4, "产品", None, "formula_without_value"),
    ]


def test_a_sheet_without_a_header_is_refused_unless_another_has_one(tmp_path: Path) -> None:
    def bare(book: Any, name: str) -> None:
        sheet = book.add_worksheet(name)
        for at in range(4):
            sheet.write_row(at, 0, [f"GD-{at}", f"2026-03-0{at + 1}", "漏水"])

    def write(book: Any) -> None:
        bare(book, "旧")
        _table(book, "新")

    assert [info.name for info in sheets.sheets(_book(tmp_path, write))] == ["新"]
    with pytest.raises(Invalid) as refused:
        sheets.sheets(_book(tmp_path, lambda book: bare(book, "旧")))
    assert refused.value.code == "header-missing"


def test_marks_are_found_in_a_sheet_of_many_pieces(tmp_path: Path) -> None:
    def write(book: Any) -> None:
        _table(book, "a&b", 1)
        sheet = book.add_worksheet("x")
        for at in range(40_000):
            sheet.write_row(at, 0, [f"text number {at}", at])
        sheet.write_formula(39_999, 30, "=1/0", None, "#DIV/0!")
        sheet.merge_range("B39000:B39010", "m")

    found = marks(_book(tmp_path, write), "x")
    assert (found.merged, found.errors) == ([(39_000, 2, 39_010)], {(40_000, 31): "#DIV/0!"})
    assert marks(tmp_path / "desk.xlsx", "a&b").merged == []
