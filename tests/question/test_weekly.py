"""Whole weeks of the data, and the weekly sums of slices."""

from datetime import date, datetime, timedelta

import numpy as np
import pytest

from fixtures_cases import table
from fixtures_facts import put, ticket
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.weekly import Weeks, scanned_until, summed, weekly, whole_weeks

FEBRUARY_ON = Weeks(date(2026, 2, 2), 6)


@table("question/whole_weeks.csv", ["first", "last", "as_of", "monday", "weeks", "until"])
def test_a_week_is_whole_when_all_of_its_days_are_in_the_data(
    first: str, last: str, as_of: str, monday: str, weeks: str, until: str, workspace: Workspace
) -> None:
    ends = [datetime.fromisoformat(day) + timedelta(hours=23) for day in (first, last)]
    put(workspace.warehouse, "tickets", [ticket(n, at) for n, at in enumerate(ends)])
    as_of_day = date.fromisoformat(as_of) if as_of else None
    expected = Weeks(date.fromisoformat(monday), int(weeks)) if monday else None
    assert whole_weeks(workspace, as_of_day) == expected
    assert scanned_until(workspace, as_of_day) == date.fromisoformat(until)


def test_without_valid_tickets_there_are_no_weeks(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", [ticket(n, datetime(2026, 3, 1 + n), valid=False) for n in range(20)])
    assert whole_weeks(workspace, None) is None
    assert scanned_until(workspace, date(2026, 3, 9)) is None


@pytest.mark.parametrize(
    ("weeks", "end"), [(FEBRUARY_ON, date(2026, 3, 16)), (Weeks(date(2026, 2, 2), 3, 28), date(2026, 4, 27))]
)
def test_weeks_end_with_the_day_after_the_last(weeks: Weeks, end: date) -> None:
    assert weeks.end == end
    assert weeks.period == Period(date(2026, 2, 2), end)


def test_tickets_of_each_week_by_slice(twelve_workspace: Workspace) -> None:
    numerators, denominators = weekly(twelve_workspace, "ticket_count", ("product",), FEBRUARY_ON)
    assert {key: series.tolist() for key, series in numerators.items()} == {
        ("A",): [2, 1, 0, 0, 2, 1],
        ("B",): [0, 0, 1, 0, 1, 0],
        ("",): [0, 0, 0, 0, 0, 1],
    }
    assert {tuple(series) for series in denominators.values()} == {(1.0,) * 6}


def test_a_rate_has_the_units_of_each_week(twelve_workspace: Workspace) -> None:
    numerators, denominators = weekly(twelve_workspace, "failure_rate", ("product",), FEBRUARY_ON)
    assert numerators["A",].tolist() == [2, 0, 0, 0, 2, 0]
    # From 23 February to 1 March: six days of 100 units, one of 200.
    shared = 100 * 6 / 28 + 200 / 31
    assert denominators["A",] == pytest.approx([25, 25, 25, shared, 200 * 7 / 31, 200 * 7 / 31])
    assert denominators["B",] == pytest.approx(denominators["A",] / 2)


def test_weeks_outside_the_data_are_empty_and_filters_hold(twelve_workspace: Workspace) -> None:
    before = Weeks(date(2026, 1, 19), 4)
    numerators, _ = weekly(twelve_workspace, "ticket_count", (), before, [Filter.read("province=北京")])
    assert {key: series.tolist() for key, series in numerators.items()} == {(): [0, 0, 2, 0]}


def test_a_table_by_fewer_dimensions_has_their_sums() -> None:
    by_both = {
        ("A", "北京"): np.array([1.0, 2.0]),
        ("A", "上海"): np.array([10.0, 20.0]),
        ("B", "北京"): np.array([5.0, 0.0]),
    }
    dims = ("product", "province")
    assert {k: v.tolist() for k, v in summed(by_both, dims, ("product",)).items()} == {("A",): [11, 22], ("B",): [5, 0]}
    assert {k: v.tolist() for k, v in summed(by_both, dims, ()).items()} == {(): [16, 22]}
    assert list(summed(by_both, dims, ("province", "product"))) == [("北京", "A"), ("上海", "A"), ("北京", "B")]
    assert by_both["A", "北京"].tolist() == [1.0, 2.0], "the table itself stays as it was"
