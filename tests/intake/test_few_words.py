"""Of a column that says few things each is worked out once: the rows come out as if every cell were worked out."""

from pathlib import Path
from typing import Any

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.intake import plan
from zhenyin.job.workspace import opened

WORDS = (
    "客服",
    " 技术 ",
    "-",
    "无",
    "NULL",
    "-100",
    "张三13812345678",
    "Repair",
    "报修",
    "",
    "O'Brien",
    "１３８１２３４５６７８",
)
HEADER = "工单编号,创建时间,诉求类型,处理组,型号,问题描述\n"


def _file(folder: Path) -> Path:
    def row(n: int) -> str:
        kind, team, model = (WORDS[(n * step + n // 12) % len(WORDS)] for step in (1, 5, 7))
        return f"GD{n},2026-01-{n % 28 + 1:02} 10:00:00,{kind},{team},{model},第{n}次：联系13812345{n:03}\n"

    path = folder / "few.csv"
    path.write_text(HEADER + "".join(map(row, range(600))), "utf-8")
    return path


def _imported(folder: Path, most: int, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Any]]:
    monkeypatch.setattr(plan, "_MOST_CHANGES", most)
    with opened(Settings(data_dir=folder)) as workspace:
        import_file(workspace, _file(folder), source="few")
        rows = workspace.warehouse.query(
            "SELECT source_id, kind, team, model, description, quality FROM tickets ORDER BY line"
        )
        problems = workspace.warehouse.query("SELECT line, column_name, value, rule FROM row_problems ORDER BY ALL")
        return {"rows": rows.to_pylist(), "problems": problems.to_pylist()}


def test_what_is_worked_out_once_equals_what_is_worked_out_for_each_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, each = tmp_path / "known", tmp_path / "each"
    known.mkdir()
    each.mkdir()
    once = _imported(known, 40, monkeypatch)
    assert once == _imported(each, -1, monkeypatch)
    teams = {row["team"] for row in once["rows"]}
    assert {"客服", "技术", None, "张三〔手机号〕", "〔手机号〕", "O'Brien"} <= teams
    assert "-100" not in teams
    kinds = {row["kind"] for row in once["rows"]}
    assert "报修" in kinds
    assert "Repair" not in kinds
    assert {(p["column_name"], p["value"]) for p in once["problems"] if p["rule"] == "unknown_value"} >= {
        ("处理组", "-100")
    }
