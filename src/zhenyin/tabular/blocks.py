"""A text file as blocks of whole records in UTF-8, so that each block can be parsed by itself, and memory stays small."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from zhenyin.tabular.delimited import Dialect, too_long

LONGEST_LINE = 16 << 20
"""Bytes of one line; what is longer is no table, and must not be read into memory."""
LONGEST_OPEN = 1 << 20
"""Bytes after which a quote that was opened counts as never closed."""
BLOCK = 8 << 20
_LINE_END = ord("\n")


@dataclass(frozen=True)
class Block:
    """Whole records. `line`: the number of its first line. `torn`: one line, whose quote was never closed."""

    data: bytes
    line: int
    torn: bool = False

    @cached_property
    def lines(self) -> int:
        """How many lines there are; the last one may lack its end."""
        return self.data.count(b"\n") + (not self.data.endswith(b"\n"))


def blocks(path: Path, dialect: Dialect, longest: int = LONGEST_LINE, size: int = BLOCK) -> Iterator[Block]:
    """The file from the top, its line ends made `\\n`. Raises Invalid at a line of more than `longest` bytes."""
    waiting, line = b"", 1
    for piece in _line_ends(_utf8(path, dialect.encoding, size)):
        waiting += piece
        while waiting:
            end, torn = _cut(waiting, dialect.delimiter)
            if not end:
                break
            block = Block(waiting[:end], line, torn)
            yield block
            waiting, line = waiting[end:], line + block.lines
        if len(waiting) > longest and b"\n" not in waiting[:longest]:
            raise too_long(path, line, longest)
    while waiting:
        end, torn = _cut(waiting, dialect.delimiter, final=True)
        block = Block(waiting[:end], line, torn)
        yield block
        waiting, line = waiting[end:], line + block.lines


def records(data: bytes, delimiter: str) -> Iterator[tuple[int, int, bool]]:
    """Where each record begins and ends, and whether its quotes are closed. Slower than counting quotes, but exact."""
    closed = _closed(delimiter)
    begin = 0
    while begin < len(data):
        line_end = data.find(b"\n", begin) + 1 or len(data)
        end = line_end
        if data.find(b'"', begin, line_end) >= 0:
            # One match goes on through the lines of a quoted field; trying again at each line would be quadratic.
            found = closed.match(data, begin, max(line_end, begin + LONGEST_OPEN))
            end = found.end() if found else begin
            if end < len(data) and data[end] != _LINE_END:
                yield begin, line_end, False
                begin = line_end
                continue
            end = min(end + 1, len(data))
        yield begin, end, True
        begin = end


def _cut(data: bytes, delimiter: str, final: bool = False) -> tuple[int, bool]:
    """Where the last whole record ends (0: nowhere yet), and whether what ends there was torn."""
    end = len(data) if final else data.rfind(b"\n") + 1
    # In most blocks every quote that opens is closed again before the last line end.
    if data.count(b'"', 0, end) % 2 == 0:
        return end, False
    last = 0
    for begin, stop, closed in records(data[:end], delimiter):
        if closed:
            last = stop
        elif begin:
            break
        else:
            return (stop, True) if final or end > LONGEST_OPEN else (0, False)
    return last, False


def _closed(delimiter: str) -> re.Pattern[bytes]:
    mark = re.escape(delimiter.encode())
    field = rb'(?:"(?:[^"]|"")*+"[^' + mark + rb'\n]*+|[^"' + mark + rb"\n][^" + mark + rb"\n]*+|)"
    return re.compile(field + rb"(?:" + mark + field + rb")*+")


def _utf8(path: Path, encoding: str, size: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        if encoding == "utf-8-sig":
            file.read(len(codecs.BOM_UTF8))
        if encoding.startswith("utf-8"):
            yield from iter(lambda: file.read(size), b"")
            return
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        for piece in iter(lambda: file.read(size), b""):
            yield decoder.decode(piece).encode()
        yield decoder.decode(b"", final=True).encode()


def _line_ends(pieces: Iterator[bytes]) -> Iterator[bytes]:
    carry = b""
    for piece in pieces:
        piece = carry + piece
        carry = b"\r" if piece.endswith(b"\r") else b""
        piece = piece[: len(piece) - len(carry)]
        yield piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in piece else piece
    if carry:
        yield b"\n"
