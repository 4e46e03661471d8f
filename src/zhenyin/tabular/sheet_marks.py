"""What a sheet of an xlsx has beside its values: merged cells, cells that hold an error, formulas without a value.

The reader of the values leaves all of these empty. Rows and columns count from 1, as Excel's do.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

_MOST = 200_000
"""Marks of one kind that are kept of a sheet."""
_PIECE = 1 << 20
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*?>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*?>")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)\"""")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]+)([0-9]+)"[^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<""",
    re.DOTALL,
)
_NO_VALUE = re.compile(
    rb"""<(?:\w+:)?c\b[^>]*\br="([A-Z]+)([0-9]+)"[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """merged: (first row, first column, last row). errors: (row, column) → the text of the error, "" for no value."""

    merged: list[tuple[int, int, int]] = field(default_factory=list)
    errors: dict[Place, str] = field(default_factory=dict)


def marks(path: Path, sheet: str) -> SheetMarks:
    """The marks of a sheet; none of a workbook that is no xlsx. Memory does not grow with the sheet."""
    found = SheetMarks()
    if not zipfile.is_zipfile(path):
        return found
    with zipfile.ZipFile(path) as archive:
        part = _part(archive, sheet)
        for rows in _whole_rows(archive, part) if part else ():
            _collect(rows, found)
    return found


def _collect(rows: bytes, found: SheetMarks) -> None:
    if b't="e"' in rows:
        found.errors.update(
            {_place(m[1], m[2]): m[3].decode() for m in _ERROR.finditer(rows) if len(found.errors) < _MOST}
        )
    if b"<f" in rows or b":f" in rows:
        found.errors.update({_place(m[1], m[2]): "" for m in _NO_VALUE.finditer(rows) if len(found.errors) < _MOST})
    for match in _MERGED.finditer(rows) if b"mergeCell" in rows else ():
        first, last = _place(match[1], match[2]), int(match[4])
        if last > first[0] and len(found.merged) < _MOST:
            found.merged.append((*first, last))


def _whole_rows(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    waiting = b""
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            waiting += piece
            end = waiting.rfind(b"row>") + len(b"row>")
            if end > len(b"row>"):
                yield waiting[:end]
                waiting = waiting[end:]
    yield waiting


def _part(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The file of a sheet within the archive."""
    try:
        book, relations = archive.read("xl/workbook.xml"), archive.read("xl/_rels/workbook.xml.rels")
    except KeyError:
        return None
    target_of = {_attribute(tag, "Id"): _attribute(tag, "Target") for tag in _RELATION.findall(relations)}
    by_name = {_attribute(tag, "name"): _attribute(tag, "id") for tag in _SHEET.findall(book)}
    target = target_of.get(by_name.get(sheet, ""), "")
    part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return part if part in archive.namelist() else None


def _attribute(tag: bytes, name: str) -> str:
    match = re.search(rf"""(?:^|[\s:]){name}\s*=\s*["']([^"']*)["']""", tag.decode(errors="replace"))
    return unescape(match[1]) if match else ""


def _place(letters: bytes, row: bytes) -> Place:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(row), column
