"""The working time of a company: its hours from the settings, its days off from the calendar of its time zone.

Days off are weekends and, in China, the public holidays; 调休 makes a weekend a working day. After the last year that is
published there are weekends only.
"""

import re
from datetime import date, timedelta

from zhenyin.core.errors import Invalid
from zhenyin.forecast import calendar
from zhenyin.process.mining.working_time import Shift, WorkingTime

_DAY = 86_400
_SHIFT = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")
_CHINA = ("Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "Asia/Urumqi", "PRC")


def working_time(first: date, last: date, hours: str, zone: str) -> WorkingTime:
    """Working time from the first day to the last, both in it. hours: shifts such as `09:00-12:00,13:00-18:00`.

    Raises Invalid (`hours-unreadable`).
    """
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if zone not in _CHINA:
        return WorkingTime(first, tuple(day.weekday() < 5 for day in days), shifts(hours))
    working = tuple(calendar.is_workday(day) for day in days)
    return WorkingTime(first, working, shifts(hours), calendar.holidays_published_until())


def shifts(hours: str) -> tuple[Shift, ...]:
    """Read shifts, in seconds of the day. Raises Invalid (`hours-unreadable`).

    >>> shifts("09:00-12:00,13:00-18:00")
    ((32400, 43200), (46800, 64800))
    """
    matches = [_SHIFT.fullmatch(part.strip()) for part in hours.split(",")]
    read = [_shift([int(part) for part in match.groups()]) for match in matches if match]
    ends = [0, *(moment for shift in read for moment in shift), _DAY]
    if len(read) < len(matches) or ends != sorted(ends) or any(start == end for start, end in read):
        raise Invalid(
            "hours-unreadable",
            en=f"The working hours {hours!r} cannot be read. Use 09:00-12:00,13:00-18:00, in order, within one day.",
            zh=f"无法识别工作时间 {hours}。请用 09:00-12:00,13:00-18:00 的形式，按先后顺序，且在同一天内。",
        )
    return tuple(read)


def _shift(parts: list[int]) -> Shift:
    return (parts[0] * 60 + parts[1]) * 60, (parts[2] * 60 + parts[3]) * 60
