"""What a source says of the end of a ticket in words alone, and of a rating without its time, counts as it must."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.job.workspace import Workspace, opened
from zhenyin.question import service
from zhenyin.question.models import Question
from zhenyin.warehouse.status import stage

CLOSED = (
    "Closed",
    "Closed Complete",
    "Closed (Not Solved)",
    "Cancelled",
    "已关闭",
    "已办结",
    "完结",
    "关闭",
    "结案",
    "已取消",
)
RESOLVED = ("Resolved", "Solved", "Done", "Completed", "已解决", "已完成", "已解决待关闭", "处理完毕")
OPEN = (
    "Not resolved",
    "Unresolved",
    "未解决",
    "Reopened",
    "Re-open",
    "待关闭",
    "Pending close",
    "To Do",
    "解决中",
    "未完成",
)
SILENT = ("New", "Open", "新建", "Assigned", "", None)


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Workspace]:
    with opened(settings) as workspace:
        yield workspace


def _figure(workspace: Workspace, metric: str) -> float | None:
    return service.answer(workspace.warehouse, Question((metric,))).cells[0].estimate.value


@pytest.mark.parametrize(
    ("word", "own"),
    [
        *((word, "closed") for word in CLOSED),
        *((word, "resolved") for word in RESOLVED),
        *((word, "open") for word in OPEN),
        *((word, None) for word in SILENT),
    ],
)
def test_a_status_word_is_read_as_people_read_it(word: str | None, own: str | None) -> None:
    assert stage(word) == own


def test_a_word_for_the_end_ends_a_ticket_and_makes_up_no_time(workspace: Workspace, tmp_path: Path) -> None:
    over, waiting = [*CLOSED, *RESOLVED], [*OPEN, *filter(None, SILENT)]
    file = tmp_path / "words.csv"
    rows = "".join(f"{n},2026-03-01 10:00,{word},\n" for n, word in enumerate([*over, *waiting]))
    file.write_text("工单编号,创建时间,状态,解决时间\n" + rows + "z,2026-03-20 10:00,Open,2026-03-20 10:05\n", "utf-8")
    import_file(workspace, file)
    counts = workspace.warehouse.query("SELECT count(resolved_at) AS resolved, count(closed_at) AS closed FROM tickets")
    assert counts.to_pylist() == [{"resolved": 1, "closed": 0}]
    assert _figure(workspace, "backlog") == len(waiting)
    assert _figure(workspace, "overdue_rate") == 1
    assert _figure(workspace, "closure_rate") == pytest.approx(len(over) / (len(over) + len(waiting) + 1))


def test_a_closing_time_takes_a_ticket_out_of_the_backlog(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "closed.csv"
    file.write_text(
        "工单编号,创建时间,解决时间,关闭时间,状态\n"
        "1,2026-03-01 10:00,,2026-03-02 10:00,Closed\n"
        "2,2026-03-01 10:00,,,Open\n"
        "3,2026-03-20 10:00,2026-03-20 11:00,,Resolved\n",
        "utf-8",
    )
    import_file(workspace, file)
    assert _figure(workspace, "backlog") == 1
    rows = workspace.warehouse.query(
        "SELECT waited, closed, ended_at IS NOT NULL AS ended FROM tickets ORDER BY source_id"
    )
    assert [tuple(row.values()) for row in rows.to_pylist()] == [
        (True, True, True),
        (True, False, False),
        # Resolved at a known time is closed only after days without objection.
        (True, False, True),
    ]


def test_a_rating_without_a_time_counts_when_the_ticket_ended(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "rated.csv"
    file.write_text(
        "工单编号,创建时间,解决时间,关闭时间,满意度,评价时间\n"
        "1,2026-03-01 10:00,2026-03-02 10:00,2026-03-03 10:00,5,\n"
        "2,2026-03-01 10:00,2026-03-02 10:00,,4,\n"
        "3,2026-03-01 10:00,,,1,\n"
        "4,2026-03-01 10:00,2026-03-02 10:00,2026-03-03 10:00,2,2026-03-04 10:00\n"
        "5,2026-03-01 10:00,2026-03-02 10:00,2026-03-03 10:00,,\n",
        "utf-8",
    )
    import_file(workspace, file)
    rows = workspace.warehouse.query(
        "SELECT day(scored_at) AS scored, day(rated_at) AS rated FROM tickets ORDER BY source_id"
    )
    assert [tuple(row.values()) for row in rows.to_pylist()] == [(3, None), (2, None), (1, None), (4, 4), (None, None)]
    assert _figure(workspace, "csat_score") == pytest.approx(3.0)
    assert _figure(workspace, "satisfaction_rate") == pytest.approx(0.5)
