"""What reading a table yields: chunks of rows as text, and what is wrong with single rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from zhenyin.core.words import Words

CHUNK_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows: columns of text (an empty field is null), and the line of the source that each row begins on."""

    rows: pa.Table
    lines: pa.Array


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with one row. The row itself is kept."""

    line: int
    column: str | None
    value: str | None
    rule: str
    reason: Words


@dataclass(frozen=True, slots=True)
class TableInfo:
    """One table of a file: its name (the file's own where it has but one), its columns, the line of its header.

    `fact`: the fact that the format itself tells; "" where the columns decide.
    """

    name: str
    columns: tuple[str, ...]
    header: int = 1
    fact: str = ""


Yield = Iterator[Chunk | RowProblem]


def chunk(names: Sequence[str], rows: Sequence[Sequence[str | None]], lines: Sequence[int]) -> Chunk:
    """Rows of cells as a chunk; every row is as wide as `names`."""
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    arrays = [pa.array([cell or None for cell in column], pa.string()) for column in columns]
    return Chunk(pa.table(arrays, list(names)), pa.array(lines, pa.int64()))
