"""Which verified problems grow worse again: by their own figure, or by a new signal about the same slice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.problem import figures, sentences, store, verdict
from zhenyin.problem.models import OVER, Action, Dossier
from zhenyin.watch import store as signals
from zhenyin.watch.models import Signal, title


@dataclass(frozen=True, slots=True)
class Worse:
    """A problem to be opened again, why, and the signal that says so, if one does."""

    dossier: Dossier
    why: Words
    signal_id: str | None = None


def found(workspace: Workspace, today: date) -> Iterator[Worse]:
    """Problems that nobody works on and that grew worse since they were settled."""
    with workspace.store.read() as db:
        over = [dossier for dossier in store.dossiers(db) if dossier.problem.stage in OVER]
        alarms = signals.signals(db, "open") if over else []
    for dossier in over:
        worse = _signal(dossier, alarms) or _risen(workspace, dossier, today)
        if worse is not None:
            yield worse


def _signal(dossier: Dossier, alarms: list[Signal]) -> Worse | None:
    """A signal about tickets of the same slice that began after the problem was settled, and that is in no hands."""
    settled = dossier.problem.moved_at.date()
    for alarm in alarms:
        new = alarm.finding.since >= settled and alarm.problem_id is None
        if new and _same_figure(dossier, alarm) and _within(dossier, alarm):
            told = title(alarm.finding)
            return Worse(dossier, Words(f"新的预警：{told.zh}", f"A new signal: {told.en}"), alarm.id)
    return None


def _same_figure(dossier: Dossier, alarm: Signal) -> bool:
    """A signal of counts is about a problem of counts; response times are another matter."""
    mine, theirs = dossier.problem.metric, alarm.finding.metric
    counted = ("count", "rate")
    return mine == theirs or (METRICS[mine].kind in counted and METRICS[theirs].kind in counted)


def _within(dossier: Dossier, alarm: Signal) -> bool:
    """Whether one of the slices lies in the other: they share what they both name, and one names no more."""
    mine = {name: set(value.split(",")) for name, value in dossier.problem.where.items()}
    theirs = {name: {value} for name, value in alarm.finding.where.items()}
    shared = mine.keys() & theirs.keys()
    nested = shared in (mine.keys(), theirs.keys())
    return bool(shared) and nested and all(mine[name] & theirs[name] for name in shared)


def _risen(workspace: Workspace, dossier: Dossier, today: date) -> Worse | None:
    action = _effective(dossier)
    if action is None:
        return None
    plan = action.plan
    treated = figures.weekly(workspace.warehouse, plan.metric, plan.where).until(today)
    comparison = (
        None
        if plan.comparison is None
        else figures.weekly(workspace.warehouse, plan.metric, plan.comparison).until(today)
    )
    moved = verdict.worse_again(plan, treated, comparison, dossier.problem.moved_at.date())
    if moved is None:
        return None
    by = sentences.interval(moved)
    weeks = verdict.WORSE_WEEKS
    why = Words(
        f"最近 {weeks} 周比验证时的水平变化 {by}，措施没有守住。",
        f"In the last {weeks} weeks the figure moved by {by} from the level that was verified: the fix did not hold.",
    )
    return Worse(dossier, why)


def _effective(dossier: Dossier) -> Action | None:
    action = dossier.judged
    return action if action and action.verdict and action.verdict.outcome == "effective" else None
