"""Daily scan: slices that left their baseline within days, reported the next day instead of after the week.

The detector of the weekly scan, on days: the last 1 to 14 against all weeks before them. The expected count of a day
contains its weekday, holidays and promotions. What the weekly scan reported is not reported again, and both share one
budget of false alarms (watch/rules.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.schema import Coordinates
from zhenyin.detectors import DetectorSettings
from zhenyin.forecast.calendar import day_kinds
from zhenyin.job.workspace import Workspace
from zhenyin.question.cube import cube
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.weekly import Table, Weeks
from zhenyin.reliability.exposure import reported_share
from zhenyin.stats.intervals import rate_ratio
from zhenyin.stats.leaves import Leaves
from zhenyin.stats.seasons import common_factor
from zhenyin.watch import rules, service
from zhenyin.watch.models import Finding
from zhenyin.watch.scan.alarms import AlarmScan, SliceAlarm
from zhenyin.watch.scan.confirmation import SecondStage, confirm, onset_day, related
from zhenyin.watch.scan.evidence import evidence_of, time_series
from zhenyin.watch.scan.seasonality import exceeds_season, reference_period
from zhenyin.watch.scan.slice_families import SliceFamily, slice_families
from zhenyin.watch.scan.slices import LEAST_SEASONAL_RATIO, Slices, assemble
from zhenyin.watch.scan.ticket_cube import TicketCube, event_counts, exposure_dimensions, ticket_cube

WINDOW_DAYS = 14
BLOCK_WEEKS = 9
"""Weeks that are counted day by day, from which the dispersion of days is estimated; earlier ones count as weeks."""
MAX_EVENTS = 6
_LEAST_WEEKS = 8
_REFERENCE_WEEKS = 52
_YEAR_DAYS = 364


@dataclass(frozen=True, slots=True)
class Days:
    """The last days one by one, and the whole weeks before them."""

    recent: TicketCube
    before: TicketCube

    def candidates(self) -> tuple[str, ...]:
        return self.recent.candidates()

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        """From the days where they cover the period, else from the weeks."""
        near = period is not None and self.recent.covers(period)
        return (self.recent if near else self.before).leaves(metric, dims, period, filters)


def daily_events(
    workspace: Workspace, weekly: TicketCube, until: date, reported: Sequence[Finding] = ()
) -> Iterator[Finding]:
    """Slices that left their baseline within the last days, one finding for each event.

    weekly: the tickets by whole weeks. until: the day after the last one known. reported: findings that need not be
    reported again.
    """
    days = days_of(workspace, weekly, until)
    if days is None:
        return
    settings = settings_of(workspace)
    scan = AlarmScan(slices_of(days, settings), settings, rules.DAILY.detector, weeks=False)
    for finding in reported:
        if finding.where.keys() <= set(days.recent.dims):
            scan.remove_event(event_counts(days.recent.within(finding.where)), finding.where)
    for _ in range(MAX_EVENTS):
        top = next((alarm for alarm in scan.alarms() if _exceeds_season(days, alarm)), None)
        if top is None:
            return
        event = _event(days, top)
        if event is not None and not any(service.same_event(event, other) for other in reported):
            reported = [*reported, event]
            yield event
        where = event.where if event else top.where
        scan.remove_event(event_counts(days.recent.within(where)), top.where)


def settings_of(workspace: Workspace) -> DetectorSettings:
    """The budget of one day: the daily scan's part of a week's, over seven nights."""
    budget = rules.DAILY.false_alarms(workspace.settings.false_alarms_per_week) / 7
    return DetectorSettings(false_alarms=budget, windows=WINDOW_DAYS, history=7 * BLOCK_WEEKS, season=False)


def days_of(workspace: Workspace, weekly: TicketCube, until: date) -> Days | None:
    """None where there are too few whole weeks before the days."""
    first = until - timedelta(days=until.weekday(), weeks=BLOCK_WEEKS)
    before = (first - weekly.weeks.first).days // 7
    if before < _LEAST_WEEKS:
        return None
    recent = ticket_cube(workspace, weekly.metric, Weeks(first, (until - first).days, days=1))
    return Days(recent, weekly.until(Weeks(weekly.weeks.first, before)))


def slices_of(days: Days, settings: DetectorSettings) -> Slices:
    """All slices of up to two dimensions: their counts day by day, and the sum before that.

    No slice is left out for having few tickets now: the false-alarm budget covers all that might have had more.
    """
    factor = calendar_factor(days)
    factor[-days.recent.weeks.count :] *= reported_share(days.recent.workspace, days.recent.weeks)
    tables: list[tuple[SliceFamily, Table, Table]] = []
    prior: dict[tuple[tuple[str, str], ...], tuple[float, float]] = {}
    for family in _slice_families(days):
        recent, earlier = _at_risk(days, family, factor)
        tables.append((family, days.recent.weekly(family.dims), recent))
        seen = days.before.weekly(family.dims)
        for key in tables[-1][1]:
            own = tuple(value for d, value in zip(family.dims, key, strict=True) if d in family.base)
            events = float(seen[key].sum()) if key in seen else 0.0
            prior[tuple(zip(family.dims, key, strict=True))] = events, earlier.get(own, 0.0)
    slices = assemble(tables, settings.windows, least=0.0)
    before = np.array([prior[tuple(where.items())] for where in slices.where]).T
    return replace(slices, prior_counts=before if len(slices.where) else None)


def _slice_families(days: Days) -> list[SliceFamily]:
    own = tuple(d for d in days.recent.dims if d.startswith("extra."))
    known = exposure_dimensions(days.recent.workspace)
    return [family for family in slice_families(own, known) if len(family.dims) < 3]


def _at_risk(days: Days, family: SliceFamily, factor: Floats) -> tuple[Table, dict[tuple[str, ...], float]]:
    """Exposure of a family's slices by day, and before: tickets of the place, or units weighted by how busy a day is."""
    if family.shared:
        earlier = {key: float(weeks.sum()) for key, weeks in days.before.weekly(family.base).items()}
        return days.recent.weekly(family.base), earlier
    block, length = days.before.weeks.count, len(factor) - 7 * days.before.weeks.count
    by_week = factor[: 7 * block].reshape(block, 7).sum(axis=1) / 7
    week_of = block + np.arange(length) // 7
    recent: Table = {}
    total: dict[tuple[str, ...], float] = {}
    for key, units in (days.before.whole or days.before).units(family.base).items():
        # Of the week that is not over yet, there are the units of the one before.
        now = units[np.minimum(week_of, len(units) - 1)]
        recent[key] = now / 7 * factor[7 * block :]
        total[key] = float(units[:block] @ by_week)
    return recent, total


def calendar_factor(days: Days) -> Floats:
    """Relative volume of each day by season, weekday, holidays and promotions: float [days] from the first week; mean 1."""
    first, until = days.before.weeks.first, days.recent.weeks.end
    found = cube(days.recent.workspace.warehouse, days.recent.metric, (), period=Period(first, until), grain="day")
    counts = np.zeros((1, (until - first).days))
    for at, bucket in enumerate(found.buckets):
        counts[0, (bucket - first).days] = found.numerator[:, at].sum()
    kinds = day_kinds([first + timedelta(days=i) for i in range(counts.shape[1])])
    learned = counts.shape[1] - WINDOW_DAYS
    return common_factor(counts, np.ones_like(counts), learned, kinds, year=365.25)


def _event(days: Days, alarm: SliceAlarm) -> Finding | None:
    """The slice behind an alarm; None when the second stage does not confirm it."""
    cube = days.recent
    first = max(days.before.weeks.first, cube.weeks.first - timedelta(weeks=_REFERENCE_WEEKS))
    year = Period(first, cube.weeks.first)
    reference = reference_period(days.before, alarm.where, onset_day(cube, alarm), cube, year)
    before, seasonal = slice(alarm.alarm.onset), partial(_seasonal, days, alarm.alarm.onset)
    # A city differs from its province for more than what a day's tickets can tell.
    stage = SecondStage(rules.DAILY, cube, days, reference, before, seasonal, keep_place=True)
    found = confirm(alarm, stage)
    if found is None:
        return None
    finding = found.finding(rules.DAILY, cube, alarm.alarm.score)
    suspects = related(found.explanation.suspects, finding.where)
    evidence = replace(
        evidence_of(found.explanation),
        suspects=tuple(replace(suspect, since=finding.since) for suspect in suspects),
        series=time_series(cube, finding.where, finding.since, finding.expected),
    )
    return replace(finding, evidence=evidence)


def _exceeds_season(days: Days, alarm: SliceAlarm) -> bool:
    """Whether a slice exceeds the season: its own, and that of its product or fault everywhere."""
    return exceeds_season(days.before, alarm, days.recent) and not _seasonal(days, alarm.alarm.onset, alarm.where)


def _seasonal(days: Days, onset: int, where: Coordinates) -> bool:
    """Whether the slice had as large a share of all tickets in the weeks around the same days of last year."""
    whole, first = days.before.whole or days.before, days.recent.weeks.first
    since, end = (first + timedelta(days=n - _YEAR_DAYS) for n in (onset, days.recent.weeks.count))
    at = slice((since - whole.weeks.first).days // 7 - 1, (end - whole.weeks.first).days // 7 + 2)
    own, everything = days.recent.series(where)[onset:].sum(), days.recent.series({})[onset:].sum()
    then, all_then = whole.series(where)[at].sum(), whole.series({})[at].sum()
    if at.start < 0 or min(everything, all_then) <= 0:
        return False
    return rate_ratio(float(own), float(everything), float(then), float(all_then))[1] < LEAST_SEASONAL_RATIO
