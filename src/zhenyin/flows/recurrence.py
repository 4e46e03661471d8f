"""Recurrence of verified problems: by their own figure, or by a new signal about the same slice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhenyin.core.schema import Slice, slice_of
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.problem import figures, store, verdict
from zhenyin.problem.history import ReopenedByFigure, ReopenedBySignal
from zhenyin.problem.models import Action, Dossier, Problem
from zhenyin.problem.vocabulary import OVER
from zhenyin.watch import store as signals
from zhenyin.watch.models import Signal


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A problem to be reopened, and why."""

    dossier: Dossier
    why: ReopenedBySignal | ReopenedByFigure

    @property
    def signal_id(self) -> str | None:
        return self.why.signal_id if isinstance(self.why, ReopenedBySignal) else None


def recurrences(workspace: Workspace, today: date) -> Iterator[Recurrence]:
    """Problems that nobody works on and that grew worse since they were resolved."""
    with workspace.store.read() as db:
        over = [dossier for dossier in store.dossiers(db) if dossier.problem.stage in OVER]
        alarms = signals.signals(db, "open") if over else []
    for dossier in over:
        why = by_signal(dossier.problem, alarms) or _by_figure(workspace, dossier, today)
        if why is not None:
            yield Recurrence(dossier, why)


def by_signal(problem: Problem, alarms: list[Signal]) -> ReopenedBySignal | None:
    """The first signal about the same slice that began after the problem was resolved and has no problem yet."""
    resolved_on = problem.moved_at.date()
    for alarm in alarms:
        finding = alarm.finding
        new = finding.since >= resolved_on and alarm.problem_id is None
        if new and _same_figure(problem.metric, finding.metric) and nested(problem.where, slice_of(finding.where)):
            return ReopenedBySignal(alarm.id, slice_of(finding.where), finding.ratio)
    return None


def nested(one: Slice, other: Slice) -> bool:
    """Whether one of two slices lies in the other: one names all dimensions of the other, with common values in each.

    >>> nested({"product": ["W10", "P8"]}, {"product": ["W10"], "fault": ["漏水"]})
    True
    >>> nested({"product": ["W10"], "province": ["北京市"]}, {"product": ["W10"], "fault": ["漏水"]})
    False
    """
    shared = one.keys() & other.keys()
    contained = shared in (one.keys(), other.keys())
    return bool(shared) and contained and all(set(one[name]) & set(other[name]) for name in shared)


def _same_figure(own: str, other: str) -> bool:
    """Counts and rates of tickets are comparable; any other metric only with itself."""
    counted = ("count", "rate")
    return own == other or (METRICS[own].kind in counted and METRICS[other].kind in counted)


def _by_figure(workspace: Workspace, dossier: Dossier, today: date) -> ReopenedByFigure | None:
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
    effect = verdict.recurrence(plan, treated, comparison, dossier.problem.moved_at.date())
    if effect is None:
        return None
    return ReopenedByFigure(verdict.RECURRENCE_WEEKS, effect.ratio, effect.low, effect.high)


def _effective(dossier: Dossier) -> Action | None:
    action = dossier.last_verdict_action
    return action if action and action.verdict and action.verdict.outcome == "effective" else None
