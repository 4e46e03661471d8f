"""Moments that mean nothing are unknown, in no mean, and said to be so."""

from pathlib import Path

from zhenyin.flows import import_batch
from zhenyin.job.workspace import Workspace
from zhenyin.question.models import Question
from zhenyin.question.service import answer

ROWS = """工单号,创建时间,首次响应时间,解决时间,状态
1,2026-03-02 09:00,2026-03-02 10:00,2026-03-02 19:00,已解决
2,2026-03-02 09:00,1970-01-01 08:00,1900-01-01 00:00,处理中
3,2026-03-02 09:00,1899-12-30 00:40,9999-12-31 00:00,处理中
4,2026-03-02 09:00,2026-03-02 11:00,2026-03-01 09:00,已解决
5,9999-12-31 00:00,2026-03-02 10:00,,处理中
"""


def test_what_stands_for_an_empty_date_is_unknown_and_counted_nowhere(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "tickets.csv"
    file.write_text(ROWS, "utf-8")
    import_batch.import_file(workspace, file, source="desk")
    figures = {
        key: answer(workspace.warehouse, Question((key,))).cells[0].estimate.value
        for key in ("ticket_count", "first_response_hours", "resolution_hours", "backlog")
    }
    assert figures == {"ticket_count": 4, "first_response_hours": 1.5, "resolution_hours": 10, "backlog": 2}
    problems = workspace.warehouse.query(
        "SELECT line, column_name, rule FROM row_problems ORDER BY line, column_name, rule"
    )
    found = {(row["line"], row["column_name"], row["rule"]) for row in problems.to_pylist()}
    meaningless = "moment_without_meaning"
    assert found >= {
        (3, "first_response_at", meaningless),
        (3, "resolved_at", meaningless),
        (4, "first_response_at", meaningless),
        (4, "resolved_at", meaningless),
        (5, "resolved_at", "impossible_times"),
        (6, "created_at", meaningless),
        (6, "created_at", "missing_required"),
    }
