"""Text tables: which delimiter, which header, and the records one by one, whatever is wrong with them."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from zhenyin.core.errors import Invalid
from zhenyin.tabular.encoding import encoding_of

LONGEST_LINE = 4_000_000
"""Characters in one record; what is longer is no table, and must not be read into memory."""
_SAMPLE = 200_000
_DELIMITERS = ",\t;|"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text table is written."""

    encoding: str
    delimiter: str


@dataclass(frozen=True, slots=True)
class Record:
    """One record, and the line of the file on which it ends. `nul`: NUL bytes were taken out of it."""

    line: int
    fields: list[str]
    nul: bool = False


def dialect_of(path: Path) -> Dialect:
    """Find out how a file is written. The delimiter is the one with which most records are of one width, above one."""
    encoding = encoding_of(path)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        sample = file.read(_SAMPLE).replace("\x00", "")
    return Dialect(encoding, max(_DELIMITERS, key=lambda mark: _agreement(sample, mark)))


def records(path: Path, dialect: Dialect, longest: int = LONGEST_LINE) -> Iterator[Record]:
    """All records, header included, empty lines left out. Memory does not grow with the file.

    Raises Invalid at a record of more than `longest` characters, which an unclosed quote makes as well.
    """
    with path.open(encoding=dialect.encoding, errors="replace", newline="") as file:
        lines = _Lines(file, path, longest)
        csv.field_size_limit(longest)
        reader = csv.reader(lines, delimiter=dialect.delimiter)
        while True:
            lines.begin()
            try:
                fields = next(reader)
            except StopIteration:
                return
            except csv.Error:
                raise too_long(path, lines.number, longest) from None
            if fields:
                yield Record(reader.line_num, fields, lines.nul)


def header_names(fields: list[str]) -> list[str]:
    """The names of the columns: trimmed, nameless ones numbered, and a name that comes again numbered too.

    >>> header_names(["id", "category", " category", ""])
    ['id', 'category', 'category.2', 'column 4']
    """
    seen: Counter[str] = Counter()
    names = []
    for number, field in enumerate(fields, 1):
        name = field.strip().lstrip("\ufeff") or f"column {number}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}.{seen[name]}")
    return names


class _Lines:
    """The lines of a file for the CSV reader, which never get longer than may be kept."""

    def __init__(self, file: TextIO, path: Path, longest: int) -> None:
        self._file, self._path, self._longest = file, path, longest
        self.number, self.nul, self._taken = 0, False, 0

    def begin(self) -> None:
        """A new record begins."""
        self.nul, self._taken = False, 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(self._longest + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self._taken += len(line)
        if self._taken > self._longest:
            raise too_long(self._path, self.number, self._longest)
        if "\x00" in line:
            self.nul = True
            line = line.replace("\x00", "")
        return line


def _agreement(sample: str, mark: str) -> float:
    rows = [fields for fields in _some(sample, mark) if fields]
    widths = Counter(map(len, rows))
    if not widths:
        return 0.0
    width, often = widths.most_common(1)[0]
    # Commas within addresses agree as well, but for the header.
    heads = 1.0 if len(rows[0]) == width else 0.3
    return (often / widths.total()) ** 2 * min(width - 1, 20) * heads


def _some(sample: str, mark: str) -> Iterator[list[str]]:
    reader = csv.reader(sample.splitlines(keepends=True)[:200], delimiter=mark)
    try:
        yield from reader
    except csv.Error:
        return


def too_long(path: Path, line: int, longest: int) -> Invalid:
    """The refusal of a record that is too long to be kept in memory."""
    return Invalid(
        "line-too-long",
        en=f"{path.name}: the record at line {line:,} is longer than {longest:,} characters. Is a quote left open?",
        zh=f"{path.name}：第 {line:,} 行的记录超过 {longest:,} 个字符。请检查引号是否闭合，或重新导出。",
    )
