"""How good the early warning has been: history is replayed week by week, and held against simpler ways to alarm.

Every method sees the same slices and, in each week, only the weeks before it. The budget of the default is the one that is
set; the fixed threshold is the number of tickets a week that would have kept the same budget in the time before. What
happened is what was told: signals that nobody dismissed, and what the scan of every eighth week would have told. So the
record tells how soon an event is seen by each method, not how many events nobody ever saw. False alarms are counted among
slices of up to two dimensions, before the second look that the scan takes at each.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.words import Words
from zhenyin.detectors import DETECTORS, Settings
from zhenyin.flows import scan
from zhenyin.flows.board import Board, board
from zhenyin.flows.tables import Floats, Weeks
from zhenyin.job.house import House
from zhenyin.job.progress import Tell, silent
from zhenyin.stats.intervals import proportion
from zhenyin.watch import rules, service, store
from zhenyin.watch.looks import FAULT_DIMENSIONS, Where
from zhenyin.watch.models import Finding
from zhenyin.watch.slices import Slices, as_last_year

Flags = NDArray[np.bool_]
FILE = "track_record.json"
REPLAYED, STEP, LEAST_BEFORE, EVERY = 52, 13, 40, 8
PATIENCE = 12
"""An event that a method has not seen after so many weeks counts as missed."""
SIGMAS = 3.0
_SEASON_WEEKS = 4
_CROSSED = 3  # dimensions of slices that a scan tells only after a second look
_EARLY = 2  # weeks before its first day that an event may already be seen in
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
    """A replay of the weeks that end on `until`. rows: each event with the weeks that every method took, or None."""

    first: str
    until: str
    slices: int
    budget: float
    fixed_at: float
    methods: list[Told]
    rows: list[dict[str, Any]]


def run(house: House, progress: Tell = silent, as_of: date | None = None) -> Record | None:
    """Replay the last year and keep what came of it; None while there are too few weeks to replay any."""
    weeks = scan.whole_weeks(house, as_of)
    replayed = _replayable(weeks)
    if weeks is None or not replayed:
        return None
    found = board(house, rules.WEEKLY.metric, weeks)
    settings = Settings(false_alarms=rules.WEEKLY.false_alarms(house.settings.false_alarms_per_week))
    events = _events(house, found, replayed, progress)
    record = _replayed(found, events, settings, replayed, progress)
    _path(house).write_text(json.dumps(asdict(record), ensure_ascii=False), encoding="utf-8")
    return record


def possible(house: House) -> bool:
    """Whether there are enough weeks to replay any."""
    return _replayable(scan.whole_weeks(house, None)) > 0


def _replayable(weeks: Weeks | None) -> int:
    """How many weeks can be replayed, in whole steps."""
    return max(min(REPLAYED, weeks.count - LEAST_BEFORE) // STEP * STEP, 0) if weeks else 0


def kept(house: House) -> dict[str, Any] | None:
    """The last replay; None before the first one."""
    path = _path(house)
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def precision(house: House) -> dict[str, Any]:
    """What people made of the signals: taken up as problems, or dismissed; the share of the former with its interval."""
    with house.store.read() as db:
        signals = store.signals(db)
    useful = sum(signal.problem_id is not None for signal in signals)
    useless = sum(signal.state == "dismissed" and signal.problem_id is None for signal in signals)
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


def _path(house: House) -> Path:
    return house.settings.data_dir / FILE


def _events(house: House, found: Board, replayed: int, tell: Tell) -> list[Finding]:
    """What is known to have happened in the weeks replayed: kept signals, and what scans would have told then."""
    with house.store.read() as db:
        known = store.signals(db)
    events = [
        signal.finding for signal in known if signal.finding.rule in rules.OWN_HISTORY and signal.state != "dismissed"
    ]
    away = [signal.finding for signal in known if signal.state == "dismissed"]
    for ago in range(0, replayed, EVERY):
        tell(0.1 + 0.5 * ago / replayed, Words("重放历史", "Replaying history"))
        then = Weeks(found.weeks.first, found.weeks.count - ago)
        for finding in scan.weekly_events(house, then, found=found.until(then)):
            if not any(service.same_event(finding, other) for other in (*events, *away)):
                events.append(finding)
    since = found.weeks.end - timedelta(weeks=replayed)
    return [event for event in events if event.since >= since and event.where.keys() <= set(found.dims)]


@dataclass(frozen=True, slots=True)
class _Block:
    """Some weeks replayed. seen: by method, bool [events, weeks]; false: by method, new alarms that no event explains."""

    slices: int
    seen: dict[str, Flags]
    false: dict[str, list[int]]


def _replayed(found: Board, events: list[Finding], settings: Settings, weeks: int, tell: Tell) -> Record:
    first, before = found.weeks.end - timedelta(weeks=weeks), found.weeks.count - weeks
    fixed_at = _fixed(found.until(Weeks(found.weeks.first, before)), settings)
    blocks = []
    for ends in range(before + STEP, found.weeks.count + 1, STEP):
        tell(0.6 + 0.4 * (ends - before) / (weeks + STEP), Words("比较各种方法", "Comparing the methods"))
        blocks.append(_block(found.until(Weeks(found.weeks.first, ends)), events, settings, fixed_at))
    onsets = [(event.since - first).days // 7 for event in events]
    seen = {key: np.concatenate([block.seen[key] for block in blocks], axis=1) for key in METHODS}
    took = {key: [_delay(alarm, on) for alarm, on in zip(seen[key], onsets, strict=True)] for key in METHODS}
    rows = [
        {"where": event.where, "since": event.since.isoformat(), "weeks": {key: took[key][i] for key in METHODS}}
        for i, event in enumerate(events)
    ]
    told = [_told(key, [n for block in blocks for n in block.false[key]], took[key]) for key in METHODS]
    end, many = found.weeks.end.isoformat(), blocks[-1].slices
    return Record(first.isoformat(), end, many, settings.false_alarms, fixed_at, told, rows)


def _fixed(before: Board, settings: Settings) -> float:
    """The fixed threshold that would have kept the budget in the time before."""
    whole = replace(settings, windows=before.weeks.count - 1)
    return fixed_threshold(scan.slices_of(before, whole, crossed=()).counts, settings.false_alarms)


def _block(then: Board, events: list[Finding], settings: Settings, fixed_at: float) -> _Block:
    """What each method tells in the last STEP weeks of those known then, of slices put together as a scan does it."""
    # Of three dimensions there are many that a second look of the scan would not bear out: only those of events count.
    crossed = {frozenset(event.where) for event in events}
    slices = scan.slices_of(then, replace(settings, windows=settings.windows + STEP), crossed=crossed)
    whole, at = _with_events(then, slices, events)
    alarms = _alarms(whole, settings, fixed_at)
    quiet = np.array([len(where) < _CROSSED for where in whole.where]) & _quiet(whole.where, events)
    where = [one for one, calm in zip(whole.where, quiet, strict=True) if calm]
    false = {key: _false(where, flags[quiet]) for key, flags in alarms.items()}
    return _Block(len(slices.where), {key: flags[at, 1:] for key, flags in alarms.items()}, false)


def _false(where: list[Where], alarms: Flags) -> list[int]:
    """New alarms that have nothing to do with one another, in each week but the first."""
    return [_apart([where[row] for row in np.flatnonzero(week).tolist()]) for week in fresh(alarms)[:, 1:].T]


def _with_events(found: Board, slices: Slices, events: list[Finding]) -> tuple[Slices, list[int]]:
    """The slices, below them those of events that no look has, and the row of each event.

    Such a slice is held against the tickets of its place, and drawn to its parent as the slices most like it are.
    """
    rows = {frozenset(where.items()): i for i, where in enumerate(slices.where)}
    everything = found.series({})
    for event in events:
        name = frozenset(event.where.items())
        if name in rows:
            continue
        place = {d: v for d, v in event.where.items() if d not in FAULT_DIMENSIONS}
        fault = {d: v for d, v in event.where.items() if d in FAULT_DIMENSIONS}
        base = found.series(place) if fault else everything
        # A version that came out with the event has no past: the share of its fault among all tickets speaks for it.
        usual = found.series(fault)[:-STEP].sum() / max(everything[:-STEP].sum(), 1.0) if fault else 0.0
        rows[name] = len(slices.where)
        slices = slices.with_slice(
            event.where, found.series(event.where), base, float(usual), like=_like(slices, event)
        )
    return slices, [rows[frozenset(event.where.items())] for event in events]


def _like(slices: Slices, event: Finding) -> int:
    """The first slice that is cut most as the event is."""
    return max(range(len(slices.where)), key=lambda i: (len(slices.where[i].keys() & event.where.keys()), -i))


def _alarms(slices: Slices, settings: Settings, fixed_at: float) -> dict[str, Flags]:
    """By method, in which of the last STEP weeks and the one before each slice has an alarm: bool [slices, STEP + 1]."""
    last, given = STEP + 1, (slices.counts, slices.base, settings)
    ours, chart = DETECTORS[rules.WEEKLY.detector], DETECTORS["u_chart"]
    bar = ours.bar(*given, last, slices.beside)
    return {
        "scan": _out_of_season(slices, ours.scores(*given, last, slices.beside) >= bar),
        "sigma": chart.scores(*given, last, slices.beside) >= SIGMAS,
        "fixed": slices.counts[:, -last:] >= fixed_at,
    }


def _out_of_season(slices: Slices, alarms: Flags) -> Flags:
    """Alarms without those of weeks that were as high a year before: the scan does not tell these."""
    kept, before = alarms.copy(), slices.counts.shape[1] - alarms.shape[1]
    for row, week in np.argwhere(alarms).tolist():
        end = before + week + 1
        kept[row, week] = as_last_year(slices.counts[row, :end], slices.base[row, :end], _SEASON_WEEKS) is not True
    return kept


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


def fresh(alarms: Flags) -> Flags:
    """Alarms in weeks after one without, in the same slice."""
    new = alarms.copy()
    new[:, 1:] &= ~alarms[:, :-1]
    return new


def _quiet(where: list[Where], events: list[Finding]) -> Flags:
    """Slices that have nothing to do with any known event."""
    return np.array([not any(service.meet(one, event.where) for event in events) for one in where], dtype=bool)


def _delay(alarm: Flags, onset: int) -> int | None:
    """At the end of which week of an event (1 for the first) it was seen; None if it was missed."""
    first = max(onset - _EARLY, 0)
    seen = np.flatnonzero(alarm[first : onset + PATIENCE])
    return max(int(seen[0]) + first - onset + 1, 1) if len(seen) else None


def _told(key: str, false: list[int], took: list[int | None]) -> Told:
    seen = [weeks for weeks in took if weeks is not None]
    weeks = float(median(seen)) if seen else None
    return Told(key, METHODS[key].as_dict(), round(float(np.mean(false)), 2), len(seen), len(took), weeks)


def _apart(alarmed: list[Where]) -> int:
    """How many alarms of one week have nothing to do with one another: a province and its city are one."""
    groups: list[list[Where]] = []
    for where in sorted(alarmed, key=len):
        near = next((group for group in groups if any(service.meet(where, other) for other in group)), None)
        if near is None:
            groups.append([where])
        else:
            near.append(where)
    return len(groups)
