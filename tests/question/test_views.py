"""Counts of views by hand: filters, spans, values above a figure, bands of numbers; and the rows of many dimensions."""

from datetime import date

import numpy as np
import pytest

from fixtures_cases import table
from zhenyin.core.errors import Invalid, NotFound, TooMany
from zhenyin.dimensions import FAULT_DIMENSIONS, explaining
from zhenyin.question import cube as cubes
from zhenyin.question.cube import cube, rows
from zhenyin.question.daily_counts import daily_counts
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.source_columns import candidate_dimensions
from zhenyin.question.view_counts import View, ViewCounts, is_quantile, is_row_count, view_counts
from zhenyin.warehouse.gateway import Warehouse

TODAY = date(2026, 3, 19)
FEBRUARY, MARCH = (Period(date(2026, m, 1), date(2026, m + 1, 1)) for m in (2, 3))


def _view(period: str, where: str, above: str) -> View:
    filters = tuple(Filter.read(text) for text in where.split(";") if text)
    return View(Period.read(period, TODAY), filters, float(above) if above else None)


def _by_value(found: ViewCounts, view: int = 0) -> dict[str, float]:
    named = [found.values[0][code] for code in found.codes[:, 0].tolist()]
    return dict(zip(named, found.totals[view].tolist(), strict=True))


@table("question/views.csv", ["metric", "period", "where", "above", "count"])
def test_a_view_counts_what_one_counts_by_hand(
    metric: str, period: str, where: str, above: str, count: str, twelve: Warehouse
) -> None:
    view = _view(period, where, above)
    assert view_counts(twelve, metric, (), [view]).totals[0].tolist() == [int(count)]
    # Beside another view that takes in more rows, it counts the same.
    assert [total.sum() for total in view_counts(twelve, metric, ("province",), [View(None), view]).totals][1] == int(
        count
    )
    # Day by day it counts the same within the days that are wanted, whatever span the view has.
    days = view.period or Period(date(2026, 1, 1), date(2026, 4, 1))
    assert daily_counts(twelve, metric, days, [view]).sum() == int(count)


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ([0, 1, 2], {"0..0": 4, "1..1": 5, "2..": 3}),
        ([1, 5], {"..0": 4, "1..4": 8}),
        ([7], {"..6": 12}),
        ([], {"..": 12}),
    ],
)
def test_a_band_is_named_by_its_filter(starts: list[int], expected: dict[str, float], twelve: Warehouse) -> None:
    found = view_counts(twelve, "ticket_count", ("weekday",), [View(None)], bands={"weekday": starts})
    assert _by_value(found) == expected
    for band, count in expected.items():
        own = View(None, (Filter.read(f"weekday={band}"),))
        assert view_counts(twelve, "ticket_count", (), [own]).totals[0].tolist() == [count]


def test_a_band_of_what_nobody_knows_is_unknown(twelve: Warehouse) -> None:
    found = view_counts(twelve, "ticket_count", ("age",), [View(None)], bands={"age": [4, 12]})
    assert (found.values, _by_value(found)) == ([[""]], {"": 12})


@pytest.mark.parametrize(
    ("metric", "dims", "row_count", "quantile"),
    [
        ("ticket_count", ("product", "fault"), True, False),
        ("failure_rate", ("product", "fault"), True, False),
        ("complaint_share", ("team",), True, False),
        ("resolution_hours_p90", ("product",), False, True),
        ("resolution_hours", ("product",), False, False),
        ("customer_count", ("product",), False, False),
        ("backlog", (), False, False),
        ("overdue_rate", (), False, False),
        ("repurchase_rate", ("product",), False, False),
        ("churn_rate", ("fault",), False, False),
    ],
)
def test_what_is_counted_so_is_rows_or_values_of_rows(
    metric: str, dims: tuple[str, ...], row_count: bool, quantile: bool
) -> None:
    assert (is_row_count(metric, dims), is_quantile(metric, dims)) == (row_count, quantile)


def test_values_that_are_too_many_keep_their_order_and_their_unknown(
    twelve: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhenyin.question.view_counts._VOCABULARY_LIMIT", 2)
    found = view_counts(twelve, "ticket_count", ("customer", "product"), [View(None), View(MARCH)])
    assert found.values == [["", *(f"c{n}" for n in range(1, 9))], ["", "A", "B"]]
    assert _totals(found, 0) == {1: 3, 2: 2, 3: 1, 4: 2, 5: 1, 6: 1, 7: 1, 8: 1}
    assert _totals(found, 1) == {1: 1, 2: 1, 4: 2, 5: 1, 6: 1, 7: 1, 8: 1}


def _totals(found: ViewCounts, view: int) -> dict[int, float]:
    sums = np.bincount(found.codes[:, 0], found.totals[view])
    return {code: float(total) for code, total in enumerate(sums.tolist()) if total}


def test_rows_have_one_number_for_each_combination_and_week_that_has_any(twelve: Warehouse) -> None:
    found = rows(twelve, "ticket_count", ("product", "province"))
    assert found.values == [["", "A", "B"], ["", "上海", "北京"]]
    assert found.buckets == [date(2026, 2, 2 + 7 * n) for n in range(4)] + [date(2026, 3, d) for d in (2, 9, 16)]
    named = {
        (found.values[0][a], found.values[1][b], found.buckets[week].isoformat()): total
        for (a, b), week, total in zip(found.codes.tolist(), found.bucket.tolist(), found.total.tolist(), strict=True)
    }
    assert len(named) == len(found.total) == 11
    assert {key: n for key, n in named.items() if n > 1} == {("A", "北京", "2026-02-02"): 2}
    assert found.total.sum() == 12


def test_rows_of_a_period_and_a_grain_are_those_of_the_cube(twelve: Warehouse) -> None:
    found = rows(twelve, "complaint_share", ("product",), period=MARCH, grain="month")
    dense = cube(twelve, "complaint_share", ("product",), period=MARCH, grain="month")
    assert found.buckets == dense.buckets == [date(2026, 3, 1)]
    assert {
        found.values[0][code]: total
        for (code,), total in zip(found.codes.tolist(), found.total.tolist(), strict=True)
        if total
    } == {dense.where(leaf)["product"]: n for leaf, n in enumerate(dense.numerator[:, 0].tolist()) if n}


def test_what_is_no_sum_has_no_rows_and_an_empty_warehouse_none(twelve: Warehouse, warehouse: Warehouse) -> None:
    for metric in ("customer_count", "backlog", "resolution_hours_p90"):
        with pytest.raises(Invalid, match="metric-has-no-sums"):
            rows(twelve, metric, ("product",))
    empty = rows(warehouse, "ticket_count", ("product",))
    assert (empty.codes.shape, empty.total.tolist(), empty.buckets, empty.values) == ((0, 1), [], [], [[]])


def test_a_cube_that_would_be_too_large_is_refused(twelve: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cubes, "MAX_NUMBERS", 3 * 45 - 1)
    assert cube(twelve, "ticket_count", ("product",), grain="week").numerator.shape == (3, 7)
    with pytest.raises(TooMany) as refused:
        cube(twelve, "ticket_count", ("product",), grain="day")
    assert refused.value.code == "cube-too-large"
    assert "3 combinations in 45 buckets" in refused.value.words.en


def test_units_have_no_hour_and_are_shared_by_all_hours(twelve: Warehouse) -> None:
    found = cube(twelve, "failure_rate", ("product", "hour"), period=FEBRUARY, grain="month")
    assert found.shared == ("hour",)
    # 27 of 28 days of 50 and of 100 units; the ones of B have no ticket, and so no hour of their own.
    units = {found.where(leaf)["product"]: found.denominator[leaf, 0] for leaf in range(len(found.codes))}
    assert units["A"] == pytest.approx(100 * 27 / 28)


def test_a_cube_by_a_dimension_that_nobody_knows_is_refused(twelve: Warehouse) -> None:
    with pytest.raises(NotFound, match="dimension-unknown"):
        cube(twelve, "ticket_count", ("colour",))


def test_a_cube_under_way_says_so(twelve: Warehouse) -> None:
    assert cube(twelve, "ticket_count", ()).incomplete
    assert not cube(twelve, "ticket_count", (), period=FEBRUARY, grain="month").incomplete
    assert not cube(twelve, "ticket_count", (), grain="day").incomplete


def test_the_dimensions_that_may_explain_are_those_of_tickets_then_of_sources_then_faults(warehouse: Warehouse) -> None:
    found = candidate_dimensions(warehouse)
    assert found[-len(FAULT_DIMENSIONS) :] == tuple(FAULT_DIMENSIONS)
    assert set(found) == set(explaining("occurrence"))
