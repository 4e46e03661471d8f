"""Working time is told alike by the expression and by hand; holidays and 调休 are in it."""

from datetime import date, datetime, timedelta

import pytest

from fixtures_facts import put
from zhenyin.core.errors import Invalid
from zhenyin.process.mining.working_time import WorkingTime
from zhenyin.process.working_hours import shifts, working_time
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

OFFICE = "09:00-12:00,13:00-18:00"


def company(zone: str = "Asia/Shanghai") -> WorkingTime:
    return working_time(date(2025, 9, 20), date(2025, 10, 20), OFFICE, zone)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2025-09-22 08:00", "2025-09-22 20:00", 8),  # an ordinary Monday
        ("2025-09-22 11:00", "2025-09-22 14:00", 2),  # the midday break is no work
        ("2025-09-28 09:00", "2025-09-28 18:00", 8),  # 调休: a Sunday that is worked
        ("2025-10-01 00:00", "2025-10-09 00:00", 0),  # National Day and Mid-Autumn
        ("2025-09-30 17:00", "2025-10-09 10:00", 2),
        ("2025-09-26 17:30", "2025-09-29 09:30", 9),  # over a weekend of which the Sunday is worked
    ],
)
def test_hours_between_two_moments(start: str, end: str, hours: float) -> None:
    moments = datetime.fromisoformat(start), datetime.fromisoformat(end)
    assert company().elapsed(*moments) == hours * 3600


def test_the_expression_gives_what_the_days_give(warehouse: Warehouse) -> None:
    first = datetime(2025, 9, 20)
    moments = [first + timedelta(minutes=47 * n) for n in range(31 * 24 * 60 // 47)]
    put(warehouse, "events", [{"ticket_id": "t:1", "at": moment} for moment in moments])
    events = table("events")
    rows = events.select(
        at=events["at"], worked=company().elapsed_expression(events["at"].epoch_seconds().cast("int64"))
    )
    for row in warehouse.query(rows).to_pylist():
        assert row["worked"] == company().elapsed(first, row["at"]), row["at"]


def test_outside_china_weekends_are_the_only_days_off() -> None:
    abroad = company("Europe/Berlin")
    assert abroad.holidays_until is None
    assert abroad.elapsed(datetime(2025, 10, 1), datetime(2025, 10, 4)) == 3 * 8 * 3600


def test_beyond_the_last_known_year_there_are_weekends_only() -> None:
    far = working_time(date(2090, 1, 1), date(2090, 1, 7), OFFICE, "Asia/Shanghai")
    assert far.days == tuple((date(2090, 1, 1) + timedelta(days=n)).weekday() < 5 for n in range(7))
    assert far.holidays_until is not None
    assert far.holidays_until < date(2090, 1, 1)


@pytest.mark.parametrize("hours", ["", "9-18", "09:00-18:00,17:00-20:00", "18:00-09:00", "09:00-25:00", "09:00-09:00"])
def test_unreadable_hours_are_refused(hours: str) -> None:
    with pytest.raises(Invalid, match="hours-unreadable"):
        shifts(hours)
