"""Handover of work: how often a case passes from one team to another, how long it then waits, and what comes of it.

A sojourn is a run of steps of one team; a handover is the beginning of every sojourn of a case but the first. A team that
never gets a case from another one and never resolves one is an entry point, such as a queue or a system: what leaves it is
dispatched, not handed over.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
from ibis.expr.types import Table

from zhenyin.process.mining.directly_follows_graph import MAX_STEP_SET
from zhenyin.process.mining.steps import code, epoch_seconds, window


@dataclass(frozen=True, slots=True)
class Handover:
    """What `source` handed to `target`; source is None for tickets that began there.

    n: times. tickets: that had it. first_touched: times after which a next step is recorded. waiting_seconds: until that
    step, summed. What came next: returned (to a team that had it before), passed_on (to one that had not), resolved
    (where it was), open (none of these so far).

    >>> Handover("A", "B", n=5, tickets=4, first_touched=5, waiting_seconds=9, returned=1, passed_on=2, resolved=1).open
    1
    """

    source: str | None
    target: str
    n: int
    tickets: int
    first_touched: int
    waiting_seconds: int
    returned: int
    passed_on: int
    resolved: int

    @property
    def open(self) -> int:
        """Times after which none of these has come yet."""
        return self.n - self.returned - self.passed_on - self.resolved


def handover_rows(steps: Table, names: int) -> Table:
    """The rows that `read_handovers` reads, teams by their codes.

    steps: `steps.sequence` by team with sojourns=False, and `resolved`. names: how many teams there are.
    """
    sojourns = _sojourns(steps, names)
    last = sojourns.returns.isnull()
    return sojourns.group_by("source", "target").aggregate(
        n=sojourns.count(),
        tickets=sojourns.case_id.nunique(),
        first_touched=sojourns.touched.count(),
        waiting_seconds=(sojourns.touched - sojourns.came).sum(),
        returned=sojourns.returns.sum(),
        passed_on=(~sojourns.returns).sum(),
        resolved=(last & sojourns.resolved).sum(),
    )


def read_handovers(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> tuple[Handover, ...]:
    """The handovers that the rows of `handover_rows` describe, the most frequent first. names: of teams, by code.

    Source: W. van der Aalst, H. Reijers and M. Song, Discovering social networks from event logs, Computer Supported
    Cooperative Work 14 (2005).

    >>> row = {"source": 0, "target": 1, "n": 5, "tickets": 4, "first_touched": 5, "waiting_seconds": 9}
    >>> (found,) = read_handovers([row | {"returned": 1, "passed_on": 2, "resolved": None}], ["desk", "workshop"])
    >>> found.source, found.target, found.open
    ('desk', 'workshop', 2)
    """
    counts = ("n", "tickets", "first_touched", "waiting_seconds", "returned", "passed_on", "resolved")
    found = [
        Handover(
            None if row["source"] is None else names[row["source"]],
            names[row["target"]],
            *(int(row[name] or 0) for name in counts),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (-one.n, one.source or "", one.target)))


def entry_points(handovers: Iterable[Handover]) -> frozenset[str]:
    """Teams that tickets come from but never go to, and that resolve none themselves. handovers: all of an event log.

    >>> begun = Handover(None, "queue", 9, 9, 9, 0, returned=0, passed_on=9, resolved=0)
    >>> sent = Handover("queue", "desk", 9, 9, 9, 0, returned=0, passed_on=0, resolved=9)
    >>> entry_points([begun, sent])
    frozenset({'queue'})
    """
    rows = list(handovers)
    working = {one.target for one in rows if one.source is not None or one.resolved}
    return frozenset(one.target for one in rows) - working


def transferred(handovers: Iterable[Handover], entry_points: frozenset[str]) -> tuple[int, int]:
    """The number of tickets, and of those that more than one team had; entry points do not count as teams.

    handovers: all of an event log. entry_points: as found in them. An entry point is the first to have a ticket or never has
    it. So the tickets that were not transferred are those whose first team was the last one, and those that came from an
    entry point and whose second team was the last one.

    >>> begun = Handover(None, "queue", 9, 9, 9, 0, returned=0, passed_on=9, resolved=0)
    >>> sent = Handover("queue", "desk", 9, 9, 9, 0, returned=0, passed_on=2, resolved=7)
    >>> given = Handover("desk", "workshop", 2, 2, 2, 0, returned=0, passed_on=0, resolved=2)
    >>> transferred([begun, sent, given], frozenset({"queue"}))
    (9, 2)
    """
    rows = list(handovers)
    stayed = sum(
        one.n - one.returned - one.passed_on for one in rows if one.source is None or one.source in entry_points
    )
    tickets = sum(one.n for one in rows if one.source is None)
    return tickets, tickets - stayed


def _sojourns(steps: Table, names: int) -> Table:
    """Each sojourn: the team before (`source`) and its own (`target`), when the case `came` and was `touched`.

    returns: whether the team after it had the case before; null where there is none.
    """
    rows = steps.select(
        "case_id",
        "position",
        "resolved",
        source=code(steps.previous),
        target=code(steps.packed),
        came=epoch_seconds(steps.packed),
        touched=epoch_seconds(steps.following),
    )
    begins = rows.filter(rows.source.isnull() | (rows.source != rows.target))
    return (_returns_by_sets if names <= MAX_STEP_SET else _returns_by_place)(begins)


def _returns_by_sets(begins: Table) -> Table:
    """By the teams that each case has had so far, a bit each: half as much to sort as by places."""
    one: Any = ibis.literal(1, "int64")
    made: Any = ibis.window
    so_far = made(group_by=begins.case_id, order_by=begins.position, preceding=None, following=0)
    after = begins.target.lead().over(window(begins.case_id, begins.position))
    rows = begins.mutate(team_set=(one << begins.target).bit_or().over(so_far), after=after)
    return rows.mutate(returns=((rows.team_set >> rows.after) & 1) == 1)


def _returns_by_place(begins: Table) -> Table:
    """By whether each team had the case before, where teams are more than bits."""
    comes_back = begins.position.lag().over(window([begins.case_id, begins.target], begins.position)).notnull()
    rows = begins.mutate(comes_back=comes_back)
    return rows.mutate(returns=rows.comes_back.lead().over(window(rows.case_id, rows.position)))
