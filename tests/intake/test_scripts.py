"""Columns and status words in traditional characters are what they are in simplified ones; values stay as written."""

from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.intake.dictionary import SHAPES, fields, spelled, wording
from zhenyin.intake.matching import best_shape
from zhenyin.job.workspace import opened
from zhenyin.warehouse.status import stage

NAMES = "工單編號,建立時間,首次回覆時間,結案時間,問題類型,狀態,滿意度,處理人員,產品型號"


def test_an_export_in_traditional_characters_is_read_like_one_in_simplified(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "desk.csv"
    row = "A1,2026-03-05 09:10,2026-03-05 09:40,2026-03-05 11:10,漏水問題,已關閉,不滿意,陳大文,X100"
    file.write_text(f"{NAMES}\n{row}\n", "utf-8")
    with opened(settings) as workspace:
        import_file(workspace, file)
        query = "SELECT source_id, category, status, closed, csat, resolution_seconds AS s, model FROM tickets"
        (found,) = workspace.warehouse.query(query).to_pylist()
    assert found == {
        "source_id": "A1",
        "category": "漏水問題",
        "status": "已關閉",
        "closed": True,
        "csat": 2.0,
        "s": 7200,
        "model": "X100",
    }


@pytest.mark.parametrize(
    ("word", "own"), [("已關閉", "closed"), ("未解決", "open"), ("已結案", "closed"), ("已辦結", "closed")]
)
def test_a_status_says_the_same_in_both_scripts(word: str, own: str) -> None:
    assert stage(word) == own


def test_words_for_ratings_are_known_in_both_scripts() -> None:
    assert {wording("csat")[word] for word in ("非常滿意", "非常满意")} == {"5"}


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("fields.priority.name", "priority"),
        ("ticket.created_at", "created_at"),
        ("v1.0", "v1.0"),
        ("客戶.姓名", "客户.姓名"),
    ],
)
def test_a_path_ends_in_the_name_of_its_field(name: str, own: str) -> None:
    assert spelled(name) == own


def test_fields_one_object_deeper_are_matched() -> None:
    columns = {"key": ["S-1", "S-2"], "id": ["1", "2"], "fields.created": ["2026-03-05 09:10", "2026-03-06 09:10"]}
    found = best_shape({**columns, "fields.status.name": ["Done", "Open"]}, ("tickets",)).targets()
    assert found == {"key": "source_id", "id": None, "fields.created": "created_at", "fields.status.name": "status"}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_name_of_the_dictionary_is_changed(shape: str) -> None:
    names = {name for many in fields(shape).strong.values() for name in many}
    assert {name: spelled(name) for name in names if spelled(name) != name} == {}
