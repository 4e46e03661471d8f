"""What last year's same weeks say of a rise: a fault of the summer rises every summer, and a version that came in spring
has not been through one.
"""

from datetime import date, timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.detectors import Alarm
from zhenyin.question.period import Period
from zhenyin.question.weekly import Where
from zhenyin.stats.intervals import rate_ratio
from zhenyin.watch.scan.alarms import Out
from zhenyin.watch.scan.ticket_cube import Board

_YEAR = timedelta(weeks=52)
_AROUND = 2  # weeks before and after last year's same ones: a season does not come on the day
_SEASONAL = 1.15  # what a season lifts surely by less is not called seasonal


def out_of_season(found: Board, out: Out, now: Board) -> bool:
    """Whether an alarm has more than the slice's product or fault has everywhere at this time of the year."""
    since = now.weeks.first + timedelta(days=now.weeks.days * out.alarm.onset)
    return beyond(out.alarm, season(found, out.where, since, now))


def season(found: Board, where: Where, since: date, now: Board) -> float:
    """How many times its usual share of all tickets a slice has at this time of the year; 1 where that is not sure.

    A slice has the season of that part of it that has the strongest: its product's, where its province has none. Last
    year's weeks around `since` and what follows are held against the weeks before `since`, each as far as the rest of the
    slice was there: a version that came out in spring knows summers alone. Of a part that has a season its whole rise
    counts, this year's if that is more: a summer may be hotter than the last one, for all provinces alike.
    found: whole weeks. now: the tickets since then, up to its end.
    """
    then, known = _last_year(found, since, now.weeks.end), slice((since - found.weeks.first).days // 7)
    lately = slice((since - now.weeks.first).days // now.weeks.days, None)
    if then is None or not known.stop:
        return 1.0
    factors = [1.0]
    for d, value in where.items():
        part, rest = {d: value}, found.series({other: v for other, v in where.items() if other != d})[known]
        usual = _sums(found, part, known, rest if rest.any() else np.ones_like(rest))
        ratio, low = _more(_sums(found, part, then), usual)
        if low > _SEASONAL:
            factors += [ratio, *([_more(_sums(now, part, lately), usual)[0]] if len(where) > 1 else [])]
    return max(factors)


Sums = tuple[float, float]


def _sums(board: Board, where: Where, at: slice, weights: Floats | None = None) -> Sums:
    """Tickets of a slice in some weeks, and all tickets; weeks count by their weights, the heaviest as one."""
    sides = (board.series(where)[at], board.series({})[at])
    own, everything = sides if weights is None else (side * weights / weights.max() for side in sides)
    return float(own.sum()), float(everything.sum())


def _more(one: Sums, other: Sums) -> tuple[float, float]:
    """By what factor the share of one time differs from that of another, and what it surely does; 1 if unknown."""
    if min(one[1], other[1]) <= 0:
        return 1.0, 1.0
    ratio, low, _ = rate_ratio(*one, *other)
    return ratio, low


def reference(found: Board, where: Where, since: date, now: Board, year: Period) -> Period:
    """What a slice's event is held against: the `year` before, or last year's same weeks where it has a season."""
    then = _last_year(found, since, now.weeks.end)
    if then is None or season(found, where, since, now) <= 1:
        return year
    first = found.weeks.first
    return Period(first + timedelta(weeks=then.start), first + timedelta(weeks=then.stop))


def beyond(alarm: Alarm, factor: float) -> bool:
    """Whether an alarm would still be one if so many times as much were expected: by the share of the evidence left."""
    if alarm.observed <= alarm.expected * factor:
        return False
    left = _evidence(alarm.observed, alarm.expected * factor) / _evidence(alarm.observed, alarm.expected)
    return alarm.score * left >= alarm.threshold


def _evidence(observed: float, expected: float) -> float:
    """Nats for a rate of its own: the log likelihood ratio of a Poisson count."""
    return observed * float(np.log(observed / expected)) - (observed - expected)


def _last_year(found: Board, since: date, end: date) -> slice | None:
    """The weeks around the same ones of last year; None where the record does not reach back to them."""
    first, last = (
        (day - _YEAR - found.weeks.first).days // 7 + more for day, more in ((since, 0), (end - timedelta(days=1), 1))
    )
    known = (since - found.weeks.first).days // 7
    return slice(max(first - _AROUND, 0), min(last + _AROUND, known)) if first >= 0 and known > first else None
