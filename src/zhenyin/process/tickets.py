"""The tickets behind one edge of the map: those that went directly from one step to another, the longest wait first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
from ibis.expr.types import Table

from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import SECONDS, choose
from zhenyin.process.mining.steps import code, secs
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.ticket.models import BRIEF
from zhenyin.ticket.service import excerpt, readable
from zhenyin.warehouse.facts import table

_HOUR = 3600
_QUANTILES = (0.5, 0.9)


@dataclass(frozen=True, slots=True)
class EdgeTickets:
    """Waits on an edge: how often, in hours the median and the ninetieth percentile, and the tickets of one page.

    total: how many tickets there are. rows: a ticket each, with its longest wait there as `waited_hours`.
    """

    n: int
    total: int
    median_hours: float | None
    p90_hours: float | None
    rows: list[dict[str, Any]]

    def as_dict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


def edge_tickets(
    workspace: Workspace,
    source: str,
    target: str,
    filters: Sequence[Filter] = (),
    period: Period | None = None,
    by: str = "auto",
    limit: int = 50,
    offset: int = 0,
) -> EdgeTickets:
    """The tickets created in a period that went directly from `source` to `target`.

    Raises NotFound (`step-unknown`), and what `choose` raises.
    """
    choice = choose(workspace, filters, period, by)
    if choice is None:
        return EdgeTickets(0, 0, None, None, [])
    steps = choice.named_steps
    on = steps.filter(code(steps["last"]) == choice.code(source), code(steps.packed) == choice.code(target))
    waits = on.select("ticket_id", waited=secs(on.packed) - secs(on["last"]))
    found = waits.aggregate(n=waits.count(), total=waits.ticket_id.nunique(), q=waits.waited.quantile(list(_QUANTILES)))
    told = workspace.warehouse.query(found, seconds=SECONDS).to_pylist()[0]
    longest = waits.group_by("ticket_id").aggregate(waited=waits.waited.max())
    page = longest.order_by(longest.waited.desc(), longest.ticket_id).limit(limit, offset=offset)
    t = table("tickets")
    joined = page.inner_join(t, "ticket_id")
    shown = joined.select(*BRIEF, excerpt=excerpt(joined), waited_hours=joined.waited / _HOUR)
    rows = workspace.warehouse.query(
        shown.order_by(shown.waited_hours.desc(), shown.ticket_id), seconds=SECONDS
    ).to_pylist()
    median, p90 = told["q"] or (None, None)
    return EdgeTickets(
        n=told["n"],
        total=told["total"],
        median_hours=None if median is None else median / _HOUR,
        p90_hours=None if p90 is None else p90 / _HOUR,
        rows=[readable(row) for row in rows],
    )


_NONE: dict[str, Any] = {"total": 0, "rows": []}


def tickets_of_way(
    workspace: Workspace,
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
    choice = choose(workspace, filters, period, by)
    if choice is None or not way:
        return _NONE
    steps = choice.named_steps
    wanted: Any = ibis.literal([choice.code(step) for step in way], "array<int64>")
    right = steps.mutate(right=(code(steps.packed) == wanted[steps.pos]).fill_null(False))
    each = right.group_by("ticket_id").aggregate(steps=right.count(), right=right.right.sum())
    found = each.filter(each.steps == len(way), each.right == len(way)).select("ticket_id")
    return page(workspace, found, "taken_hours", taken_hours, limit, offset)


def tickets_of_step(
    workspace: Workspace,
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
    choice = choose(workspace, filters, period, by)
    if choice is None:
        return _NONE
    steps = choice.named_steps
    had = steps.filter(code(steps.packed) == choice.code(step))
    each = had.group_by("ticket_id").aggregate(times=had.count())
    return page(workspace, each, "times", lambda tickets: tickets.times, limit, offset)


def page(
    workspace: Workspace, found: Table, told: str, value: Callable[[Table], Any], limit: int, offset: int
) -> dict[str, Any]:
    """How many there are (`total`), and one page of them (`rows`). found: ticket_id, each once, and what else `value` reads.

    told: what is told of each ticket is called so in the rows; value: gives it, from `found` with the fact's columns.
    """
    total = workspace.warehouse.query(found.aggregate(n=found.count()), seconds=SECONDS)["n"][0].as_py()
    tickets = found.inner_join(table("tickets"), "ticket_id")
    shown = tickets.select(*BRIEF, excerpt=excerpt(tickets), **{told: value(tickets)})
    rows = shown.order_by(shown[told].desc(nulls_first=False), shown.ticket_id).limit(limit, offset=offset)
    return {
        "total": total,
        "rows": [readable(row) for row in workspace.warehouse.query(rows, seconds=SECONDS).to_pylist()],
    }


def taken_hours(tickets: Table) -> Any:
    """From creation to solution."""
    return tickets.resolution_seconds / 3600
