"""A stock is cut by when its tickets began, whatever moment brings them into it."""

from datetime import datetime, timedelta

import pytest

from fixtures_facts import put, ticket
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.service import answer
from zhenyin.warehouse.gateway import Warehouse

MONDAY = datetime(2026, 3, 2, 22)
OPEN = 10


@pytest.fixture
def late(warehouse: Warehouse) -> Warehouse:
    """Of ten tickets of a Monday evening six are past due since Tuesday morning; a solved one tells when the data ends."""
    due = [MONDAY + timedelta(hours=12 if number < 6 else 900) for number in range(OPEN)]
    made = [ticket(number, MONDAY, resolution_due_at=at) for number, at in enumerate(due)]
    ended = MONDAY + timedelta(days=10)
    put(warehouse, "tickets", [*made, ticket(OPEN, ended, resolved_at=ended, ended_at=ended)])
    return warehouse


@pytest.mark.parametrize(("cut", "value"), [("weekday", 0), ("hour", 22), ("month", MONDAY.date().replace(day=1))])
def test_a_share_of_a_stock_has_both_its_parts_in_one_cell(late: Warehouse, cut: str, value: object) -> None:
    cells = answer(late, Question(("overdue_rate",), (cut,))).cells
    sums = {cell.at[cut]: (cell.estimate.numerator, cell.estimate.denominator) for cell in cells}
    assert {at: parts for at, parts in sums.items() if parts[0]} == {value: (6, OPEN)}


def test_a_filter_of_a_stock_is_about_the_same_moment(late: Warehouse) -> None:
    query = Question(("overdue_rate",), filters=(Filter("weekday", "in", ("0",)),))
    assert answer(late, query).cells[0].estimate.value == pytest.approx(0.6)
