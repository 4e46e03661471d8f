"""The tickets behind a row of the process page: those that took one way, and those that had one step."""

from collections.abc import Sequence
from typing import Any

import ibis
from ibis.expr.types import Table

from zhenyin.flows.process_choice import SECONDS, choose
from zhenyin.job.house import House
from zhenyin.process.steps import code
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.ticket.models import BRIEF
from zhenyin.ticket.service import excerpt, readable
from zhenyin.warehouse.facts import table

_HOUR = 3600
_NONE: dict[str, Any] = {"total": 0, "rows": []}


def tickets_of_way(
    house: House,
    way: Sequence[str],
    filters: Sequence[Filter] = (),
    period: Period | None = None,
    by: str = "auto",
    limit: int = 50,
    offset: int = 0,
) -> dict[str, Any]:
    """The tickets that went exactly through these steps, those that took longest first, with `taken_hours`.

    Raises NotFound (`step-unknown`), and what `choose` raises.
    """
    choice = choose(house, filters, period, by)
    if choice is None or not way:
        return _NONE
    steps = choice.named_steps
    wanted: Any = ibis.literal([choice.code(step) for step in way], "array<int64>")
    right = steps.mutate(right=(code(steps.packed) == wanted[steps.pos]).fill_null(False))
    each = right.group_by("ticket_id").aggregate(steps=right.count(), right=right.right.sum())
    found = each.filter(each.steps == len(way), each.right == len(way)).select("ticket_id")
    t = table("tickets")
    joined = found.inner_join(t, "ticket_id").mutate(told=ibis._.resolution_seconds / _HOUR)
    return _page(house, joined, "taken_hours", limit, offset)


def tickets_of_step(
    house: House,
    step: str,
    filters: Sequence[Filter] = (),
    period: Period | None = None,
    by: str = "auto",
    limit: int = 50,
    offset: int = 0,
) -> dict[str, Any]:
    """The tickets that had a step, those that had it most often first, with `times`.

    Raises NotFound (`step-unknown`), and what `choose` raises.
    """
    choice = choose(house, filters, period, by)
    if choice is None:
        return _NONE
    steps = choice.named_steps
    had = steps.filter(code(steps.packed) == choice.code(step))
    each = had.group_by("ticket_id").aggregate(told=had.count())
    return _page(house, each.inner_join(table("tickets"), "ticket_id"), "times", limit, offset)


def _page(house: House, joined: Table, told: str, limit: int, offset: int) -> dict[str, Any]:
    """How many there are (`total`), and one page of them (`rows`), the largest of what is told first."""
    total = house.warehouse.query(joined.aggregate(n=joined.count()), seconds=SECONDS)["n"][0].as_py()
    shown = joined.select(*BRIEF, excerpt=excerpt(joined), **{told: joined.told})
    page = shown.order_by(shown[told].desc(nulls_first=False), shown.ticket_id).limit(limit, offset=offset)
    return {"total": total, "rows": [readable(row) for row in house.warehouse.query(page, seconds=SECONDS).to_pylist()]}
