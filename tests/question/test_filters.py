"""What a filter keeps, the unknown included, and what it leaves."""

from datetime import datetime

import pytest

from fixtures_facts import put, ticket
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.service import answer
from zhenyin.warehouse.gateway import Warehouse


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("product=A", {"A"}),
        ("product=A,", {"A", None}),
        ("product=", {None}),
        ("product!=A", {"B", None}),
        ("product!=A,", {"B"}),
        ("product!=", {"A", "B"}),
    ],
)
def test_an_empty_value_is_the_unknown_in_either_direction(
    warehouse: Warehouse, text: str, kept: set[str | None]
) -> None:
    names = ("A", "B", None)
    put(warehouse, "tickets", [ticket(i, datetime(2026, 3, 1), product=name) for i, name in enumerate(names)])
    told = answer(warehouse, Question(("ticket_count",), ("product",), (Filter.read(text),)))
    assert {cell.at["product"] for cell in told.cells} == kept
