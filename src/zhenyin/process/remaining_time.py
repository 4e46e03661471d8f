"""Which open tickets will pass their limit, and how long does each still take?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import numpy as np
from ibis.expr.types import Table

from zhenyin.core import clock
from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import SECONDS, Choice, choose
from zhenyin.process.mining import sojourns
from zhenyin.process.mining.remaining_time import Outlook, late, outlook
from zhenyin.process.remaining_time_model import COVERS, Learned, known_now, secs, telling
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.ticket.models import BRIEF
from zhenyin.ticket.service import excerpt, readable
from zhenyin.warehouse.facts import table

_MOST_OPEN = 200_000


@dataclass(frozen=True, slots=True)
class Remaining:
    """Open tickets: how many (`open`), over their limit (`over`), without one (`unlimited`), and those most at risk.

    silent: open ones that are not among them, of sources that never say when a ticket ended. expected: how many of those
    that are not over yet will pass their limit. rows: tickets with how `likely` they are to be open at the limit, and
    `low`, `mid` and `high`, the hours that remain.
    """

    open: int
    over: int
    unlimited: int
    silent: int
    expected: float
    rows: list[dict[str, Any]]
    learned: Learned

    def sentence(self) -> Words:
        if not self.open:
            return Words("没有未解决的工单。", "No ticket is open.")
        n, over, soon = self.open, self.over, self.expected
        return Words(
            f"{n:,} 件未解决，{over:,} 件已超时；其余工单中预计还有约 {soon:,.0f} 件会超时。",
            f"{n:,} tickets are open, {over:,} of them past due; of the others about {soon:,.0f} will pass their limit.",
        )

    def as_dict(self) -> dict[str, Any]:
        learned = self.learned
        return {
            "open": self.open,
            "over": self.over,
            "unlimited": self.unlimited,
            "silent": self.silent,
            "expected": self.expected,
            "covers": COVERS,
            "held": learned.held,
            "checked": learned.checked,
            "late": self.rows,
            "sentence": self.sentence().as_dict(),
        }


def remaining(
    workspace: Workspace, filters: Sequence[Filter] = (), period: Period | None = None, by: str = "auto", most: int = 50
) -> Remaining | None:
    """The open tickets of a question that are likeliest to pass their limit, and what remains of each.

    Filters choose the tickets that are told of; it is learned from all. None while there are no events at all. Raises
    what `choose` raises.
    """
    choice, unfiltered = choose(workspace, filters, period, by), choose(workspace, (), None, by)
    if choice is None or unfiltered is None:
        return None
    now, learned = clock.now(workspace.settings.zone), known_now(workspace, unfiltered)
    t = choice.tickets
    every = t.filter(t.waited & t.ended_at.isnull() & (t.created_at <= now))
    waiting = every.filter(every.source.isin(telling(workspace, unfiltered)))
    rows = workspace.warehouse.query(_standing(waiting, choice), seconds=SECONDS, rows=_MOST_OPEN)
    told = [None if due is None else secs(due) for due in rows["due"].to_pylist()]
    limit = np.array([np.inf if due is None else due for due in told], dtype=np.float64)
    stays, moment = sojourns.read(rows, learned.own_codes()), secs(now)
    chance = late(learned.past, stays, moment, learned.right, limit)
    pending = np.isfinite(limit) & (limit > moment)
    order = np.lexsort((np.arange(len(limit)), limit, -np.where(pending, chance, -1.0)))[:most]
    order = order[pending[order]]
    view = outlook(learned.past, stays.at(order), moment, learned.right, COVERS)
    return Remaining(
        open=len(limit),
        over=int((limit <= moment).sum()),
        unlimited=int(np.isinf(limit).sum()),
        silent=workspace.warehouse.query(every.aggregate(n=every.count()))["n"][0].as_py() - len(limit),
        expected=float(chance[pending].sum()),
        rows=_rows(workspace, [rows["ticket_id"][int(i)].as_py() for i in order], chance[order], view),
        learned=learned,
    )


def _standing(tickets: Table, choice: Choice) -> Table:
    """Where open tickets stand, each with its limit."""
    newest = sojourns.stays(table("events"), tickets, choice.by, newest=True)
    limits = tickets.select("ticket_id", due=tickets.resolution_due_at)
    return newest.inner_join(limits, "ticket_id").order_by("ticket_id").limit(_MOST_OPEN)


def _rows(workspace: Workspace, tickets: list[str], chance: Any, view: Outlook) -> list[dict[str, Any]]:
    t = table("tickets")
    chosen = t.filter(t.ticket_id.isin(tickets) if tickets else ibis.literal(False))
    shown = chosen.select(*BRIEF, "resolution_due_at", excerpt=excerpt(chosen))
    known = {row["ticket_id"]: readable(row) for row in workspace.warehouse.query(shown).to_pylist()}
    each = zip(tickets, chance.tolist(), view.hours(), strict=True)
    return [known[ticket] | {"likely": likely, **ends} for ticket, likely, ends in each]
