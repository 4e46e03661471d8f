"""An xlsx as the archive that it is: whether it would fit into memory, and a copy that ends after the first rows.

A sheet is read into a full rectangle, so that two cells in opposite corners cost as much as all between them.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from zhenyin.core.errors import Invalid

LARGEST = 2 << 30
"""Bytes that a workbook may unpack to."""
MOST_CELLS = 60_000_000
"""Cells of the rectangle that holds all cells of a sheet."""
_MOST_ROWS = 1 << 20
_HIGHEST_RATIO = 150
_SMALL = 64 << 20
_PIECE = 1 << 20
_OVERLAP = 64
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
_STRINGS = "xl/sharedstrings.xml"
_FAR_COLUMN = re.compile(rb"""r\s*=\s*["']([A-Z]{2,3})[0-9]""")
_ROW = re.compile(rb"""r\s*=\s*["'][A-Z]{1,3}([0-9]{1,7})["']""")
_ROW_END = re.compile(rb"</((?:\w+:)?)row>")
_TEXT = re.compile(rb"""\bt=["']s["']""")
_TEXT_AT = re.compile(rb"""\bt=["']s["'][^>]*>\s*<(?:\w+:)?v>\s*([0-9]+)""")
_TEXT_END = re.compile(rb"</((?:\w+:)?)si>")


def require_room(path: Path, largest: int = LARGEST, most: int = MOST_CELLS) -> None:
    """Raises Invalid for a workbook that would unpack too large, or has a cell too far out to be read."""
    status = path.stat()
    _require_room(path, status.st_size, status.st_mtime_ns, largest, most)


def head(path: Path, target: Path, rows: int) -> None:
    """Write a workbook that has the first `rows` rows of every sheet. Costs time by the rows, not by the file."""
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(target, "w") as copy:
        sheets = {entry.filename: _cut(_pieces(archive, entry), rows) for entry in _sheets(archive)}
        needed = _texts_needed(sheets.values())
        for entry in archive.infolist():
            if entry.filename in sheets:
                copy.writestr(entry.filename, sheets[entry.filename])
            elif entry.filename.lower() == _STRINGS and needed is not None:
                copy.writestr(entry.filename, _first_texts(_pieces(archive, entry), needed))
            elif entry.filename.lower().startswith(("xl/media/", "xl/drawings/")):
                continue
            else:
                copy.writestr(entry.filename, archive.read(entry))


# An import asks three times for one file; the sheets are walked once.
@lru_cache(maxsize=16)
def _require_room(path: Path, size: int, _changed: int, largest: int, most: int) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            if unpacked > largest or unpacked > max(_SMALL, _HIGHEST_RATIO * size):
                raise _too_large(path, unpacked)
            for entry in _sheets(archive):
                columns = max([26, *map(_column, _found(_FAR_COLUMN, _pieces(archive, entry)))])
                # Most sheets are too narrow to be too large, however long they are.
                if columns * _MOST_ROWS > most:
                    rows = max([1, *map(int, _found(_ROW, _pieces(archive, entry)))])
                    _require_few(path, rows, columns, most)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        # What is wrong with it is told by who opens it as a workbook.
        return


def _sheets(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [entry for entry in archive.infolist() if _SHEET.match(entry.filename)]


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as file:
        yield from iter(lambda: file.read(_PIECE), b"")


def _found(sought: re.Pattern[bytes], pieces: Iterator[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    tail = b""
    for piece in pieces:
        text = tail + piece
        tail = text[-_OVERLAP:]
        found.update(sought.findall(text))
    return found


def _column(name: bytes) -> int:
    """
    >>> _column(b"A"), _column(b"XFD")
    (1, 16384)
    """
    number = 0
    for letter in name:
        number = 26 * number + letter - 64
    return number


def _cut(pieces: Iterator[bytes], rows: int) -> bytes:
    """A sheet up to the end of its n-th row; the whole of one that has fewer."""
    text, seen, at = b"", 0, 0
    for piece in pieces:
        text += piece
        for end in _ROW_END.finditer(text, at):
            seen, at = seen + 1, end.end()
            if seen == rows:
                prefix = end[1]
                return text[:at] + b"</" + prefix + b"sheetData></" + prefix + b"worksheet>"
        # A closing tag may lie across two pieces.
        at = max(at, len(text) - _OVERLAP)
    return text


def _texts_needed(sheets: Iterable[bytes]) -> int | None:
    """How many shared texts some sheets speak of; None where that cannot be told."""
    needed = 0
    for sheet in sheets:
        indices = _TEXT_AT.findall(sheet)
        if len(indices) != len(_TEXT.findall(sheet)):
            return None
        needed = max([needed, *(int(index) + 1 for index in indices)])
    return needed


def _first_texts(pieces: Iterator[bytes], needed: int) -> bytes:
    text, seen, at = b"", 0, 0
    for piece in pieces:
        text += piece
        for end in _TEXT_END.finditer(text, at):
            seen, at = seen + 1, end.end()
            if seen >= needed:
                return text[:at] + b"</" + end[1] + b"sst>"
        at = max(at, len(text) - _OVERLAP)
    return text


def _too_large(path: Path, unpacked: int) -> Invalid:
    return Invalid(
        "workbook-too-large",
        en=f"The workbook {path.name} would unpack to {unpacked >> 20:,} MiB. Export it as CSV instead.",
        zh=f"工作簿 {path.name} 解压后达 {unpacked >> 20:,} MiB。请改为导出 CSV。",
    )


def _require_few(path: Path, rows: int, columns: int, most: int) -> None:
    if rows * columns <= most:
        return
    raise Invalid(
        "workbook-too-wide",
        en=f"A sheet of {path.name} reaches to row {rows:,} and column {columns:,}: too far to be read. "
        "Delete the stray cells, or export it as CSV.",
        zh=f"工作簿 {path.name} 的一个工作表延伸到第 {rows:,} 行、第 {columns:,} 列，无法读取。请删除多余单元格，或导出 CSV。",
    )
