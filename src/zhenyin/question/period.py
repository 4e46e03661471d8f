"""A span of whole days, as people write it, and the spans it is compared with."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from zhenyin.core.errors import Invalid

_DAY = timedelta(days=1)
_LAST = re.compile(r"last-(\d+)-(day|week)s?")


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` until before `end`.

    >>> Period.read("2025-W09", date(2026, 1, 1))
    Period(start=datetime.date(2025, 2, 24), end=datetime.date(2025, 3, 3))
    """

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @classmethod
    def read(cls, text: str, today: date) -> "Period | None":
        """Read 2025, 2025-Q1, 2025-03, 2025-W09, 2025-03-05, a..b, last-8-weeks, last-30-days, this-month, last-month.

        `all` gives None: no bounds. Weeks are whole ISO weeks, so `last-8-weeks` ends with last Sunday. Words may be parted
        by spaces: `last 8 weeks`. Raises Invalid.
        """
        if text.strip() == "all":
            return None
        if ".." in text:
            first, last = (cls._one(part, text, today) for part in text.split("..", 1))
            if first.start >= last.end:
                raise _unreadable(text)
            return cls(first.start, last.end)
        return cls._one(text, text, today)

    @classmethod
    def _one(cls, text: str, whole: str, today: date) -> "Period":
        text = "-".join(text.split())
        try:
            found = _relative(text, today) or _calendar(text)
        except (ValueError, OverflowError):
            raise _unreadable(whole) from None
        # Buckets end with the day after their last one, which a date of the last year may not have.
        if found.days <= 0 or found.end.year == date.max.year:
            raise _unreadable(whole)
        return found

    def previous(self) -> "Period":
        """The span of the same length just before; whole calendar months stay whole months.

        Raises Invalid (`period-too-early`) where that lies before the year 1.
        """
        try:
            if self.start.day == self.end.day == 1:
                months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
                return Period(_add_months(self.start, -months), self.start)
            return Period(self.start - (self.end - self.start), self.start)
        except (ValueError, OverflowError):
            raise _too_early(self) from None

    def year_before(self) -> "Period":
        """The same span a year before; whole weeks go back 52 weeks, so that the weekdays are the same.

        Raises Invalid (`period-too-early`) where that lies before the year 1.
        """
        try:
            if self.days % 7 == 0 and self.start.weekday() == 0:
                return Period(self.start - 364 * _DAY, self.end - 364 * _DAY)
            return Period(_add_months(self.start, -12), _add_months(self.end, -12))
        except (ValueError, OverflowError):
            raise _too_early(self) from None


def _relative(text: str, today: date) -> Period | None:
    if text == "this-month":
        return _month(today.replace(day=1), 1)
    if text == "last-month":
        return _month(_add_months(today.replace(day=1), -1), 1)
    if found := _LAST.fullmatch(text):
        count = int(found[1])
        if found[2] == "day":
            return Period(today - count * _DAY, today)
        monday = today - today.weekday() * _DAY
        return Period(monday - 7 * count * _DAY, monday)
    return None


def _calendar(text: str) -> Period:
    if re.fullmatch(r"\d{4}", text):
        return _month(date(int(text), 1, 1), 12)
    if re.fullmatch(r"\d{4}-Q[1-4]", text):
        return _month(date(int(text[:4]), 3 * int(text[-1]) - 2, 1), 3)
    if re.fullmatch(r"\d{4}-\d{2}", text):
        return _month(date(int(text[:4]), int(text[5:]), 1), 1)
    if re.fullmatch(r"\d{4}-W\d{2}", text):
        monday = date.fromisocalendar(int(text[:4]), int(text[6:]), 1)
        return Period(monday, monday + 7 * _DAY)
    day = date.fromisoformat(text)
    return Period(day, day + _DAY)


def _month(first: date, months: int) -> Period:
    return Period(first, _add_months(first, months))


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 0, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(f"There is no month {months} months from {day}.")


def _unreadable(text: str) -> Invalid:
    return Invalid(
        "period-unreadable",
        en=f"The period {text!r} cannot be read. Use 2025, 2025-Q1, 2025-03, 2025-W09, a day, a..b or last-8-weeks.",
        zh=f"无法识别时段 {text}。请用 2025、2025-Q1、2025-03、2025-W09、2025-03-05、起..止 或 last-8-weeks。",
    )


def _too_early(period: Period) -> Invalid:
    return Invalid(
        "period-too-early",
        en=f"There is no span to compare before {period.start.isoformat()}. Use a later period, such as last-8-weeks.",
        zh=f"{period.start.isoformat()} 之前没有可比较的时段。请使用更晚的时段，例如 last-8-weeks。",
    )
