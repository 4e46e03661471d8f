"""Holidays and promotions of each week: what lifts or lowers the tickets of everything at once."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.question.weekly import Weeks

_SPRING = "Spring Festival"
PROMOTIONS = {"618": ((6, 1), (6, 20)), "双11": ((11, 1), (11, 11))}
"""First and last day (month, day) of the great sales of the year."""


def common_days(weeks: Weeks) -> Floats:
    """Days of each kind in each week, float [weeks, 3]: of 春节, of other days off on a weekday, of a promotion.

    Years that the calendar of public holidays does not reach yet have weekends only.
    """
    kinds: list[Callable[[date], bool]] = [_spring, _off, _promoted]
    days = [[weeks.first + timedelta(weeks=week, days=day) for day in range(7)] for week in range(weeks.count)]
    return np.array([[sum(kind(day) for day in week) for kind in kinds] for week in days], dtype=np.float64)


def _holiday(day: date) -> str | None:
    import chinese_calendar

    try:
        off, name = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return None
    return str(name) if off and name else None


def _spring(day: date) -> bool:
    return _holiday(day) == _SPRING


def _off(day: date) -> bool:
    return day.weekday() < 5 and _holiday(day) not in (None, _SPRING)


def _promoted(day: date) -> bool:
    return any(first <= (day.month, day.day) <= last for first, last in PROMOTIONS.values())
