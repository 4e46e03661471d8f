"""The calendar: holidays as published for 2025 and 2026, sales by their dates, and what derives from both."""

import ast
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

import zhenyin
from fixtures_cases import table
from zhenyin.forecast import calendar
from zhenyin.forecast.calendar import EVENTS, NAMES, day_kinds, effective_spans, events, is_workday, week_covariates
from zhenyin.process.working_hours import working_time
from zhenyin.question.period import Period
from zhenyin.question.weekly import Weeks

PACKAGE = Path(zhenyin.__file__).parent
HOME = "forecast/calendar.py"
# The simulated company lives by dates of its own: what is found in it was not put there by the calendar that explains it.
SIMULATED = "demo/seasons.py"
SALE_DAYS = {(6, 1), (6, 18), (6, 20), (11, 1), (11, 11)}
AFTER_2026 = [date(calendar.holidays_published_until().year + 1, 1, 1) + timedelta(days=n) for n in range(365)]


@table("forecast/days.csv", ["day", "workday", "kinds"])
def test_a_day_is_of_the_kinds_that_were_published(day: str, workday: str, kinds: str) -> None:
    one = date.fromisoformat(day)
    marked = dict(zip(NAMES, day_kinds([one])[0].tolist(), strict=True))
    assert [name for name in EVENTS if marked[name]] == kinds.split()
    assert [name for name in NAMES[:7] if marked[name]] == [f"weekday{one.weekday()}"]
    assert is_workday(one) is (workday == "yes")
    assert working_time(one, one, "09:00-18:00", "Asia/Shanghai").days == (workday == "yes",)


@table("forecast/weeks.csv", ["monday", "spring", "off", "promoted"])
def test_a_week_has_so_many_days_of_each_kind(monday: str, spring: str, off: str, promoted: str) -> None:
    assert week_covariates(Weeks(date.fromisoformat(monday), 1)).tolist() == [[int(spring), int(off), int(promoted)]]


def test_weeks_and_days_are_of_one_calendar() -> None:
    """Days of 春节 and weekdays of 假期 are as many in the weeks of ten years as one by one."""
    weeks = Weeks(date(2017, 1, 2), 521)
    days = [weeks.first + timedelta(days=n) for n in range(7 * weeks.count)]
    kinds = day_kinds(days).reshape(weeks.count, 7, len(NAMES))
    by_week = week_covariates(weeks)
    assert by_week[:, 0].tolist() == kinds[:, :, NAMES.index("春节")].sum(axis=1).tolist()
    assert by_week[:, 1].tolist() == kinds[:, :5, NAMES.index("假期")].sum(axis=1).tolist()
    assert by_week[:, 2].sum() == 10 * (20 + 11)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 11, 1), date(2026, 12, 10), [("双11", date(2026, 11, 11), date(2026, 11, 25))]),
        (date(2026, 11, 20), date(2026, 11, 22), [("双11", date(2026, 11, 20), date(2026, 11, 23))]),
        (date(2026, 11, 1), date(2026, 11, 10), []),
        (date(2025, 9, 30), date(2025, 10, 31), [("国庆节、中秋节", date(2025, 10, 1), date(2025, 10, 9))]),
        (
            date(2026, 6, 15),
            date(2026, 7, 15),
            [("端午节", date(2026, 6, 19), date(2026, 6, 22)), ("618", date(2026, 6, 18), date(2026, 7, 2))],
        ),
        (date(2026, 2, 20), date(2026, 3, 1), [("春节", date(2026, 2, 20), date(2026, 2, 24))]),
        (date(2026, 2, 24), date(2026, 3, 1), []),
    ],
)
def test_events_are_shown_with_the_days_in_which_tickets_differ(
    first: date, last: date, expected: list[tuple[str, date, date]]
) -> None:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert [(event.title.zh, span.start, span.end) for event, span in effective_spans(days)] == expected


def test_an_event_has_days_of_its_own_and_days_after_it() -> None:
    spring, sale = events(date(2026, 2, 20), date(2026, 2, 20))[0], events(date(2026, 11, 2), date(2026, 11, 2))[0]
    assert (spring.kind, spring.title.en) == ("holiday", "Spring Festival")
    assert spring.own == Period(date(2026, 2, 15), date(2026, 2, 24))
    assert spring.after == Period(date(2026, 2, 24), date(2026, 2, 26))
    assert (sale.kind, sale.title.en) == ("promotion", "Singles' Day")
    assert sale.own == Period(date(2026, 11, 1), date(2026, 11, 12))
    assert sale.after == Period(date(2026, 11, 11), date(2026, 11, 25))


def test_an_event_is_found_on_each_of_its_days_and_on_no_other() -> None:
    for event in events(date(2025, 1, 1), date(2026, 12, 31)):
        end = max(event.own.end, event.after.end)
        assert event in events(event.own.start, event.own.start)
        assert event in events(end - timedelta(days=1), end)
        assert event not in events(end, end + timedelta(days=1))
        assert event not in events(event.own.start - timedelta(days=2), event.own.start - timedelta(days=1))


def test_beyond_what_is_published_there_are_weekends_and_sales_only_and_it_is_said() -> None:
    assert calendar.holidays_published_until() >= date(2026, 12, 31)
    kinds = day_kinds(AFTER_2026)
    for name in ("春节", "假期", "调休"):
        assert kinds[:, NAMES.index(name)].sum() == 0
    assert [kinds[:, NAMES.index(name)].sum() for name in ("618", "双11")] == [14, 14]
    assert [day for day in AFTER_2026 if is_workday(day)] == [day for day in AFTER_2026 if day.weekday() < 5]
    last_monday = AFTER_2026[0] + timedelta(days=-AFTER_2026[0].weekday() % 7)
    assert week_covariates(Weeks(last_monday, 51))[:, :2].sum() == 0
    assert working_time(AFTER_2026[0], AFTER_2026[1], "09:00-18:00", "Asia/Shanghai").holidays_until == (
        calendar.holidays_published_until()
    )


def test_no_days_have_no_kinds() -> None:
    assert day_kinds([]).shape == (0, len(NAMES))


def test_only_the_calendar_knows_holidays_and_the_dates_of_sales() -> None:
    found = {path: list(_dates(path)) for path in sorted(PACKAGE.rglob("*.py"))}
    known = {path.relative_to(PACKAGE).as_posix(): dates for path, dates in found.items() if dates}
    assert set(known) - {SIMULATED} == {HOME}
    assert {"chinese_calendar", "618", "双11", "(6, 18)", "(11, 11)"} <= set(known[HOME]), (
        "the check sees what it looks for"
    )


def _dates(path: Path) -> Iterator[str]:
    """What a module knows of holidays and sales by itself: the package of holidays, names of sales, their days."""
    tree = ast.parse(path.read_text("utf-8"))
    described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("chinese_calendar"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("chinese_calendar"):
            yield "chinese_calendar"
        elif (
            isinstance(node, ast.Constant)
            and node.value in ("618", "双11", "06-18", "11-11")
            and id(node) not in described
        ):
            yield str(node.value)
        elif isinstance(node, ast.Tuple) and _numbers(node.elts) in SALE_DAYS:
            yield str(_numbers(node.elts))
        elif isinstance(node, ast.Call) and _numbers(node.args[-2:]) in SALE_DAYS and "date" in ast.unparse(node.func):
            yield ast.unparse(node)


def _numbers(nodes: list[ast.expr]) -> tuple[object, ...]:
    return tuple(node.value for node in nodes if isinstance(node, ast.Constant))
