"""Ping-pong: cases that return to a team that had them before, who returns them, and how long they were away.

A sojourn is a run of steps of one team; a return is a sojourn of a team that had the case before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ibis.expr.types import Table

from zhenyin.process.mining.steps import code, epoch_seconds, window


@dataclass(frozen=True, slots=True)
class RoundTrips:
    """Sums over the tickets with a return. tickets: how many. handovers, returns: times.

    away_seconds: from first leaving a team that the ticket came back to until it last came back.
    """

    tickets: int
    handovers: int
    returns: int
    away_seconds: int


@dataclass(frozen=True, slots=True)
class Return:
    """Returns by the team `by` to the team `to`, which had the case before.

    returns: times. tickets: how many were returned. away_seconds: absent from `to`, summed.
    """

    by: str
    to: str
    returns: int
    tickets: int
    away_seconds: int


def round_trip_row(steps: Table) -> Table:
    """The one row that `read_round_trips` reads. steps: `steps.sequence` by team."""
    sojourns = _sojourns(steps)
    is_return = sojourns.away.notnull()
    of_case = sojourns.group_by("case_id").aggregate(
        sojourns=sojourns.count(),
        returns=is_return.sum(),
        away_seconds=sojourns.came.max(where=is_return) - (sojourns.came - sojourns.away).min(),
    )
    returned = of_case.filter(of_case.returns > 0)
    return returned.aggregate(
        tickets=returned.count(),
        handovers=(returned.sojourns - 1).sum(),
        returns=returned.returns.sum(),
        away_seconds=returned.away_seconds.sum(),
    )


def return_rows(steps: Table) -> Table:
    """The rows that `read_returns` reads, teams by their codes. steps: `steps.sequence` by team."""
    sojourns = _sojourns(steps)
    returns = sojourns.filter(sojourns.away.notnull())
    return returns.group_by("by", "to").aggregate(
        returns=returns.count(), tickets=returns.case_id.nunique(), away_seconds=returns.away.sum()
    )


def read_round_trips(row: Mapping[str, Any]) -> RoundTrips:
    """The sums that the row of `round_trip_row` holds.

    Source: S. vanden Broucke, J. Vanthienen and B. Baesens, Volvo IT Belgium VINST, BPI Challenge, CEUR-WS 1052 (2013).

    >>> read_round_trips({"tickets": 0, "handovers": None, "returns": None, "away_seconds": None})
    RoundTrips(tickets=0, handovers=0, returns=0, away_seconds=0)
    """
    return RoundTrips(*(int(row[name] or 0) for name in ("tickets", "handovers", "returns", "away_seconds")))


def read_returns(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> tuple[Return, ...]:
    """The returns that the rows of `return_rows` describe, the longest total absence first. names: of teams, by code.

    >>> rows = [{"by": 1, "to": 0, "returns": 3, "tickets": 2, "away_seconds": 7200}]
    >>> read_returns(rows, ["desk", "workshop"])
    (Return(by='workshop', to='desk', returns=3, tickets=2, away_seconds=7200),)
    """
    found = [
        Return(names[row["by"]], names[row["to"]], row["returns"], row["tickets"], int(row["away_seconds"]))
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (-one.away_seconds, one.by, one.to)))


def _sojourns(steps: Table) -> Table:
    """Sojourns with the team (`to`), the team before (`by`), when the case `came`, and how long it had been `away`.

    away: null for the first sojourn of a team.
    """
    in_order = window(steps.case_id, steps.position)
    sojourns = steps.select(
        "case_id",
        "position",
        to=code(steps.packed),
        by=code(steps.previous),
        came=epoch_seconds(steps.packed),
        left=epoch_seconds(steps.packed.lead().over(in_order)),
    )
    same_team = window([sojourns.case_id, sojourns.to], sojourns.position)
    return sojourns.mutate(away=sojourns.came - sojourns.left.lag().over(same_team))
