"""What kind of day it is: weekday, public holiday, 调休 workday, the weeks after 618 and 双11."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import numpy as np

from zhenyin.core.arrays import Floats

EVENTS = ("春节", "假期", "调休", "节后", "618", "双11")
NAMES = (*(f"weekday{i}" for i in range(7)), *EVENTS)
_SALES = {"618": (6, 18), "双11": (11, 11)}
_AFTER_SALE = 14
"""So many days after a sale what was bought is installed and asked about."""
_AFTER_HOLIDAY = 2


def holidays_published_until() -> date:
    """The last day whose holidays are known: 调休 is announced for one year at a time."""
    from chinese_calendar import holidays

    return date(max(holidays).year, 12, 31)


def day_kinds(days: Sequence[date]) -> Floats:
    """float [days, len(NAMES)]: 1 where a day is of a kind. A 调休 workday keeps its weekday and is marked besides.

    Source: the State Council's yearly notices, as the package chinesecalendar has them; beyond its last year there are
    no holidays but the sales.
    """
    marked = np.zeros((len(days), len(NAMES)))
    for row, day in enumerate(days):
        marked[row, day.weekday()] = 1.0
        for name in _events(day):
            marked[row, NAMES.index(name)] = 1.0
    return marked


def events(days: Sequence[date]) -> list[tuple[str, date, date]]:
    """The events that these days lie in: name, first and last day (of these)."""
    found: list[tuple[str, date, date]] = []
    open_since: dict[str, date] = {}
    for day, after in zip(days, [*days[1:], None], strict=True):
        now = set(_events(day))
        later = set(_events(after)) if after else set()
        for name in sorted(now):
            open_since.setdefault(name, day)
        found += [(name, open_since.pop(name), day) for name in sorted(now - later)]
    return [event for event in found if event[0] in ("春节", "假期", "618", "双11")]


@lru_cache(8_192)
def _events(day: date) -> tuple[str, ...]:
    found = [] if (holiday := _holiday(day)) is None else [holiday]
    if not found and _follows_holiday(day):
        found.append("节后")
    for name, (month, first) in _SALES.items():
        if 0 <= (day - date(day.year, month, first)).days < _AFTER_SALE:
            found.append(name)
    return tuple(found)


def _holiday(day: date) -> str | None:
    from chinese_calendar import get_holiday_detail

    try:
        off, name = get_holiday_detail(day)
    except NotImplementedError:
        return None
    if name is None:
        return None
    if not off:
        return "调休"
    return "春节" if name == "Spring Festival" else "假期"


def _follows_holiday(day: date) -> bool:
    return any(
        _holiday(date.fromordinal(day.toordinal() - back)) in ("春节", "假期") for back in range(1, _AFTER_HOLIDAY + 1)
    )
