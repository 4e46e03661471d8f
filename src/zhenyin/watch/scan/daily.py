"""What left its history within days: told the next day, where the weekly scan would wait for Sunday.

The detector of the weekly scan, on days: the last 1 to 14 against all weeks before them. A day has its weekday, its
holidays and its promotions in what is expected. What the weekly scan tells is not told again, and both share one budget
of false alarms (watch/rules.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.detectors import Settings
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.explain.service import explain
from zhenyin.forecast.calendar import day_kinds
from zhenyin.job.workspace import Workspace
from zhenyin.question.cube import cube
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.weekly import Table, Weeks, Where
from zhenyin.reliability.exposure import reported_share
from zhenyin.stats.intervals import rate_ratio
from zhenyin.stats.leaves import Leaves
from zhenyin.stats.seasons import common_factor
from zhenyin.watch import rules, service
from zhenyin.watch.models import Finding
from zhenyin.watch.scan.alarms import Out, Watched
from zhenyin.watch.scan.confirmation import confirmed, course, figures, inside, near, shortest, suspect_of
from zhenyin.watch.scan.kept_evidence import keep_explanation, keep_suspect
from zhenyin.watch.scan.seasonality import out_of_season, reference
from zhenyin.watch.scan.slice_families import Look, looks
from zhenyin.watch.scan.slices import Slices, assemble
from zhenyin.watch.scan.ticket_cube import Board, board, exposed

WINDOW_DAYS = 14
BLOCK_WEEKS = 9
"""Weeks that are told day by day, so that it shows how much days differ; what lies before them counts as weeks."""
MOST_EVENTS = 6
_LEAST_WEEKS = 8
_REFERENCE_WEEKS = 52
_YEAR_DAYS = 364
_GREW = 1.15  # a rise over last year's same days that may be below this is the season's


@dataclass(frozen=True, slots=True)
class Days:
    """The last days one by one, and the whole weeks before them."""

    recent: Board
    before: Board

    def candidates(self) -> tuple[str, ...]:
        return self.recent.candidates()

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        """From the days where they cover the period, else from the weeks."""
        near = period is not None and self.recent.covers(period)
        return (self.recent if near else self.before).leaves(metric, dims, period, filters)


def daily_events(workspace: Workspace, weekly: Board, until: date, told: Sequence[Finding] = ()) -> Iterator[Finding]:
    """Slices that left their history within the last days, one finding for each event.

    weekly: the tickets by whole weeks. until: the day after the last one known. told: what needs not be told again.
    """
    days = days_of(workspace, weekly, until)
    if days is None:
        return
    settings = settings_of(workspace)
    watched = Watched(slices_of(days, settings), settings, rules.DAILY.detector, weeks=False)
    for finding in told:
        if finding.where.keys() <= set(days.recent.dims):
            watched.take_out(inside(days.recent.within(finding.where)), finding.where)
    for _ in range(MOST_EVENTS):
        top = next((o for o in watched.out() if _out_of_season(days, o)), None)
        if top is None:
            return
        event = _event(days, top)
        if event is not None and not any(service.same_event(event, other) for other in told):
            told = [*told, event]
            yield event
        where = event.where if event else top.where
        watched.take_out(inside(days.recent.within(where)), top.where)


def settings_of(workspace: Workspace) -> Settings:
    """The budget of one day: the daily scan's part of a week's, over seven nights."""
    budget = rules.DAILY.false_alarms(workspace.settings.false_alarms_per_week) / 7
    return Settings(false_alarms=budget, windows=WINDOW_DAYS, history=7 * BLOCK_WEEKS, season=False)


def days_of(workspace: Workspace, weekly: Board, until: date) -> Days | None:
    """None where there are too few whole weeks before the days."""
    first = until - timedelta(days=until.weekday(), weeks=BLOCK_WEEKS)
    before = (first - weekly.weeks.first).days // 7
    if before < _LEAST_WEEKS:
        return None
    recent = board(workspace, weekly.metric, Weeks(first, (until - first).days, days=1))
    return Days(recent, weekly.until(Weeks(weekly.weeks.first, before)))


def slices_of(days: Days, settings: Settings) -> Slices:
    """All slices of up to two dimensions: what each had day by day, and before that.

    None is left out for having few tickets now: false alarms come from all that might have had more.
    """
    factor = day_factor(days)
    factor[-days.recent.weeks.count :] *= reported_share(days.recent.workspace, days.recent.weeks)
    tables: list[tuple[Look, Table, Table]] = []
    past: dict[tuple[tuple[str, str], ...], tuple[float, float]] = {}
    for look in _looks(days):
        recent, earlier = _at_risk(days, look, factor)
        tables.append((look, days.recent.weekly(look.dims), recent))
        seen = days.before.weekly(look.dims)
        for key in tables[-1][1]:
            own = tuple(value for d, value in zip(look.dims, key, strict=True) if d in look.base)
            events = float(seen[key].sum()) if key in seen else 0.0
            past[tuple(zip(look.dims, key, strict=True))] = events, earlier.get(own, 0.0)
    slices = assemble(tables, settings.windows, least=0.0)
    before = np.array([past[tuple(where.items())] for where in slices.where]).T
    return replace(slices, past=before if len(slices.where) else None)


def _looks(days: Days) -> list[Look]:
    own = tuple(d for d in days.recent.dims if d.startswith("extra."))
    return [look for look in looks(own, exposed(days.recent.workspace)) if len(look.dims) < 3]


def _at_risk(days: Days, look: Look, factor: Floats) -> tuple[Table, dict[tuple[str, ...], float]]:
    """What a look's slices are held against, by day, and before: tickets of the place, or units on days as busy."""
    if look.shared:
        earlier = {key: float(weeks.sum()) for key, weeks in days.before.weekly(look.base).items()}
        return days.recent.weekly(look.base), earlier
    block, length = days.before.weeks.count, len(factor) - 7 * days.before.weeks.count
    by_week = factor[: 7 * block].reshape(block, 7).sum(axis=1) / 7
    week_of = block + np.arange(length) // 7
    recent: Table = {}
    total: dict[tuple[str, ...], float] = {}
    for key, units in (days.before.later or days.before).units(look.base).items():
        # Of the week that is not over yet, there are the units of the one before.
        now = units[np.minimum(week_of, len(units) - 1)]
        recent[key] = now / 7 * factor[7 * block :]
        total[key] = float(units[:block] @ by_week)
    return recent, total


def day_factor(days: Days) -> Floats:
    """How busy each day is by its season, weekday, holidays and promotions: float [days], from the first week on; mean 1."""
    first, until = days.before.weeks.first, days.recent.weeks.end
    found = cube(days.recent.workspace.warehouse, days.recent.metric, (), period=Period(first, until), grain="day")
    counts = np.zeros((1, (until - first).days))
    for at, bucket in enumerate(found.buckets):
        counts[0, (bucket - first).days] = found.numerator[:, at].sum()
    kinds = day_kinds([first + timedelta(days=i) for i in range(counts.shape[1])])
    learned = counts.shape[1] - WINDOW_DAYS
    return common_factor(counts, np.ones_like(counts), learned, kinds, year=365.25)


def _event(days: Days, out: Out) -> Finding | None:
    """The slice behind an alarm; None when a second look finds nothing there."""
    weeks, workspace = days.recent.weeks, days.recent.workspace
    since = weeks.first + timedelta(days=out.alarm.onset)
    first = max(days.before.weeks.first, weeks.first - timedelta(weeks=_REFERENCE_WEEKS))
    now = Period(since, weeks.end)
    before = reference(days.before, out.where, since, days.recent, Period(first, weeks.first))
    root = {d: v for d, v in out.where.items() if d in FAULT_DIMENSIONS}
    asked = Filter.of_slice(root)
    why = explain(workspace, rules.DAILY.metric, asked, now, before=before, source=days)
    suspect = suspect_of(days.recent, why, out)
    own, everything = days.recent.series(out.where), days.recent.series({})
    if not confirmed(out, why, suspect, own, everything, slice(out.alarm.onset)):
        return None
    if suspect is not None and not root and suspect.where.items() < out.where.items():
        # A city stands out in its province for more than a day's tickets can tell apart.
        suspect = None
    where = root | suspect.where if suspect else root if root and why.outside else dict(out.where)
    if where != out.where and _seasonal(days, where, out.alarm.onset):
        return None
    where = shortest(days.recent, where)
    finding = Finding(
        metric=rules.DAILY.metric,
        where=where,
        since=since,
        until=weeks.end - timedelta(days=1),
        score=out.alarm.score,
        rule=rules.DAILY.key,
        **figures(out, why, suspect, where == root),
    )
    told = keep_explanation(why)
    told["suspects"] = [keep_suspect(s) | {"since": since.isoformat()} for s in near(why.suspects, where)]
    told["chart"] = course(days.recent, finding)
    finding.evidence.update(told)
    return finding


def _out_of_season(days: Days, out: Out) -> bool:
    """Whether a slice has more than the time of the year brings: its own, or that of its product or fault everywhere."""
    return out_of_season(days.before, out, days.recent) and not _seasonal(days, out.where, out.alarm.onset)


def _seasonal(days: Days, where: Where, onset: int) -> bool:
    """Whether the slice had as large a share of all tickets in the weeks around the same days of last year."""
    whole, first = days.before.later or days.before, days.recent.weeks.first
    since, end = (first + timedelta(days=n - _YEAR_DAYS) for n in (onset, days.recent.weeks.count))
    at = slice((since - whole.weeks.first).days // 7 - 1, (end - whole.weeks.first).days // 7 + 2)
    own, everything = days.recent.series(where)[onset:].sum(), days.recent.series({})[onset:].sum()
    then, all_then = whole.series(where)[at].sum(), whole.series({})[at].sum()
    if at.start < 0 or min(everything, all_then) <= 0:
        return False
    return rate_ratio(float(own), float(everything), float(then), float(all_then))[1] < _GREW
