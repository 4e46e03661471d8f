"""Blocks of a text table parsed into chunks: all at once where a block is sound, record by record where it is not."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from zhenyin.core.prefetch import ahead
from zhenyin.core.words import Words
from zhenyin.tabular.blocks import LONGEST_LINE, Block, blocks, records
from zhenyin.tabular.delimited import Dialect
from zhenyin.tabular.header import heading
from zhenyin.tabular.limits import require_width
from zhenyin.tabular.plain_cells import plain_cells
from zhenyin.tabular.rows import Chunk, RowProblem, Yield, chunk

_SEARCHED = 20
_MOST_QUOTED = 20_000
"""Delimiters within the quotes of a record, which make no columns."""
_AT_ONCE = 2
"""Blocks that are parsed at a time: more would wait for the next to be read, and cost memory."""
_LOST = "\ufffd"
_QUOTE = Words("引号没有闭合，该行按普通文字读取。", "A quote was never closed; the line was read as plain text.")
_NUL = Words("该行含有 NUL 字节，已去除。", "The row had NUL bytes; they were taken out.")
_LETTERS = Words("该行有无法识别的字符，已用 � 代替。", "The row has bytes that are no letters; they read � now.")


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, and the line that the first row of data begins on."""

    names: tuple[str, ...]
    line: int
    first_row: int


def header_of(path: Path, dialect: Dialect) -> Header | None:
    """Find the header among the first records; None where the file has no record."""
    first = next(blocks(path, dialect, size=1 << 18), None)
    if first is None:
        return None
    data = plain_cells(_text(first)[0].replace(b"\x00", b""), dialect.delimiter)
    rows: list[list[str]] = []
    lines = [1]
    for begin, end, _ in records(data, dialect.delimiter):
        # Before the cells are made: three million commas are as many columns.
        require_width(path.name, data.count(dialect.delimiter.encode(), begin, end) + 1 - _MOST_QUOTED)
        rows.append(_fields(data[begin:end], dialect.delimiter))
        lines.append(lines[-1] + data.count(b"\n", begin, end))
        if len(rows) == _SEARCHED:
            break
    found = heading(rows, path.name)
    return Header(tuple(found.names), lines[found.at], lines[found.at + 1])


def chunks(path: Path, dialect: Dialect, header: Header, longest: int = LONGEST_LINE) -> Yield:
    """The rows below the header. A row is never dropped: cells that lack are null, cells too many go to the problems."""
    below = (rest for block in blocks(path, dialect, longest) if (rest := _below(block, header.first_row)))
    read = partial(_read, columns=header.names, delimiter=dialect.delimiter)
    for parts in ahead(read, (block for block in below if not block.data.isspace()), _AT_ONCE):
        yield from parts


def _read(block: Block, columns: Sequence[str], delimiter: str) -> list[Chunk | RowProblem]:
    """The rows of a block, and what is wrong with them."""
    block = Block(plain_cells(block.data, delimiter), block.line, block.torn)
    plain = not block.torn and b"\x00" not in block.data
    lossless = plain and _LOST.encode() not in block.data
    if lossless and (table := _sound(block, columns, delimiter)):
        return [table]
    data, letters_lost = _text(block)
    block = Block(data, block.line, block.torn)
    table = _sound(block, columns, delimiter) if plain else None
    if table is None:
        return list(_record_by_record(block, columns, delimiter))
    return [table, *(_letters_lost(table) if letters_lost else ())]


def _below(block: Block, first_row: int) -> Block | None:
    """The block without the lines before the first row of data."""
    skipped = first_row - block.line
    if skipped <= 0:
        return block
    at = 0
    for _ in range(skipped):
        at = block.data.find(b"\n", at) + 1
        if not at:
            return None
    return Block(block.data[at:], first_row, block.torn)


def _text(block: Block) -> tuple[bytes, bool]:
    """The block in UTF-8, and whether letters were lost. A part in GB18030 within an UTF-8 file is understood."""
    try:
        block.data.decode()
    except UnicodeDecodeError:
        pass
    else:
        return block.data, _LOST.encode() in block.data
    try:
        return block.data.decode("gb18030").encode(), False
    except UnicodeDecodeError:
        return block.data.decode(errors="replace").encode(), True


def _sound(block: Block, columns: Sequence[str], delimiter: str) -> Chunk | None:
    """The whole block at once; None where a row is not as wide as the header, or where it is not all in UTF-8."""
    numbered = [f"c{number}" for number in range(len(columns))]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(block.data),
            arrow_csv.ReadOptions(column_names=numbered, block_size=len(block.data) + 1, use_threads=False),
            arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=True),
            arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(numbered, pa.string()), null_values=[""], strings_can_be_null=True
            ),
        )
    except pa.ArrowInvalid:
        return None
    lines = _line_numbers(block, table.num_rows, delimiter)
    return Chunk(table.rename_columns(list(columns)), lines) if lines is not None else None


def _line_numbers(block: Block, rows: int, delimiter: str) -> pa.Array | None:
    """The line that each row begins on; None where rows and records differ in number."""
    if rows == block.lines:
        return pa.arange(block.line, block.line + rows)
    numbers = [line for line, record, _ in _numbered(block, delimiter) if record.strip()]
    return pa.array(numbers, pa.int64()) if len(numbers) == rows else None


def _numbered(block: Block, delimiter: str) -> Iterator[tuple[int, bytes, bool]]:
    line = block.line
    for begin, end, closed in records(block.data, delimiter):
        yield line, block.data[begin:end], closed
        line += block.data.count(b"\n", begin, end)


def _record_by_record(block: Block, columns: Sequence[str], delimiter: str) -> Yield:
    width = len(columns)
    rows: list[list[str]] = []
    lines: list[int] = []
    problems: list[RowProblem] = []
    for line, record, closed in _numbered(block, delimiter):
        if not record.strip():
            continue
        fields = _fields(record.replace(b"\x00", b""), delimiter, quoted=closed)
        rows.append((fields + [""] * width)[:width])
        lines.append(line)
        problems += _problems(line, record, fields, columns, closed)
    yield chunk(columns, rows, lines)
    yield from problems


def _fields(record: bytes, delimiter: str, quoted: bool = True) -> list[str]:
    text = record.decode(errors="replace").rstrip("\n")
    if not quoted:
        return text.split(delimiter)
    csv.field_size_limit(LONGEST_LINE)
    return next(csv.reader(text.splitlines(keepends=True), delimiter=delimiter), [])


def _problems(
    line: int, record: bytes, fields: Sequence[str], columns: Sequence[str], closed: bool
) -> Iterator[RowProblem]:
    width, given = len(columns), len(fields)
    if not closed:
        yield RowProblem(line, None, record.decode(errors="replace")[:200], "quote-open", _QUOTE)
    if b"\x00" in record:
        yield RowProblem(line, None, None, "nul-bytes", _NUL)
    if _LOST.encode() in record:
        yield RowProblem(line, None, None, "letters-lost", _LETTERS)
    if given < width:
        reason = Words(f"该行只有 {given} 列，应有 {width} 列。", f"The row has {given} of {width} columns.")
        yield RowProblem(line, columns[given], None, "too-few-columns", reason)
    extra = [field for field in fields[width:] if field.strip()]
    if extra:
        reason = Words(f"该行有 {given} 列，应有 {width} 列。", f"The row has {given} columns, more than {width}.")
        yield RowProblem(line, None, " | ".join(extra), "too-many-columns", reason)


def _letters_lost(read: Chunk) -> Iterator[RowProblem]:
    for name in read.rows.column_names:
        hit = pc.fill_null(pc.match_substring(read.rows[name].combine_chunks(), _LOST), False)
        for line in read.lines.filter(hit).to_pylist():
            yield RowProblem(line, name, None, "letters-lost", _LETTERS)
