"""Shelf: one way to cut a figure per file. Columns that a source brought along are dimensions under `extra.<name>`.

What a dimension is good for stands in its own file: its role, whether it may explain, how the scan watches it, and the
lists that it is in. Nobody keeps such a list elsewhere, so that one more dimension is one new file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal, overload

import ibis
from ibis.expr.types import Table, Value

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words

Grain = Literal["day", "week", "month", "quarter", "year"]

Role = Literal["what", "where", "which_unit", "who", "when"]
"""What a dimension says of a ticket: what failed, where, on which unit, who had or handled it, and when."""
Explains = Literal["occurrence", "handling", "nothing"]
"""Whether its values may be named as a cause: of tickets being there, only of what is done with them, or of nothing.

Nothing is explained by what has a value for each person or thing, and by what was made of a ticket.
"""
Watch = Literal["fault", "units", "share"]
"""What the scan compares the values with: their own history, units in service, or all tickets of the same place."""
Use = Literal[
    "case_mix",
    "like_tickets",
    "ping_pong",
    "subgroups",
    "failure",
    "proper_name",
    "topic_context",
    "topic_profile",
    "forecast",
    "report_figures",
    "report_rows",
    "report_columns",
]
"""Lists of dimensions, in an order of their own.

case_mix: what a ticket brings along, whoever handles it. like_tickets: strata within which handling times are compared.
ping_pong: by which tickets that go to and fro are described. subgroups: which describe slow tickets besides the causes.
failure: known of a failure, and not of a unit in service. proper_name: values that name what a ticket is about anyway,
and so no topic. topic_context: side information of topics. topic_profile: by which a topic's tickets differ.
forecast: by which tickets are forecast unless asked otherwise. report_figures: by which the review looks at its figures;
report_rows, report_columns: of its heat matrix, the first that varies.
"""

_EXTRA = "extra."
_MONDAY = date(1970, 1, 5)
_GRAINS: tuple[Grain, ...] = ("day", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True)
class Dimension:
    """A way to cut. `value(t, anchor)` gives the column; `needs` names the fact columns without which it cannot.

    A dimension that needs nothing is made from the anchor's moment, and goes with every fact. `of_day` gives the value
    that a whole day has; dimensions with it can cut what is kept by month. `key` is what rows are grouped by where that
    is cheaper than the value, and `read` makes the value of it.

    rank: the place in a list of dimensions, small first. uses: the place in each further list that it is in.
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
    role: Role = "what"
    explains: Explains = "handling"
    watched: Watch | None = None
    rank: int = 1_000
    uses: Mapping[Use, int] = field(default_factory=dict)

    def fits(self, columns: tuple[str, ...]) -> bool:
        return set(self.needs) <= set(columns)

    def group_key(self, t: Table, anchor: str) -> Value:
        """What rows are grouped by; `decode` turns it into the value."""
        return (self.key or self.value)(t, anchor)

    def decode(self, key: Any) -> Any:
        return key if key is None or self.read is None else self.read(key)


def column(
    name: str,
    title: Words,
    parent: str | None = None,
    *,
    role: Role,
    explains: Explains,
    rank: int,
    watched: Watch | None = None,
    uses: Mapping[Use, int] | None = None,
) -> Dimension:
    """A dimension that is a plain column of the facts."""

    def value(t: Table, _anchor: str) -> Any:
        return t[name]

    return Dimension(
        title, value, (name,), parent, role=role, explains=explains, watched=watched, rank=rank, uses=uses or {}
    )


def calendar(grain: Grain, title: Words) -> Dimension:
    """A dimension that is the first day of the anchor's day, ISO week, month, quarter or year."""

    def value(t: Table, anchor: str) -> Any:
        # A date is made a moment first: engines do not agree on what the truncation of a date is.
        return t[anchor].cast("timestamp").truncate(grain).cast("date")

    def of_day(day: date) -> date:
        return first_of(grain, day)

    key, read = _CHEAP[grain]
    rank = 200 + _GRAINS.index(grain)
    return Dimension(title, value, kind="time", grain=grain, of_day=of_day, key=key, read=read, role="when", rank=rank)


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
    """The first day of the bucket after the one that begins with `first`; the last day of all after the last bucket.

    >>> next_of("month", date(2026, 12, 1)), next_of("year", date(9999, 1, 1))
    (datetime.date(2027, 1, 1), datetime.date(9999, 12, 31))
    """
    longest = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}[grain]
    if date.max - first < timedelta(days=longest):
        return date.max
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

    return Dimension(Words(zh, en), value, ("extra",), explains="occurrence")


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


@cache
def ranked() -> tuple[str, ...]:
    """The keys of all dimensions in the order of their ranks."""
    return tuple(sorted(DIMENSIONS, key=lambda key: (DIMENSIONS[key].rank, key)))


@cache
def with_role(*roles: Role, watched: Watch | None = None) -> tuple[str, ...]:
    """Those of some roles, in the order of their ranks; only those watched in one way where that is named.

    >>> with_role("where"), with_role("which_unit", watched="units")
    (('province', 'city', 'channel', 'source'), ('product_line', 'product', 'model'))
    """
    return tuple(
        key for key in ranked() if DIMENSIONS[key].role in roles and watched in (None, DIMENSIONS[key].watched)
    )


@cache
def explaining(what: Explains) -> tuple[str, ...]:
    """Those that explain just this, in the order of their ranks: `occurrence` is what may bring tickets about.

    >>> explaining("nothing")
    ('sentiment', 'priority', 'status', 'problem', 'customer', 'device')
    """
    return tuple(key for key in ranked() if DIMENSIONS[key].explains == what)


@cache
def handlers() -> tuple[str, ...]:
    """Who handles tickets: they explain what is done with tickets, and make no more of them.

    >>> handlers()
    ('team', 'agent')
    """
    return tuple(key for key in with_role("who") if DIMENSIONS[key].explains == "handling")


@cache
def watched_by(way: Watch) -> tuple[str, ...]:
    """Those whose values the scan watches in this way, in the order of their ranks.

    Who handles a ticket is not watched: a team that takes over a kind of ticket makes no more of them.

    >>> watched_by("fault")
    ('category', 'fault')
    """
    return tuple(key for key in ranked() if DIMENSIONS[key].watched == way)


@cache
def used_for(use: Use) -> tuple[str, ...]:
    """The dimensions of a list, in its order.

    >>> used_for("like_tickets")
    ('fault', 'kind', 'priority', 'product_line')
    """
    places = {key: d.uses[use] for key, d in DIMENSIONS.items() if use in d.uses}
    return tuple(sorted(places, key=lambda key: (places[key], key)))


class Watched(Sequence[str]):
    """The keys of `watched_by`, found when first asked for, as the shelf itself is."""

    def __init__(self, way: Watch) -> None:
        self.way: Watch = way

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[str, ...]: ...
    def __getitem__(self, index: int | slice) -> str | tuple[str, ...]:
        return watched_by(self.way)[index]

    def __len__(self) -> int:
        return len(watched_by(self.way))


FAULT_DIMENSIONS = Watched("fault")
SOLD_DIMENSIONS = Watched("units")
SEEN_DIMENSIONS = Watched("share")
