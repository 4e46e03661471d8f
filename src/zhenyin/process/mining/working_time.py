"""Working time: which part of a wait fell into hours in which anybody was there to end it.

Days off are weekends and, in China, the public holidays; 调休 makes a weekend a working day. Source of the days:
chinesecalendar, which knows them up to the year of its last release. After that there are weekends only.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from typing import Any

import ibis

from zhenyin.core.errors import Invalid

_DAY = 86_400
_EPOCH = date(1970, 1, 1)
_SPAN = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")
_CHINA = ("Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "Asia/Urumqi", "PRC")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days and the hours of each. shifts: (start, end) in seconds of the day, in order, not overlapping.

    days: whether each day from `first` on is a working day. holidays_until: the last day whose holidays are known;
    None where only weekends are days off.
    """

    first: date
    days: tuple[bool, ...]
    shifts: tuple[tuple[int, int], ...]
    holidays_until: date | None = None

    @property
    def a_day(self) -> int:
        """Seconds of work on a working day."""
        return sum(end - start for start, end in self.shifts)

    def worked(self, secs: Any) -> Any:
        """Seconds of work from the first day up to a moment, as an expression. secs: seconds since 1970, local time.

        A moment before the first day counts as its beginning, one after the last day as its end.
        """
        work = accumulate((self.a_day * day for day in self.days), initial=0)
        # Work done before a day and whether there is any on it, in one number: one place to look at.
        table = [2 * before + works for before, works in zip(work, (*self.days, False), strict=True)]
        since: Any = ibis.least(secs - (self.first - _EPOCH).days * _DAY, len(self.days) * _DAY)
        since = ibis.greatest(since, 0)
        # Floor division and a difference cost half of what a remainder does.
        day: Any = (since / _DAY).floor().cast("int64")
        second = since - day * _DAY
        today: Any = ibis.literal(0)
        for start, end in self.shifts:
            until: Any = ibis.least(second, end)
            today = today + ibis.greatest(until - start, 0)
        known: Any = ibis.literal(table, "array<int64>")
        entry = known[day]
        return (entry >> 1) + today * (entry & 1)

    def between(self, start: datetime, end: datetime) -> float:
        """Seconds of work between two moments of local time.

        >>> week = Calendar(date(2026, 3, 6), (True, False, False, True), ((9 * 3600, 17 * 3600),))
        >>> week.between(datetime(2026, 3, 6, 16), datetime(2026, 3, 9, 10)) / 3600  # Friday to Monday
        2.0
        """
        return self._until(end) - self._until(start)

    def _until(self, moment: datetime) -> float:
        day = (moment.date() - self.first).days
        if not 0 <= day < len(self.days):
            return self.a_day * sum(self.days) if day >= 0 else 0
        second = (moment - datetime.combine(moment.date(), time())).total_seconds()
        today = sum(min(max(second - start, 0), end - start) for start, end in self.shifts)
        return self.a_day * sum(self.days[:day]) + (today if self.days[day] else 0)


def calendar(first: date, last: date, hours: str, zone: str) -> Calendar:
    """The calendar of a company. hours: shifts such as `09:00-12:00,13:00-18:00`. Raises Invalid (`hours-unreadable`)."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if zone not in _CHINA:
        return Calendar(first, tuple(day.weekday() < 5 for day in days), shifts(hours))
    import chinese_calendar

    until = date(max(day.year for day in chinese_calendar.holidays), 12, 31)
    known = tuple(chinese_calendar.is_workday(day) if day <= until else day.weekday() < 5 for day in days)
    return Calendar(first, known, shifts(hours), until)


def shifts(hours: str) -> tuple[tuple[int, int], ...]:
    """Read shifts. Raises Invalid (`hours-unreadable`).

    >>> shifts("09:00-12:00,13:00-18:00")
    ((32400, 43200), (46800, 64800))
    """
    found = [_SPAN.fullmatch(part.strip()) for part in hours.split(",")]
    read = [_span([int(part) for part in span.groups()]) for span in found if span]
    ends = [0, *(moment for span in read for moment in span), _DAY]
    if len(read) < len(found) or ends != sorted(ends) or any(start == end for start, end in read):
        raise Invalid(
            "hours-unreadable",
            en=f"The working hours {hours!r} cannot be read. Use 09:00-12:00,13:00-18:00, in order, within one day.",
            zh=f"无法识别工作时间 {hours}。请用 09:00-12:00,13:00-18:00 的形式，按先后顺序，且在同一天内。",
        )
    return tuple(read)


def _span(parts: list[int]) -> tuple[int, int]:
    return (parts[0] * 60 + parts[1]) * 60, (parts[2] * 60 + parts[3]) * 60
