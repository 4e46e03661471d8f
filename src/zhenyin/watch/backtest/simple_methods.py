"""Two simpler ways to alarm, over the weeks of a replay: a fixed number of tickets a week, and a 3-sigma chart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from zhenyin.core.arrays import Floats, Mask
from zhenyin.core.words import Words
from zhenyin.detectors import DETECTORS, Settings
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.job.progress import Tell, silent
from zhenyin.question.weekly import Weeks, Where
from zhenyin.watch import service
from zhenyin.watch.scan import findings
from zhenyin.watch.scan.slices import Slices
from zhenyin.watch.scan.ticket_cube import Board

STEP = 13
"""So many weeks are looked at with one idea of what is usual, learned from those before."""
SIGMAS = 3.0
KEYS = ("fixed", "sigma")
_CROSSED = 3  # slices of so many dimensions are too many to look at each: only those of events count


@dataclass(frozen=True, slots=True)
class Simple:
    """slices: how many were watched. fixed_at: tickets a week. seen: by method, bool [events, weeks]. false: by method and
    week, new alarms of slices that have nothing to do with any event.
    """

    slices: int
    fixed_at: float
    seen: dict[str, Mask]
    false: dict[str, list[int]]


def simple_alarms(found: Board, events: Sequence[Where], settings: Settings, weeks: int, tell: Tell = silent) -> Simple:
    """What both ways told in the last so many weeks (whole steps of STEP). events: the slices that something happened in."""
    before = found.weeks.count - weeks
    fixed_at = _fixed(found.until(Weeks(found.weeks.first, before)), settings)
    blocks: list[Simple] = []
    for ends in range(before + STEP, found.weeks.count + 1, STEP):
        tell((ends - before - STEP) / weeks, Words("比较各种方法", "Comparing the methods"))
        blocks.append(_block(found.until(Weeks(found.weeks.first, ends)), events, settings, fixed_at))
    seen = {key: np.concatenate([block.seen[key] for block in blocks], axis=1) for key in KEYS}
    false = {key: [n for block in blocks for n in block.false[key]] for key in KEYS}
    return Simple(blocks[-1].slices, fixed_at, seen, false)


def _fixed(before: Board, settings: Settings) -> float:
    """The fixed threshold that would have kept the budget in the time before."""
    whole = replace(settings, windows=before.weeks.count - 1)
    return fixed_threshold(findings.slices_of(before, whole, crossed=()).counts, settings.false_alarms)


def _block(then: Board, events: Sequence[Where], settings: Settings, fixed_at: float) -> Simple:
    """What is told in the last STEP weeks of those known then, of slices put together as a scan does it."""
    crossed = {frozenset(event) for event in events}
    slices = findings.slices_of(then, replace(settings, windows=settings.windows + STEP), crossed=crossed)
    whole, at = _with_events(then, slices, events)
    if not whole.where:
        return Simple(
            0, fixed_at, dict.fromkeys(KEYS, np.zeros((0, STEP), dtype=bool)), dict.fromkeys(KEYS, [0] * STEP)
        )
    chart = DETECTORS["u_chart"]
    # In the last STEP weeks and in the one before: bool [slices, STEP + 1].
    alarms = {
        "fixed": whole.counts[:, -STEP - 1 :] >= fixed_at,
        "sigma": chart.scores(whole.counts, whole.base, settings, STEP + 1, whole.beside) >= SIGMAS,
    }
    quiet = np.array([len(where) < _CROSSED for where in whole.where]) & _quiet(whole.where, events)
    where = [one for one, calm in zip(whole.where, quiet, strict=True) if calm]
    false = {key: _false(where, flags[quiet]) for key, flags in alarms.items()}
    return Simple(len(slices.where), fixed_at, {key: flags[at, 1:] for key, flags in alarms.items()}, false)


def _false(where: list[Where], alarms: Mask) -> list[int]:
    """New alarms that have nothing to do with one another, in each week but the first."""
    return [apart([where[row] for row in np.flatnonzero(week).tolist()]) for week in fresh(alarms)[:, 1:].T]


def _with_events(found: Board, slices: Slices, events: Sequence[Where]) -> tuple[Slices, list[int]]:
    """The slices, below them those of events that no look has, and the row of each event.

    Such a slice is held against the tickets of its place, and drawn to its parent as the slices most like it are.
    """
    rows = {frozenset(where.items()): i for i, where in enumerate(slices.where)}
    everything = found.series({})
    for event in events:
        name = frozenset(event.items())
        if name in rows:
            continue
        place = {d: v for d, v in event.items() if d not in FAULT_DIMENSIONS}
        fault = {d: v for d, v in event.items() if d in FAULT_DIMENSIONS}
        base = found.series(place) if fault else everything
        # A version that came out with the event has no past: the share of its fault among all tickets speaks for it.
        usual = found.series(fault)[:-STEP].sum() / max(everything[:-STEP].sum(), 1.0) if fault else 0.0
        rows[name] = len(slices.where)
        slices = slices.with_slice(event, found.series(event), base, float(usual), like=_like(slices, event))
    return slices, [rows[frozenset(event.items())] for event in events]


def _like(slices: Slices, event: Where) -> int:
    """The first slice that is cut most as the event is."""
    return max(range(len(slices.where)), key=lambda i: (len(slices.where[i].keys() & event.keys()), -i))


def fixed_threshold(counts: Floats, budget: float) -> float:
    """The least number of tickets a week that brings at most `budget` new alarms a week: counts, float [slices, weeks].

    >>> fixed_threshold(np.array([[1.0, 5, 5, 1, 1, 5], [2, 2, 2, 2, 2, 2]]), 0.3)
    6.0
    """
    before, then = counts[:, :-1].astype(np.int64), counts[:, 1:].astype(np.int64)
    up, size = then > before, int(counts.max(initial=0)) + 2
    # A week that rises from a to b is a new alarm at every threshold above a and up to b.
    begun = np.bincount(before[up] + 1, minlength=size) - np.bincount(then[up] + 1, minlength=size)
    too_many = np.flatnonzero(np.cumsum(begun) > budget * before.shape[1])
    return float(max(too_many.max(initial=0) + 1, 1))


def fresh(alarms: Mask) -> Mask:
    """Alarms in weeks after one without, in the same slice."""
    new = alarms.copy()
    new[:, 1:] &= ~alarms[:, :-1]
    return new


def apart(alarmed: list[Where]) -> int:
    """How many alarms of one week have nothing to do with one another: a province and its city are one."""
    groups: list[list[Where]] = []
    for where in sorted(alarmed, key=len):
        near = next((group for group in groups if any(service.meet(where, other) for other in group)), None)
        if near is None:
            groups.append([where])
        else:
            near.append(where)
    return len(groups)


def _quiet(where: list[Where], events: Sequence[Where]) -> Mask:
    """Slices that have nothing to do with any known event."""
    return np.array([not any(service.meet(one, event) for event in events) for one in where], dtype=bool)
