"""What becomes of a team's queue when it has more or fewer people?"""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats

_PATHS = 500


@dataclass(frozen=True, slots=True)
class Team:
    """waiting: open tickets now. per_person: tickets that one person settles in a day at work, when there are enough.

    on_duty: float [7], people at work on each weekday, Monday first.
    """

    backlog: float
    per_person: float
    people_on_duty: Floats


@dataclass(frozen=True, slots=True)
class Queue:
    """waiting, low, high: float [days], open tickets at the end of each day, with 80 % intervals.

    doubles, doubles_low, doubles_high: days until there are twice as many as now; None where that is beyond the last day.
    load: the share of what the team can settle that comes in, over all days.
    """

    backlog: Floats
    low: Floats
    high: Floats
    doubling_day: int | None
    doubling_day_low: int | None
    doubling_day_high: int | None
    utilisation: float


def queue(
    team: Team, arriving: Floats, weekdays: list[int], people: float = 0.0, dispersion: float = 1.0, seed: int = 0
) -> Queue:
    """Let the days go by. arriving: float [days], expected tickets; weekdays: of each day, 0 is Monday.

    people: more (or, below 0, fewer) than now, on days when anyone is at work; nobody works below zero. On each day a team
    settles what it can, or what there is: a fluid queue with random arrivals, Poisson ones or `dispersion` times wider.
    Raises ValueError for a team that settles nothing.

    Source: G. F. Newell, "Applications of Queueing Theory" (1982), chapter 2 (deterministic approximation), simulated
    because counts vary.
    """
    if team.per_person <= 0:
        raise ValueError(f"A team must settle tickets, got {team.per_person:g} a person and day.")
    there = team.people_on_duty[np.asarray(weekdays, dtype=np.int64)]
    able = np.where(there > 0, np.maximum(there + people, 0.0), 0.0) * team.per_person
    rng = np.random.default_rng(seed)
    coming = _sample(arriving, dispersion, rng)
    backlog = np.empty_like(coming)
    now = np.full(_PATHS, team.backlog)
    for day in range(len(arriving)):
        now = np.maximum(now + coming[:, day] - able[day], 0.0)
        backlog[:, day] = now
    low, high = np.quantile(backlog, (0.1, 0.9), axis=0)
    doubling_day = _first_passage(backlog, 2 * max(team.backlog, 1.0))
    utilisation = float(arriving.sum()) / max(float(able.sum()), 1e-9)
    return Queue(backlog.mean(axis=0), low, high, *doubling_day, utilisation)


def _sample(mean: Floats, dispersion: float, rng: np.random.Generator) -> Floats:
    shape = (_PATHS, len(mean))
    if dispersion > 1.001:
        scale = dispersion - 1
        mean = rng.gamma(np.broadcast_to(np.maximum(mean, 1e-9) / scale, shape)) * scale
    sampled: Floats = rng.poisson(mean, shape).astype(np.float64)
    return sampled


def _first_passage(backlog: Floats, limit: float) -> tuple[int | None, int | None, int | None]:
    """Median, 10 % and 90 % of the first day, counted from 1, with so many waiting."""
    over = backlog >= limit
    first = np.where(over.any(axis=1), np.argmax(over, axis=1) + 1.0, np.inf)
    quantiles = np.quantile(first, (0.5, 0.1, 0.9), method="higher")
    median, low, high = (int(day) if np.isfinite(day) else None for day in quantiles.tolist())
    return median, low, high
