"""Recurrence of resolved problems: their own figure worsens again, or a new signal is about the same slice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.problem import figures, sentences, store, verdict
from zhenyin.problem.models import OVER, Action, Dossier
from zhenyin.watch import store as signals
from zhenyin.watch.models import Signal
from zhenyin.watch.presentation import title


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A problem to be reopened, why, and the signal about it, if there is one."""

    dossier: Dossier
    why: Words
    signal_id: str | None = None


def recurrences(workspace: Workspace, today: date) -> Iterator[Recurrence]:
    """Resolved problems that nobody works on and that worsened since they were resolved."""
    with workspace.store.read() as db:
        over = [dossier for dossier in store.dossiers(db) if dossier.problem.stage in OVER]
        open_signals = signals.signals(db, "open") if over else []
    for dossier in over:
        found = new_signal(dossier, open_signals) or _worsened(workspace, dossier, today)
        if found is not None:
            yield found


def new_signal(dossier: Dossier, signals_: Sequence[Signal]) -> Recurrence | None:
    """A signal without a problem, about tickets of the same slice, that began after the problem was resolved."""
    resolved_on = dossier.problem.moved_at.date()
    for signal in signals_:
        new = signal.finding.since >= resolved_on and signal.problem_id is None
        if new and _same_figure(dossier, signal) and _within(dossier, signal):
            line = title(signal.finding)
            return Recurrence(dossier, Words(f"新的预警：{line.zh}", f"A new signal: {line.en}"), signal.id)
    return None


def _same_figure(dossier: Dossier, signal: Signal) -> bool:
    """A signal of counts is about a problem of counts or rates; one of response times is not."""
    own, other = dossier.problem.metric, signal.finding.metric
    counts = ("count", "rate")
    return own == other or (METRICS[own].kind in counts and METRICS[other].kind in counts)


def _within(dossier: Dossier, signal: Signal) -> bool:
    """Whether one of the slices lies in the other: they share a value of each common dimension, and one has no other."""
    own = {name: set(value.split(",")) for name, value in dossier.problem.where.items()}
    other = {name: {value} for name, value in signal.finding.where.items()}
    shared = own.keys() & other.keys()
    nested = shared in (own.keys(), other.keys())
    return bool(shared) and nested and all(own[name] & other[name] for name in shared)


def _worsened(workspace: Workspace, dossier: Dossier, today: date) -> Recurrence | None:
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
    return Recurrence(dossier, why)


def _effective(dossier: Dossier) -> Action | None:
    action = dossier.judged
    return action if action and action.verdict and action.verdict.outcome == "effective" else None
