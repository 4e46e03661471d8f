"""A number is one ticket within a file, whichever of its tables it stands in."""

from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.job.workspace import opened

FULL = [
    ["工单号", "创建时间", "问题类型", "状态"],
    *([f"GD-{n}", f"2026-03-0{n} 09:00", "漏水", "已关闭"] for n in range(1, 5)),
]
SHORT = [["工单号", "创建时间", "状态"], *([f"GD-{n}", f"2026-03-0{n} 09:00", "处理中"] for n in range(3, 6))]


def _page(*tables: list[list[str]]) -> str:
    cells = ["".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in table) for table in tables]
    return f"<html><meta charset='utf-8'><body>{''.join(f'<table>{rows}</table>' for rows in cells)}</body></html>"


@pytest.mark.parametrize("tables", [(FULL, SHORT), (SHORT, FULL)])
def test_the_row_that_says_more_is_the_ticket(
    settings: Settings, tmp_path: Path, tables: tuple[list[list[str]], ...]
) -> None:
    file = tmp_path / "desk.xls"
    file.write_text(_page(*tables), "utf-8")
    with opened(settings) as workspace:
        import_file(workspace, file)
        query = "SELECT source_id, category, status FROM tickets ORDER BY source_id"
        found = [tuple(row.values()) for row in workspace.warehouse.query(query).to_pylist()]
        problems = workspace.warehouse.query("SELECT rule, count(*)::INT AS n FROM row_problems GROUP BY 1").to_pylist()
    assert found == [*((f"GD-{n}", "漏水", "已关闭") for n in range(1, 5)), ("GD-5", None, "处理中")]
    assert problems == [{"rule": "same_id_again", "n": 2}]
