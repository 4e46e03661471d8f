"""The calendar of holidays and promotions: the one place that knows when a holiday is, and when a sale runs.

Source of holidays: the State Council's yearly notices, as the package chinesecalendar has them. Beyond the last year that is
published there are weekends and sales only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.question.period import Period
from zhenyin.question.weekly import Weeks

_DAY = timedelta(days=1)
_AFTER_HOLIDAY = 2
"""Days after a holiday in which is reported what waited for its end."""
_AFTER_SALE = 14
"""Days from the great day of a sale in which what was bought is installed and asked about."""
_SPRING = "Spring Festival"
_HOLIDAYS = {
    "New Year's Day": "元旦",
    _SPRING: "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利 70 周年纪念日",
}
MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Sale:
    """A sale of every year: its first and last day, and its great day, on which most is bought."""

    first: MonthDay
    last: MonthDay
    great: MonthDay
    title: Words


_SALES = {
    "618": _Sale((6, 1), (6, 20), (6, 18), Words("618", "618 sale")),
    "双11": _Sale((11, 1), (11, 11), (11, 11), Words("双11", "Singles' Day")),
}
EVENTS = ("春节", "假期", "调休", "节后", *_SALES)
"""Kinds of days besides the weekdays: holidays, workdays in their stead, the days after a holiday, and after each sale."""
NAMES = (*(f"weekday{i}" for i in range(7)), *EVENTS)


@dataclass(frozen=True, slots=True)
class Event:
    """A holiday or a promotion. name: the kind of its days, one of EVENTS.

    own: the days of the event itself. after: the days in which its effect on tickets is expected besides; of a sale they
    begin with its great day, which is one of its own.
    """

    name: str
    title: Words
    kind: Literal["holiday", "promotion"]
    own: Period
    after: Period


def events(first: date, last: date) -> list[Event]:
    """The holidays and promotions whose own days or days after lie between two days, both included, in order.

    >>> [(e.title.en, str(e.own.start), e.own.days) for e in events(date(2026, 9, 1), date(2026, 11, 15))]
    [('Mid-autumn Festival', '2026-09-25', 3), ('National Day', '2026-10-01', 7), ("Singles' Day", '2026-11-01', 11)]
    """
    sales = (_sale(name, year) for year in range(first.year - 1, last.year + 1) for name in _SALES)
    known = sorted((*_holidays(), *sales), key=lambda event: event.own.start)
    return [event for event in known if event.own.start <= last and first < max(event.own.end, event.after.end)]


def holidays_published_until() -> date:
    """The last day whose holidays are known: 调休 is announced for one year at a time."""
    from chinese_calendar import holidays

    return date(max(holidays).year, 12, 31)


def is_workday(day: date) -> bool:
    """Whether people work: neither a weekend nor a public holiday, or a 调休 workday.

    >>> is_workday(date(2026, 2, 14)), is_workday(date(2026, 2, 17))
    (True, False)
    """
    return day in _workdays() or (day.weekday() < 5 and day not in _days_off())


def day_kinds(days: Sequence[date]) -> Floats:
    """float [days, len(NAMES)]: 1 where a day is of a kind. A 调休 workday keeps its weekday and is marked besides.

    A holiday is so on its own days, and the days after it are 节后 but for holidays and 调休 workdays; a sale marks the days
    after its great day. Source: see the module.
    """
    marked = np.zeros((len(days), len(NAMES)))
    if not len(days):
        return marked
    known = events(min(days), max(days))
    effects = {day: name for event in known for day, name in _effects(event)}
    sales = {(day, event.name) for event in known if event.kind == "promotion" for day in _each(event.after)}
    for row, day in enumerate(days):
        kind = _days_off().get(day) or ("调休" if day in _workdays() else effects.get(day))
        names = [
            f"weekday{day.weekday()}",
            *([kind] if kind else []),
            *(name for name in _SALES if (day, name) in sales),
        ]
        marked[row, [NAMES.index(name) for name in names]] = 1.0
    return marked


def week_covariates(weeks: Weeks) -> Floats:
    """Days of each kind in each week, float [weeks, 3]: of 春节, of other days off on a weekday, of a promotion's own days."""
    off = _days_off()
    known = events(weeks.first, weeks.end)
    promoted = {day for event in known if event.kind == "promotion" for day in _each(event.own)}

    def counts(week: Sequence[date]) -> list[int]:
        spring = sum(off.get(day) == "春节" for day in week)
        others = sum(day.weekday() < 5 and off.get(day) == "假期" for day in week)
        return [spring, others, sum(day in promoted for day in week)]

    days = [[weeks.first + timedelta(weeks=week, days=day) for day in range(7)] for week in range(weeks.count)]
    return np.array([counts(week) for week in days], dtype=np.float64)


def effective_spans(days: Sequence[date]) -> list[tuple[Event, Period]]:
    """The events that successive days lie in, each with those of its days in which tickets differ.

    They are a holiday's own days, and the days after a sale's great day.
    """
    within = Period(days[0], days[-1] + _DAY)
    found = []
    for event in events(days[0], days[-1]):
        span = event.own if event.kind == "holiday" else event.after
        part = Period(max(span.start, within.start), min(span.end, within.end))
        if part.days > 0:
            found.append((event, part))
    return sorted(found, key=lambda pair: (pair[1].end, pair[0].name))


def _effects(event: Event) -> Iterable[tuple[date, str]]:
    return ((day, "节后") for day in _each(event.after)) if event.kind == "holiday" else ()


def _each(period: Period) -> Iterable[date]:
    return (period.start + timedelta(days=n) for n in range(period.days))


def _sale(name: str, year: int) -> Event:
    sale = _SALES[name]
    great = date(year, *sale.great)
    own = Period(date(year, *sale.first), date(year, *sale.last) + _DAY)
    return Event(name, sale.title, "promotion", own, Period(great, great + _AFTER_SALE * _DAY))


@lru_cache(1)
def _holidays() -> tuple[Event, ...]:
    """All published holidays: successive days off are one, such as 国庆节 with 中秋节 within it."""
    from chinese_calendar import holidays

    days = sorted(holidays)
    starts = [days[0], *(day for before, day in pairwise(days) if day - before > _DAY)]
    lasts = [*(before for before, day in pairwise(days) if day - before > _DAY), days[-1]]
    return tuple(_holiday(first, last) for first, last in zip(starts, lasts, strict=True))


def _holiday(first: date, last: date) -> Event:
    from chinese_calendar import holidays

    own = Period(first, last + _DAY)
    names = list(dict.fromkeys(holidays[day] for day in _each(own)))
    title = Words("、".join(_HOLIDAYS.get(name, name) for name in names), ", ".join(names))
    kind = "春节" if _SPRING in names else "假期"
    return Event(kind, title, "holiday", own, Period(own.end, own.end + _AFTER_HOLIDAY * _DAY))


@lru_cache(1)
def _days_off() -> dict[date, str]:
    """The published days off, with the kind of day that each is."""
    return {day: event.name for event in _holidays() for day in _each(event.own)}


@lru_cache(1)
def _workdays() -> frozenset[date]:
    """The published 调休 workdays: weekends on which people work in the stead of a day off."""
    from chinese_calendar import workdays

    return frozenset(workdays)
