"""Signals over time: new ones, those that are found again, and those that become inactive; and what people decide."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.engine import Connection

from zhenyin.core import ids
from zhenyin.core.errors import Conflict, Invalid, NotFound
from zhenyin.core.schema import Coordinates, slice_of
from zhenyin.core.words import Language
from zhenyin.problem import service as problems
from zhenyin.problem.models import Dossier
from zhenyin.watch import store
from zhenyin.watch.models import INACTIVE_AFTER_WEEKS, Finding, Signal, SignalState
from zhenyin.watch.presentation import title
from zhenyin.watch.rules import HISTORY_RULES

_CAUSES = 3
"""So many suspects of a signal become causes of its problem."""
_MAX_GAP = timedelta(weeks=4)
"""Findings of one slice whose starts lie further apart than this, and do not overlap, are two events."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan changed: new signals, those found again, those reopened, those that became inactive."""

    new: tuple[Signal, ...]
    seen: tuple[Signal, ...]
    reopened: tuple[Signal, ...]
    inactive: tuple[Signal, ...]

    @property
    def open(self) -> tuple[Signal, ...]:
        """All that this scan found."""
        return self.new + self.seen + self.reopened


def record(db: Connection, findings: list[Finding], today: date) -> Scanned:
    """Keep what a scan found: the same event is the same signal, however often it is scanned."""
    known = store.signals(db)
    sorted_in: dict[str, list[Signal]] = {"new": [], "seen": [], "reopened": []}
    taken: set[str] = set()
    for finding in findings:
        before = next((s for s in known if s.id not in taken and same_event(s.finding, finding)), None)
        signal, how = _update(before, finding, today)
        taken.add(signal.id)
        store.save(db, signal)
        sorted_in[how].append(signal)
    inactive = _deactivate(db, [s for s in known if s.id not in taken], today)
    new, seen, reopened = (tuple(sorted_in[how]) for how in ("new", "seen", "reopened"))
    return Scanned(new, seen, reopened, tuple(inactive))


def same_event(one: Finding, other: Finding) -> bool:
    """Whether two findings are about one event: one metric, slices that overlap, and times at most four weeks apart.

    >>> made = lambda where, since: Finding("m", where, since, since, 1, 1, 1, 1, 1, 1, "weekly")
    >>> early = made({"fault": "闪退"}, date(2026, 1, 5))
    >>> same_event(early, made({"fault": "闪退", "version": "2"}, date(2026, 1, 12)))
    True
    >>> same_event(early, made({"fault": "卡顿"}, date(2026, 1, 12)))
    False
    """
    if one.metric != other.metric or not overlap(one.where, other.where):
        return False
    return one.since - _MAX_GAP <= other.until and other.since - _MAX_GAP <= one.until


def dismiss(db: Connection, signal_id: str, reason: str, by: str, at: datetime) -> Signal:
    """Take a signal off the list, with the reason. Raises NotFound, Invalid (`reason-missing`)."""
    if not reason.strip():
        raise Invalid("reason-missing", en="Say why the signal is dismissed.", zh="请填写忽略该预警的原因。")
    return _decide(db, signal_id, "dismissed", by, at, reason=reason.strip(), snoozed_until=None)


def snooze(db: Connection, signal_id: str, until: date, by: str, at: datetime) -> Signal:
    """Put a signal aside until a day. Raises NotFound, Invalid (`snooze-past`)."""
    if until <= at.date():
        raise Invalid(
            "snooze-past",
            en=f"The day {until} is not after today. Choose a later one.",
            zh=f"日期 {until} 不在今天之后，请选择更晚的日期。",
        )
    return _decide(db, signal_id, "snoozed", by, at, snoozed_until=until)


def rebaseline(db: Connection, signal_id: str, by: str, at: datetime) -> Signal:
    """Accept the new level as the baseline: the history of the slice begins anew on the signal's first day.

    Raises NotFound, and Conflict (`signal-no-baseline`) for rules that compare a slice with its peers or a limit.
    """
    if get(db, signal_id).finding.rule not in HISTORY_RULES:
        raise Conflict(
            "signal-no-baseline",
            en="Only a signal that is compared with its own history has a baseline. Dismiss this one instead.",
            zh="只有与自身历史比较的预警才有基线，请改用“忽略预警”。",
        )
    return _decide(db, signal_id, "rebaselined", by, at, snoozed_until=None)


def rebaselined_findings(db: Connection) -> list[Finding]:
    """The findings whose level people accepted as the baseline."""
    return [signal.finding for signal in store.signals(db, "rebaselined")]


def link_problem(db: Connection, signal_id: str, problem_id: str, by: str, at: datetime) -> Signal:
    """Say that a problem takes care of a signal. Raises Conflict (`signal-has-problem`) when another one does."""
    signal = get(db, signal_id)
    if signal.problem_id not in (None, problem_id):
        raise _taken(signal.problem_id)
    store.change(db, signal_id, problem_id=problem_id, by=by, changed_at=at)
    return get(db, signal_id)


def make_problem(
    db: Connection,
    signal_id: str,
    by: str,
    at: datetime,
    called: str | None = None,
    owner: str | None = None,
    due: date | None = None,
    language: Language = "zh",
) -> Dossier:
    """Make a problem of a signal: its metric, slice and first day, and its suspects as causes that only correlate.

    language: of the person, for texts that a problem keeps in one language.

    Raises NotFound, and Conflict (`signal-has-problem`) when another problem takes care of it.
    """
    signal = get(db, signal_id)
    if signal.problem_id is not None:
        raise _taken(signal.problem_id)
    finding = signal.finding
    made = problems.create(
        db,
        by,
        at,
        title=called or title(finding).into(language),
        metric=finding.metric,
        where=slice_of(finding.where),
        since=finding.since,
        owner=owner,
        due=due,
        signal_id=signal_id,
    )
    link_problem(db, signal_id, made.problem.id, by, at)
    for suspect in finding.evidence.suspects[:_CAUSES]:
        evidence = f"× {suspect.ratio:.1f} ({suspect.low:.1f}–{suspect.high:.1f}), {suspect.share:.0%}"
        problems.add_cause(db, made.problem.id, suspect.sentence.into(language), "correlated", [evidence], by, at)
    return problems.get(db, made.problem.id)


def get(db: Connection, signal_id: str) -> Signal:
    signal = store.get(db, signal_id)
    if signal is None:
        raise NotFound("signal-unknown", en=f"There is no signal {signal_id!r}.", zh=f"没有预警 {signal_id}。")
    return signal


def _taken(problem_id: str | None) -> Conflict:
    return Conflict(
        "signal-has-problem",
        en=f"The problem {problem_id!r} already takes care of this signal. Open that one.",
        zh=f"该预警已由问题 {problem_id} 处理，请打开该问题。",
    )


def overlap(one: Coordinates, other: Coordinates) -> bool:
    """Whether a ticket may lie in both slices, and they have a dimension in common (or one is everything)."""
    shared = one.keys() & other.keys()
    return (bool(shared) or not one or not other) and all(one[name] == other[name] for name in shared)


def _update(before: Signal | None, finding: Finding, today: date) -> tuple[Signal, str]:
    if before is None:
        return Signal(ids.new("sig"), finding, "open", today, today), "new"
    # The first day stays: an event does not begin later because the window moves on.
    since = min(before.finding.since, finding.since)
    again = replace(before, finding=replace(finding, since=since), last_seen=max(today, before.last_seen))
    if before.state == "inactive":
        return replace(again, state="open", finding=finding, reason=None), "reopened"
    if before.state == "snoozed" and before.snoozed_until is not None and before.snoozed_until <= today:
        return replace(again, state="open", snoozed_until=None), "reopened"
    if before.state == "rebaselined" and finding.since > before.finding.until:
        # It left the level that had been accepted as its baseline.
        return replace(again, state="open", finding=finding), "reopened"
    return again, "seen"


def _deactivate(db: Connection, unseen: list[Signal], today: date) -> list[Signal]:
    late = today - timedelta(weeks=INACTIVE_AFTER_WEEKS)
    active = [s for s in unseen if s.state not in ("inactive", "rebaselined") and s.last_seen <= late]
    deactivated = [replace(signal, state="inactive") for signal in active]
    for signal in deactivated:
        store.change(db, signal.id, state="inactive")
    return deactivated


def _decide(db: Connection, signal_id: str, state: SignalState, by: str, at: datetime, **values: object) -> Signal:
    get(db, signal_id)
    store.change(db, signal_id, state=state, by=by, changed_at=at, **values)
    return get(db, signal_id)
