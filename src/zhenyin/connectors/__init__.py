"""Shelf: one channel or file format per file. A connector yields rows as text and row problems; it drops nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words

CHUNK_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows: columns of text (an empty field is null), and the line of the source that each row ends on."""

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
class Connector:
    """One way in. `sniff` says from 0 to 1 how sure it is that a file is its own, from the name and the first bytes."""

    title: Words
    sniff: Callable[[Path, bytes], float]
    read: Callable[[Path], Iterator[Chunk | RowProblem]]


CONNECTORS: Shelf[Connector] = Shelf("zhenyin.connectors", "CONNECTOR", Words("连接器", "connector"))
