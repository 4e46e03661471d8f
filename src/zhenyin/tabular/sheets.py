"""Workbooks, xlsx and xls: refused where they are locked or would not fit into memory, else sheet by sheet."""

import errno
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
from zhenyin.core.words import Words
from zhenyin.tabular import archive
from zhenyin.tabular.header import SEARCHED, heading
from zhenyin.tabular.limits import require_few_sheets, require_width
from zhenyin.tabular.rows import CHUNK_ROWS, Chunk, RowProblem, TableInfo, Yield
from zhenyin.tabular.sheet_marks import SheetMarks, marks

HEAD_ROWS = 2_000
"""Rows from the top that a look at a workbook takes."""
_ERROR = Words("单元格是错误值，按空处理。", "The cell holds an error; it counts as empty.")
_NO_VALUE = Words(
    "公式没有计算结果，按空处理；请在 Excel 中打开并保存一次。",
    "The formula has no value and counts as empty; open the workbook in Excel and save it once.",
)
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_workbook(head: bytes) -> bool:
    """Whether the first bytes are those of an xlsx or xls file (or of another archive: `sheets` tells)."""
    return head.startswith((_OLE, _ZIP))


def sheets(path: Path) -> list[TableInfo]:
    """The visible sheets that hold a table. Raises Invalid for a locked workbook, one that unpacks too large, or none at all,
    and where no sheet has a header.
    """
    refused: list[Invalid] = []
    found: list[TableInfo] = []
    with _top(path) as book:
        require_few_sheets(path.name, len(book.sheet_names))
        for name in _visible(book):
            try:
                info = _info(book, name)
            except Invalid as lacking:
                refused.append(lacking)
            else:
                found += [info] if info else []
    # A sheet of notes beside the tables need not have names of columns.
    if refused and not found:
        raise refused[0]
    return found


def rows(path: Path, sheet: str) -> Yield:
    """The rows of one sheet, in chunks; cells are text: dates as `2026-03-05 00:00:00`. Line numbers are Excel's.

    What stands in merged cells holds for all rows of them. What is left out is said: hidden sheets, cells with an error.
    """
    with _top(path) as book:
        info, visible = _info(book, sheet), _visible(book)
        hidden = [name for name in book.sheet_names if name not in visible] if visible[:1] == [sheet] else []
    yield from (_hidden(name) for name in hidden)
    if info is not None:
        found = marks(path, sheet)
        yield from _errors(found, info)
        yield from _rows(_open(path), info, found)


def first_rows(path: Path, sheet: str) -> Yield:
    """The rows of one sheet among its first `HEAD_ROWS`; quick on a workbook of any size."""
    with _top(path) as book:
        info = _info(book, sheet)
        if info is not None:
            yield from _rows(book, info)


def _visible(book: Any) -> list[str]:
    return [name for name in book.sheet_names if book.load_sheet(name, n_rows=0, header_row=None).visible == "visible"]


def _hidden(name: str) -> RowProblem:
    reason = Words(
        f"工作表“{name}”是隐藏的，未导入；如需导入请取消隐藏。",
        f"The sheet {name} is hidden and was left out; show it to import it.",
    )
    return RowProblem(0, None, name, "sheet_hidden", reason)


def _errors(found: SheetMarks, info: TableInfo) -> Iterator[RowProblem]:
    """Cells that say an error, or a formula that was never worked out, are empty; each is named."""
    for (row, column), error in sorted(found.errors.items()):
        if row > info.header and column <= len(info.columns):
            rule, reason = ("cell_error", _ERROR) if error else ("formula_without_value", _NO_VALUE)
            yield RowProblem(row, info.columns[column - 1], error or None, rule, reason)


def _unmerged(table: pa.Table, first: int, merged: Sequence[tuple[int, int, int]]) -> pa.Table:
    """The text of merged cells in all rows that they span. first: the line of the first row."""
    by_column: dict[int, list[tuple[int, int]]] = {}
    for top, column, last in merged:
        if top >= first and column <= table.num_columns:
            by_column.setdefault(column - 1, []).append((top - first, last - first))
    for at, spans in by_column.items():
        cells = table.column(at).to_pylist()
        for top, last in spans:
            cells[top : last + 1] = [cells[top]] * len(cells[top : last + 1]) if top < len(cells) else []
        table = table.set_column(at, table.field(at).name, pa.array(cells, pa.string()))
    return table


def _rows(book: Any, info: TableInfo, found: SheetMarks | None = None) -> Yield:
    loaded = book.load_sheet(info.name, header_row=None, skip_rows=info.header, dtypes="string").to_arrow()
    loaded = _unmerged(pa.table(loaded), info.header + 1, found.merged) if found and found.merged else loaded
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
    require_width(sheet, max(map(len, cells)))
    found = heading(cells, sheet)
    return TableInfo(sheet, tuple(found.names), found.at + 1)


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
        except OSError as wrong:
            # An archive that points before its own beginning is sought for at a place that no file has.
            if wrong.errno != errno.EINVAL:
                raise
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
    # What follows tells where the file lies on this machine.
    reason = str(wrong).partition("\nContext")[0].strip()
    return Invalid(
        "workbook-unreadable",
        en=f"The file {path.name} is no workbook that can be read: {reason}. Save it again as .xlsx.",
        zh=f"无法读取工作簿 {path.name}：{reason}。请另存为 .xlsx 后重试。",
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
