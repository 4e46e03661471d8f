"""JSON that is one object and many tickets."""

import json
from pathlib import Path
from typing import Any

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.job.workspace import opened
from zhenyin.tabular.unfold import unfolded

ROWS = [{"created_at": f"2026-03-0{n} 09:10", "category": "漏水", "product": "空调"} for n in range(1, 5)]
BY_KEY = {f"GD-{n}": row for n, row in enumerate(ROWS, 1)}
BY_COLUMN = {name: {str(n): row[name] for n, row in enumerate(ROWS)} for name in ROWS[0]}
SPLIT = {"columns": list(ROWS[0]), "index": [0, 1, 2, 3], "data": [list(row.values()) for row in ROWS]}


@pytest.mark.parametrize(
    "made",
    [
        BY_KEY,
        BY_COLUMN,
        SPLIT,
        {name: [row[name] for row in ROWS] for name in ROWS[0]},
        {"count": 4, "data": BY_KEY},
        {"status": "ok", "result": {"page": 1, "tickets": BY_KEY}},
        {"code": 0, "data": {"list": ROWS}},
        {"data": {"total": 4, "items": [{"fields": row, "key": f"S-{n}"} for n, row in enumerate(ROWS)]}},
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_as_many_tickets_as_there_are(
    settings: Settings, tmp_path: Path, made: dict[str, Any], indent: int | None
) -> None:
    file = tmp_path / "desk.json"
    file.write_text(json.dumps(made, ensure_ascii=False, indent=indent), "utf-8")
    with opened(settings) as workspace:
        assert import_file(workspace, file).tickets == 4
        found = workspace.warehouse.query("SELECT category, count(*)::INT AS n FROM tickets GROUP BY 1").to_pylist()
    assert found == [{"category": "漏水", "n": 4}]


@pytest.mark.parametrize(
    "made",
    [
        {"id": "GD-1", "created": "3/5", "customer": {"name": "x", "city": "y"}},
        {"a": {"x": 1}, "b": {"y": 2}},
        {"a": [1, 2], "b": [1]},
        {"created": "3/5"},
        {},
    ],
)
def test_a_ticket_with_objects_within_is_one(made: dict[str, Any]) -> None:
    assert unfolded(made) is None


def test_numbers_of_their_own_win_over_keys() -> None:
    assert unfolded({"x": {"id": "1", "at": "a"}, "y": {"id": "2", "at": "b"}}) == [
        {"id": "1", "at": "a"},
        {"id": "2", "at": "b"},
    ]
