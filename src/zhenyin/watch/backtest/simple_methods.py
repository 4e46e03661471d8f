"""Two simpler alarm methods over the weeks of a replay: a fixed number of tickets a week, and a 3-sigma u chart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from zhenyin.core.arrays import Floats, Mask
from zhenyin.core.schema import Coordinates
from zhenyin.core.words import Words
from zhenyin.detectors import DETECTORS, DetectorSettings
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.job.progress import ProgressCallback, no_progress
from zhenyin.question.weekly import Weeks
from zhenyin.watch import service
from zhenyin.watch.scan import findings
from zhenyin.watch.scan.slices import Slices
from zhenyin.watch.scan.ticket_cube import TicketCube

STEP = 13
"""Weeks that are tested with one baseline, fitted to the weeks before them."""
SIGMAS = 3.0
KEYS = ("fixed", "sigma")
_CROSSED = 3  # slices of so many dimensions are too many to test each: only those of events count


@dataclass(frozen=True, slots=True)
class SimpleMethods:
    """What both methods reported.

    slices: how many were tested. fixed_threshold: tickets a week. reported: by method, bool [events, weeks].
    false_alarms: by method and week, new alarms of slices that overlap with no event.
    """

    slices: int
    fixed_threshold: float
    reported: dict[str, Mask]
    false_alarms: dict[str, list[int]]


def simple_methods(
    cube: TicketCube,
    events: Sequence[Coordinates],
    settings: DetectorSettings,
    weeks: int,
    progress: ProgressCallback = no_progress,
) -> SimpleMethods:
    """What both methods would have reported in the last `weeks` weeks (whole steps of STEP). events: their slices."""
    before = cube.weeks.count - weeks
    threshold = _threshold(cube.until(Weeks(cube.weeks.first, before)), settings)
    blocks: list[SimpleMethods] = []
    for ends in range(before + STEP, cube.weeks.count + 1, STEP):
        progress((ends - before - STEP) / weeks, Words("比较各种方法", "Comparing the methods"))
        blocks.append(_block(cube.until(Weeks(cube.weeks.first, ends)), events, settings, threshold))
    reported = {key: np.concatenate([block.reported[key] for block in blocks], axis=1) for key in KEYS}
    false = {key: [n for block in blocks for n in block.false_alarms[key]] for key in KEYS}
    return SimpleMethods(blocks[-1].slices, threshold, reported, false)


def _threshold(before: TicketCube, settings: DetectorSettings) -> float:
    """The fixed threshold that would have kept the budget in the time before."""
    whole = replace(settings, windows=before.weeks.count - 1)
    return fixed_threshold(findings.slices_of(before, whole, crossed=()).counts, settings.false_alarms)


def _block(
    then: TicketCube, events: Sequence[Coordinates], settings: DetectorSettings, threshold: float
) -> SimpleMethods:
    """What is reported in the last STEP weeks of those known then, of slices put together as a scan does it."""
    crossed = {frozenset(event) for event in events}
    slices = findings.slices_of(then, replace(settings, windows=settings.windows + STEP), crossed=crossed)
    whole, at = _with_events(then, slices, events)
    if not whole.where:
        none = np.zeros((0, STEP), dtype=bool)
        return SimpleMethods(0, threshold, dict.fromkeys(KEYS, none), dict.fromkeys(KEYS, [0] * STEP))
    chart = DETECTORS["u_chart"]
    # In the last STEP weeks and in the one before: bool [slices, STEP + 1].
    alarms = {
        "fixed": whole.counts[:, -STEP - 1 :] >= threshold,
        "sigma": chart.scores(whole.counts, whole.base, settings, STEP + 1, whole.context) >= SIGMAS,
    }
    unaffected = np.array([len(where) < _CROSSED for where in whole.where]) & _unaffected(whole.where, events)
    where = [one for one, kept in zip(whole.where, unaffected, strict=True) if kept]
    false = {key: _false_alarms(where, flags[unaffected]) for key, flags in alarms.items()}
    return SimpleMethods(len(slices.where), threshold, {key: flags[at, 1:] for key, flags in alarms.items()}, false)


def _false_alarms(where: list[Coordinates], alarms: Mask) -> list[int]:
    """New alarms that are independent of one another, in each week but the first."""
    return [
        count_independent([where[row] for row in np.flatnonzero(week).tolist()]) for week in new_alarms(alarms)[:, 1:].T
    ]


def _with_events(cube: TicketCube, slices: Slices, events: Sequence[Coordinates]) -> tuple[Slices, list[int]]:
    """The slices, below them those of events that no family has, and the row of each event.

    The exposure of such a slice is the tickets of its place; it joins the family whose dimensions are most like its own.
    """
    rows = {frozenset(where.items()): i for i, where in enumerate(slices.where)}
    everything = cube.series({})
    for event in events:
        name = frozenset(event.items())
        if name in rows:
            continue
        place = {d: v for d, v in event.items() if d not in FAULT_DIMENSIONS}
        fault = {d: v for d, v in event.items() if d in FAULT_DIMENSIONS}
        base = cube.series(place) if fault else everything
        # A version that came out with the event has no history: the share of its fault among all tickets stands in.
        share = cube.series(fault)[:-STEP].sum() / max(everything[:-STEP].sum(), 1.0) if fault else 0.0
        rows[name] = len(slices.where)
        slices = slices.with_slice(event, cube.series(event), base, float(share), like=_nearest_slice(slices, event))
    return slices, [rows[frozenset(event.items())] for event in events]


def _nearest_slice(slices: Slices, event: Coordinates) -> int:
    """The first slice that shares most dimensions with the event."""
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


def new_alarms(alarms: Mask) -> Mask:
    """Alarms in weeks after one without, in the same slice."""
    new = alarms.copy()
    new[:, 1:] &= ~alarms[:, :-1]
    return new


def count_independent(alarmed: list[Coordinates]) -> int:
    """How many alarms of one week do not overlap with one another: a province and its city are one."""
    groups: list[list[Coordinates]] = []
    for where in sorted(alarmed, key=len):
        group_of = next((group for group in groups if any(service.overlap(where, other) for other in group)), None)
        if group_of is None:
            groups.append([where])
        else:
            group_of.append(where)
    return len(groups)


def _unaffected(where: list[Coordinates], events: Sequence[Coordinates]) -> Mask:
    """bool [slices], those that overlap with no event."""
    return np.array([not any(service.overlap(one, event) for event in events) for one in where], dtype=bool)
