"""Workbooks, xlsx and xls: refused where they are locked or would not fit into memory, else sheet by sheet."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import fastexcel
import pyarrow as pa

from zhenyin.core.errors import Invalid
from zhenyin.tabular.header import SEARCHED, header_row, names
from zhenyin.tabular.rows import CHUNK_ROWS, Chunk, TableInfo, Yield

LARGEST = 2 << 30
"""Bytes that a workbook may unpack to."""
_HIGHEST_RATIO = 150
_SMALL = 64 << 20
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_workbook(head: bytes) -> bool:
    """Whether the first bytes are those of an xlsx or xls file (or of another archive: `sheets` tells)."""
    return head.startswith((_OLE, _ZIP))


def sheets(path: Path, largest: int = LARGEST) -> list[TableInfo]:
    """The sheets that hold a table. Raises Invalid for a locked workbook, one that unpacks too large, or none at all."""
    book = _open(path, largest)
    found = [_info(book, name) for name in book.sheet_names]
    return [info for info in found if info is not None]


def rows(path: Path, sheet: str, largest: int = LARGEST) -> Yield:
    """The rows of one sheet, in chunks; cells are text: dates as `2026-03-05 00:00:00`. Line numbers are Excel's."""
    book = _open(path, largest)
    info = _info(book, sheet)
    if info is None:
        return
    loaded = book.load_sheet(sheet, header_row=None, skip_rows=info.header, dtypes="string").to_arrow()
    width = len(info.columns)
    for start in range(0, loaded.num_rows, CHUNK_ROWS):
        part = pa.table(loaded.slice(start, CHUNK_ROWS))
        lines = pa.array(range(info.header + 1 + start, info.header + 1 + start + part.num_rows), pa.int64())
        columns = [part.column(at) for at in range(min(width, part.num_columns))]
        missing = [pa.nulls(part.num_rows, pa.string())] * (width - len(columns))
        yield _filled(Chunk(pa.table([*columns, *missing], list(info.columns)), lines))


def _filled(read: Chunk) -> Chunk:
    """Without the rows that have no cell at all: Excel keeps thousands of them below a table."""
    some = [column.is_valid().combine_chunks() for column in read.rows.columns]
    kept = some[0]
    for valid in some[1:]:
        kept = pa.compute.or_(kept, valid)
    return Chunk(read.rows.filter(kept), read.lines.filter(kept))


def _info(book: Any, sheet: str) -> TableInfo | None:
    top = book.load_sheet(sheet, header_row=None, n_rows=SEARCHED, dtypes="string", skip_rows=0).to_arrow()
    cells: Sequence[Sequence[str]] = [[cell or "" for cell in row.values()] for row in top.to_pylist()]
    if not any(cell.strip() for row in cells for cell in row):
        return None
    at = header_row(cells)
    return TableInfo(sheet, tuple(names(cells[at], cells[at - 1] if at else None)), at + 1)


def _open(path: Path, largest: int) -> Any:
    with path.open("rb") as file:
        head = file.read(1 << 16)
    if head.startswith(_ZIP):
        _check_size(path, largest)
    if head.startswith(_OLE) and _is_encrypted(path):
        raise _locked(path)
    try:
        return fastexcel.read_excel(path)
    except fastexcel.FastExcelError as wrong:
        if "password" in str(wrong).lower() or "encrypt" in str(wrong).lower():
            raise _locked(path) from None
        raise Invalid(
            "workbook-unreadable",
            en=f"The file {path.name} is no workbook that can be read: {wrong}. Save it again as .xlsx.",
            zh=f"无法读取工作簿 {path.name}：{wrong}。请另存为 .xlsx 后重试。",
        ) from None


def _check_size(path: Path, largest: int) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        return
    if unpacked > largest or unpacked > max(_SMALL, _HIGHEST_RATIO * path.stat().st_size):
        raise Invalid(
            "workbook-too-large",
            en=f"The workbook {path.name} would unpack to {unpacked >> 20:,} MiB. Export it as CSV instead.",
            zh=f"工作簿 {path.name} 解压后达 {unpacked >> 20:,} MiB。请改为导出 CSV。",
        )


def _is_encrypted(path: Path) -> bool:
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            if _ENCRYPTED in piece:
                return True
    return False


def _locked(path: Path) -> Invalid:
    return Invalid(
        "workbook-locked",
        en=f"The workbook {path.name} is locked with a password. Save a copy without one.",
        zh=f"工作簿 {path.name} 设有密码。请另存一份不加密的副本。",
    )
