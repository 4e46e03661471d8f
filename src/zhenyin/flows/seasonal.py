"""What last year's same weeks say of a rise: a fault of the summer rises every summer, and a version that came in spring
has not been through one.
"""

from datetime import date, timedelta

import numpy as np

from zhenyin.detectors import Alarm
from zhenyin.flows.board import Board
from zhenyin.question.period import Period
from zhenyin.stats.intervals import rate_ratio
from zhenyin.watch.looks import Where

_YEAR = timedelta(weeks=52)
_AROUND = 2  # weeks before and after last year's same ones: a season does not come on the day
_SEASONAL = 1.15  # what a season lifts surely by less is not called seasonal


def season(found: Board, where: Where, since: date, now: Board) -> float:
    """How many times its usual share of all tickets a slice has at this time of the year; 1 where that is not sure.

    A slice has the season of that part of it that has the strongest: its product's, where its province has none. Last
    year's weeks around `since` and what follows are held against all weeks before `since`. Of a part that has a season
    its whole rise counts, this year's if that is more: a summer may be hotter than the last one, for all provinces alike.
    found: whole weeks. now: the tickets since then, up to its end.
    """
    then, known = _last_year(found, since, now.weeks.end), slice((since - found.weeks.first).days // 7)
    lately = slice((since - now.weeks.first).days // now.weeks.days, None)
    if then is None or not known.stop:
        return 1.0
    factors = [1.0]
    for part in (dict([item]) for item in where.items()):
        ratio, low = _more(found, part, then, found, known)
        if low > _SEASONAL:
            factors += [ratio, *([_more(now, part, lately, found, known)[0]] if len(where) > 1 else [])]
    return max(factors)


def _more(one: Board, where: Where, at: slice, other: Board, usual: slice) -> tuple[float, float]:
    """By what factor a slice's share of all tickets differs from the usual one, and what it surely does; 1 if unknown."""
    sums = [float(b.series(w)[weeks].sum()) for b, weeks in ((one, at), (other, usual)) for w in (where, {})]
    if min(sums[1], sums[3]) <= 0:
        return 1.0, 1.0
    ratio, low, _ = rate_ratio(*sums)
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
