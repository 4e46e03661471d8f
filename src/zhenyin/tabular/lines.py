"""A text file line by line, in whatever encoding, with no line longer than may be kept."""

from collections.abc import Iterator
from pathlib import Path

from zhenyin.tabular.delimited import LONGEST_LINE, too_long
from zhenyin.tabular.encoding import encoding_of


def lines(path: Path, longest: int = LONGEST_LINE) -> Iterator[tuple[int, str]]:
    """The number and the text of every line that is not blank. Raises Invalid at one of more than `longest` characters."""
    with path.open(encoding=encoding_of(path), errors="replace") as file:
        number = 0
        while line := file.readline(longest + 1):
            number += 1
            if len(line) > longest:
                raise too_long(path, number, longest)
            text = line.strip().strip("\ufeff").replace("\x00", "")
            if text:
                yield number, text
