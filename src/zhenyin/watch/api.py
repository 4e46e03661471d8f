"""Signals over HTTP: the list, one with its evidence, and what people decide about them."""

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends

from zhenyin.account.access import CurrentWorkspace, Person, Workspace, needs
from zhenyin.account.paging import Paged
from zhenyin.core import clock
from zhenyin.core.schema import Model, Page, Request
from zhenyin.core.words import Words
from zhenyin.job.presentation import JobOf
from zhenyin.job.progress import Progress
from zhenyin.problem import presentation as problem_pages
from zhenyin.problem import service as problems
from zhenyin.problem.presentation import ProblemDetail
from zhenyin.reliability.batch_or_field import batch_or_field
from zhenyin.reliability.presentation import BatchOrFieldResponse, present_batch_or_field
from zhenyin.watch import presentation, service, store
from zhenyin.watch.backtest import presentation as backtest
from zhenyin.watch.backtest import record
from zhenyin.watch.detail import signal_detail
from zhenyin.watch.models import SignalState

router = APIRouter(tags=["signal"])
Reader = Depends(needs("signal.read"))
Writer = Annotated[Person, Depends(needs("signal.write"))]
Solver = Annotated[Person, Depends(needs("problem.write"))]


class Dismissal(Request):
    """Why a signal needs no action."""

    reason: str


class BatchOrFieldAnswer(Model):
    """Whether a batch or a change in the field explains a signal; None without units, fault or enough failures."""

    batch_or_field: BatchOrFieldResponse | None


class Snooze(Request):
    """The day on which the signal opens again."""

    until: date


class SignalProblemRequest(Request):
    """What a person adds to the signal that becomes a problem."""

    title: str | None = None
    owner: str | None = None
    due: date | None = None


@router.get("/signals", dependencies=[Reader])
def list_signals(
    workspace: CurrentWorkspace, paging: Paged, state: SignalState | Literal["all"] = "open"
) -> Page[presentation.SignalResponse]:
    """Signals of a state, most evidence first."""
    chosen = None if state == "all" else state
    with workspace.store.read() as db:
        found, total = store.signals(db, chosen, paging.limit, paging.offset), store.count_signals(db, chosen)
    shown = [presentation.present_signal(signal) for signal in found]
    return Page[presentation.SignalResponse].of(shown, total, paging.offset)


@router.get("/rules", dependencies=[Reader])
def list_rules(workspace: CurrentWorkspace) -> presentation.ScanRulesResponse:
    """What every scan tests, and the budget of false alarms per week."""
    return presentation.present_rules(workspace.settings)


@router.get("/signals/{signal_id}", dependencies=[Reader])
def show_signal(signal_id: str, workspace: CurrentWorkspace) -> presentation.SignalDetailResponse:
    """One signal with its evidence and newest tickets."""
    return signal_detail(workspace, signal_id)


@router.post("/signals/{signal_id}/dismiss")
def dismiss_signal(
    signal_id: str, body: Dismissal, workspace: CurrentWorkspace, person: Writer
) -> presentation.SignalResponse:
    """Take a signal off the list, with the reason."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return presentation.present_signal(service.dismiss(db, signal_id, body.reason, person.login, at))


@router.post("/signals/{signal_id}/snooze")
def snooze_signal(
    signal_id: str, body: Snooze, workspace: CurrentWorkspace, person: Writer
) -> presentation.SignalResponse:
    """Put a signal aside until a day."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return presentation.present_signal(service.snooze(db, signal_id, body.until, person.login, at))


@router.post("/signals/{signal_id}/rebaseline")
def rebaseline_signal(signal_id: str, workspace: CurrentWorkspace, person: Writer) -> presentation.SignalResponse:
    """Accept the new level as the baseline, from the signal's first day on."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return presentation.present_signal(service.rebaseline(db, signal_id, person.login, at))


@router.post("/signals/{signal_id}/problem", status_code=201)
def make_problem(
    signal_id: str, body: SignalProblemRequest, workspace: CurrentWorkspace, person: Solver
) -> ProblemDetail:
    """A problem of the signal's slice and metric, with the strongest suspects as its first causes."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        made = service.make_problem(db, signal_id, person.login, at, body.title, body.owner, body.due, person.language)
    with workspace.store.read() as db:
        problems.relink(workspace.warehouse, db)
        people = problem_pages.people_names(db)
    return problem_pages.present_detail(workspace.warehouse, made, people, at.date())


@router.get("/signals/{signal_id}/batch-or-field", dependencies=[Reader])
def show_batch_or_field(signal_id: str, workspace: CurrentWorkspace) -> BatchOrFieldAnswer:
    """A bad batch, or a change in the field? By when units were made, and by when failures were reported."""
    with workspace.store.read() as db:
        signal = service.get(db, signal_id)
    found = batch_or_field(workspace, signal.finding.where)
    return BatchOrFieldAnswer(batch_or_field=present_batch_or_field(found) if found else None)


@router.get("/signals/{signal_id}/control", dependencies=[Reader])
def show_control_charts(signal_id: str, workspace: CurrentWorkspace) -> presentation.ControlChartsResponse:
    """The time series of a signal as control charts, by method."""
    with workspace.store.read() as db:
        finding = service.get(db, signal_id).finding
    return presentation.ControlChartsResponse(charts=presentation.control_charts(finding))


@router.get("/track-record", dependencies=[Reader])
def show_record(workspace: CurrentWorkspace) -> backtest.TrackRecordResponse:
    """The last replay, whether one is possible, and what people made of the signals so far."""
    last = record.load(workspace)
    can_replay = last is not None or record.can_replay(workspace)
    return backtest.present_track_record(last, can_replay, record.precision(workspace))


@router.post("/replays", status_code=202)
def start_replay(workspace: CurrentWorkspace, person: Writer) -> JobOf[backtest.ReplayResult]:
    """Replay the last year in a job."""
    title = Words("回放预警成绩", "Replay the early warning")
    begun = workspace.jobs.start(
        "track-record", title, lambda progress: _replay(workspace, progress), person.login, alone=True
    )
    return JobOf[backtest.ReplayResult].model_validate(begun)


def _replay(workspace: Workspace, progress: Progress) -> dict[str, Any]:
    return backtest.present_replay(record.run(workspace, progress)).model_dump(mode="json")
