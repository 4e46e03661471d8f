"""Rework: steps that a ticket goes through more than once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ibis.expr.types import Table

from zhenyin.process.steps import code


@dataclass(frozen=True, slots=True)
class Again:
    """A step that was done again. tickets: in how many; extra: how often beyond the first time, over all of them."""

    name: str
    tickets: int
    extra: int


def repeated(steps: Table) -> Table:
    """The rows that `again` reads: code, tickets, extra. steps: those of `steps.sequence`; their order does not matter."""
    times = steps.group_by(steps.n, code=code(steps.packed)).aggregate(times=steps.count())
    more = times.filter(times.times > 1)
    return more.group_by("code").aggregate(tickets=more.count(), extra=(more.times - 1).sum())


def again(rows: Iterable[Mapping[str, int]], names: Sequence[str]) -> tuple[Again, ...]:
    """What was done again, the most frequent first."""
    found = [Again(names[row["code"]], row["tickets"], int(row["extra"])) for row in rows]
    return tuple(sorted(found, key=lambda one: (-one.extra, one.name)))
