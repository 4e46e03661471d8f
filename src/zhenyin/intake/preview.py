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
from zhenyin.core.words import Words
from zhenyin.intake import reading, row_problems, service
from zhenyin.intake.dictionary import fields
from zhenyin.intake.file_head import top
from zhenyin.intake.models import Mapping, Match, TableMapping
from zhenyin.intake.plan import prepare
from zhenyin.intake.row_problems import Spill
from zhenyin.intake.titles import field_title, rule_title, shape_title
from zhenyin.text.mask import mask
from zhenyin.warehouse import load
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.load import Found
from zhenyin.warehouse.staging import Stage

SHOWN_ROWS, SHOWN_CELLS, SHOWN_PROBLEMS, SHOWN_TABLES = 50, 3, 200, 20
LOOKED_AT = 2_000
_LONGEST_CELL = 300
_GIVEN = Words("按保存的模板或指定的映射", "by the saved template or the mapping that was given")


@dataclass(frozen=True, slots=True)
class _Head:
    """The first rows of one table, and what the connector found wrong with them."""

    info: TableInfo
    first: Chunk
    problems: list[RowProblem]


def preview(
    path: Path, connector: str, mapping: Mapping | None, cursor: Cursor, zone: str, key: str
) -> list[dict[str, Any]]:
    """Every table of the file as the contract has it. Raises Invalid for what cannot be read."""
    with top(path) as small, TemporaryDirectory(prefix="zhenyin-") as folder:
        tables = reading.tables_of(small, connector)[:SHOWN_TABLES]
        heads = [head for info in tables if (head := _head(small, connector, info)) is not None]
        if not heads:
            raise reading.no_rows(path)
        return [_told(head, mapping, cursor, Path(folder) / str(at), zone, key) for at, head in enumerate(heads)]


def _head(path: Path, connector: str, info: TableInfo) -> _Head | None:
    first: Chunk | None = None
    problems: list[RowProblem] = []
    # A file may be nothing but problems: a few of them are enough.
    for part in islice(CONNECTORS[connector].read(path, info.name), SHOWN_PROBLEMS * 10):
        if isinstance(part, RowProblem):
            problems.append(part)
        elif first is None:
            first = Chunk(part.rows.slice(0, LOOKED_AT), part.lines.slice(0, LOOKED_AT))
        else:
            break
    if first is None or not first.rows.num_rows:
        return None
    last = first.lines[-1].as_py()
    return _Head(info, first, [one for one in problems if one.line <= last])


def _told(head: _Head, mapping: Mapping | None, cursor: Cursor, folder: Path, zone: str, key: str) -> dict[str, Any]:
    matched = reading.match(head.first, head.info)
    settled = reading.settle(matched, head.info, mapping)
    shape = settled.fact
    missing = [name for name in fields(shape).needed if settled.column_of(name) is None]
    found = _check(head, settled, cursor, folder, zone, key) if not missing else [_read(one) for one in head.problems]
    shown = _masked(head.first.rows.slice(0, SHOWN_ROWS))
    return {
        "name": head.info.name,
        "fact": shape,
        "fact_title": shape_title(shape).as_dict(),
        "known": not missing,
        "missing": [{"key": name, "title": field_title(shape, name).as_dict()} for name in missing],
        "columns": list(_columns(shown, matched.matches, settled)),
        "rows": [list(row) for row in zip(*shown.values(), strict=True)],
        "row_numbers": head.first.lines.slice(0, SHOWN_ROWS).to_pylist(),
        "problems": [one for one in found if one["line"]][:SHOWN_PROBLEMS],
        "notes": [one["reason"] | {"column": one["column"], "rule": one["rule"]} for one in found if not one["line"]],
        "formats": settled.formats,
    }


def _columns(shown: dict[str, list[str]], matches: Sequence[Match], settled: TableMapping) -> Iterator[dict[str, Any]]:
    for match in matches:
        target = settled.columns.get(match.column)
        guessed = target == match.target
        yield {
            "column": match.column,
            "target": target,
            "confidence": match.confidence if guessed else 1.0,
            "why": (match.why if guessed else _GIVEN).as_dict(),
            "samples": [cell for cell in dict.fromkeys(shown[match.column]) if cell][:SHOWN_CELLS],
        }


def _masked(rows: pa.Table) -> dict[str, list[str]]:
    """The cells as people may see them. Personal data is masked here as everywhere behind the landing."""
    return {name: [_short(cell) for cell in mask(rows[name]).to_pylist()] for name in rows.column_names}


def _check(
    head: _Head, mapping: TableMapping, cursor: Cursor, folder: Path, zone: str, key: str
) -> list[dict[str, Any]]:
    """What an import would find wrong with these rows."""
    stage = Stage(folder)
    stage.add(head.first.rows, head.first.lines)
    stage.close()
    staged = reading.Staged(head.info, stage, mapping, True, Spill(folder))
    load.begin(cursor)
    service.note_read(cursor, mapping.fact, [row_problems.table(head.problems)])
    try:
        service.type_rows(cursor, staged, prepare(cursor, stage, mapping, key, zone))
    except Invalid as refused:
        # The import would be refused: said beside the rows that show why.
        load.note(cursor, mapping.fact, [Found(refused.code, refused.words, service.NOWHERE, marks=False)])
    query = f"SELECT line, column_name, value, rule, reason_zh, reason_en FROM found ORDER BY line LIMIT {SHOWN_PROBLEMS * 2}"
    return [_problem(row) for batch in cursor.run(query) for row in batch.to_pylist()]


def _problem(row: dict[str, Any]) -> dict[str, Any]:
    reason = Words(row["reason_zh"], row["reason_en"])
    return _one(row["line"], row["column_name"], row["value"], row["rule"], reason)


def _read(one: RowProblem) -> dict[str, Any]:
    return _one(one.line, one.column, one.value, one.rule, one.reason)


def _one(line: int, column: str | None, value: str | None, rule: str, reason: Words) -> dict[str, Any]:
    told = {"line": line, "column": column, "value": _short(value) if value else None, "rule": rule}
    return {**told, "title": rule_title(rule).as_dict(), "reason": reason.as_dict()}


def _short(cell: str | None) -> str:
    text = cell or ""
    return text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL]}…"
