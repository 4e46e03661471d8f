"""Signals over HTTP: the list, one with its evidence, and what people decide about them."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from zhenyin.account.access import CurrentWorkspace, Person, Workspace, needs
from zhenyin.charts import control
from zhenyin.core import clock
from zhenyin.core.words import Words
from zhenyin.job.progress import Progress
from zhenyin.metrics import METRICS
from zhenyin.problem import presentation as problem_pages
from zhenyin.problem import service as problems
from zhenyin.problem.models import Plan
from zhenyin.problem.presentation import ProblemDetail
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.reliability.batch_or_field import batch_or_field
from zhenyin.reliability.presentation import present_batch_or_field
from zhenyin.ticket import service as tickets
from zhenyin.watch import rules, service, store
from zhenyin.watch.backtest import record
from zhenyin.watch.models import Signal, State

router = APIRouter(tags=["signal"])
Reader = Depends(needs("signal.read"))
Writer = Annotated[Person, Depends(needs("signal.write"))]
Solver = Annotated[Person, Depends(needs("problem.write"))]
_SHOWN = 20


class Dismissal(BaseModel):
    reason: str


class Snooze(BaseModel):
    until: date


class Taken(BaseModel):
    """What a person adds to the signal that becomes a problem."""

    title: str | None = None
    owner: str | None = None
    due: date | None = None


@router.get("/signals", dependencies=[Reader])
def list_signals(workspace: CurrentWorkspace, state: State | None = "open") -> list[dict[str, Any]]:
    with workspace.store.read() as db:
        return [signal.as_dict() for signal in store.signals(db, state)]


@router.get("/rules", dependencies=[Reader])
def list_rules(workspace: CurrentWorkspace) -> dict[str, Any]:
    """What every scan looks at, and how many false alarms a week it is set for."""
    watched = (rules.WEEKLY, rules.DAILY, rules.TOPICS, *rules.GAPS, *rules.LIMITS)
    told = [
        {"key": rule.key, "title": rules.TITLES[rule.key].as_dict(), "metric": METRICS[rule.metric].title.as_dict()}
        for rule in watched
    ]
    return {"false_alarms_per_week": workspace.settings.false_alarms_per_week, "rules": told}


@router.get("/signals/{signal_id}", dependencies=[Reader])
def show_signal(signal_id: str, workspace: CurrentWorkspace) -> dict[str, Any]:
    with workspace.store.read() as db:
        signal = service.get(db, signal_id)
    return _told(workspace, signal)


@router.post("/signals/{signal_id}/dismiss")
def dismiss_signal(signal_id: str, body: Dismissal, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return service.dismiss(db, signal_id, body.reason, person.login, at).as_dict()


@router.post("/signals/{signal_id}/snooze")
def snooze_signal(signal_id: str, body: Snooze, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return service.snooze(db, signal_id, body.until, person.login, at).as_dict()


@router.post("/signals/{signal_id}/reset")
def reset_baseline(signal_id: str, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    """The new level is the usual one from the signal's first day on."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return service.reset(db, signal_id, person.login, at).as_dict()


@router.post("/signals/{signal_id}/problem", status_code=201)
def make_problem(signal_id: str, body: Taken, workspace: CurrentWorkspace, person: Solver) -> ProblemDetail:
    """A problem of the signal's slice and metric, with what the scan suspects as its first cause."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        made = service.make_problem(db, signal_id, person.login, at, body.title, body.owner, body.due, person.language)
    with workspace.store.read() as db:
        problems.relink(workspace.warehouse, db)
        people = problem_pages.people_names(db)
    return problem_pages.present_detail(workspace.warehouse, made, people, at.date())


@router.get("/signals/{signal_id}/times", dependencies=[Depends(needs("signal.read"))])
def show_times(signal_id: str, workspace: CurrentWorkspace) -> dict[str, Any]:
    """A bad batch, or a change in the field? By when units were made and by when it was reported; `times` may be None."""
    with workspace.store.read() as db:
        signal = service.get(db, signal_id)
    told = batch_or_field(workspace, signal.finding.where)
    return {"times": present_batch_or_field(told).model_dump(mode="json") if told else None}


@router.get("/signals/{signal_id}/control", dependencies=[Depends(needs("signal.read"))])
def show_control_charts(signal_id: str, workspace: CurrentWorkspace) -> dict[str, Any]:
    """The signal's course as control charts draw it, by method; none where it is not told against its own history."""
    with workspace.store.read() as db:
        finding = service.get(db, signal_id).finding
    drawn = finding.evidence.get("chart") or {}
    lines = {one["key"]: one["values"] for one in drawn.get("series", ())}
    if not {"observed", "baseline"} <= lines.keys():
        return {"charts": {}}
    days = [date.fromisoformat(day) for day in drawn["x"]]
    told = {
        method: control.build(method, days, lines["observed"], lines["baseline"], finding.since)
        for method in control.METHODS
    }
    return {"charts": {method: spec.as_dict() for method, spec in told.items()}}


@router.get("/track-record", dependencies=[Depends(needs("signal.read"))])
def show_record(workspace: CurrentWorkspace) -> dict[str, Any]:
    """The last replay (None before the first), whether one is possible, and what people made of the signals so far."""
    kept = record.kept(workspace)
    possible = kept is not None or record.possible(workspace)
    return {"record": kept, "possible": possible, "precision": record.precision(workspace)}


@router.post("/track-record", status_code=202)
def start_replay(workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    title = Words("回放预警成绩", "Replay the early warning")
    begun = workspace.jobs.start(
        "track-record", title, lambda progress: _replay(workspace, progress), person.login, alone=True
    )
    return begun.as_dict()


def _replay(workspace: Workspace, progress: Progress) -> dict[str, Any]:
    replayed = record.run(workspace, progress)
    return {"replayed": replayed is not None, "events": len(replayed.rows) if replayed else 0}


def _told(workspace: CurrentWorkspace, signal: Signal) -> dict[str, Any]:
    finding = signal.finding
    span = Period.read(f"{finding.since}..{finding.until}", finding.until)
    slice_ = Filter.of_slice(finding.where)
    page = tickets.search(workspace.warehouse, filters=slice_, period=span, limit=_SHOWN)
    # The evidence tells of the slice that was looked into, which may be wider than the signal's own.
    told = finding.evidence | signal.as_dict()
    if signal.problem_id is not None and "chart" in told:
        with workspace.store.read() as db:
            actions = problems.get(db, signal.problem_id).actions
        told["chart"] = with_fixes(told["chart"], [a.plan for a in actions if a.cancelled is None])
    told["why"] = finding.evidence.get("sentence")
    told["budget"] = {"false_alarms_per_week": workspace.settings.false_alarms_per_week}
    return told | {"tickets": page.tickets, "tickets_total": page.total}


def with_fixes(chart: dict[str, Any], plans: Sequence[Plan]) -> dict[str, Any]:
    """The picture of a signal with what was done about it: each action at the week (or day) in which it started."""
    marks = list(chart["marks"])
    for plan in plans:
        before = [x for x in chart["x"] if x <= plan.start.isoformat()]
        if before:
            marks.append({"x": before[-1], "text": {"zh": plan.title, "en": plan.title}, "kind": "fix"})
    return chart | {"marks": marks}
