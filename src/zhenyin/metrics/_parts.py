"""The sums that several metrics share."""

from collections.abc import Callable
from functools import cache

import ibis
from ibis.expr.types import BooleanValue, Table, Value

from zhenyin.core.words import Words
from zhenyin.metrics import DATA_UNTIL, Part, Unit
from zhenyin.warehouse.facts import is_counted

TICKETS = Unit("tickets", Words("件", "tickets"))
HOURS = Unit("h", Words("小时", "hours"))
RATIO = Unit("ratio", Words("占比", "ratio"))
POINTS = Unit("points", Words("分", "points"))
PER_THOUSAND = Unit("1/1000 unit-months", Words("起/千台·月", "per 1,000 unit-months"))

Keep = Callable[[Table], BooleanValue]
Of = Callable[[Table], Value]


@cache
def tickets(
    where: Keep | None = None,
    *,
    anchor: str = "created_at",
    value: Of | None = None,
    distinct: bool = False,
    leaves: str | None = None,
    fact: str = "tickets",
    scale: int = 1,
) -> Part:
    """A sum over counted tickets, of those that `where` keeps.

    The same arguments give the same part, so that metrics which share a denominator have it summed once.
    """

    def kept(t: Table) -> BooleanValue:
        return is_counted(t) if where is None else is_counted(t) & where(t)

    return Part(fact, anchor, kept, value, distinct, leaves, scale)


def can_be_open(t: Table) -> BooleanValue:
    """Whether a ticket was ever open, as far as anybody would say when that is over."""
    kept: BooleanValue = t.waited & t.ends_recorded
    return kept


@cache
def waiting() -> Part:
    """The stock of open tickets.

    One that its source calls closed without saying when is never in it, nor one of a source that records no ends.
    """
    return tickets(can_be_open, leaves="ended_at")


@cache
def unit_months() -> Part:
    """Units in service, one row a month."""
    return Part("exposure", "month", lambda t: t.units.notnull(), lambda t: t.units)


@cache
def taken(seconds: str) -> Part:
    """The hours that a column of seconds tells, of the tickets where it is known."""
    return tickets(lambda t: t[seconds].notnull(), value=lambda t: t[seconds], scale=3600)


def passed(column: str, days: int) -> Keep:
    """So many days have gone by since `column`, as far as the data knows: what comes after can be told."""

    def gone(t: Table) -> BooleanValue:
        # The days are taken from the one moment, not added to each of many.
        kept: BooleanValue = t[column] <= (DATA_UNTIL - ibis.interval(days=days) if days else DATA_UNTIL)
        return kept

    return gone
