"""Working time: the part of a sojourn that falls into hours in which somebody works."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import accumulate
from typing import Any

import ibis

_DAY = 86_400
_EPOCH = date(1970, 1, 1)
Shift = tuple[int, int]
"""Start and end of a shift, in seconds of the day."""


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Working days and the hours of each. shifts: in order, not overlapping.

    days: whether each day from `first` on is a working day. holidays_until: the last day whose public holidays are
    published; None where only weekends are days off.
    """

    first: date
    days: tuple[bool, ...]
    shifts: tuple[Shift, ...]
    holidays_until: date | None = None

    @property
    def seconds_a_day(self) -> int:
        """Seconds of work on a working day."""
        return sum(end - start for start, end in self.shifts)

    def elapsed_expression(self, epoch_seconds: Any) -> Any:
        """Seconds of work from the first day up to a moment, as an ibis expression.

        epoch_seconds: seconds since 1970, local time. A moment before the first day counts as its beginning, one after the
        last day as its end.
        """
        work = accumulate((self.seconds_a_day * day for day in self.days), initial=0)
        # Work done before a day and whether there is any on it, in one number: one place to look at.
        table = [2 * before + works for before, works in zip(work, (*self.days, False), strict=True)]
        since: Any = ibis.least(epoch_seconds - (self.first - _EPOCH).days * _DAY, len(self.days) * _DAY)
        since = ibis.greatest(since, 0)
        # Floor division and a difference cost half of what a remainder does.
        day: Any = (since / _DAY).floor().cast("int64")
        second = since - day * _DAY
        today: Any = ibis.literal(0)
        for start, end in self.shifts:
            until: Any = ibis.least(second, end)
            today = today + ibis.greatest(until - start, 0)
        entries: Any = ibis.literal(table, "array<int64>")
        entry = entries[day]
        return (entry >> 1) + today * (entry & 1)

    def elapsed(self, start: datetime, end: datetime) -> float:
        """Seconds of work between two moments of local time.

        >>> week = WorkingTime(date(2026, 3, 6), (True, False, False, True), ((9 * 3600, 17 * 3600),))
        >>> week.elapsed(datetime(2026, 3, 6, 16), datetime(2026, 3, 9, 10)) / 3600  # Friday to Monday
        2.0
        """
        return self._until(end) - self._until(start)

    def _until(self, moment: datetime) -> float:
        day = (moment.date() - self.first).days
        if not 0 <= day < len(self.days):
            return self.seconds_a_day * sum(self.days) if day >= 0 else 0
        second = (moment - datetime.combine(moment.date(), time())).total_seconds()
        today = sum(min(max(second - start, 0), end - start) for start, end in self.shifts)
        return self.seconds_a_day * sum(self.days[:day]) + (today if self.days[day] else 0)
