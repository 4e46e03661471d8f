"""What a filter keeps, the unknown included, and what it leaves."""

from datetime import date, datetime

import pytest

from fixtures_cases import table, value
from fixtures_facts import put, ticket
from zhenyin.dimensions import DIMENSIONS
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
    found = answer(warehouse, Question(("ticket_count",), ("product",), (Filter.read(text),)))
    assert {cell.at["product"] for cell in found.cells} == kept


@table("question/filters.csv", ["text", "dimension", "op", "values"])
def test_the_text_of_a_filter_is_read_and_written_back(text: str, dimension: str, op: str, values: str) -> None:
    found = Filter.read(text)
    assert (found.dimension, found.op, list(found.values)) == (dimension, op, value(values))
    assert str(found) == text


@table("question/filters.csv", ["text", "dimension", "covers", "leaves_out"])
def test_a_filter_of_time_covers_whole_days(text: str, dimension: str, covers: str, leaves_out: str) -> None:
    wanted, found = DIMENSIONS.get(dimension), Filter.read(text)
    for days, inside in ((covers, True), (leaves_out, False)):
        for day in days.split():
            assert wanted is not None
            assert found.covers(date.fromisoformat(day), wanted) is inside, day


def test_a_slice_is_one_filter_for_each_dimension() -> None:
    assert Filter.of_slice({"model": "W1", "province": ""}) == [Filter.read("model=W1"), Filter.read("province=")]


def test_a_day_is_always_known_so_that_no_filter_for_the_unknown_covers_it() -> None:
    weekday, day = DIMENSIONS["weekday"], date(2026, 3, 1)
    assert Filter("weekday", "not null").covers(day, weekday)
    assert not Filter("weekday", "is null").covers(day, weekday)
    assert [str(Filter("model", op)) for op in ("is null", "not null")] == ["model=", "model!="]
