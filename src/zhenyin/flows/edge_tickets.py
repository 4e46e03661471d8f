"""The tickets behind one edge of the map: those that went directly from one step to another, the longest wait first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhenyin.flows.process_choice import SECONDS, choose
from zhenyin.job.house import House
from zhenyin.process.steps import code, secs
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
    house: House,
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
    choice = choose(house, filters, period, by)
    if choice is None:
        return EdgeTickets(0, 0, None, None, [])
    steps = choice.named_steps
    on = steps.filter(code(steps["last"]) == choice.code(source), code(steps.packed) == choice.code(target))
    waits = on.select("ticket_id", waited=secs(on.packed) - secs(on["last"]))
    found = waits.aggregate(n=waits.count(), total=waits.ticket_id.nunique(), q=waits.waited.quantile(list(_QUANTILES)))
    told = house.warehouse.query(found, seconds=SECONDS).to_pylist()[0]
    longest = waits.group_by("ticket_id").aggregate(waited=waits.waited.max())
    page = longest.order_by(longest.waited.desc(), longest.ticket_id).limit(limit, offset=offset)
    t = table("tickets")
    joined = page.inner_join(t, "ticket_id")
    shown = joined.select(*BRIEF, excerpt=excerpt(joined), waited_hours=joined.waited / _HOUR)
    rows = house.warehouse.query(
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
