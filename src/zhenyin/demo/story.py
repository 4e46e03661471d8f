"""The two years of 星云智家, from the first report to the last rating."""

from collections.abc import Callable, Sequence

import numpy as np

from zhenyin.core.arrays import Ints, Mask
from zhenyin.demo.catalogue import CHANNEL_WEIGHTS
from zhenyin.demo.frame import NEVER, Tickets, together
from zhenyin.demo.handling import handled
from zhenyin.demo.plants import Plant, shelf
from zhenyin.demo.plants.t12_one_leak_three_reports import MARK
from zhenyin.demo.proposals import expected, month_of_reports, versions
from zhenyin.demo.world import World

_REPEATING, _AGAIN = 0.065, 0.30
"""Share of solved troubles that come back within 30 days; of those, the share that comes back once more."""
_DUPLICATED = 0.02


def generate_tickets(world: World, progress: Callable[[float], None] = lambda _: None) -> Tickets:
    """All tickets of the story, in the order in which they were created, numbered from 1."""
    plants = list(shelf().values())
    reports = _reports(world, plants, progress)
    firsts = handled(world, reports.changed(number=np.arange(len(reports))), plants, "handling")
    again = _repeats(world, firsts, plants, len(firsts), _REPEATING, "repeats")
    once_more = _repeats(world, again, plants, len(firsts) + len(again), _AGAIN, "second repeats")
    known = together([firsts, again, once_more])
    return _in_order(together([known, _duplicates(world, known, plants)]))


def _reports(world: World, plants: Sequence[Plant], progress: Callable[[float], None]) -> Tickets:
    rates = expected(world)
    rate_factors = [plant.rate_factor for plant in plants if plant.rate_factor]
    parts = []
    for month in range(int(world.month_of_day[-1]) + 1):
        parts.append(month_of_reports(world, month, rates, rate_factors))
        progress((month + 1) / 25)
    parts += [plant.extra(world, world.dice("extra", i)) for i, plant in enumerate(plants) if plant.extra]
    reports = together(parts)
    leader = int(np.argmax(reports.original == MARK)) - 1
    return reports.changed(original=np.where(reports.original == MARK, leader, reports.original))


def _delivered(world: World, tickets: Tickets, plants: Sequence[Plant]) -> Mask:
    """Within the story, and not through a channel that is silent."""
    inside: Mask = tickets.created < world.end
    for plant in plants:
        if plant.rate_factor:
            inside &= plant.rate_factor(world, tickets) > 0
    return inside


def _repeats(
    world: World, solved: Tickets, plants: Sequence[Plant], numbered: int, share: float, stage: str
) -> Tickets:
    rng = world.dice(stage)
    able = (solved.resolved != NEVER) & (solved.original == NEVER) & (solved.kind <= 1)
    parents = solved.take(able & (rng.random(len(solved)) < share))
    later = parents.resolved + (rng.uniform(0.5, 29.0, len(parents)) * 86_400).astype(np.int64)
    again = parents.changed(created=later, earlier=parents.number, number=np.arange(len(parents)))
    again = again.take(_delivered(world, again, plants))
    again = again.changed(
        number=numbered + np.arange(len(again)),
        version=versions(world, again.model, again.day, rng),
    )
    return handled(world, again, plants, stage + " handling")


def _duplicates(world: World, known: Tickets, plants: Sequence[Plant]) -> Tickets:
    rng = world.dice("duplicates")
    parents = known.take((known.original == NEVER) & (rng.random(len(known)) < _DUPLICATED))
    size = len(parents)
    hop = 1 + rng.integers(0, len(CHANNEL_WEIGHTS) - 1, size)
    copies = parents.changed(
        created=parents.created + (rng.uniform(0.3, 20, size) * 3_600).astype(np.int64),
        channel=(parents.channel + hop) % len(CHANNEL_WEIGHTS),
        original=parents.number,
        earlier=np.full(size, NEVER),
    )
    copies = copies.take(_delivered(world, copies, plants))
    return handled(world, copies, plants, "duplicate handling")


def _in_order(tickets: Tickets) -> Tickets:
    order = np.argsort(tickets.created, kind="stable")
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = 1 + np.arange(len(order))

    def renumbered(reference: Ints) -> Ints:
        return np.where(reference == NEVER, NEVER, rank[np.maximum(reference, 0)])

    numbered = tickets.changed(original=renumbered(tickets.original), earlier=renumbered(tickets.earlier), number=rank)
    return numbered.take(order)
