"""Hand-offs from team to team: how many, how long the ticket then waits for its next step, and what comes of it.

A stay is what `steps` tells of one team in a row; a hand-off is the beginning of every stay of a ticket but the first.
A team that never gets a ticket from another one and never solves one is no team but the door, such as a queue or a system:
what leaves it is dispatched, not handed on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
from ibis.expr.types import Table

from zhenyin.process.mining.graph import MOST_SEEN
from zhenyin.process.mining.steps import code, secs, window


@dataclass(frozen=True, slots=True)
class HandOff:
    """What `source` handed to `target`; None for tickets that began there. n: times; tickets: how many had it.

    touched: times after which there was a next step; secs: until then, in all. What came next: back (to a team that
    had it before), on (to one that had not), solved (where it was), and left: none of these so far.
    """

    source: str | None
    target: str
    n: int
    tickets: int
    touched: int
    secs: int
    back: int
    on: int
    solved: int

    @property
    def left(self) -> int:
        return self.n - self.back - self.on - self.solved


def hand_offs(steps: Table, names: int) -> Table:
    """The rows of `HandOff`, teams by their codes.

    steps: `steps.sequence` by team with stays=False, and `solved`. names: how many teams there are.
    """
    stays = _stays(steps, names)
    last = stays.then.isnull()
    return stays.group_by("source", "target").aggregate(
        times=stays.count(),
        tickets=stays.n.nunique(),
        touched=stays.touched.count(),
        secs=(stays.touched - stays.came).sum(),
        back=stays.then.sum(),
        on=(~stays.then).sum(),
        solved=(last & stays.solved).sum(),
    )


def _stays(steps: Table, names: int) -> Table:
    """Each stay: team before (`source`) and its own (`target`), when it `came` and was `touched`.

    then: whether the team after it had the ticket before; null where there is none.
    """
    told = steps.select(
        "n",
        "pos",
        "solved",
        source=code(steps["last"]),
        target=code(steps.packed),
        came=secs(steps.packed),
        touched=secs(steps["next"]),
    )
    begins = told.filter(told.source.isnull() | (told.source != told.target))
    return (_then_by_sets if names <= MOST_SEEN else _then_by_place)(begins)


def _then_by_sets(begins: Table) -> Table:
    """By the teams that each ticket has had so far, a bit each: half as much to sort as by places."""
    one: Any = ibis.literal(1, "int64")
    made: Any = ibis.window
    so_far = made(group_by=begins.n, order_by=begins.pos, preceding=None, following=0)
    after = begins.target.lead().over(window(begins.n, begins.pos))
    known = begins.mutate(seen=(one << begins.target).bit_or().over(so_far), after=after)
    return known.mutate(then=((known.seen >> known.after) & 1) == 1)


def _then_by_place(begins: Table) -> Table:
    """By whether each team comes again, where teams are more than bits."""
    again = begins.pos.lag().over(window([begins.n, begins.target], begins.pos)).notnull()
    known = begins.mutate(again=again)
    return known.mutate(then=known.again.lead().over(window(known.n, known.pos)))


def read(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> tuple[HandOff, ...]:
    """What the rows of `hand_offs` tell, the most frequent first."""
    counts = ("times", "tickets", "touched", "secs", "back", "on", "solved")
    found = [
        HandOff(
            None if row["source"] is None else names[row["source"]],
            names[row["target"]],
            *(int(row[name] or 0) for name in counts),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (-one.n, one.source or "", one.target)))


def doors(found: Iterable[HandOff]) -> frozenset[str]:
    """Teams that tickets come from, but never go to, and that solve none themselves."""
    rows = list(found)
    working = {one.target for one in rows if one.source is not None or one.solved}
    return frozenset(one.target for one in rows) - working


def moved(found: Iterable[HandOff], doors: frozenset[str]) -> tuple[int, int]:
    """Tickets, and those that more than one team had, doors left out.

    A door is the first to have a ticket or never has it. So those that did not move are the ones whose first team was the
    last, and those of a door whose second was.
    """
    rows = list(found)
    stayed = sum(one.n - one.back - one.on for one in rows if one.source is None or one.source in doors)
    tickets = sum(one.n for one in rows if one.source is None)
    return tickets, tickets - stayed
