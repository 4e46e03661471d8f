"""What the company does with a ticket: who gets it, when they answer, when it is solved, how it is rated."""

from collections.abc import Sequence

import numpy as np

from zhenyin.core.arrays import Floats, Ints, Mask
from zhenyin.demo import catalogue as words
from zhenyin.demo.frame import NEVER, Tickets
from zhenyin.demo.people import on_duty
from zhenyin.demo.plants import Plant
from zhenyin.demo.world import World

_TEAM_OF_FAULT = np.array([words.TEAMS.index(fault.team) for fault in words.FAULTS])
_HARD = np.array([fault.hard for fault in words.FAULTS])
_SOLVE_HOURS = np.array([fault.hours for fault in words.FAULTS])
_REPLY_HOURS = np.array([0.6, 3.0, 0.9, 2.0, 5.0, 1.2])
NIGHT_REPLY = 4.0
"""How many times as long a first reply takes at night ..."""
HARD_REPLY = 2.5
"""... and for a hard fault."""
TRANSFER_HOURS = 6.0
"""Mean time that a ticket waits each time it changes hands."""
_PRIORITY_ODDS = np.array([[0.04, 0.16, 0.55, 0.25], [0.12, 0.33, 0.45, 0.10]])
_SPREAD = 0.8


def hard(tickets: Tickets) -> Mask:
    """Whether a ticket needs an expert or a visit."""
    flags: Mask = _HARD[tickets.fault]
    return flags


def handled(world: World, tickets: Tickets, plants: Sequence[Plant], stage: str) -> Tickets:
    """The tickets with everything that happened to them up to the end of the story."""
    rng = world.dice(stage)
    size = len(tickets)
    tickets = tickets.changed(
        priority=_choice(rng, _PRIORITY_ODDS[_HARD[tickets.fault].astype(int)]),
        agent=_agents(tickets, rng),
        transfers=rng.binomial(1, 0.1, size),
    )
    for plant in plants:
        if plant.route is not None:
            tickets = plant.route(world, tickets, rng)
    tickets = _timed(world, tickets, plants, rng)
    return _rated(tickets, rng)


def _choice(rng: np.random.Generator, odds: Floats) -> Ints:
    over: Ints = (rng.random(len(odds))[:, None] > np.cumsum(odds, axis=1)[:, :-1]).sum(axis=1)
    return over


def _agents(tickets: Tickets, rng: np.random.Generator) -> Ints:
    team = np.where(rng.random(len(tickets)) < 0.25, 0, _TEAM_OF_FAULT[tickets.fault])
    agent = np.empty(len(tickets), dtype=np.int64)
    key = team * 24 + tickets.hour
    for slot in np.unique(key):
        rows = np.flatnonzero(key == slot)
        agent[rows] = rng.choice(on_duty(*divmod(int(slot), 24)), len(rows))
    return agent


def _around(mean: Floats, rng: np.random.Generator) -> Floats:
    """Log-normal hours with these means."""
    hours: Floats = mean * np.exp(_SPREAD * rng.standard_normal(len(mean)) - _SPREAD**2 / 2)
    return hours


def _timed(world: World, tickets: Tickets, plants: Sequence[Plant], rng: np.random.Generator) -> Tickets:
    awkward = np.where(tickets.night, NIGHT_REPLY, 1) * np.where(hard(tickets), HARD_REPLY, 1)
    reply: Floats = _REPLY_HOURS[tickets.channel] * awkward
    solve: Floats = _SOLVE_HOURS[tickets.fault] * np.array([0.7, 0.85, 1.0, 1.25])[tickets.priority]
    for plant in plants:
        reply = reply * plant.reply_factor(world, tickets) if plant.reply_factor else reply
        solve = solve * plant.resolution_factor(world, tickets) if plant.resolution_factor else solve
    stuck = rng.random(len(tickets)) < 0.006
    first = tickets.created + _seconds(_around(reply, rng))
    waiting = _around(np.asarray(TRANSFER_HOURS * tickets.transfers, dtype=np.float64), rng)
    hours: Floats = _around(solve, rng) * np.where(stuck, 6.0, 1.0)
    hours = hours + waiting
    reopened = rng.random(len(tickets)) < 0.035
    resolved = first + _seconds(hours + reopened * _around(0.6 * solve, rng))
    closed = resolved + _seconds(rng.uniform(1, 90, len(tickets)))
    return tickets.changed(
        first=_past(first, world.end),
        resolved=_past(resolved, world.end),
        closed=_past(closed, world.end),
        reopens=(reopened & (resolved < world.end)).astype(np.int64),
    )


def _seconds(hours: Floats) -> Ints:
    return np.maximum(60, hours * 3_600).astype(np.int64)


def _past(moment: Ints, end: int) -> Ints:
    return np.where(moment < end, moment, NEVER)


def _rated(tickets: Tickets, rng: np.random.Generator) -> Tickets:
    """Ratings of a third of the closed tickets: worse for slow, reopened and complaining ones."""
    days = (tickets.resolved - tickets.created) / 86_400
    mood = 4.6 - 0.22 * np.minimum(days, 10) - 0.9 * tickets.reopens - 0.7 * (tickets.kind == 1)
    mood = mood + rng.normal(0, 0.8, len(tickets))
    answered = tickets.closed != NEVER
    csat = np.where(answered & (rng.random(len(tickets)) < 0.34), np.clip(np.rint(mood), 1, 5), NEVER)
    nps = np.where((csat != NEVER) & (rng.random(len(tickets)) < 0.6), np.clip(np.rint(mood * 2 + 0.4), 0, 10), NEVER)
    return tickets.changed(csat=csat.astype(np.int64), nps=nps.astype(np.int64))
