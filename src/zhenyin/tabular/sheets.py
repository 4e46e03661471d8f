"""Workbooks, xlsx and xls: refused where they are locked or would not fit into memory, else sheet by sheet."""

import os
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import fastexcel
import pyarrow as pa

from zhenyin.core.errors import Invalid
from zhenyin.tabular import archive
from zhenyin.tabular.header import SEARCHED, header_row, names
from zhenyin.tabular.rows import CHUNK_ROWS, Chunk, TableInfo, Yield

HEAD_ROWS = 2_000
"""Rows from the top that a look at a workbook takes."""
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_workbook(head: bytes) -> bool:
    """Whether the first bytes are those of an xlsx or xls file (or of another archive: `sheets` tells)."""
    return head.startswith((_OLE, _ZIP))


def sheets(path: Path) -> list[TableInfo]:
    """The sheets that hold a table. Raises Invalid for a locked workbook, one that unpacks too large, or none at all."""
    with _top(path) as book:
        found = [_info(book, name) for name in book.sheet_names]
    return [info for info in found if info is not None]


def rows(path: Path, sheet: str) -> Yield:
    """The rows of one sheet, in chunks; cells are text: dates as `2026-03-05 00:00:00`. Line numbers are Excel's."""
    with _top(path) as book:
        info = _info(book, sheet)
    if info is not None:
        yield from _rows(_open(path), info)


def first_rows(path: Path, sheet: str) -> Yield:
    """The rows of one sheet among its first `HEAD_ROWS`; quick on a workbook of any size."""
    with _top(path) as book:
        info = _info(book, sheet)
        if info is not None:
            yield from _rows(book, info)


def _rows(book: Any, info: TableInfo) -> Yield:
    loaded = book.load_sheet(info.name, header_row=None, skip_rows=info.header, dtypes="string").to_arrow()
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


@contextmanager
def _top(path: Path) -> Iterator[Any]:
    """The workbook without the rows that lie far below; the reader would go through all of them for the first one."""
    require_readable(path)
    with path.open("rb") as file:
        is_archive = file.read(4) == _ZIP
    if not is_archive:
        yield _open(path)
        return
    # Beside the file: what is raw stays where the original is.
    with TemporaryDirectory(prefix="zhenyin-", dir=path.parent if os.access(path.parent, os.W_OK) else None) as folder:
        small = Path(folder) / path.name
        try:
            archive.head(path, small, HEAD_ROWS)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as wrong:
            raise _unreadable(path, wrong) from None
        yield _open(small)


def _open(path: Path) -> Any:
    require_readable(path)
    try:
        return fastexcel.read_excel(path)
    except fastexcel.FastExcelError as wrong:
        if "password" in str(wrong).lower() or "encrypt" in str(wrong).lower():
            raise _locked(path) from None
        raise _unreadable(path, wrong) from None


def require_readable(path: Path) -> None:
    """Raises Invalid for a workbook that is locked, or that would not fit into memory."""
    with path.open("rb") as file:
        head = file.read(4)
    if head.startswith(_ZIP):
        archive.require_room(path)
    if head.startswith(_OLE) and _is_encrypted(path):
        raise _locked(path)


def _unreadable(path: Path, wrong: Exception) -> Invalid:
    return Invalid(
        "workbook-unreadable",
        en=f"The file {path.name} is no workbook that can be read: {wrong}. Save it again as .xlsx.",
        zh=f"无法读取工作簿 {path.name}：{wrong}。请另存为 .xlsx 后重试。",
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
