"""Seasonality of slices: how large their share was in the same weeks of last year, and whether an alarm exceeds that."""

from datetime import date, timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.schema import Coordinates
from zhenyin.detectors import Alarm
from zhenyin.question.period import Period
from zhenyin.stats.intervals import rate_ratio
from zhenyin.watch.scan.alarms import SliceAlarm
from zhenyin.watch.scan.slices import LEAST_SEASONAL_RATIO
from zhenyin.watch.scan.ticket_cube import TicketCube

_YEAR = timedelta(weeks=52)
_AROUND = 2  # weeks before and after last year's same ones: a season does not come on the day


def exceeds_season(cube: TicketCube, alarm: SliceAlarm, now: TicketCube) -> bool:
    """Whether an alarm exceeds the season that the slice's product or fault has everywhere at this time of the year."""
    since = now.weeks.first + timedelta(days=now.weeks.days * alarm.alarm.onset)
    return exceeds_factor(alarm.alarm, season(cube, alarm.where, since, now))


def season(cube: TicketCube, where: Coordinates, since: date, now: TicketCube) -> float:
    """Seasonal factor: share of all tickets at this time of the year over the baseline share; 1 where it is uncertain.

    The factor of a slice is the largest of its single values' (a product has a season where its province has none). Last
    year's weeks around `since` are compared with the weeks before `since`, each weighted by the counts of the rest of the
    slice: a version that came out in spring is compared with summers alone. A value with a certain season counts with
    its whole increase, this year's if that is larger. cube: whole weeks. now: the tickets since then, up to its end.
    """
    then, known = _last_year(cube, since, now.weeks.end), slice((since - cube.weeks.first).days // 7)
    lately = slice((since - now.weeks.first).days // now.weeks.days, None)
    if then is None or not known.stop:
        return 1.0
    factors = [1.0]
    for d, value in where.items():
        part, rest = {d: value}, cube.series({other: v for other, v in where.items() if other != d})[known]
        baseline = _weighted_counts(cube, part, known, rest if rest.any() else np.ones_like(rest))
        ratio, low = _share_ratio(_weighted_counts(cube, part, then), baseline)
        if low > LEAST_SEASONAL_RATIO:
            factors.append(ratio)
            if len(where) > 1:
                factors.append(_share_ratio(_weighted_counts(now, part, lately), baseline)[0])
    return max(factors)


WeightedCounts = tuple[float, float]
"""Tickets of a slice, and of everything."""


def _weighted_counts(cube: TicketCube, where: Coordinates, at: slice, weights: Floats | None = None) -> WeightedCounts:
    """Counts over some weeks; weights: float [weeks], relative to the largest."""
    sides = (cube.series(where)[at], cube.series({})[at])
    own, everything = sides if weights is None else (side * weights / weights.max() for side in sides)
    return float(own.sum()), float(everything.sum())


def _share_ratio(one: WeightedCounts, other: WeightedCounts) -> tuple[float, float]:
    """Ratio of two shares and its lower 95 % bound; 1 where one of them is unknown."""
    if min(one[1], other[1]) <= 0:
        return 1.0, 1.0
    ratio, low, _ = rate_ratio(*one, *other)
    return ratio, low


def reference_period(cube: TicketCube, where: Coordinates, since: date, now: TicketCube, year: Period) -> Period:
    """The period that an event is compared with: the `year` before, or last year's same weeks where it has a season."""
    then = _last_year(cube, since, now.weeks.end)
    if then is None or season(cube, where, since, now) <= 1:
        return year
    first = cube.weeks.first
    return Period(first + timedelta(weeks=then.start), first + timedelta(weeks=then.stop))


def exceeds_factor(alarm: Alarm, factor: float) -> bool:
    """Whether an alarm would remain if its expected count were `factor` times as large, by the share of evidence left."""
    if alarm.observed <= alarm.expected * factor:
        return False
    left = _evidence(alarm.observed, alarm.expected * factor) / _evidence(alarm.observed, alarm.expected)
    return alarm.score * left >= alarm.threshold


def _evidence(observed: float, expected: float) -> float:
    """Log likelihood ratio of a Poisson count against its expectation, in nats."""
    return observed * float(np.log(observed / expected)) - (observed - expected)


def _last_year(cube: TicketCube, since: date, end: date) -> slice | None:
    """The weeks around the same ones of last year; None where the record does not reach back to them."""
    first, last = (
        (day - _YEAR - cube.weeks.first).days // 7 + more for day, more in ((since, 0), (end - timedelta(days=1), 1))
    )
    known = (since - cube.weeks.first).days // 7
    return slice(max(first - _AROUND, 0), min(last + _AROUND, known)) if first >= 0 and known > first else None
