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
    none in the last 180 days from `lapses_at` until `returns_at`. Spans of one customer do not overlap.
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
    return spans.left_join(known, "customer_id").drop("customer_id_right")


RELATIONS: dict[str, Callable[[], Table]] = {"reordering": _reordering, "lapsing": _lapsing}


@cache
def relation(name: str) -> Table:
    """The fact or relation of that name, bound to no engine."""
    return table(name) if name in FACTS else RELATIONS[name]()
