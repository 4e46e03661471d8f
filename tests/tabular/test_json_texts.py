"""JSON in every layout that exports have."""

import json
from pathlib import Path

import pytest

from zhenyin.tabular.json_texts import json_texts
from zhenyin.tabular.objects import rows, tables
from zhenyin.tabular.rows import Chunk, RowProblem

MADE = [
    {"id": 1, "say": 'a "quoted" {brace}] and\nline', "device": {"model": "X"}, "history": [{"at": "2026-01-01"}]},
    {"id": 2, "say": "漏水", "late": True},
    {"id": 3, "tags": ["a", "b"]},
]
ONE = json.dumps(MADE, ensure_ascii=False)
DEEP = json.dumps({"count": 3, "data": {"list": MADE}, "next": None}, ensure_ascii=False)


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        json.dumps(MADE, indent=2),
        "\n".join(map(json.dumps, MADE)),
        "[\n" + ",\n".join(map(json.dumps, MADE)) + "\n]\n",
        "[" + ",\n".join(map(json.dumps, MADE)) + "]",
        "\n".join(json.dumps(one, indent=4) for one in MADE),
        json.dumps({"tickets": MADE, "next_page": None, "count": 3}),
        json.dumps({"count": 3, "tickets": MADE, "users": [{"id": 9}]}, indent=1),
        DEEP,
        "\ufeff" + ONE,
    ],
    ids=[
        "list",
        "indented",
        "lines",
        "lined list",
        "tight list",
        "objects",
        "wrapped",
        "wrapped indented",
        "deep",
        "bom",
    ],
)
def test_every_layout_gives_the_same_rows(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(text, "utf-8")
    (chunk,) = rows(file, "a")
    assert isinstance(chunk, Chunk)
    found = chunk.rows.to_pylist()
    assert [row["id"] for row in found] == ["1", "2", "3"]
    assert (found[0]["say"], found[0]["device.model"], found[1]["late"]) == (MADE[0]["say"], "X", "true")
    assert [info.name for info in tables(file)] == ["a", "history"]


def test_lines_of_indented_objects_are_those_on_which_they_begin(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(MADE, indent=2), "utf-8")
    expected = [n for n, line in enumerate(file.read_text("utf-8").split("\n"), 1) if line == "  {"]
    assert [line for line, _ in json_texts(file)] == expected


@pytest.mark.parametrize(
    ("text", "ids", "lost"),
    [
        ('[{"id": 1}, oops, {"id": 2}]', ["1", "2"], ["oops"]),
        ('[{"id": 1},\n {"id": 2, "a": [', ["1"], ['{"id": 2, "a": [']),
        ('{"id": 1}\nnot json\n{"id": 2}\n[1]\n', ["1", "2"], ["not json", "[1]"]),
    ],
)
def test_what_is_no_object_is_told_with_its_text(tmp_path: Path, text: str, ids: list[str], lost: list[str]) -> None:
    file = tmp_path / "a.json"
    file.write_text(text, "utf-8")
    found = list(rows(file, "a"))
    assert [one.value for one in found if isinstance(one, RowProblem)] == lost
    assert [row["id"] for one in found if isinstance(one, Chunk) for row in one.rows.to_pylist()] == ids


def test_a_list_longer_than_any_piece_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps([{"id": i, "say": 'x"{' * 40} for i in range(20_000)]), "utf-8")
    assert [json.loads(text)["id"] for _, text in json_texts(file)] == list(range(20_000))
