"""Rows that no fact holds as they are: a fact with what came after beside each row. Joins here never fan out."""

from collections.abc import Callable
from functools import cache

import ibis
from ibis.expr.types import Table

from zhenyin.warehouse.facts import FACTS, table

_LAPSE = 180
_REORDER = 90


def _reordering() -> Table:
    """Closed tickets, with `reordered`: the customer ordered within 90 days afterwards."""
    tickets, orders = table("tickets"), table("orders")
    closed = tickets.filter(tickets.closed_at.notnull(), tickets.customer_id.notnull())
    later = orders.select(buyer=orders.customer_id, ordered_at=orders["at"])
    pairs = closed.join(
        later,
        [
            closed.customer_id == later.buyer,
            later.ordered_at > closed.closed_at,
            later.ordered_at <= closed.closed_at + ibis.interval(days=_REORDER),
        ],
    )
    followed = pairs.select(followed=pairs.ticket_id).distinct()
    joined = closed.left_join(followed, closed.ticket_id == followed.followed)
    return joined.mutate(reordered=joined.followed.notnull()).drop("followed")


def _lapsing() -> Table:
    """Orders, as spans in which their customer counts: the last order before `lapses_at` is the one that counts.

    A customer had an order in the 180 days before the last 180 days from `lapses_at` until `expires_at`, and has had
    none in the last 180 days from `lapses_at` until `returns_at`. Spans of one customer do not overlap. `repeats` is how
    often a fault had come back to the customer by then: "0", "1" or "2+".
    """
    orders, customers = table("orders"), table("customers")
    known = customers.group_by("customer_id").aggregate(
        **{name: customers[name].arbitrary() for name in ("customer_type", "province", "city")}
    )
    ordered = orders.mutate(
        following=orders["at"].lead().over(group_by=orders.customer_id, order_by=[orders["at"], orders.order_id])
    )
    lapse = ibis.interval(days=_LAPSE)
    spans = ordered.mutate(
        lapses_at=ordered["at"] + lapse,
        expires_at=ibis.least(ordered["at"] + lapse + lapse, ordered.following + lapse),
        returns_at=ibis.least(ordered["at"] + lapse + lapse, ordered.following),
    )
    came_back = _came_back(spans)
    joined = spans.left_join(known, "customer_id").drop("customer_id_right").left_join(came_back, "order_id")
    times = joined.times.fill_null(0)
    label = ibis.cases((times == 0, "0"), (times == 1, "1"), else_="2+")
    return joined.mutate(repeats=label).drop("order_id_right", "times")


def _came_back(spans: Table) -> Table:
    """How many repeats the customer of an order had had when the order's span began; orders without any are left out."""
    tickets = table("tickets")
    again = tickets.filter(tickets.valid, tickets.repeat_of.notnull(), tickets.customer_id.notnull())
    repeats = again.select(buyer=again.customer_id, again_at=again.created_at)
    pairs = spans.join(repeats, [spans.customer_id == repeats.buyer, repeats.again_at <= spans.lapses_at])
    return pairs.group_by("order_id").aggregate(times=pairs.count())


RELATIONS: dict[str, Callable[[], Table]] = {"reordering": _reordering, "lapsing": _lapsing}


@cache
def relation(name: str) -> Table:
    """The fact or relation of that name, bound to no engine."""
    return table(name) if name in FACTS else RELATIONS[name]()
