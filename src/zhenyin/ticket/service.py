"""Tickets at work: search, one ticket whole, and setting a label right."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import ibis
from ibis.expr.types import BooleanValue, Table
from sqlalchemy.engine import Connection

from zhenyin.core.errors import Invalid, NotFound
from zhenyin.core.words import Words
from zhenyin.dimensions import dimension
from zhenyin.metrics import METRICS
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.period import Period
from zhenyin.question.plan import kept
from zhenyin.question.sums import span
from zhenyin.ticket import classify, priority, store
from zhenyin.ticket.models import BRIEF, CORRECTABLE, Correction, Row, TicketDetail, TicketRows, TicketTotals
from zhenyin.warehouse.facts import TICKETS, table
from zhenyin.warehouse.gateway import Warehouse

LONGEST_PAGE = 500
_EXCERPT = 200
_RANKS = {
    "priority": {priority.LOW: 1, priority.MEDIUM: 2, priority.HIGH: 3, priority.URGENT: 4},
    "severity": {"建议": 1, "一般": 2, "严重": 3, "致命": 4},
}
"""The order of words that have one; the order of their letters says nothing."""
_DATED = "created_at"
_TEXTS = ("ticket_id", "source_id", "title", "description", "solution")


def search(
    warehouse: Warehouse,
    q: str = "",
    filters: Sequence[Filter] = (),
    period: Period | None = None,
    sort: str = "-created_at",
    limit: int = 50,
    offset: int = 0,
    counted_in: str | None = None,
) -> TicketRows:
    """Tickets that hold every word of `q` in number or text and meet all filters. `sort`: a column, `-` for falling.

    counted_in: a metric; only the tickets that its figure counts for these filters and this period, by the day that the
    metric goes by. Raises NotFound for an unknown dimension or metric, Invalid (`sort-unknown`, `figure-without-tickets`).
    """
    t = table("tickets")
    if counted_in is None:
        conditions = _conditions(t, q, filters, period)
    else:
        t = _counted_in(warehouse, counted_in, filters, period)
        conditions = _conditions(t, q, (), None)
    chosen = t.filter(*conditions) if conditions else t
    limit = max(0, min(limit, LONGEST_PAGE))
    page = chosen.order_by(_order(chosen, sort), chosen.ticket_id).limit(limit, offset=max(offset, 0))
    rows = warehouse.query(page.select(*BRIEF, excerpt=excerpt(page)))
    return TicketRows(_totals(warehouse, chosen), [readable(row) for row in rows.to_pylist()])


def _counted_in(warehouse: Warehouse, key: str, filters: Sequence[Filter], period: Period | None) -> Table:
    """The tickets behind the numerator of a figure: as many as it says, where it counts tickets."""
    part = METRICS[key].numerator
    if part.fact != "tickets":
        title = METRICS[key].title
        raise Invalid(
            "figure-without-tickets",
            en=f"{title.en} ({key}) does not count tickets. Look at its rows, or list the tickets without it.",
            zh=f"{title.zh}（{key}）不是按工单计算的。请查看其明细行，或不按该指标列出工单。",
        )
    t = table("tickets")
    known = span(warehouse)
    if known is None:
        return t.limit(0)
    return t.semi_join(kept(part, Question((key,), (), tuple(filters), period), known), "ticket_id")


def _totals(warehouse: Warehouse, chosen: Table) -> TicketTotals:
    again = chosen.valid & chosen.duplicate_of.notnull()
    sums = chosen.aggregate(
        total=chosen.count(), duplicates=chosen.count(where=again), invalid=chosen.count(where=~chosen.valid)
    )
    return TicketTotals(**warehouse.query(sums).to_pylist()[0])


def detail(warehouse: Warehouse, db: Connection, ticket_id: str) -> TicketDetail:
    """Everything about one ticket. Raises NotFound (`ticket-unknown`)."""
    t = table("tickets")
    ticket = _one(warehouse, ticket_id)
    labels = _labels(warehouse, ticket_id)
    first = ticket["duplicate_of"] or ticket_id
    return TicketDetail(
        ticket=readable(ticket),
        events=_events(warehouse, ticket_id),
        labels=labels,
        corrections=store.corrections(db, ticket_id),
        priority_why=_priority_why(ticket["priority"], labels),
        duplicates=_related(warehouse, ticket_id, (t.duplicate_of == first) | (t.ticket_id == first)),
        repeats=_related(warehouse, ticket_id, _repeats(t, ticket)),
    )


def correct(
    warehouse: Warehouse, db: Connection, ticket_id: str, field: str, value: str | None, by: str, at: datetime
) -> Correction:
    """Keep a person's word on a label; an empty value means *unknown*, or no duplicate.

    `classify.apply_correction` lets it stand in the facts, once it is committed: the turn to write there may be long
    in coming, and nobody may hold the store meanwhile.
    Raises Invalid (`label-unknown`, `duplicate-of-itself`), NotFound (`ticket-unknown`).
    """
    if field not in CORRECTABLE:
        raise Invalid(
            "label-unknown",
            en=f"The column {field!r} cannot be corrected. Use one of {', '.join(CORRECTABLE)}.",
            zh=f"字段 {field} 不能修改。可修改：{'、'.join(CORRECTABLE)}。",
        )
    _one(warehouse, ticket_id)
    if field == "duplicate_of" and value:
        _check_link(warehouse, ticket_id, value)
    correction = Correction(ticket_id, field, value or "", by, at)
    store.add_correction(db, correction)
    return correction


def readable(row: Row) -> Row:
    """A row as JSON takes it."""
    return {name: value.isoformat() if hasattr(value, "isoformat") else _plain(value) for name, value in row.items()}


def _plain(value: object) -> object:
    # A map column comes as pairs.
    return dict(value) if isinstance(value, list) else value


def _conditions(t: Table, q: str, filters: Sequence[Filter], period: Period | None) -> list[Any]:
    conditions: list[Any] = [f.on(dimension(f.dimension).value(t, _DATED)) for f in filters]
    for word in q.split():
        here: list[Any] = [t[name].lower().contains(word.lower()) for name in _TEXTS]
        conditions.append(ibis.or_(*here))
    if period:
        conditions += [t[_DATED] >= ibis.literal(period.start), t[_DATED] < ibis.literal(period.end)]
    return conditions


def excerpt(t: Table) -> Any:
    """What the ticket says, for a list: titles are often made by a form ("washer - repair") and tell nothing."""
    text: Any = ibis.coalesce(t.description, t.title)
    return text.strip().substr(0, _EXCERPT)


def _order(t: Table, sort: str) -> Any:
    name = sort.removeprefix("-")
    if name not in TICKETS.names() or TICKETS[name].kind == "map":
        raise Invalid(
            "sort-unknown",
            en=f"Tickets cannot be sorted by {name!r}. Use a column such as created_at or -priority.",
            zh=f"工单不能按 {name} 排序。请用 created_at、-priority 等字段。",
        )
    by: Any = t[name].cases(*_RANKS[name].items()) if name in _RANKS else t[name]
    return ibis.desc(by, nulls_first=False) if sort.startswith("-") else ibis.asc(by, nulls_first=False)


def _one(warehouse: Warehouse, ticket_id: str) -> Row:
    t = table("tickets")
    rows: list[Row] = warehouse.query(t.filter(t.ticket_id == ticket_id).limit(1)).to_pylist()
    if not rows:
        raise NotFound("ticket-unknown", en=f"There is no ticket {ticket_id!r}.", zh=f"没有工单 {ticket_id}。")
    return rows[0]


def _check_link(warehouse: Warehouse, ticket_id: str, other: str) -> None:
    if other == ticket_id:
        raise Invalid(
            "duplicate-of-itself",
            en=f"The ticket {ticket_id!r} cannot be a duplicate of itself.",
            zh=f"工单 {ticket_id} 不能重复于自身。",
        )
    first = _one(warehouse, other)
    if first["duplicate_of"]:
        raise Invalid(
            "duplicate-of-duplicate",
            en=f"{other!r} is itself a duplicate. Link to {first['duplicate_of']!r}.",
            zh=f"{other} 本身是重复工单，请关联到 {first['duplicate_of']}。",
        )


def _events(warehouse: Warehouse, ticket_id: str) -> list[Row]:
    e = table("events")
    names = ("at", "activity", "actor", "team", "from_value", "to_value")
    found = e.filter(e.ticket_id == ticket_id).order_by(e["at"], e["line"]).select(*names)
    return [readable(row) for row in warehouse.query(found).to_pylist()]


def _labels(warehouse: Warehouse, ticket_id: str) -> list[Row]:
    found = table("labels")
    own = found.filter(found.ticket_id == ticket_id).order_by(found.field).select("field", "value", "by", "why")
    rows: list[Row] = warehouse.query(own).to_pylist()
    return rows


def _priority_why(value: str | None, labels: list[Row]) -> Words:
    own = next((label for label in labels if label["field"] == "priority"), None)
    if value is None:
        return priority.unknown()
    if own is None:
        return priority.given(value)
    if own["by"] == classify.PRIORITY:
        return Words(**json.loads(own["why"]))
    who = own["by"].removeprefix("person:")
    return Words(f"{value}：由 {who} 设定。", f"{value}: set by {who}.")


def _related(warehouse: Warehouse, ticket_id: str, condition: BooleanValue) -> list[Row]:
    t = table("tickets")
    others = t.filter(condition, t.ticket_id != ticket_id).order_by(t.created_at).limit(50)
    found = others.select(*BRIEF, excerpt=excerpt(others))
    return [readable(row) for row in warehouse.query(found).to_pylist()]


def _repeats(t: Table, ticket: Row) -> BooleanValue:
    later: BooleanValue = t.repeat_of == ticket["ticket_id"]
    return later | (t.ticket_id == ticket["repeat_of"]) if ticket["repeat_of"] else later
