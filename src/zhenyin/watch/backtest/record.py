"""How good the early warning has been: history is scanned again week by week, and held against simpler ways to alarm.

Each week sees only the weeks before its end. What two scans or more told has happened, and what a person made a problem
of; what a single scan told, or a person dismissed, was a false alarm; what only the last scan told is not judged yet. So
the record tells how soon an event is seen by each way, not how many events nobody ever saw. The simpler ways are held
against the same events: the fixed threshold is the number of tickets a week that would have kept the same budget before.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from zhenyin.core.arrays import Mask
from zhenyin.core.words import Words
from zhenyin.detectors import Settings
from zhenyin.job.progress import Tell, part, silent
from zhenyin.job.workspace import Workspace
from zhenyin.question import weekly
from zhenyin.question.weekly import Weeks
from zhenyin.stats.intervals import proportion
from zhenyin.watch import rules, service, store
from zhenyin.watch.backtest.replay import Story, begins_in, replay
from zhenyin.watch.backtest.simple_methods import KEYS, STEP, simple_alarms
from zhenyin.watch.models import Signal
from zhenyin.watch.scan.ticket_cube import Board, board

FILE = "track_record.json"
REPLAYED, LEAST_BEFORE = 52, 40
_MANY_ROWS = 2_000_000
"""Above so many rows of the board a scan takes minutes: one quarter is replayed."""
PATIENCE = 12
"""An event that a method has not seen after so many weeks counts as missed."""
_EARLY = 2  # weeks before its first day that an event may already be seen in
_BORNE_OUT = 2  # scans that must tell an event
METHODS = {
    "scan": Words("周窗口扫描（本系统）", "Weekly window scan (this one)"),
    "fixed": Words("固定阈值", "Fixed threshold"),
    "sigma": Words("3σ 控制图", "3-sigma chart"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a method did: new alarms a week where no known event was, events seen, and after how many weeks."""

    key: str
    title: dict[str, str]
    false_alarms: float
    seen: int
    events: int
    weeks: float | None


@dataclass(frozen=True, slots=True)
class Record:
    """A replay of the weeks that end on `until`. rows: each event with the weeks that every method took, or None.

    once: the false alarms of the scan, with the last day of the week that each was told in.
    """

    first: str
    until: str
    slices: int
    budget: float
    fixed_at: float
    methods: list[Told]
    rows: list[dict[str, Any]]
    once: list[dict[str, Any]]


def run(workspace: Workspace, progress: Tell = silent, as_of: date | None = None) -> Record | None:
    """Replay the last year and keep what came of it; None while there are too few weeks to replay any."""
    weeks = weekly.whole_weeks(workspace, as_of)
    if weeks is None or not _replayable(weeks):
        return None
    record = _record(workspace, board(workspace, rules.WEEKLY.metric, weeks), progress)
    _path(workspace).write_text(json.dumps(asdict(record), ensure_ascii=False), encoding="utf-8")
    return record


def possible(workspace: Workspace) -> bool:
    """Whether there are enough weeks to replay any."""
    return _replayable(weekly.whole_weeks(workspace, None)) > 0


def _replayable(weeks: Weeks | None) -> int:
    """How many weeks can be replayed, in whole steps."""
    return max(min(REPLAYED, weeks.count - LEAST_BEFORE) // STEP * STEP, 0) if weeks else 0


def kept(workspace: Workspace) -> dict[str, Any] | None:
    """The last replay; None before the first one."""
    path = _path(workspace)
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def precision(workspace: Workspace) -> dict[str, Any]:
    """What people made of the signals: taken up as problems, or dismissed; the share of the former with its interval."""
    with workspace.store.read() as db:
        signals = store.signals(db)
    useful = sum(_taken_up(signal) for signal in signals)
    useless = sum(_dismissed(signal) for signal in signals)
    judged = useful + useless
    low, high = proportion(useful, judged) if judged else (None, None)
    share = useful / judged if judged else None
    return {
        "useful": useful,
        "dismissed": useless,
        "open": len(signals) - judged,
        "share": share,
        "low": low,
        "high": high,
    }


def _path(workspace: Workspace) -> Path:
    return workspace.settings.data_dir / FILE


def _taken_up(signal: Signal) -> bool:
    return signal.problem_id is not None


def _dismissed(signal: Signal) -> bool:
    return signal.state == "dismissed" and signal.problem_id is None


def _record(workspace: Workspace, found: Board, tell: Tell) -> Record:
    weeks = min(_replayable(found.weeks), REPLAYED if len(found.week) <= _MANY_ROWS else STEP)
    first = begins_in(found, weeks)
    stories = [s for s in replay(workspace, found, weeks, part(tell, 0.05, 0.9)) if s.since >= first]
    with workspace.store.read() as db:
        signals = [signal for signal in store.signals(db) if signal.finding.rule in rules.OWN_HISTORY]
    events, false = judged(stories, signals, weeks)
    events = [event for event in events if event.since >= first and event.where.keys() <= set(found.dims)]
    settings = Settings(false_alarms=rules.WEEKLY.false_alarms(workspace.settings.false_alarms_per_week))
    simple = simple_alarms(found, [event.where for event in events], settings, weeks, part(tell, 0.9, 1.0))
    seen = simple.seen | {"scan": np.array([_flags(event.told, weeks) for event in events]).reshape(-1, weeks)}
    false_in = {key: simple.false[key] for key in KEYS} | {"scan": [len(false) / weeks]}
    onsets = [(event.since - first).days // 7 for event in events]
    took = {key: [_delay(alarm, on) for alarm, on in zip(seen[key], onsets, strict=True)] for key in METHODS}
    rows = [
        {"where": event.where, "since": event.since.isoformat(), "weeks": {key: took[key][i] for key in METHODS}}
        for i, event in enumerate(events)
    ]
    return Record(
        first=first.isoformat(),
        until=found.weeks.end.isoformat(),
        slices=simple.slices,
        budget=settings.false_alarms,
        fixed_at=simple.fixed_at,
        methods=[_told(key, false_in[key], took[key]) for key in METHODS],
        rows=rows,
        once=[{"where": story.where, "told": story.finding.until.isoformat()} for story in false],
    )


def judged(stories: Iterable[Story], signals: list[Signal], weeks: int) -> tuple[list[Story], list[Story]]:
    """The events among what was told, with those that only a person knows of, and the false alarms."""
    problems = [signal.finding for signal in signals if _taken_up(signal)]
    away = [signal.finding for signal in signals if _dismissed(signal)]
    events, false = [], []
    for story in stories:
        if any(service.same_event(story.finding, one) for one in problems):
            events.append(story)
        elif any(service.same_event(story.finding, one) for one in away):
            false.append(story)
        elif len(story.told) >= _BORNE_OUT:
            events.append(story)
        elif story.told[-1] < weeks - 1:
            false.append(story)
    unseen = [one for one in problems if not any(service.same_event(one, event.finding) for event in events)]
    return events + [Story(finding, ()) for finding in unseen], false


def _flags(told: tuple[int, ...], weeks: int) -> Mask:
    return np.isin(np.arange(weeks), told)


def _delay(alarm: Mask, onset: int) -> int | None:
    """At the end of which week of an event (1 for the first) it was seen; None if it was missed."""
    first = max(onset - _EARLY, 0)
    seen = np.flatnonzero(alarm[first : onset + PATIENCE])
    return max(int(seen[0]) + first - onset + 1, 1) if len(seen) else None


def _told(key: str, false: list[float] | list[int], took: list[int | None]) -> Told:
    seen = [weeks for weeks in took if weeks is not None]
    weeks = float(median(seen)) if seen else None
    return Told(key, METHODS[key].as_dict(), round(float(np.mean(false)), 2), len(seen), len(took), weeks)
