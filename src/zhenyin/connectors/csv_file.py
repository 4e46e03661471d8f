"""CSV and its kin: any encoding, any of four delimiters, ragged rows, duplicate column names."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from zhenyin.connectors import CHUNK_ROWS, Chunk, Connector, RowProblem
from zhenyin.core.words import Words
from zhenyin.tabular.delimited import Record, dialect_of, header_names, records

_SUFFIXES = {".csv": 0.8, ".tsv": 0.8, ".txt": 0.3}


def read(path: Path) -> Iterator[Chunk | RowProblem]:
    """The rows after the header, in chunks, each followed by its problems. Raises Invalid where there is no table."""
    found = records(path, dialect_of(path))
    first = next(found, None)
    if first is None:
        return
    names = header_names(first.fields)
    waiting: list[Record] = []
    for record in found:
        waiting.append(record)
        if len(waiting) == CHUNK_ROWS:
            yield from _chunk(names, waiting)
            waiting = []
    if waiting:
        yield from _chunk(names, waiting)


def _chunk(names: list[str], found: list[Record]) -> Iterator[Chunk | RowProblem]:
    width = len(names)
    even = [r.fields if len(r.fields) == width else (r.fields + [""] * width)[:width] for r in found]
    columns = [pa.array([field or None for field in column], pa.string()) for column in zip(*even, strict=True)]
    yield Chunk(pa.table(columns, names), pa.array([r.line for r in found], pa.int64()))
    for record in found:
        yield from _problems(names, record)


def _problems(names: list[str], record: Record) -> Iterator[RowProblem]:
    width, given = len(names), len(record.fields)
    if record.nul:
        reason = Words("该行含有 NUL 字节，已去除。", "The row had NUL bytes; they were taken out.")
        yield RowProblem(record.line, None, None, "nul-bytes", reason)
    if given < width:
        reason = Words(f"该行只有 {given} 列，应有 {width} 列。", f"The row has {given} of {width} columns.")
        yield RowProblem(record.line, names[given], None, "too-few-columns", reason)
    extra = [field for field in record.fields[width:] if field.strip()]
    if extra:
        reason = Words(f"该行有 {given} 列，应有 {width} 列。", f"The row has {given} columns, more than {width}.")
        yield RowProblem(record.line, None, " | ".join(extra), "too-many-columns", reason)


def _sniff(path: Path, head: bytes) -> float:
    return _SUFFIXES.get(path.suffix.lower(), 0.1) if head[:1] not in (b"{", b"[") else 0.1


CONNECTOR = Connector(Words("CSV 文件", "CSV file"), _sniff, read)
