"""Files as nobody should send them, and workbooks of every kind, made here."""

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msoffcrypto
import xlsxwriter
import xlwt

HEADER = "工单编号,创建时间,标题,产品\n"


def rows(number: int, first: int = 0) -> str:
    return "".join(f"{i},2026-03-{i % 28 + 1:02} 10:00,漏水{i},A\n" for i in range(first, first + number))


def book(write: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as opened:
        write(opened)
    return made.getvalue()


def several_sheets(made: xlsxwriter.Workbook) -> None:
    made.add_worksheet("说明").write(0, 0, "本文件由系统导出")
    for name in ("一月", "二月"):
        sheet = made.add_worksheet(name)
        sheet.write_row(0, 0, ["工单编号", "创建时间", "标题"])
        for i in range(20):
            sheet.write_row(i + 1, 0, [f"{name}{i}", "2026-01-01 10:00", f"漏水{i}"])
    made.add_worksheet("空")


def merged_headers(made: xlsxwriter.Workbook) -> None:
    sheet, day = made.add_worksheet(), made.add_format({"num_format": "yyyy/m/d h:mm"})
    sheet.merge_range(0, 0, 0, 5, "售后工单汇总")
    for left, group in ((0, "客户"), (2, "时间"), (4, "人员")):
        sheet.merge_range(1, left, 1, left + 1, group)
    sheet.write_row(2, 0, ["工单编号", "标题", "创建时间", "解决时间", "姓名", "姓名"])
    for i in range(30):
        sheet.write_row(i + 3, 0, [f"W{i}", f"漏水{i}", None, None, "李", "王"])
        sheet.write_number(i + 3, 2, 46000 + i + 0.5, day)
        sheet.write_number(i + 3, 3, 46000 + i + 0.75, day)


def formulas(made: xlsxwriter.Workbook) -> None:
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["工单编号", "创建时间", "标题"])
    sheet.write_row(1, 0, ["F1", "2026-01-01 10:00"])
    sheet.write_formula(1, 2, "=1+1", None, 2)
    sheet.write_row(2, 0, ["F2", "2026-01-02 10:00"])
    sheet.write_string(2, 2, '=HYPERLINK("http://x")')


def a_cell_in_the_last_corner(made: xlsxwriter.Workbook) -> None:
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["工单编号", "创建时间"])
    sheet.write(1_048_575, 16_383, "far")


def old_workbook() -> bytes:
    made, target = xlwt.Workbook(), io.BytesIO()
    sheet, day = made.add_sheet("old"), xlwt.easyxf(num_format_str="YYYY-MM-DD HH:MM")
    for column, name in enumerate(("工单编号", "创建时间", "标题")):
        sheet.write(0, column, name)
    for i in range(20):
        sheet.write(i + 1, 0, f"O{i}")
        sheet.write(i + 1, 1, datetime(2026, 1, 1 + i, 10), day)
        sheet.write(i + 1, 2, f"漏水{i}")
    made.save(target)
    return target.getvalue()


def locked_workbook() -> bytes:
    """Encrypted as Excel does it: an OLE file with an encrypted package."""
    locked = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(book(several_sheets))).encrypt("secret", locked)
    return locked.getvalue()


def endless_line(path: Path, bytes_: int) -> None:
    """A file whose second line has that many bytes; it takes no room on the disk."""
    path.write_text(HEADER, "utf-8")
    with path.open("r+b") as file:
        file.truncate(bytes_)


REFUSED: dict[str, bytes] = {
    "empty.csv": b"",
    "picture.csv": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "no-date.csv": "工单编号,标题\n1,漏水\n2,异响\n".encode(),
    "torn.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "torn.xlsx": b"PK\x03\x04" + b"\x00" * 600,
    "picture.xlsx": b"\x89PNG\r\n\x1a\n" + b"\x00" * 600,
    "noise.csv": bytes(range(256)) * 400,
    "header-only.csv": HEADER.encode(),
    "blank.csv": b"\n\n  \n",
    "locked.xlsx": locked_workbook(),
    "corner.xlsx": book(a_cell_in_the_last_corner),
}
"""Files of which nothing can be made."""
