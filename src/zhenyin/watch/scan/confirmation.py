"""Second-stage test of an alarm: the explanation looks at the same tickets again, and must find a change there too.

The first stage tests all slices at once and names the one whose counts left its baseline most clearly. The second stage
compares the tickets since the onset with a reference period (case and control), and may name a better slice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from zhenyin.core.arrays import Floats
from zhenyin.core.schema import Coordinates
from zhenyin.dimensions import FAULT_DIMENSIONS, dimension
from zhenyin.explain.models import Explanation, Suspect
from zhenyin.explain.service import explain
from zhenyin.explain.source import Source
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.stats.intervals import poisson, rate_ratio
from zhenyin.watch.models import Finding
from zhenyin.watch.rules import HistoryRule
from zhenyin.watch.scan.alarms import SliceAlarm
from zhenyin.watch.scan.ticket_cube import TicketCube

_OVERWHELMING_FACTOR = 2.0
"""An alarm that case and control confirm weakly, or everywhere, must have so many times the evidence it needs."""
_MAX_P = 1e-3
"""A suspect confirms an alarm when such evidence has no more than this probability where nothing changed."""
_LEAST_OVERLAP = 0.5
"""Share of an alarm's tickets in a suspect, or of a suspect's in the alarm, from which one explains the other."""
_LEAST_RATIO = 1.25
"""Lower bound of the ratio to all other places from which a place has more tickets of all kinds."""


class Figures(NamedTuple):
    """Observed and expected count, and their ratio with its 95 % interval."""

    observed: float
    expected: float
    ratio: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SecondStage:
    """What the second stage of an alarm compares.

    cube: the tickets by week or day that the alarm is about. source: of the explanation's leaves. reference: the period
    that the tickets since the onset are compared with; before: the same as a range of the cube's columns. seasonal:
    whether a slice had as large a share at this time of last year. keep_place: a suspect that is only a wider place of
    the alarm's own does not replace it.
    """

    rule: HistoryRule
    cube: TicketCube
    source: Source
    reference: Period
    before: slice
    seasonal: Callable[[Coordinates], bool]
    keep_place: bool = False


@dataclass(frozen=True, slots=True)
class Confirmation:
    """An alarm that passed the second stage: the slice behind it, since when, and by how much.

    fault: the fault dimensions of the alarm, whose tickets were explained.
    """

    where: Coordinates
    since: date
    reference: Period
    fault: Coordinates
    explanation: Explanation
    figures: Figures

    def finding(self, rule: HistoryRule, cube: TicketCube, score: float) -> Finding:
        """The finding without its evidence."""
        until = cube.weeks.end - timedelta(days=1)
        return Finding(rule.metric, self.where, self.since, until, *self.figures, score, rule.key)


def onset_day(cube: TicketCube, alarm: SliceAlarm) -> date:
    """The first day of the week (or the day) from which on an alarm says that its slice left the baseline."""
    return cube.weeks.first + timedelta(days=cube.weeks.days * alarm.alarm.onset)


def fault_of(where: Coordinates) -> Coordinates:
    """The part of a slice that says what is wrong, without where, when and on which unit."""
    return {d: value for d, value in where.items() if d in FAULT_DIMENSIONS}


def confirm(alarm: SliceAlarm, stage: SecondStage) -> Confirmation | None:
    """The event behind an alarm; None where the second stage finds none, or only the season."""
    cube, since, fault = stage.cube, onset_day(stage.cube, alarm), fault_of(alarm.where)
    now = Period(since, cube.weeks.end)
    found = explain(
        cube.workspace, stage.rule.metric, Filter.of_slice(fault), now, before=stage.reference, source=stage.source
    )
    suspect = suspect_of(cube, found, alarm)
    if not is_confirmed(alarm, found, suspect, cube.series(alarm.where), cube.series({}), stage.before):
        return None
    if stage.keep_place and suspect is not None and not fault and suspect.where.items() < alarm.where.items():
        suspect = None
    where = fault | suspect.where if suspect else fault if fault and found.outside else dict(alarm.where)
    if where != alarm.where and stage.seasonal(where):
        return None
    figures = figures_of(alarm, found, suspect, where == fault)
    return Confirmation(drop_implied_values(cube, where), since, stage.reference, fault, found, figures)


def suspect_of(cube: TicketCube, found: Explanation, alarm: SliceAlarm) -> Suspect | None:
    """The strongest suspect above its expected count that does not contradict the alarm and is about the same tickets."""
    fault = fault_of(alarm.where)
    return next(
        (
            s
            for s in found.suspects
            if s.ratio > 1 and _compatible(s.where, alarm.where) and _same_tickets(cube, fault | s.where, alarm)
        ),
        None,
    )


def _compatible(one: Coordinates, other: Coordinates) -> bool:
    return all(other.get(dim, value) == value for dim, value in one.items())


def _same_tickets(cube: TicketCube, where: Coordinates, alarm: SliceAlarm) -> bool:
    """Whether the tickets since the onset lie largely in both slices; else one event stands beside another."""
    one, other, both = (
        float(cube.series(slice_)[alarm.alarm.onset :].sum()) for slice_ in (where, alarm.where, alarm.where | where)
    )
    return both >= _LEAST_OVERLAP * max(min(one, other), 1.0)


def is_confirmed(
    alarm: SliceAlarm, found: Explanation, suspect: Suspect | None, own: Floats, total: Floats, before: slice
) -> bool:
    """Whether the second stage supports an alarm: by a significant suspect, or by overwhelming evidence of the first.

    A place whose tickets of all kinds rose is compared with all other places. own, total: float [weeks], counts of the
    slice and of everything. before: columns of the reference period.
    """
    if suspect is not None and suspect.p <= _MAX_P:
        return True
    if fault_of(alarm.where):
        supported = suspect is not None or found.outside
        return supported and alarm.alarm.score >= _OVERWHELMING_FACTOR * alarm.alarm.threshold
    at = alarm.alarm.onset
    case, case_before = float(own[at:].sum()), float(own[before].sum())
    control, control_before = float(total[at:].sum()) - case, float(total[before].sum()) - case_before
    if min(control, control_before) <= 0:
        return False
    return rate_ratio(case, control, case_before, control_before)[1] >= _LEAST_RATIO


def figures_of(alarm: SliceAlarm, found: Explanation, suspect: Suspect | None, whole: bool) -> Figures:
    """The figures of the explanation as a whole, of its suspect, or of the alarm."""
    if whole and not suspect:
        low, high = poisson(found.observed)
        ratios = (x / max(found.expected, 1e-9) for x in (found.observed, low, high))
        return Figures(found.observed, found.expected, *ratios)
    one = suspect or alarm.alarm
    return Figures(one.observed, one.expected, one.ratio, one.low, one.high)


def drop_implied_values(cube: TicketCube, where: Coordinates) -> Coordinates:
    """The slice without values that its others imply: a city implies its province."""
    parents = {parent for d in where if (parent := dimension(d).parent) in where}
    short = {d: value for d, value in where.items() if d not in parents}
    return short if len(cube.within(short).week) == len(cube.within(where).week) else where


def related(suspects: tuple[Suspect, ...], where: Coordinates) -> tuple[Suspect, ...]:
    """Suspects that share a value with the slice: what else changed in the same weeks is another event."""
    everywhere = not where.keys() - {*FAULT_DIMENSIONS}
    return tuple(s for s in suspects if everywhere or where.items() & s.where.items())
