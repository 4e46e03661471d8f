"""Periods as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import dates, integers

from fixtures_cases import table
from zhenyin.core.errors import Invalid
from zhenyin.question.period import Period

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("2025-Q4", date(2025, 10, 1), date(2026, 1, 1)),
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1)),
        ("2026-W09", date(2026, 2, 23), date(2026, 3, 2)),
        ("2026-W10", date(2026, 3, 2), date(2026, 3, 9)),
        ("2026-03-05", date(2026, 3, 5), date(2026, 3, 6)),
        ("2025-01..2025-07", date(2025, 1, 1), date(2025, 8, 1)),
        ("last-2-weeks", date(2026, 2, 16), date(2026, 3, 2)),
        ("last-30-days", date(2026, 2, 3), date(2026, 3, 5)),
        ("last 2 weeks", date(2026, 2, 16), date(2026, 3, 2)),
        (" last  1 week ", date(2026, 2, 23), date(2026, 3, 2)),
        ("last 1 day", date(2026, 3, 4), date(2026, 3, 5)),
        ("last month", date(2026, 2, 1), date(2026, 3, 1)),
        ("2025-01 .. 2025-07", date(2025, 1, 1), date(2025, 8, 1)),
        ("this-month", date(2026, 3, 1), date(2026, 4, 1)),
        ("last-month", date(2026, 2, 1), date(2026, 3, 1)),
    ],
)
def test_a_period_is_read(text: str, start: date, end: date) -> None:
    assert Period.read(text, TODAY) == Period(start, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "gestern",
        "last 2 years",
        "last two weeks",
        "20 25",
        "all..2025",
        "2025-13",
        "2025-W60",
        "2025-02-30",
        "2025-05..2025-01",
        "..2025",
    ],
)
def test_what_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(Invalid, match="period-unreadable"):
        Period.read(text, TODAY)


def test_the_previous_of_a_month_is_the_month_before_though_it_is_shorter() -> None:
    assert Period(date(2026, 3, 1), date(2026, 4, 1)).previous() == Period(date(2026, 2, 1), date(2026, 3, 1))
    assert Period(date(2026, 3, 3), date(2026, 3, 10)).previous() == Period(date(2026, 2, 24), date(2026, 3, 3))


def test_a_week_a_year_before_has_the_same_weekdays_and_a_leap_day_does_not_fail() -> None:
    week = Period.read("2026-W09", TODAY)
    assert week is not None
    assert week.year_before().start.weekday() == 0
    assert Period(date(2024, 2, 29), date(2024, 3, 1)).year_before().start == date(2023, 2, 28)


@table("question/periods.csv", ["start", "end", "previous", "previous_end", "year_before", "year_before_end"])
def test_the_spans_compared_with(
    start: str, end: str, previous: str, previous_end: str, year_before: str, year_before_end: str
) -> None:
    days = [date.fromisoformat(text) for text in (start, end, previous, previous_end, year_before, year_before_end)]
    period = Period(days[0], days[1])
    assert (period.previous(), period.year_before()) == (Period(days[2], days[3]), Period(days[4], days[5]))
    assert period.days == (days[1] - days[0]).days


@table("question/period_texts.csv", ["text", "today", "start", "end"])
def test_a_text_is_the_span_that_people_mean_by_it(text: str, today: str, start: str, end: str) -> None:
    if start == "!":
        with pytest.raises(Invalid, match="period-unreadable"):
            Period.read(text, date.fromisoformat(today))
        return
    expected = Period(date.fromisoformat(start), date.fromisoformat(end)) if start else None
    assert Period.read(text, date.fromisoformat(today)) == expected


@given(start=dates(date(2, 1, 1), date(9990, 1, 1)), days=integers(1, 300))
def test_the_spans_compared_with_are_as_long_and_end_before(start: date, days: int) -> None:
    period = Period(start, start + timedelta(days=days))
    before, year = period.previous(), period.year_before()
    whole_months = start.day == period.end.day == 1
    assert before.end == start
    assert whole_months or before.days == period.days
    assert 363 <= (start - year.start).days <= 366
    # A leap day in only one of them, or at an end of them, is the only difference.
    assert abs(year.days - period.days) <= 1
    assert Period.read(f"{start.isoformat()}..{(period.end - timedelta(days=1)).isoformat()}", TODAY) == period


@pytest.mark.parametrize("end", [date(1, 2, 1), date(1, 1, 8), date(1, 1, 3)])
def test_before_the_first_year_there_is_nothing_to_compare_with(end: date) -> None:
    for compared in (Period(date(1, 1, 1), end).previous, Period(date(1, 1, 1), end).year_before):
        with pytest.raises(Invalid, match="period-too-early"):
            compared()
