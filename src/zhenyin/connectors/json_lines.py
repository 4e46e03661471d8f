"""JSON lines: one object per line. Inner objects become `outer.inner` columns; lists stay JSON text."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from zhenyin.connectors import CHUNK_ROWS, Chunk, Connector, RowProblem
from zhenyin.core.words import Words
from zhenyin.tabular.delimited import LONGEST_LINE, too_long
from zhenyin.tabular.encoding import encoding_of

_SUFFIXES = {".jsonl": 0.95, ".ndjson": 0.95, ".json": 0.6}
Row = dict[str, str | None]


def read(path: Path) -> Iterator[Chunk | RowProblem]:
    """The objects of a file in chunks. A line that is none becomes a problem that carries its text.

    Raises Invalid where the file is no text, or a line is too long to be read into memory.
    """
    rows: list[Row] = []
    lines: list[int] = []
    for number, text in _lines(path):
        try:
            rows.append(_flat(_object(text)))
            lines.append(number)
        except ValueError as wrong:
            yield _problem(number, text, str(wrong))
        if len(rows) == CHUNK_ROWS:
            yield _chunk(rows, lines)
            rows, lines = [], []
    if rows:
        yield _chunk(rows, lines)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    number = 0
    with path.open(encoding=encoding_of(path), errors="replace") as file:
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise too_long(path, number, LONGEST_LINE)
            if line.strip():
                yield number, line.strip()


def _object(text: str) -> dict[str, Any]:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError(f"expected an object, found a {type(found).__name__}")
    return found


def _flat(found: dict[str, Any], prefix: str = "") -> Row:
    row: Row = {}
    for key, value in found.items():
        if isinstance(value, dict):
            row |= _flat(value, f"{prefix}{key}.")
        else:
            row[prefix + key] = _text(value)
    return row


def _text(value: object) -> str | None:
    if value is None or value == "":
        return None
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _chunk(rows: list[Row], lines: list[int]) -> Chunk:
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = [pa.array([row.get(name) for row in rows], pa.string()) for name in names]
    return Chunk(pa.table(columns, names), pa.array(lines, pa.int64()))


def _problem(number: int, text: str, wrong: str) -> RowProblem:
    reason = Words(f"该行不是 JSON 对象：{wrong}", f"The line is no JSON object: {wrong}")
    return RowProblem(number, None, text, "not-json", reason)


def _sniff(path: Path, head: bytes) -> float:
    return _SUFFIXES.get(path.suffix.lower(), 0.5) if head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{" else 0.0


CONNECTOR = Connector(Words("JSON 行文件", "JSON lines"), _sniff, read)
