"""One pass counts what as many questions would."""

from datetime import date, datetime

import numpy as np
import pytest

from fixtures_facts import put, ticket
from zhenyin.question.cube import cube
from zhenyin.question.daily_counts import daily_counts
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.view_counts import View, ViewCounts, is_row_count, view_counts
from zhenyin.warehouse.gateway import Warehouse

MARCH, JANUARY = (Period(date(2026, m, 1), date(2026, m + 1, 1)) for m in (3, 1))
DIMS = ("product", "province")


@pytest.fixture
def quarter(warehouse: Warehouse) -> Warehouse:
    """Tickets of January to March; some are invalid, some duplicates, some without a province."""
    dice = np.random.default_rng(3)
    made = []
    for number in range(300):
        at = datetime(2026, 1 + number % 3, 1 + number % 28, 23 if number % 5 else 0)
        given = {"product": str(dice.choice(["A", "B"])), "province": [None, "北京", "上海"][int(dice.integers(3))]}
        made.append(ticket(number, at, **given, valid=number % 11 > 0, duplicate_of="1" if number % 13 == 0 else None))
    put(warehouse, "tickets", made)
    return warehouse


def _by_slice(found: ViewCounts, view: int) -> dict[tuple[str, ...], float]:
    named = [tuple(found.values[i][c] for i, c in enumerate(codes)) for codes in found.codes.tolist()]
    return {key: n for key, n in zip(named, found.totals[view].tolist(), strict=True) if n}


def _answered(warehouse: Warehouse, view: View) -> dict[tuple[str, ...], float]:
    sums = cube(warehouse, "ticket_count", DIMS, period=view.period, grain="year", filters=view.filters)
    return {tuple(sums.where(i).values()): float(n) for i, n in enumerate(sums.numerator.sum(axis=1)) if n}


def test_each_view_has_the_counts_of_a_cube_of_its_own(quarter: Warehouse) -> None:
    only = (Filter.read("product=B"),)
    views = [
        View(MARCH),
        View(JANUARY),
        View(MARCH, only),
        View(JANUARY, only),
        View(MARCH, (Filter.read("province="),)),
    ]
    found = view_counts(quarter, "ticket_count", DIMS, views)
    for number, view in enumerate(views):
        assert _by_slice(found, number) == _answered(quarter, view) != {}


def test_what_lies_between_two_spans_is_no_leaf(quarter: Warehouse) -> None:
    found = view_counts(quarter, "ticket_count", (*DIMS, "month"), [View(MARCH), View(JANUARY)])
    assert set(found.values[2]) == {"", "2026-01-01", "2026-03-01"}


def test_values_too_many_to_look_for_one_by_one_are_counted_all_the_same(
    quarter: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    coded = view_counts(quarter, "ticket_count", DIMS, [View(None)])
    monkeypatch.setattr("zhenyin.question.view_counts._VOCABULARY_LIMIT", 1)
    assert _by_slice(view_counts(quarter, "ticket_count", DIMS, [View(None)]), 0) == _by_slice(coded, 0)


def test_without_dimensions_there_is_one_number(quarter: Warehouse) -> None:
    found = view_counts(quarter, "ticket_count", (), [View(MARCH)])
    assert found.totals[0].tolist() == list(_answered_whole(quarter))


def _answered_whole(warehouse: Warehouse) -> list[float]:
    return cube(warehouse, "ticket_count", (), period=MARCH, grain="year").numerator.sum(axis=1).tolist()


def test_an_empty_warehouse_has_no_leaves(warehouse: Warehouse) -> None:
    assert view_counts(warehouse, "ticket_count", DIMS, [View(MARCH)]).codes.shape == (0, 2)


def test_only_numbers_of_rows_are_counted_so() -> None:
    assert is_row_count("ticket_count", DIMS)
    assert not is_row_count("resolution_hours", DIMS)
    assert not is_row_count("customer_count", DIMS)
    assert not is_row_count("backlog", DIMS)


def test_the_days_of_several_slices_are_those_that_each_has_alone(quarter: Warehouse) -> None:
    days = Period(date(2026, 1, 10), date(2026, 3, 20))
    filters_of = [
        (),
        (Filter("product", "in", ("A",)),),
        (Filter("product", "in", ("A",)), Filter("province", "not null")),
    ]
    found = daily_counts(quarter, "ticket_count", days, [View(None, filters) for filters in filters_of])
    assert found.shape == (3, days.days)
    for counts, filters in zip(found, filters_of, strict=True):
        alone = cube(quarter, "ticket_count", (), period=days, grain="day", filters=filters)
        at = [(day - days.start).days for day in alone.buckets]
        assert counts[at].tolist() == alone.numerator.sum(axis=0).tolist()
        assert counts.sum() == alone.numerator.sum() > 0


def test_a_warehouse_without_tickets_has_no_days(warehouse: Warehouse) -> None:
    assert daily_counts(warehouse, "ticket_count", MARCH, [View(None)]).sum() == 0
