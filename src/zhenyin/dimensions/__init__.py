"""Shelf: one way to cut a figure per file. Columns that a source brought along are dimensions under `extra.<name>`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import ibis
from ibis.expr.types import Table, Value

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words

Grain = Literal["day", "week", "month", "quarter", "year"]

_EXTRA = "extra."
_MONDAY = date(1970, 1, 5)


@dataclass(frozen=True, slots=True)
class Dimension:
    """A way to cut. `value(t, anchor)` gives the column; `needs` names the fact columns without which it cannot.

    A dimension that needs nothing is made from the anchor's moment, and goes with every fact. `of_day` gives the value
    that a whole day has; dimensions with it can cut what is kept by month. `key` is what rows are grouped by where that
    is cheaper than the value, and `read` makes the value of it.
    """

    title: Words
    value: Callable[[Table, str], Value]
    needs: tuple[str, ...] = ()
    parent: str | None = None
    kind: Literal["text", "number", "time"] = "text"
    grain: Grain | None = None
    of_day: Callable[[date], Any] | None = None
    key: Callable[[Table, str], Value] | None = None
    read: Callable[[Any], Any] | None = None

    def fits(self, columns: tuple[str, ...]) -> bool:
        return set(self.needs) <= set(columns)

    def grouped(self, t: Table, anchor: str) -> Value:
        """What rows are grouped by; `told` turns it into the value."""
        return (self.key or self.value)(t, anchor)

    def told(self, key: Any) -> Any:
        return key if key is None or self.read is None else self.read(key)


def column(name: str, title: Words, parent: str | None = None) -> Dimension:
    """A dimension that is a plain column of the facts."""
    return Dimension(title, lambda t, _anchor: t[name], (name,), parent)


def calendar(grain: Grain, title: Words) -> Dimension:
    """A dimension that is the first day of the anchor's day, ISO week, month, quarter or year."""

    def value(t: Table, anchor: str) -> Any:
        # A date is made a moment first: engines do not agree on what the truncation of a date is.
        return t[anchor].cast("timestamp").truncate(grain).cast("date")

    def of_day(day: date) -> date:
        return first_of(grain, day)

    key, read = _CHEAP[grain]
    return Dimension(title, value, kind="time", grain=grain, of_day=of_day, key=key, read=read)


def first_of(grain: Grain, day: date) -> date:
    """The first day of the bucket that a day is in.

    >>> first_of("quarter", date(2026, 8, 5)), first_of("week", date(2026, 8, 5))
    (datetime.date(2026, 7, 1), datetime.date(2026, 8, 3))
    """
    match grain:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return date(day.year, day.month - (day.month - 1) % 3, 1)
        case "year":
            return date(day.year, 1, 1)


def next_of(grain: Grain, first: date) -> date:
    """The first day of the bucket after the one that begins with `first`."""
    longest = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}[grain]
    return first_of(grain, first + timedelta(days=longest))


def dimension(key: str) -> Dimension:
    """The dimension of that name, on the shelf or made from a source's own column. Raises NotFound.

    `extra.a|b` is the column that one source calls a and another one b.

    >>> dimension("extra.phone_os|手机系统").title.zh
    '手机系统'
    """
    if key.startswith(_EXTRA) and len(key) > len(_EXTRA):
        return _own(key.removeprefix(_EXTRA))
    return DIMENSIONS[key]


def _own(name: str) -> Dimension:
    names = name.split("|") if "|" in name else []
    zh = next((one for one in names if not one.isascii()), name)
    en = next((one for one in names if one.isascii()), name)

    def value(t: Table, _anchor: str) -> Any:
        extra: Any = t.extra
        # A column may itself be called "a|b": then it comes first.
        return ibis.coalesce(extra[name], *(extra[one] for one in names)) if names else extra[name]

    return Dimension(Words(zh, en), value, ("extra",))


# Truncating ten million moments costs more than all other work of a question. Whole numbers cost a third of it.
_Cheap = tuple[Callable[[Any, str], Any], Callable[[Any], date] | None]
_CHEAP: dict[Grain, _Cheap] = {
    "day": (lambda t, a: t[a].cast("date"), None),
    "week": (
        lambda t, a: t[a].cast("date").delta(ibis.date(_MONDAY.isoformat()), unit="day") // 7,
        lambda weeks: _MONDAY + timedelta(days=7 * weeks),
    ),
    "month": (
        lambda t, a: t[a].year() * 12 + t[a].month() - 1,
        lambda months: date(months // 12, months % 12 + 1, 1),
    ),
    "quarter": (
        lambda t, a: t[a].year() * 4 + t[a].quarter() - 1,
        lambda quarters: date(quarters // 4, quarters % 4 * 3 + 1, 1),
    ),
    "year": (lambda t, a: t[a].year(), lambda year: date(year, 1, 1)),
}

DIMENSIONS: Shelf[Dimension] = Shelf("zhenyin.dimensions", "DIMENSION", Words("维度", "dimension"))


FAULT_DIMENSIONS = ("category", "fault")


SOLD_DIMENSIONS = ("product_line", "product", "model", "province")


SEEN_DIMENSIONS = ("version", "batch", "channel", "customer_type")
"""Who handles a ticket is not watched here: a team that takes over a kind of ticket makes no more of them."""
