"""A look at a file before it is imported: the import itself, as far as the typed rows, on the first rows of each table.

It works in temporary tables of a reader's cursor: nothing is kept, and no import has to wait.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa

from zhenyin.connectors import CONNECTORS, Chunk, RowProblem, TableInfo
from zhenyin.core.errors import Invalid
from zhenyin.core.masking import mask, mask_text
from zhenyin.core.words import Words
from zhenyin.intake import reading, row_problems, service
from zhenyin.intake.dictionary import fields
from zhenyin.intake.facts import Problem
from zhenyin.intake.file_head import file_head
from zhenyin.intake.models import Mapping, Match, TableMapping
from zhenyin.intake.plan import prepare
from zhenyin.intake.row_problems import RowProblemBuffer
from zhenyin.warehouse import load
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.load import Found
from zhenyin.warehouse.staging import Stage

SHOWN_ROWS, SHOWN_CELLS, SHOWN_PROBLEMS, SHOWN_TABLES = 50, 3, 200, 20
SAMPLE_ROWS = 2_000
_LONGEST_CELL = 300


@dataclass(frozen=True, slots=True)
class ColumnPreview:
    """What a column was taken for, how surely (0 to 1), why, and some of its cells."""

    column: str
    target: str | None
    confidence: float
    why: Words
    samples: list[str]


@dataclass(frozen=True, slots=True)
class TablePreview:
    """One table: the mapping that would be used, needed fields that no column has, first rows, and their problems."""

    name: str
    mapping: TableMapping
    missing: list[str]
    columns: list[ColumnPreview]
    rows: list[list[str]]
    row_numbers: list[int]
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class _Head:
    """The first rows of one table, and what the connector found wrong with them."""

    info: TableInfo
    first: Chunk
    problems: list[RowProblem]


def preview(
    path: Path, connector: str, mapping: Mapping | None, cursor: Cursor, zone: str, key: str, staging: Path
) -> list[TablePreview]:
    """Every table of the file as an import would take it. staging: a folder for its rows meanwhile, where SQL may read.

    Raises Invalid for what cannot be read.
    """
    staging.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="preview-", dir=staging) as folder, file_head(path, scratch=Path(folder)) as small:
        tables = reading.tables_of(small, connector)[:SHOWN_TABLES]
        heads = [head for info in tables if (head := _head(small, connector, info)) is not None]
        if not heads:
            raise reading.no_rows(path)
        return [_table(head, mapping, cursor, Path(folder) / str(at), zone, key) for at, head in enumerate(heads)]


def _head(path: Path, connector: str, info: TableInfo) -> _Head | None:
    first: Chunk | None = None
    problems: list[RowProblem] = []
    # A file may be nothing but problems: a few of them are enough.
    for part in islice(CONNECTORS[connector].read(path, info.name), SHOWN_PROBLEMS * 10):
        if isinstance(part, RowProblem):
            problems.append(part)
        elif first is None:
            first = Chunk(part.rows.slice(0, SAMPLE_ROWS), part.lines.slice(0, SAMPLE_ROWS))
        else:
            break
    if first is None or not first.rows.num_rows:
        return None
    last = first.lines[-1].as_py()
    return _Head(info, first, [one for one in problems if one.line <= last])


def _table(head: _Head, mapping: Mapping | None, cursor: Cursor, folder: Path, zone: str, key: str) -> TablePreview:
    matched = reading.match(head.first, head.info)
    resolved = reading.resolve_mapping(matched, head.info, mapping)
    missing = [name for name in fields(resolved.fact).needed if resolved.column_of(name) is None]
    found = [_read(one) for one in head.problems] if missing else _check(head, resolved, cursor, folder, zone, key)
    shown = _masked(head.first.rows.slice(0, SHOWN_ROWS))
    rows, notes = ([one for one in found if bool(one.line) is of_rows] for of_rows in (True, False))
    return TablePreview(
        name=head.info.name,
        mapping=resolved,
        missing=missing,
        columns=list(_columns(shown, matched.matches, resolved)),
        rows=[list(row) for row in zip(*shown.values(), strict=True)],
        row_numbers=head.first.lines.slice(0, SHOWN_ROWS).to_pylist(),
        problems=[*rows[:SHOWN_PROBLEMS], *notes],
    )


def _columns(shown: dict[str, list[str]], matches: Sequence[Match], resolved: TableMapping) -> Iterator[ColumnPreview]:
    for match in matches:
        target = resolved.columns.get(match.column)
        guessed = target == match.target
        yield ColumnPreview(
            column=match.column,
            target=target,
            confidence=match.confidence if guessed else 1.0,
            why=match.why if guessed else reading.GIVEN,
            samples=[cell for cell in dict.fromkeys(shown[match.column]) if cell][:SHOWN_CELLS],
        )


def _masked(rows: pa.Table) -> dict[str, list[str]]:
    """The cells as people may see them. Personal data is masked here as everywhere behind the landing."""
    return {name: [_short(cell) for cell in mask(rows[name]).to_pylist()] for name in rows.column_names}


def _check(head: _Head, mapping: TableMapping, cursor: Cursor, folder: Path, zone: str, key: str) -> list[Problem]:
    """What an import would find wrong with these rows."""
    stage = Stage(folder)
    stage.add(head.first.rows, head.first.lines)
    stage.close()
    staged = reading.Staged(head.info, stage, mapping, True, RowProblemBuffer(folder))
    load.begin(cursor)
    service.note_read(cursor, mapping.fact, [row_problems.table(head.problems)])
    try:
        service.type_rows(cursor, staged, prepare(cursor, stage, mapping, key, zone))
    except Invalid as refused:
        # The import would be refused: said beside the rows that show why.
        load.note(cursor, mapping.fact, [Found(refused.code, refused.words, service.NOWHERE, marks=False)])
    query = f"SELECT line, column_name, value, rule, reason_zh, reason_en FROM found ORDER BY line LIMIT {SHOWN_PROBLEMS * 2}"
    return [_problem(row) for batch in cursor.run(query) for row in batch.to_pylist()]


def _problem(row: dict[str, Any]) -> Problem:
    reason = Words(row["reason_zh"], row["reason_en"])
    return _one(row["line"], row["column_name"], row["value"], row["rule"], reason)


def _read(one: RowProblem) -> Problem:
    return _one(one.line, one.column, mask_text(one.value) if one.value else None, one.rule, one.reason)


def _one(line: int, column: str | None, value: str | None, rule: str, reason: Words) -> Problem:
    return Problem(line, None, column, _short(value) if value else None, rule, reason)


def _short(cell: str | None) -> str:
    text = cell or ""
    return text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL]}…"
