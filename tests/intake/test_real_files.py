"""Real exports come in with no mapping written by hand, and their figures are right."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file, undo
from zhenyin.flows.rebuild import rebuild
from zhenyin.job.workspace import Workspace, opened
from zhenyin.question.models import Question
from zhenyin.question.service import answer


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Workspace]:
    with opened(settings) as workspace:
        yield workspace


def _figure(workspace: Workspace, metric: str) -> tuple[float | None, int]:
    only = answer(workspace.warehouse, Question((metric,))).cells[0].estimate
    return only.value, only.n


def _count(workspace: Workspace, sql: str) -> int:
    return int(workspace.warehouse.query(f"SELECT count(*) AS n FROM {sql}")["n"][0].as_py())


@pytest.mark.parametrize(
    ("name", "rows", "events"),
    [
        ("car_complaints_gb18030.csv", 600, 0),
        ("hotline_messages.xlsx", 4_326, 0),
        ("hotline_replies.xlsx", 2_816, 0),
    ],
)
def test_a_table_of_tickets_comes_in_whole(
    workspace: Workspace, shared_data: Path, name: str, rows: int, events: int
) -> None:
    result = import_file(workspace, shared_data / "tickets" / name)
    assert (result.rows, result.tickets, result.events) == (rows, rows, events)
    assert _figure(workspace, "ticket_count") == (rows, rows)


def test_the_time_of_a_reply_is_the_first_response(workspace: Workspace, shared_data: Path) -> None:
    import_file(workspace, shared_data / "tickets" / "hotline_replies.xlsx")
    assert _count(workspace, "tickets WHERE first_response_at >= created_at") > 2_700


def test_an_event_log_becomes_tickets_with_their_steps_and_survives_undo_and_rebuild(
    workspace: Workspace, shared_data: Path
) -> None:
    file = shared_data / "tickets" / "uci_incident_event_log.csv"
    result = import_file(workspace, file)
    assert (result.rows, result.tickets, result.events) == (141_712, 24_918, 141_712)
    mean, resolved = _figure(workspace, "resolution_hours")
    assert resolved == 23_362
    assert mean == pytest.approx(178.171582056331)
    assert _count(workspace, "tickets WHERE map_contains(extra, 'category.2')") > 24_000
    assert _count(workspace, "row_problems WHERE value = '-100'") == 5
    again = import_file(workspace, file)
    assert again.unchanged
    assert again.batch == result.batch
    rebuild(workspace)
    assert _figure(workspace, "resolution_hours") == (pytest.approx(mean), resolved)
    undo(workspace, result.batch)
    assert _figure(workspace, "ticket_count") == (0, 0)
    assert _count(workspace, "events") == 0
