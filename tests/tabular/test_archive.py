"""The top of a workbook, and workbooks that would not fit."""

import zipfile
from pathlib import Path

import pytest
from tests.intake import hostile

from zhenyin.core.errors import Invalid
from zhenyin.tabular import archive, sheets
from zhenyin.tabular.rows import Chunk


def _long(path: Path, rows: int) -> Path:
    def write(made: hostile.xlsxwriter.Workbook) -> None:
        sheet = made.add_worksheet("工单")
        for i in range(rows):
            sheet.write_row(i, 0, ["工单编号", "标题"] if i == 0 else [f"T{i}", f"漏水 <{i}>"])

    path.write_bytes(hostile.book(write))
    return path


def _texts(parts: object) -> list[list[str]]:
    return [list(row.values()) for part in parts if isinstance(part, Chunk) for row in part.rows.to_pylist()]


def test_the_top_has_the_first_rows_and_no_more_texts_than_these_need(tmp_path: Path) -> None:
    whole, top = _long(tmp_path / "long.xlsx", 9_000), tmp_path / "top.xlsx"
    archive.head(whole, top, 100)
    assert _texts(sheets.rows(top, "工单")) == _texts(sheets.rows(whole, "工单"))[:99]
    with zipfile.ZipFile(top) as opened:
        assert opened.read("xl/sharedStrings.xml").count(b"<si>") == 200


def test_a_look_takes_the_first_rows_and_an_import_takes_all(tmp_path: Path) -> None:
    whole = _long(tmp_path / "long.xlsx", 5_001)
    assert len(_texts(sheets.first_rows(whole, "工单"))) == sheets.HEAD_ROWS - 1
    assert len(_texts(sheets.rows(whole, "工单"))) == 5_000
    assert sheets.sheets(whole)[0].columns == ("工单编号", "标题")


def test_a_cell_in_the_last_corner_is_refused_before_the_reader_takes_room_for_all_between(tmp_path: Path) -> None:
    file = tmp_path / "corner.xlsx"
    file.write_bytes(hostile.book(hostile.a_cell_in_the_last_corner))
    with pytest.raises(Invalid, match="workbook-too-wide"):
        sheets.sheets(file)


def test_a_cell_is_found_however_its_place_is_written(tmp_path: Path) -> None:
    file = tmp_path / "odd.xlsx"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("xl/worksheets/sheet1.xml", "<row r='1'><c s=\"1\" r = 'A1'/><c r='XFD1048576'/></row>")
    with pytest.raises(Invalid, match="workbook-too-wide"):
        archive.require_room(file)


def test_a_wide_but_short_sheet_is_fine(tmp_path: Path) -> None:
    file = tmp_path / "wide.xlsx"
    file.write_bytes(hostile.book(lambda made: made.add_worksheet().write_row(0, 0, [f"c{i}" for i in range(9_000)])))
    archive.require_room(file)


def test_a_bomb_is_refused_by_what_it_unpacks_to(tmp_path: Path) -> None:
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b"0" * (80 << 20))
    with pytest.raises(Invalid, match="workbook-too-large"):
        archive.require_room(file)
