"""Backtest of the early warning: history is scanned again week by week, and compared with simpler alarm methods.

Each week's scan sees only the weeks before its end. An event is what two scans or more reported, or what a person made a
problem of; a false alarm is what a single scan reported or a person dismissed; what only the last scan reported is not
decided yet. The backtest thus measures detection delay on events that some scan found, not how many events nobody found.
The simpler methods are measured on the same events; the fixed threshold is the number of tickets a week that would have
kept the same false-alarm budget in the time before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import numpy as np
from pydantic import TypeAdapter, ValidationError

from zhenyin.core.arrays import Mask
from zhenyin.core.schema import Coordinates
from zhenyin.detectors import DetectorSettings
from zhenyin.job.progress import ProgressCallback, no_progress, part
from zhenyin.job.workspace import Workspace
from zhenyin.question import weekly
from zhenyin.question.weekly import Weeks
from zhenyin.stats.intervals import proportion
from zhenyin.watch import rules, service, store
from zhenyin.watch.backtest.replay import ReplayedEvent, first_day, replay
from zhenyin.watch.backtest.simple_methods import KEYS, STEP, simple_methods
from zhenyin.watch.models import Signal
from zhenyin.watch.scan.ticket_cube import TicketCube, ticket_cube

FILE = "track_record.json"
REPLAY_WEEKS, LEAST_BEFORE = 52, 40
_MANY_ROWS = 2_000_000
"""Above so many rows of the cube a scan takes minutes: one quarter is replayed."""
MAX_DELAY_WEEKS = 12
"""An event that a method has not reported after so many weeks counts as missed."""
_EARLY_WEEKS = 2  # before an event's first day in which a method may already report it
_CONFIRMING_SCANS = 2  # that must report an event
METHODS = ("scan", *KEYS)


@dataclass(frozen=True, slots=True)
class MethodResult:
    """What a method reported in the weeks replayed.

    false_alarms: new alarms per week that belong to no event. detected: events reported within 12 weeks, of `events`.
    median_delay_weeks: from an event's first day until the end of the week in which it was reported; None if none was.
    """

    key: str
    false_alarms: float
    detected: int
    events: int
    median_delay_weeks: float | None


@dataclass(frozen=True, slots=True)
class EventDelays:
    """One event, and after how many weeks each method reported it; None where it missed it."""

    where: Coordinates
    since: date
    delay_weeks: dict[str, int | None]


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """A slice that a single scan reported. reported_on: the last day of that scan's last week."""

    where: Coordinates
    reported_on: date


@dataclass(frozen=True, slots=True)
class Record:
    """A replay of the weeks from `first` until `until` (exclusive).

    slices: how many are tested. budget: expected false alarms per week. fixed_threshold: tickets per week.
    """

    first: date
    until: date
    slices: int
    budget: float
    fixed_threshold: float
    methods: tuple[MethodResult, ...]
    events: tuple[EventDelays, ...]
    false_alarms: tuple[FalseAlarm, ...]


@dataclass(frozen=True, slots=True)
class Precision:
    """What people made of signals. confirmed: taken up as problems; share: of the confirmed among the decided.

    low, high: 95 % interval of the share; None as long as nothing is decided.
    """

    confirmed: int
    dismissed: int
    open: int
    share: float | None
    low: float | None
    high: float | None


_RECORD = TypeAdapter(Record)


def run(workspace: Workspace, progress: ProgressCallback = no_progress, as_of: date | None = None) -> Record | None:
    """Replay the last year and keep the record; None while there are too few weeks to replay any."""
    weeks = weekly.whole_weeks(workspace, as_of)
    if weeks is None or not _replayable_weeks(weeks):
        return None
    record = _record(workspace, ticket_cube(workspace, rules.WEEKLY.metric, weeks), progress)
    _path(workspace).write_bytes(_RECORD.dump_json(record))
    return record


def can_replay(workspace: Workspace) -> bool:
    """Whether there are enough weeks to replay any."""
    return _replayable_weeks(weekly.whole_weeks(workspace, None)) > 0


def _replayable_weeks(weeks: Weeks | None) -> int:
    """How many weeks can be replayed, in whole steps."""
    return max(min(REPLAY_WEEKS, weeks.count - LEAST_BEFORE) // STEP * STEP, 0) if weeks else 0


def load(workspace: Workspace) -> Record | None:
    """The last replay; None before the first one, and where it was kept in an earlier form: it is computed again."""
    path = _path(workspace)
    if not path.is_file():
        return None
    try:
        return _RECORD.validate_json(path.read_bytes())
    except ValidationError:
        return None


def precision(workspace: Workspace) -> Precision:
    """Precision of all signals so far, by what people decided about them."""
    with workspace.store.read() as db:
        signals = store.signals(db)
    confirmed = sum(_taken_up(signal) for signal in signals)
    dismissed = sum(_dismissed(signal) for signal in signals)
    decided = confirmed + dismissed
    low, high = proportion(confirmed, decided) if decided else (None, None)
    share = confirmed / decided if decided else None
    return Precision(confirmed, dismissed, len(signals) - decided, share, low, high)


def _path(workspace: Workspace) -> Path:
    return workspace.settings.data_dir / FILE


def _taken_up(signal: Signal) -> bool:
    return signal.problem_id is not None


def _dismissed(signal: Signal) -> bool:
    return signal.state == "dismissed" and signal.problem_id is None


def _record(workspace: Workspace, cube: TicketCube, progress: ProgressCallback) -> Record:
    weeks = min(_replayable_weeks(cube.weeks), REPLAY_WEEKS if len(cube.week) <= _MANY_ROWS else STEP)
    first = first_day(cube, weeks)
    replayed = [one for one in replay(workspace, cube, weeks, part(progress, 0.05, 0.9)) if one.since >= first]
    with workspace.store.read() as db:
        signals = [signal for signal in store.signals(db) if signal.finding.rule in rules.HISTORY_RULES]
    events, false = classify_events(replayed, signals, weeks)
    events = [event for event in events if event.since >= first and event.where.keys() <= set(cube.dims)]
    settings = DetectorSettings(false_alarms=rules.WEEKLY.false_alarms(workspace.settings.false_alarms_per_week))
    simple = simple_methods(cube, [event.where for event in events], settings, weeks, part(progress, 0.9, 1.0))
    scanned = np.array([reported_weeks(event.reported_in, weeks) for event in events]).reshape(-1, weeks)
    false_in: Mapping[str, Sequence[float]] = {**simple.false_alarms, "scan": [len(false) / weeks]}
    delays = _delays(events, first, simple.reported | {"scan": scanned})
    return Record(
        first=first,
        until=cube.weeks.end,
        slices=simple.slices,
        budget=settings.false_alarms,
        fixed_threshold=simple.fixed_threshold,
        methods=tuple(method_result(key, false_in[key], [one.delay_weeks[key] for one in delays]) for key in METHODS),
        events=tuple(delays),
        # A finding's last day is the last one of its scan's weeks.
        false_alarms=tuple(FalseAlarm(one.where, one.finding.until) for one in false),
    )


def _delays(events: Sequence[ReplayedEvent], first: date, reported: Mapping[str, Mask]) -> list[EventDelays]:
    """reported: by method, bool [events, weeks]."""
    rows = []
    for i, event in enumerate(events):
        onset = (event.since - first) // timedelta(weeks=1)
        rows.append(
            EventDelays(event.where, event.since, {key: detection_delay(reported[key][i], onset) for key in METHODS})
        )
    return rows


def classify_events(
    replayed: Iterable[ReplayedEvent], signals: Sequence[Signal], weeks: int
) -> tuple[list[ReplayedEvent], list[ReplayedEvent]]:
    """The events among what was reported, with those that only a person knows of, and the false alarms."""
    problems = [signal.finding for signal in signals if _taken_up(signal)]
    dismissed = [signal.finding for signal in signals if _dismissed(signal)]
    events, false = [], []
    for one in replayed:
        if any(service.same_event(one.finding, finding) for finding in problems):
            events.append(one)
        elif any(service.same_event(one.finding, finding) for finding in dismissed):
            false.append(one)
        elif len(one.reported_in) >= _CONFIRMING_SCANS:
            events.append(one)
        elif one.reported_in[-1] < weeks - 1:
            false.append(one)
    missed = [one for one in problems if not any(service.same_event(one, event.finding) for event in events)]
    return events + [ReplayedEvent(finding, ()) for finding in missed], false


def reported_weeks(reported_in: Sequence[int], weeks: int) -> Mask:
    """bool [weeks], the weeks whose scan reported an event.

    >>> reported_weeks((1, 2), 4).tolist()
    [False, True, True, False]
    """
    return np.isin(np.arange(weeks), reported_in)


def detection_delay(reported: Mask, onset: int) -> int | None:
    """Weeks from the first day of an event until it is reported (1: at the end of its first week); None if missed.

    reported: bool [weeks]. onset: the event's first week; a report up to two weeks earlier counts as one week.

    >>> detection_delay(np.array([False, False, True, True]), 1)
    2
    """
    first = max(onset - _EARLY_WEEKS, 0)
    seen = np.flatnonzero(reported[first : onset + MAX_DELAY_WEEKS])
    return max(int(seen[0]) + first - onset + 1, 1) if len(seen) else None


def method_result(key: str, false_alarms: Sequence[float], delays: Sequence[int | None]) -> MethodResult:
    """The figures of one method. false_alarms: per week. delays: of each event, in weeks."""
    seen = [weeks for weeks in delays if weeks is not None]
    delay = float(median(seen)) if seen else None
    return MethodResult(key, round(float(np.mean(false_alarms)), 2), len(seen), len(delays), delay)
