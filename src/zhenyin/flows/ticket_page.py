"""One page of the tickets behind a row, the largest of what is told of them first."""

from typing import Any

from ibis.expr.types import Table

from zhenyin.flows.process_choice import SECONDS
from zhenyin.job.house import House
from zhenyin.ticket.models import BRIEF
from zhenyin.ticket.service import excerpt, readable


def page(house: House, tickets: Table, told: str, limit: int, offset: int) -> dict[str, Any]:
    """How many there are (`total`), and one page of them (`rows`). tickets: the fact's columns, and `told`.

    told: what that column is called in the rows.
    """
    total = house.warehouse.query(tickets.aggregate(n=tickets.count()), seconds=SECONDS)["n"][0].as_py()
    shown = tickets.select(*BRIEF, excerpt=excerpt(tickets), **{told: tickets.told})
    rows = shown.order_by(shown[told].desc(nulls_first=False), shown.ticket_id).limit(limit, offset=offset)
    return {"total": total, "rows": [readable(row) for row in house.warehouse.query(rows, seconds=SECONDS).to_pylist()]}
