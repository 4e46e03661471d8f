"""How a planted truth is told: the shapes that truth.json uses again and again."""

import numpy as np

from zhenyin.core.arrays import Floats, Mask
from zhenyin.demo.catalogue import FAULT_NAMES
from zhenyin.demo.frame import Tickets
from zhenyin.demo.world import World


def span(world: World, first: int, after: int) -> dict[str, str]:
    """Dates of a span of days; `to` is its last day."""
    return {"from": world.calendar(first).isoformat(), "to": world.calendar(after - 1).isoformat()}


def decision(world: World, day: int, before: int, plan: dict[str, object]) -> dict[str, object]:
    """An entry of the company's ledger: decided some days before its action starts, done by the end of the first week.

    day: of the story, on which the action starts. plan: the words of the entry, and what is to be reached.
    """
    days = {"decided": day - before, "start": day, "due": day + 7}
    return plan | {name: world.calendar(at).isoformat() for name, at in days.items()} | {"direction": "lower"}


def within(tickets: Tickets, first: int, after: int) -> Mask:
    """Created from day `first` up to, not including, day `after`."""
    return (tickets.created >= first * 86_400) & (tickets.created < after * 86_400)


def has_fault(tickets: Tickets, *names: str) -> Mask:
    return np.asarray(np.isin(tickets.fault, [FAULT_NAMES.index(name) for name in names]))


def times(where: Mask, factor: float) -> Floats:
    """`factor` where the flag is set, otherwise 1."""
    return np.where(where, factor, 1.0)
