"""The sums that several metrics share."""

from collections.abc import Callable

from ibis.expr.types import BooleanValue, Table, Value

from zhenyin.core.words import Words
from zhenyin.metrics import Part, Unit

TICKETS = Unit("tickets", Words("件", "tickets"))
HOURS = Unit("h", Words("小时", "hours"))
RATIO = Unit("ratio", Words("占比", "ratio"))
POINTS = Unit("points", Words("分", "points"))
PER_THOUSAND = Unit("1/1000 unit-months", Words("起/千台·月", "per 1,000 unit-months"))

Keep = Callable[[Table], BooleanValue]
Of = Callable[[Table], Value]


def counted(t: Table) -> BooleanValue:
    """Valid and not a duplicate: what every figure counts unless its definition says otherwise."""
    kept: BooleanValue = t.valid & t.duplicate_of.isnull()
    return kept


def tickets(
    where: Keep | None = None, *, anchor: str = "created_at", value: Callable[[Table], Value] | None = None
) -> Part:
    """A sum over counted tickets, of those that `where` keeps."""

    def kept(t: Table) -> BooleanValue:
        return counted(t) if where is None else counted(t) & where(t)

    return Part("tickets", anchor, kept, value)


def unit_months() -> Part:
    """Units in service, one row a month."""
    return Part("exposure", "month", lambda t: t.units.notnull(), lambda t: t.units)


def hours(since: str, until: str) -> Of:
    """Elapsed hours between two columns."""

    def value(t: Table) -> Value:
        elapsed: Value = (t[until].epoch_seconds() - t[since].epoch_seconds()) / 3600
        return elapsed

    return value
