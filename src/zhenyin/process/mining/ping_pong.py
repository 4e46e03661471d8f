"""Tickets that bounce between teams: who sends them back, how long they are on the way, and what that costs.

A stay is a row of steps of one team; a return is a stay of a team that had the ticket before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ibis.expr.types import Table

from zhenyin.process.mining.steps import code, secs, window


@dataclass(frozen=True, slots=True)
class Round:
    """What bouncing tickets did in all. secs: from first leaving a team that they came back to until last coming back."""

    tickets: int
    handovers: int
    returns: int
    secs: int


@dataclass(frozen=True, slots=True)
class SentBack:
    """Tickets that `by` sent back to a team that had them before. secs: how long they had been away from it."""

    by: str
    to: str
    returns: int
    tickets: int
    secs: int


def rounds(steps: Table) -> Table:
    """The one row that is a `Round`. steps: `steps.sequence` by team."""
    stays = _stays(steps)
    back = stays.away.notnull()
    of_ticket = stays.group_by("n").aggregate(
        stays=stays.count(),
        returns=back.sum(),
        secs=stays.came.max(where=back) - (stays.came - stays.away).min(),
    )
    bounced = of_ticket.filter(of_ticket.returns > 0)
    return bounced.aggregate(
        tickets=bounced.count(),
        handovers=(bounced.stays - 1).sum(),
        returns=bounced.returns.sum(),
        secs=bounced.secs.sum(),
    )


def sent_back(steps: Table) -> Table:
    """The rows of `SentBack`, teams by their codes. steps: `steps.sequence` by team."""
    stays = _stays(steps)
    back = stays.filter(stays.away.notnull())
    return back.group_by("by", "to").aggregate(returns=back.count(), tickets=back.n.nunique(), secs=back.away.sum())


def _stays(steps: Table) -> Table:
    """Stays with the team (`to`), the team before (`by`), when it came, and how long it had been away: null at first."""
    in_order = window(steps.n, steps.pos)
    stays = steps.select(
        "n",
        "pos",
        to=code(steps.packed),
        by=code(steps["last"]),
        came=secs(steps.packed),
        left=secs(steps.packed.lead().over(in_order)),
    )
    same_team = window([stays.n, stays.to], stays.pos)
    return stays.mutate(away=stays.came - stays.left.lag().over(same_team))


def bounces(row: Mapping[str, Any]) -> Round:
    """The round that the row of `rounds` tells."""
    return Round(*(int(row[name] or 0) for name in ("tickets", "handovers", "returns", "secs")))


def senders(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> tuple[SentBack, ...]:
    """Who sent back what to whom, most time first."""
    found = [SentBack(names[r["by"]], names[r["to"]], r["returns"], r["tickets"], int(r["secs"])) for r in rows]
    return tuple(sorted(found, key=lambda one: (-one.secs, one.by, one.to)))
