"""The top of a file as a file of its own, so that a look at it costs the same for three rows and for three gigabytes."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from zhenyin.tabular import sheets
from zhenyin.tabular.archive import head as workbook_head
from zhenyin.tabular.blocks import LONGEST_LINE
from zhenyin.tabular.delimited import too_long
from zhenyin.tabular.encoding import encoding_of

TEXT_BYTES = 2 << 20
"""Bytes of a text that are looked at; it goes on to the end of the line."""
_WIDE = {codecs.BOM_UTF32_LE: 4, codecs.BOM_UTF16_LE: 2}


@contextmanager
def file_head(
    path: Path, size: int = TEXT_BYTES, longest: int = LONGEST_LINE, scratch: Path | None = None
) -> Iterator[Path]:
    """The file itself where it is small, else its first rows under the same name, for the length of a `with` block.

    scratch: where they are written, if not among the temporary files of the system.
    Raises Invalid for a line of more than `longest` bytes, and for a workbook that cannot be read.
    """
    with path.open("rb") as file:
        magic = file.read(8)
    is_book = sheets.is_workbook(magic)
    if is_book:
        sheets.require_readable(path)
    if path.stat().st_size <= size or (is_book and not magic.startswith(b"PK")):
        yield path
        return
    with TemporaryDirectory(prefix="zhenyin-", dir=scratch) as folder:
        small = Path(folder) / path.name
        if is_book:
            workbook_head(path, small, sheets.HEAD_ROWS)
        else:
            _first_lines(path, small, size, longest)
        yield small


def _first_lines(path: Path, target: Path, size: int, longest: int) -> None:
    with path.open("rb") as file, target.open("wb") as copy:
        head = file.read(size)
        copy.write(head)
        rest = file.readline(longest + 1)
        last = len(rest) + size - head.rfind(b"\n")
        if last > longest and not rest.endswith(b"\n"):
            if head.lstrip()[:1] in (b"[", b"{"):
                # JSON needs no lines; what is torn at the end is told as a problem of the look only.
                return
            raise too_long(path, head.count(b"\n") + 1, longest)
        copy.write(rest)
        # In a wide encoding the line end goes on behind the byte that looks like it.
        marked = next((width for mark, width in _WIDE.items() if head.startswith(mark)), 1)
        width = 2 if encoding_of(path) == "utf-16-le" else marked
        copy.write(file.read(width - 1))
