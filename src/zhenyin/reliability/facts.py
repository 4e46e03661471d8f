"""First failures of units, and the units that could have failed, summed by month: what lives are computed from."""

from datetime import date

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from zhenyin.core.errors import Invalid
from zhenyin.dimensions import dimension, used_for
from zhenyin.metrics import METRICS
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.plan import kept
from zhenyin.question.sums import span
from zhenyin.warehouse.facts import FACTS, table
from zhenyin.warehouse.gateway import Warehouse

FAILURE = METRICS["failure_rate"]
WHAT_FAILED = used_for("failure")
"""What a ticket says of a failure and not of the unit; the units at risk are the same whatever it is."""
MAX_ROWS = 2_000_000


def first_failures(warehouse: Warehouse, filters: tuple[Filter, ...], cuts: tuple[str, ...]) -> pa.Table:
    """Columns: the cuts (of model, batch, version, fault), sold, month, units; months are their first days.

    A failure is what the failure rate counts, and a unit's first is its first among those that the filters leave; with
    the cut `fault`, its first of each fault. A ticket that names no device is taken for a device of its own. What a
    ticket does not say of its device, another of the device's failures may. Null where nothing does.

    Raises Invalid (`life-filter`) for filters that neither the unit nor the failure has.
    """
    known = span(warehouse)
    if known is None:
        return pa.table({name: pa.array([], pa.string()) for name in (*cuts, "sold", "month", "units")})
    rows = kept(FAILURE.numerator, Question(("failure_rate",), (), _checked(filters)), known)
    unit = {"unit": rows.device_id.coalesce(rows.ticket_id)}
    if "fault" in cuts:
        unit["fault"] = rows.fault
    known_of_unit = {name: rows[name].max() for name in cuts if name in ("model", "batch")}
    if "version" in cuts:
        known_of_unit["version"] = rows.version.argmin(rows.created_at)
    first_of_unit = rows.group_by(**unit).aggregate(
        **known_of_unit, at=rows.created_at.min(), sold_at=rows.sold_at.max()
    )
    months = {
        "sold": first_of_unit.sold_at.truncate("M").cast("date"),
        "month": first_of_unit["at"].truncate("M").cast("date"),
    }
    summed = first_of_unit.group_by(**{name: first_of_unit[name] for name in cuts}, **months).aggregate(
        units=first_of_unit.count()
    )
    return _dated(warehouse.query(summed, rows=MAX_ROWS))


def units_in_service(warehouse: Warehouse, filters: tuple[Filter, ...], cuts: tuple[str, ...]) -> pa.Table:
    """Columns: product_line, the cuts (of model, batch, version), month, units in service, shipped (null: not known)."""
    t: Table = table("exposure")
    own = [f for f in _checked(filters) if f.dimension not in WHAT_FAILED]
    t = t.filter(t.month.notnull(), *(f.on(dimension(f.dimension).value(t, "month")) for f in own))
    month = t.month.truncate("M").cast("date")
    names = ("product_line", *cuts)
    summed = t.group_by(**{name: t[name] for name in names}, month=month).aggregate(
        units=t.units.sum(), shipped=t.shipped.sum()
    )
    return _dated(warehouse.query(summed, rows=MAX_ROWS))


def last_delivery_by_source(warehouse: Warehouse, since: date) -> pa.Table:
    """Columns: source, until (its last ticket's day), tickets (those from `since` on)."""
    t = table("tickets")
    t = t.filter(FAILURE.numerator.where(t), t.created_at >= ibis.literal(since).cast("timestamp"))
    return warehouse.query(
        t.group_by("source").aggregate(until=t.created_at.max().cast("date"), tickets=t.count()), rows=MAX_ROWS
    )


def report_delays(warehouse: Warehouse, since: date) -> pa.Table:
    """Columns: import_batch, day (of creation), tickets: failures from `since` on, by the import that brought them."""
    t = table("tickets")
    t = t.filter(FAILURE.numerator.where(t), t.created_at >= ibis.literal(since).cast("timestamp"))
    days = t.group_by(import_batch=t.import_batch, day=t.created_at.cast("date"))
    return warehouse.query(days.aggregate(tickets=t.count()), rows=MAX_ROWS)


def _dated(rows: pa.Table) -> pa.Table:
    """Months as dates: an engine may cut a date down to a moment."""
    for name in ("sold", "month"):
        if name in rows.column_names:
            rows = rows.set_column(rows.column_names.index(name), name, rows[name].cast(pa.date32()))
    return rows


def _checked(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    usable = (*WHAT_FAILED, *(c.name for c in FACTS["exposure"].columns if c.given and c.kind == "text"))
    for wanted in filters:
        if wanted.dimension not in usable:
            raise Invalid(
                "life-filter",
                en=f"Units in service are not known by {wanted.dimension!r}. Filter by one of {', '.join(usable)}.",
                zh=f"在保量没有按 {wanted.dimension} 记录。可按以下维度筛选：{'、'.join(usable)}。",
            )
    return filters
