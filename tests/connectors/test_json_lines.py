"""JSON lines, flat and nested, good and broken."""

import json
from pathlib import Path

from zhenyin.connectors import CONNECTORS, Chunk, RowProblem


def _read(path: Path) -> list[Chunk | RowProblem]:
    return list(CONNECTORS["json_lines"].read(path))


def test_objects_become_rows_and_a_list_within_becomes_a_table_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    history = [{"at": "2026-03-05T14:05:00+08:00", "to": "已解决"}, {"at": "2026-03-06T14:05:00+08:00", "to": "已关闭"}]
    made = [{"id": 1, "device": {"model": "X200", "fw": None}, "history": history}, {"id": "2", "open": True}]
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in made), encoding="utf-8")
    (chunk,) = _read(file)
    assert isinstance(chunk, Chunk)
    first, second = chunk.rows.to_pylist()
    assert (first["id"], first["device.model"]) == ("1", "X200")
    assert (second["id"], second["open"]) == ("2", "true")
    own = next(info.name for info in CONNECTORS["json_lines"].tables(file) if "history" in info.name)
    (steps,) = CONNECTORS["json_lines"].read(file, own)
    assert isinstance(steps, Chunk)
    assert [(row["id"], row["to"]) for row in steps.rows.to_pylist()] == [("1", "已解决"), ("1", "已关闭")]


def test_a_broken_line_is_kept_as_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": 1}\n{"id": \n[1]\n\n{"id": 4}\n')
    problems = [part for part in _read(file) if isinstance(part, RowProblem)]
    chunks = [part for part in _read(file) if isinstance(part, Chunk)]
    assert [(p.line, p.value, p.rule) for p in problems] == [(2, '{"id":', "not-json"), (3, "[1]", "not-json")]
    assert [chunk.lines.to_pylist() for chunk in chunks] == [[1, 5]]
