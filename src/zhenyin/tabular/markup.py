"""Tables in markup that pass for workbooks: web pages saved as .xls, and the XML of Excel 2003."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path

from zhenyin.tabular.delimited import LONGEST_LINE, too_long
from zhenyin.tabular.encoding import encoding_of
from zhenyin.tabular.header import SEARCHED, heading
from zhenyin.tabular.rows import CHUNK_ROWS, TableInfo, Yield, chunk

_PIECE = 1 << 18
_BEGINS = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|meta|style|table|body|\?xml|!--|workbook)", re.IGNORECASE
)
_HAS_TABLE = re.compile(rb"<table|<(?:ss:)?workbook[^>]+office:spreadsheet", re.IGNORECASE)
_ROWS, _CELLS, _SILENT = ("tr", "row"), ("td", "th", "cell"), ("style", "script", "comment")
_MOST_SPANNED = 1_000
Row = tuple[int, list[str]]


def is_markup(head: bytes) -> bool:
    """Whether the first bytes are markup with a table in it, whatever the file is called."""
    return bool(_BEGINS.match(head) and _HAS_TABLE.search(head))


def tables(path: Path) -> list[TableInfo]:
    """All rows of the file are one table. None where there is no row."""
    first = [row for _, row in islice(_rows(path), SEARCHED)]
    if not first:
        return []
    width = max(map(len, first))
    found = heading([row + [""] * (width - len(row)) for row in first], path.name)
    return [TableInfo(path.stem, tuple(found.names), found.at + 1)]


def rows(path: Path) -> Yield:
    """The rows below the header, in chunks. A line number is that of the row in the table, as Excel counts it."""
    (info,) = tables(path) or [TableInfo(path.stem, ())]
    width = len(info.columns)
    waiting: list[Row] = []
    for number, row in _rows(path):
        if number > info.header and any(row):
            waiting.append((number, (row + [""] * width)[:width]))
        if len(waiting) == CHUNK_ROWS:
            yield chunk(info.columns, [cells for _, cells in waiting], [number for number, _ in waiting])
            waiting = []
    if waiting:
        yield chunk(info.columns, [cells for _, cells in waiting], [number for number, _ in waiting])


def _rows(path: Path) -> Iterator[Row]:
    parser = _Tables()
    with path.open(encoding=encoding_of(path), errors="replace", newline="") as file:
        while piece := file.read(_PIECE):
            parser.feed(piece)
            if parser.size > LONGEST_LINE or len(parser.rawdata) > LONGEST_LINE:
                raise too_long(path, parser.number, LONGEST_LINE)
            yield from parser.taken()
    parser.close()
    yield from parser.taken()


class _Tables(HTMLParser):
    """Collects rows of cells; what stands outside of cells is passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.number = self.size = 0
        self._done: list[Row] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._span, self._silent = 1, False

    def taken(self) -> list[Row]:
        """The rows that are whole; they are handed out once."""
        done, self._done = self._done, []
        return done

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind, attributes = tag.removeprefix("ss:"), dict(attrs)
        if kind in _ROWS:
            self._end_row()
            self._row, self.number, self.size = [], self.number + 1, 0
        elif kind in _CELLS and self._row is not None:
            self._end_cell()
            # Excel leaves out empty cells, and says where the next one stands.
            self._row += [""] * (min(_count(attributes.get("ss:index")), _MOST_SPANNED) - 1 - len(self._row))
            self._cell, self._span = [], min(_count(attributes.get("colspan")), _MOST_SPANNED)
        elif kind in _SILENT:
            self._silent = True
        elif kind in ("br", "p", "div") and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        kind = tag.removeprefix("ss:")
        if kind in _CELLS:
            self._end_cell()
        elif kind in (*_ROWS, "table"):
            self._end_row()
        elif kind in _SILENT:
            self._silent = False

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(data)
            self.size += len(data)

    def close(self) -> None:
        super().close()
        self._end_row()

    def _end_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            text = "".join(self._cell).replace("\xa0", " ").strip()
            self._row += [text] + [""] * (self._span - 1)
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row:
            self._done.append((self.number, self._row))
        self._row = None


def _count(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 1
