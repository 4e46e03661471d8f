"""The cube has the same figures as the answers."""

from datetime import date, datetime

import numpy as np
import pytest

from fixtures_facts import in_service, put, ticket
from zhenyin.core.errors import Invalid
from zhenyin.question.cube import cube
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.service import answer
from zhenyin.warehouse.gateway import Warehouse


@pytest.fixture
def four_weeks(warehouse: Warehouse) -> Warehouse:
    """Tickets of two products in two provinces from 2 to 29 March 2026, four weeks from Monday to Sunday."""
    dice = np.random.default_rng(1)
    made = []
    for number in range(200):
        at = datetime(2026, 3, 2 + number % 28, 12)
        made.append(
            ticket(
                number,
                at,
                product=str(dice.choice(["A", "B"])),
                province=[None, "北京", "上海"][int(dice.integers(3))],
                fault=str(dice.choice(["x", "y"])),
                resolved_at=at.replace(hour=12 + int(dice.integers(1, 10))),
            )
        )
    put(warehouse, "tickets", made)
    put(warehouse, "exposure", [in_service(date(2026, 3, 1), 310 * (1 + (p == "B")), product=p) for p in "ABC"])
    return warehouse


def test_a_cube_of_counts_has_the_counts_of_the_answer(four_weeks: Warehouse) -> None:
    got = cube(four_weeks, "ticket_count", ("product", "province"))
    answered = answer(four_weeks, Question(("ticket_count",), ("product", "province"), grain="week"))
    assert got.values == [["A", "B"], ["", "上海", "北京"]]
    assert got.buckets == [date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 23)]
    assert not got.incomplete
    found = {
        (first, *got.where(leaf).values()): got.numerator[leaf, i]
        for leaf in range(len(got.codes))
        for i, first in enumerate(got.buckets)
    }
    values = {(c.at["week"], c.at["product"], c.at["province"] or ""): c.estimate.value for c in answered.cells}
    assert found == values
    assert got.numerator.sum() == 200


def test_units_in_service_are_shared_by_dimensions_that_they_do_not_have(four_weeks: Warehouse) -> None:
    got = cube(four_weeks, "failure_rate", ("product", "fault"))
    assert got.shared == ("fault",)
    assert got.values[0] == ["A", "B", "C"]
    for leaf in range(len(got.codes)):
        units = {"A": 310, "B": 620, "C": 310}[got.where(leaf)["product"]]
        assert got.denominator[leaf] == pytest.approx(np.full(4, units * 7 / 31))


def test_a_mean_has_sums_rows_and_squares(four_weeks: Warehouse) -> None:
    got = cube(four_weeks, "resolution_hours", ())
    answered = answer(four_weeks, Question(("resolution_hours",))).cells[0].estimate
    assert got.denominator.sum() == answered.n == 200
    assert got.numerator.sum() / 200 == pytest.approx(answered.value)
    assert got.squares.sum() > got.numerator.sum() ** 2 / 200


def test_filters_keep_their_part_of_the_cube(four_weeks: Warehouse) -> None:
    whole = cube(four_weeks, "failure_rate", ("product",))
    part = cube(four_weeks, "failure_rate", ("product",), filters=(Filter("product", "in", ("B",)),))
    assert part.values == [["B"]]
    assert part.numerator[0] == pytest.approx(whole.numerator[1])
    assert part.denominator[0] == pytest.approx(whole.denominator[1])


def test_what_is_no_sum_has_no_cube(four_weeks: Warehouse) -> None:
    for metric in ("resolution_hours_median", "customer_count", "backlog"):
        with pytest.raises(Invalid, match="no sum"):
            cube(four_weeks, metric, ("product",))


def test_a_cube_of_nothing_is_empty(warehouse: Warehouse) -> None:
    got = cube(warehouse, "failure_rate", ("product",))
    assert got.numerator.shape == (0, 0)
    assert got.buckets == []
