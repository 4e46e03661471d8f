"""One page of the tickets behind a row, the largest of what is told of them first."""

from collections.abc import Callable
from typing import Any

from ibis.expr.types import Table

from zhenyin.flows.process_choice import SECONDS
from zhenyin.job.house import House
from zhenyin.ticket.models import BRIEF
from zhenyin.ticket.service import excerpt, readable
from zhenyin.warehouse.facts import table


def page(
    house: House, found: Table, told: str, value: Callable[[Table], Any], limit: int, offset: int
) -> dict[str, Any]:
    """How many there are (`total`), and one page of them (`rows`). found: ticket_id, each once, and what else `value` reads.

    told: what is told of each ticket is called so in the rows; value: gives it, from `found` with the fact's columns.
    """
    total = house.warehouse.query(found.aggregate(n=found.count()), seconds=SECONDS)["n"][0].as_py()
    tickets = found.inner_join(table("tickets"), "ticket_id")
    shown = tickets.select(*BRIEF, excerpt=excerpt(tickets), **{told: value(tickets)})
    rows = shown.order_by(shown[told].desc(nulls_first=False), shown.ticket_id).limit(limit, offset=offset)
    return {"total": total, "rows": [readable(row) for row in house.warehouse.query(rows, seconds=SECONDS).to_pylist()]}


def taken_hours(tickets: Table) -> Any:
    """From creation to solution."""
    return tickets.resolution_seconds / 3600
