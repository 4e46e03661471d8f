"""The event behind a weekly alarm: the slice, since when, and by how much; with what a person needs to judge it."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from zhenyin.core.schema import Coordinates
from zhenyin.explain.models import Explanation
from zhenyin.explain.service import explain
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.reliability.age_onset import age_onset_of
from zhenyin.stats.onset import onset
from zhenyin.watch import rules
from zhenyin.watch.models import Finding
from zhenyin.watch.scan.alarms import SliceAlarm
from zhenyin.watch.scan.confirmation import Confirmation, SecondStage, confirm, onset_day, related
from zhenyin.watch.scan.evidence import evidence_of, reference_series, time_series
from zhenyin.watch.scan.seasonality import reference_period
from zhenyin.watch.scan.slices import matches_last_year
from zhenyin.watch.scan.ticket_cube import TicketCube

_REFERENCE_WEEKS, _GUARD_WEEKS = 52, 4


def weekly_event(cube: TicketCube, alarm: SliceAlarm) -> Finding | None:
    """The slice behind an alarm, with its figures and evidence; None when the second stage does not confirm it."""
    found = _confirm(cube, alarm)
    if found is None:
        return None
    # An alarm starts with the run of weeks that differs most; the slice itself may have begun in another week.
    first = _onset_week(cube, found)
    if first is not None and first != alarm.alarm.onset:
        again = _confirm(cube, replace(alarm, alarm=replace(alarm.alarm, onset=first)))
        found = again if again is not None and again.where == found.where else found
    finding = found.finding(rules.WEEKLY, cube, alarm.alarm.score)
    return _with_evidence(cube, finding, found)


def _confirm(cube: TicketCube, alarm: SliceAlarm) -> Confirmation | None:
    since = onset_day(cube, alarm)
    reference = reference_period(cube, alarm.where, since, cube, _year_before(cube, since))
    before = slice(*((day - cube.weeks.first).days // 7 for day in (reference.start, reference.end)))
    seasonal = partial(_seasonal, cube, alarm.alarm.window)
    found = confirm(alarm, SecondStage(rules.WEEKLY, cube, cube, reference, before, seasonal))
    # By the figures that people read, something must have increased.
    return found if found is not None and found.figures.low > 1 else None


def _year_before(cube: TicketCube, since: date) -> Period:
    """The year before an event without its last weeks: an event may have begun before it was significant."""
    first = max(since - timedelta(weeks=_REFERENCE_WEEKS), cube.weeks.first)
    return Period(first, max(since - timedelta(weeks=_GUARD_WEEKS), first + timedelta(weeks=1)))


def _onset_week(cube: TicketCube, found: Confirmation) -> int | None:
    """The week from which on a slice exceeds its expected counts; None where none is certain.

    Expected in proportion to the other tickets of its place; of a place as a whole, to those of all other places.
    """
    since = (found.since - cube.weeks.first).days // 7
    counts = cube.series(found.where)
    reference = reference_series(cube, found.where) if found.fault else cube.series({}) - counts
    expected = reference * found.figures.expected / max(float(reference[since:].sum()), 1e-9)
    start = max(cube.weeks.count - _REFERENCE_WEEKS, 0)
    first = onset(counts[start:], expected[start:])
    return start + first if first else None


def _seasonal(cube: TicketCube, window: int, where: Coordinates) -> bool:
    """Whether the slice had as large a share of all tickets in the same weeks of last year."""
    return matches_last_year(cube.series(where), cube.series({}), window) is True


def _with_evidence(cube: TicketCube, finding: Finding, found: Confirmation) -> Finding:
    filters = Filter.of_slice(finding.where)
    inner: Explanation | None = None
    if not found.fault:
        now = Period(finding.since, cube.weeks.end)
        inner = explain(cube.workspace, finding.metric, filters, now, before=found.reference, source=cube)
    outer = found.explanation
    suspects = related(outer.suspects, finding.where) + (inner.suspects if inner else ())
    evidence = replace(
        evidence_of(inner or outer),
        suspects=tuple(replace(suspect, since=finding.since) for suspect in suspects),
        # Of a fault that rises everywhere one may say so; of a slice that was named, its place is the explanation.
        outside=inner.outside if inner else outer.outside and not outer.suspects,
        series=time_series(cube, finding.where, finding.since, finding.expected),
        onset_age=age_onset_of(cube.workspace, finding.metric, filters, cube.weeks),
    )
    return replace(finding, evidence=evidence)
