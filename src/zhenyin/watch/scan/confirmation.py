"""Is there an event behind an alarm? Case and control look again, and what they see gives the figures."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import numpy as np

from zhenyin.charts import signal as chart
from zhenyin.core.arrays import Floats
from zhenyin.dimensions import FAULT_DIMENSIONS, dimension
from zhenyin.explain.models import Explanation, Suspect
from zhenyin.question.weekly import Table, Where
from zhenyin.stats.intervals import poisson, rate_ratio
from zhenyin.watch.models import Finding, title
from zhenyin.watch.scan.alarms import Out
from zhenyin.watch.scan.ticket_cube import Board

_ALONE = 2.0
"""An alarm that case and control confirm weakly, or everywhere, must have so many times the evidence it needs."""
_SURE = 1e-3
"""A suspect confirms an alarm when such evidence has no more than this chance where nothing stands out."""
_SHARED = 0.5
"""A suspect has so much of an alarm's tickets, or an alarm so much of a suspect's, if one explains the other."""
_RAISED = 1.25
"""A place has more tickets for sure when it has so many times its share of all tickets."""
_NAMES = ("observed", "expected", "ratio", "low", "high")


def suspect_of(found: Board, why: Explanation, out: Out) -> Suspect | None:
    """The strongest suspect that has more than expected, does not contradict the alarm, and is about the same tickets."""
    root = {d: v for d, v in out.where.items() if d in FAULT_DIMENSIONS}
    return next(
        (
            s
            for s in why.suspects
            if s.ratio > 1 and _compatible(s.where, out.where) and _same_tickets(found, root | s.where, out)
        ),
        None,
    )


def _same_tickets(found: Board, where: Where, out: Out) -> bool:
    """Whether the tickets since the onset are largely in both slices: a city's are not told by a product's rise everywhere."""
    one, other, both = (
        float(found.series(slice_)[out.alarm.onset :].sum()) for slice_ in (where, out.where, out.where | where)
    )
    return both >= _SHARED * max(min(one, other), 1.0)


def confirmed(out: Out, why: Explanation, suspect: Suspect | None, own: Floats, all_: Floats, before: slice) -> bool:
    """Whether a second look bears an alarm out: case and control see it too, surely or with overwhelming evidence.

    A place whose tickets of all kinds rose is held against all other places. own, all_: float [weeks], the tickets of
    the slice and of everything. before: the weeks that those since the onset are compared with.
    """
    if suspect is not None and suspect.p <= _SURE:
        return True
    if out.where.keys() & set(FAULT_DIMENSIONS):
        return (suspect is not None or why.outside) and out.alarm.score >= _ALONE * out.alarm.threshold
    at = out.alarm.onset
    seen, past = float(own[at:].sum()), float(own[before].sum())
    others, others_past = float(all_[at:].sum()) - seen, float(all_[before].sum()) - past
    return min(others, others_past) > 0 and rate_ratio(seen, others, past, others_past)[1] >= _RAISED


def figures(out: Out, why: Explanation, suspect: Suspect | None, whole: bool) -> dict[str, Any]:
    """Observed, expected, ratio, low and high: of the explanation as a whole, of its suspect, or of the alarm."""
    if whole and not suspect:
        low, high = poisson(why.observed)
        ratios = (x / max(why.expected, 1e-9) for x in (why.observed, low, high))
        return dict(zip(_NAMES, (why.observed, why.expected, *ratios), strict=True))
    return {name: getattr(suspect or out.alarm, name) for name in _NAMES}


def shortest(found: Board, where: Where) -> Where:
    """The slice without what its other values say already: a city needs no province."""
    parents = {parent for d in where if (parent := dimension(d).parent) in where}
    short = {d: value for d, value in where.items() if d not in parents}
    return short if len(found.within(short).week) == len(found.within(where).week) else where


def near(suspects: tuple[Suspect, ...], where: Where) -> tuple[Suspect, ...]:
    """Those that have to do with the slice: what else moved in the same weeks is another event."""
    everywhere = not where.keys() - {*FAULT_DIMENSIONS}
    return tuple(s for s in suspects if everywhere or where.items() & s.where.items())


def inside(event: Board) -> Callable[[Where], Any]:
    """Tells the tickets of an event in a slice: float [weeks], or None."""
    known: dict[tuple[str, ...], Table] = {}

    def tickets(slice_: Where) -> Any:
        dims = tuple(slice_)
        if dims not in known:
            known[dims] = event.weekly(dims)
        return known[dims].get(tuple(slice_.values()))

    return tickets


def others(found: Board, where: Where) -> Floats:
    """What the course of a slice is held against: the other tickets of its place; for a place, every week alike."""
    place = {d: v for d, v in where.items() if d not in FAULT_DIMENSIONS}
    if len(place) == len(where):
        return np.ones(found.weeks.count)
    return found.series(place) - found.series(where)


def course(found: Board, finding: Finding) -> dict[str, Any]:
    """The picture of a slice by week (or day), beside what the other tickets of its place would have brought.

    Before it was out of line at the odds that it had until then, and since then at those that it is held against.
    """
    weeks, seen, beside = found.weeks, found.series(finding.where), others(found, finding.where)
    onset = (finding.since - weeks.first).days // weeks.days
    beside = beside if beside[:onset].sum() > 0 and beside[onset:].sum() > 0 else np.ones(weeks.count)
    before = float(seen[:onset].sum()) / max(float(beside[:onset].sum()), 1e-9)
    since = finding.expected / float(beside[onset:].sum())
    usual = beside * np.where(np.arange(weeks.count) < onset, before, since)
    spread = 1.96 * np.sqrt(usual)
    each = [weeks.first + timedelta(days=weeks.days * i) for i in range(weeks.count)]
    drawn = (each, seen.tolist(), usual.tolist(), spread.tolist())
    return chart.build(title(finding), *drawn, finding.since, daily=weeks.days == 1).as_dict()


def _compatible(one: Where, other: Where) -> bool:
    return all(other.get(dim, value) == value for dim, value in one.items())
