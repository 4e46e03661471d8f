"""One JSON object that holds many rows: keyed by their numbers, by column, or as names and lists of cells."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from zhenyin.text.normalise import label

Object = dict[str, Any]
_NAMES, _CELLS = ("columns", "fields", "header", "headers", "cols"), ("data", "rows", "values", "records")
_OWN = frozenset(("id", "ticketid", "number", "key", "caseid", "工单号", "工单编号", "编号"))
_DEEPEST = 3


def unfolded(record: Object, depth: int = 0) -> list[Object] | None:
    """The rows within an object; None where it is a row itself.

    >>> unfolded({"GD-1": {"at": "3/5", "what": "leak"}, "GD-2": {"at": "3/6", "what": "noise"}})
    [{'id': 'GD-1', 'at': '3/5', 'what': 'leak'}, {'id': 'GD-2', 'at': '3/6', 'what': 'noise'}]
    >>> unfolded({"at": {"0": "3/5", "1": "3/6"}, "what": {"0": "leak", "1": "noise"}})
    [{'at': '3/5', 'what': 'leak'}, {'at': '3/6', 'what': 'noise'}]
    >>> unfolded({"at": ["3/5"], "what": ["leak"]}), unfolded({"columns": ["at"], "data": [["3/5"]]})
    ([{'at': '3/5', 'what': 'leak'}], [{'at': '3/5'}])
    """
    for way in (_named_cells, _lists, _keyed):
        found = way(record)
        if found is not None:
            return found
    inner = [value for value in record.values() if isinstance(value, dict)]
    # A count or a page stands beside what it counts.
    if depth < _DEEPEST and len(inner) == 1 and not _OWN & {label(name) for name in record}:
        return unfolded(inner[0], depth + 1)
    return None


def _named_cells(record: Object) -> list[Object] | None:
    by_label = {label(name): value for name, value in record.items()}
    names = next((by_label[name] for name in _NAMES if _is_row_of_texts(by_label.get(name))), None)
    rows = next((by_label[name] for name in _CELLS if name in by_label), None)
    if names is None or not isinstance(rows, list) or not rows or not all(isinstance(row, list) for row in rows):
        return None
    return [dict(zip(names, row, strict=False)) for row in rows]


def _lists(record: Object) -> list[Object] | None:
    """Names to lists of cells, all as long as each other."""
    lists = list(record.values())
    if len(lists) < 2 or not all(isinstance(cells, list) and cells for cells in lists):
        return None
    plain = all(not isinstance(cell, dict | list) for cells in lists for cell in cells)
    return _turned(record, range(len(lists[0]))) if plain and len({len(cells) for cells in lists}) == 1 else None


def _keyed(record: Object) -> list[Object] | None:
    rows = list(record.values())
    if len(rows) < 2 or not all(isinstance(row, dict) and row for row in rows):
        return None
    common = set(rows[0]).intersection(*rows[1:])
    if len(common) < 0.5 * max(map(len, rows)):
        return None
    if _numbered(rows[0]) > 0.5 and _numbered(record) < 0.5:
        return _turned(record, list(dict.fromkeys(key for row in rows for key in row)))
    return list(_with_keys(record))


def _with_keys(record: Mapping[str, Object]) -> Iterator[Object]:
    for key, row in record.items():
        yield dict(row) if _OWN & {label(name) for name in row} else {"id": key, **row}


def _turned(record: Mapping[str, Any], keys: Sequence[Any]) -> list[Object]:
    def cell(cells: Any, key: Any) -> Any:
        return cells.get(key) if isinstance(cells, dict) else cells[key]

    return [{name: cell(cells, key) for name, cells in record.items()} for key in keys]


def _numbered(keys: Mapping[str, Any]) -> float:
    """The share of keys that are numbers of rows rather than names of fields."""
    return sum(any(map(str.isdigit, key)) for key in keys) / len(keys)


def _is_row_of_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(name, str) for name in value)
