"""Real exports come in with no mapping written by hand, and their figures are right."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file, undo
from zhenyin.flows.rebuild import rebuild
from zhenyin.job.workspace import House, opened
from zhenyin.question.models import Question
from zhenyin.question.service import answer


@pytest.fixture
def house(settings: Settings) -> Iterator[House]:
    with opened(settings) as house:
        yield house


def _figure(house: House, metric: str) -> tuple[float | None, int]:
    only = answer(house.warehouse, Question((metric,))).cells[0].estimate
    return only.value, only.n


def _count(house: House, sql: str) -> int:
    return int(house.warehouse.query(f"SELECT count(*) AS n FROM {sql}")["n"][0].as_py())


@pytest.mark.parametrize(
    ("name", "rows", "events"),
    [
        ("car_complaints_gb18030.csv", 600, 0),
        ("hotline_messages.xlsx", 4_326, 0),
        ("hotline_replies.xlsx", 2_816, 0),
    ],
)
def test_a_table_of_tickets_comes_in_whole(house: House, shared_data: Path, name: str, rows: int, events: int) -> None:
    result = import_file(house, shared_data / "tickets" / name)
    assert (result.rows, result.tickets, result.events) == (rows, rows, events)
    assert _figure(house, "ticket_count") == (rows, rows)


def test_the_time_of_a_reply_is_the_first_response(house: House, shared_data: Path) -> None:
    import_file(house, shared_data / "tickets" / "hotline_replies.xlsx")
    assert _count(house, "tickets WHERE first_response_at >= created_at") > 2_700


def test_an_event_log_becomes_tickets_with_their_steps_and_survives_undo_and_rebuild(
    house: House, shared_data: Path
) -> None:
    file = shared_data / "tickets" / "uci_incident_event_log.csv"
    result = import_file(house, file)
    assert (result.rows, result.tickets, result.events) == (141_712, 24_918, 141_712)
    mean, resolved = _figure(house, "resolution_hours")
    assert resolved == 23_362
    assert mean == pytest.approx(178.171582056331)
    assert _count(house, "tickets WHERE map_contains(extra, 'category.2')") > 24_000
    assert _count(house, "row_problems WHERE value = '-100'") == 5
    again = import_file(house, file)
    assert again.unchanged
    assert again.batch == result.batch
    rebuild(house)
    assert _figure(house, "resolution_hours") == (pytest.approx(mean), resolved)
    undo(house, result.batch)
    assert _figure(house, "ticket_count") == (0, 0)
    assert _count(house, "events") == 0
