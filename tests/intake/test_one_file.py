"""A number is one ticket within a file, whichever of its tables it stands in."""

from pathlib import Path

import pytest
import xlsxwriter

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.job.workspace import opened

FULL = [
    ["工单号", "创建时间", "问题类型", "状态"],
    *([f"GD-{n}", f"2026-03-0{n} 09:00", "漏水", "已关闭"] for n in range(1, 5)),
]
SHORT = [["工单号", "创建时间", "状态"], *([f"GD-{n}", f"2026-03-0{n} 09:00", "处理中"] for n in range(3, 6))]


def _workbook(file: Path, tables: tuple[list[list[str]], ...]) -> Path:
    with xlsxwriter.Workbook(file) as book:
        for table in tables:
            sheet = book.add_worksheet()
            for at, row in enumerate(table):
                sheet.write_row(at, 0, row)
    return file


@pytest.mark.parametrize("tables", [(FULL, SHORT), (SHORT, FULL)])
def test_the_row_that_says_more_is_the_ticket(
    settings: Settings, tmp_path: Path, tables: tuple[list[list[str]], ...]
) -> None:
    file = _workbook(tmp_path / "desk.xlsx", tables)
    with opened(settings) as workspace:
        import_file(workspace, file)
        query = "SELECT source_id, category, status FROM tickets ORDER BY source_id"
        found = [tuple(row.values()) for row in workspace.warehouse.query(query).to_pylist()]
        problems = workspace.warehouse.query("SELECT rule, count(*)::INT AS n FROM row_problems GROUP BY 1").to_pylist()
    assert found == [*((f"GD-{n}", "漏水", "已关闭") for n in range(1, 5)), ("GD-5", None, "处理中")]
    assert problems == [{"rule": "same_id_again", "n": 2}]
