"""JSON objects as rows: inner objects become `outer.inner` columns, lists of objects become tables of their own."""

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from zhenyin.core.words import Words
from zhenyin.tabular.json_texts import json_texts
from zhenyin.tabular.limits import require_width
from zhenyin.tabular.rows import CHUNK_ROWS, RowProblem, TableInfo, Yield, chunk
from zhenyin.tabular.unfold import Object, unfolded
from zhenyin.text.normalise import label

_SAMPLE = 200
_STEPS = frozenset(
    label(name) for name in ("history", "events", "changelog", "audits", "timeline", "steps", "流转记录")
)
_NAMES = tuple(label(name) for name in ("id", "ticket_id", "number", "key", "case_id", "工单号", "工单编号", "编号"))
Row = dict[str, str | None]


def tables(path: Path) -> list[TableInfo]:
    """The objects themselves, and every list of objects within them. Raises Invalid where the file is no text."""
    some = [found for _, found in zip(range(_SAMPLE), _objects(path), strict=False) if isinstance(found, tuple)]
    columns = dict.fromkeys(name for _, found in some for name in _flat(found))
    inner = dict.fromkeys(name for _, found in some for name, value in found.items() if _is_list(value))
    children = [_child(name, some) for name in inner]
    return [TableInfo(path.stem, tuple(columns), 0), *children] if some else []


def rows(path: Path, table: str) -> Yield:
    """The rows of one table. A line that is no object becomes a problem that carries its text."""
    inner = "" if table == path.stem else table
    columns = next((info.columns for info in tables(path) if info.name == table), ())
    waiting: list[tuple[int, Row]] = []
    for found in _objects(path):
        if isinstance(found, RowProblem):
            if not inner:
                yield found
            continue
        line, record = found
        waiting += [(line, row) for row in _rows_of(record, inner)]
        if len(waiting) >= CHUNK_ROWS:
            yield _chunk(waiting, columns)
            waiting = []
    if waiting:
        yield _chunk(waiting, columns)


def _rows_of(record: Object, inner: str) -> Iterator[Row]:
    if not inner:
        yield _flat(record)
        return
    whose = _whose(record)
    for step in record.get(inner) or ():
        if isinstance(step, dict):
            yield {**whose, **_flat(step)}


def _child(name: str, some: Sequence[tuple[int, Object]]) -> TableInfo:
    rows = [row for _, record in some for row in _rows_of(record, name)]
    fact = "events" if label(name) in _STEPS else ""
    return TableInfo(name, tuple(dict.fromkeys(column for row in rows for column in row)), 0, fact)


def _whose(record: Object) -> Row:
    """The field of an object that names it, so that what lies within can be told to be its own."""
    by_label = {label(name): name for name in record}
    name = next((by_label[known] for known in _NAMES if known in by_label), next(iter(record), ""))
    return {f"{name}": _text(record.get(name))}


def _objects(path: Path) -> Iterator[tuple[int, Object] | RowProblem]:
    texts = json_texts(path)
    first, second = next(texts, None), next(texts, None)
    if first is not None and second is None:
        found = _object(first[0], first[1].replace("\x00", ""))
        rows = unfolded(found[1]) if isinstance(found, tuple) else None
        # An object a line, so that each has a number of its own.
        yield from ((first[0] + at, row) for at, row in enumerate(rows)) if rows is not None else (found,)
        return
    for number, text in chain([one for one in (first, second) if one is not None], texts):
        yield _object(number, text.replace("\x00", ""))


def _object(number: int, text: str) -> tuple[int, Object] | RowProblem:
    try:
        found = json.loads(text)
    except ValueError as wrong:
        return _problem(number, text, str(wrong))
    if not isinstance(found, dict):
        return _problem(number, text, f"a {type(found).__name__}")
    return number, found


def _flat(record: Object, prefix: str = "") -> Row:
    row: Row = {}
    for key, value in record.items():
        if isinstance(value, dict):
            row |= _flat(value, f"{prefix}{key}.")
        elif not _is_list(value):
            row[prefix + key] = _text(value)
    return row


def _is_list(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _text(value: object) -> str | None:
    if value is None or value == "" or value == []:
        return None
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _chunk(waiting: Sequence[tuple[int, Row]], columns: Sequence[str]) -> Any:
    late = dict.fromkeys(name for _, row in waiting for name in row)
    names = list(dict.fromkeys((*columns, *late)))
    require_width("JSON", len(names))
    return chunk(names, [[row.get(name) for name in names] for _, row in waiting], [line for line, _ in waiting])


def _problem(number: int, text: str, wrong: str) -> RowProblem:
    reason = Words(f"该行不是 JSON 对象：{wrong}", f"The line is no JSON object: {wrong}")
    return RowProblem(number, None, text[:2000], "not-json", reason)
