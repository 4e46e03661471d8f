"""Problems, causes and actions over HTTP. An action is judged by `web/verdicts_api.py`."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field

from zhenyin.account.access import CurrentWorkspace, Person, Workspace, needs
from zhenyin.account.paging import Paged
from zhenyin.core import clock
from zhenyin.core.schema import Page, Request, Slice
from zhenyin.problem import presentation, service, store
from zhenyin.problem.action_presentation import ActionResponse, present_action
from zhenyin.problem.models import Action
from zhenyin.problem.presentation import ProblemBrief, ProblemDetail
from zhenyin.problem.vocabulary import Direction, Grade, Stage

router = APIRouter(tags=["problem"])
Reader = Depends(needs("problem.read"))
Writer = Annotated[Person, Depends(needs("problem.write"))]
Text = Annotated[str, Field(max_length=4000)]
Tickets = Annotated[list[str], Field(default_factory=list, max_length=10_000)]


class ProblemRequest(Request):
    """A slice of a metric, single tickets, or both."""

    title: Text
    metric: str = "ticket_count"
    where: Slice = Field(default_factory=dict)
    since: date | None = None
    description: Text = ""
    owner: str | None = None
    due: date | None = None
    ticket_ids: Tickets


class ProblemPatch(Request):
    """What is left out stays; null empties a field. A title cannot be empty."""

    title: Text | None = None
    description: Text | None = None
    owner: str | None = None
    due: date | None = None


class MoveRequest(Request):
    to: Stage
    reason: Text = ""


class LinksPatch(Request):
    """Tickets to add to the problem by hand, and tickets to remove from it."""

    add: Tickets
    remove: Tickets


class CauseRequest(Request):
    text: Text
    grade: Grade = "guess"
    evidence: list[Text] = Field(default_factory=list)


class ActionRequest(Request):
    """Only comparison and cost may be left out; everything that is missing is named in one refusal."""

    title: Text | None = None
    owner: str | None = None
    due: date | None = None
    metric: str | None = None
    where: Slice | None = None
    comparison: Slice | None = None
    direction: Direction | None = None
    target: float | None = None
    start: date | None = None
    window_weeks: int | None = None
    cost: Text | None = None


class CancelRequest(Request):
    reason: Text


@router.get("/problems", dependencies=[Reader])
def list_problems(
    workspace: CurrentWorkspace, paging: Paged, stage: Stage | None = None, owner: str = "", q: str = ""
) -> Page[ProblemBrief]:
    """Problems, the newest first. q: words that title or description must hold."""
    with workspace.store.read() as db:
        found, people = service.find(db, stage, owner, q), presentation.people_names(db)
    part = found[paging.offset : paging.offset + paging.limit]
    briefs = presentation.present_briefs(workspace.warehouse, part, people, clock.today(workspace.settings.zone))
    return Page[ProblemBrief].of(briefs, len(found), paging.offset)


@router.post("/problems", status_code=201)
def create_problem(body: ProblemRequest, workspace: CurrentWorkspace, person: Writer) -> ProblemDetail:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        made = service.create(db, person.login, at, **body.model_dump())
    return _relinked(workspace, made.problem.id)


@router.get("/problems/{problem_id}", dependencies=[Reader])
def show_problem(problem_id: str, workspace: CurrentWorkspace) -> ProblemDetail:
    return _detail(workspace, problem_id)


@router.patch("/problems/{problem_id}")
def edit_problem(problem_id: str, body: ProblemPatch, workspace: CurrentWorkspace, person: Writer) -> ProblemDetail:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        service.edit(db, problem_id, person.login, at, **body.model_dump(exclude_unset=True))
    return _detail(workspace, problem_id)


@router.post("/problems/{problem_id}/move")
def move_problem(problem_id: str, body: MoveRequest, workspace: CurrentWorkspace, person: Writer) -> ProblemDetail:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        service.move(db, problem_id, body.to, person.login, at, body.reason)
    return _detail(workspace, problem_id)


@router.patch("/problems/{problem_id}/tickets")
def link_tickets(problem_id: str, body: LinksPatch, workspace: CurrentWorkspace, person: Writer) -> ProblemDetail:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        service.link(db, problem_id, body.add, body.remove, person.login, at)
    return _relinked(workspace, problem_id)


@router.post("/problems/{problem_id}/causes", status_code=201)
def add_cause(problem_id: str, body: CauseRequest, workspace: CurrentWorkspace, person: Writer) -> ProblemDetail:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        service.add_cause(db, problem_id, body.text, body.grade, body.evidence, person.login, at)
    return _detail(workspace, problem_id)


@router.post("/problems/{problem_id}/causes/{cause_id}/confirm")
def confirm_cause(problem_id: str, cause_id: str, workspace: CurrentWorkspace, person: Writer) -> ProblemDetail:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        service.confirm_cause(db, problem_id, cause_id, person.login, at)
    return _detail(workspace, problem_id)


@router.post("/problems/{problem_id}/actions", status_code=201)
def add_action(problem_id: str, body: ActionRequest, workspace: CurrentWorkspace, person: Writer) -> ActionResponse:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        action = service.add_action(db, problem_id, person.login, at, **body.model_dump())
        return _action(workspace, action, presentation.people_names(db))


@router.get("/actions", dependencies=[Reader])
def list_actions(workspace: CurrentWorkspace, paging: Paged) -> Page[ActionResponse]:
    """Actions with their verdicts, in the order in which they started."""
    with workspace.store.read() as db:
        found, people = store.actions(db), presentation.people_names(db)
    part = found[paging.offset : paging.offset + paging.limit]
    return Page[ActionResponse].of([_action(workspace, one, people) for one in part], len(found), paging.offset)


@router.get("/actions/{action_id}", dependencies=[Reader])
def show_action(action_id: str, workspace: CurrentWorkspace) -> ActionResponse:
    with workspace.store.read() as db:
        return _action(workspace, service.get_action(db, action_id), presentation.people_names(db))


@router.post("/actions/{action_id}/cancel")
def cancel_action(action_id: str, body: CancelRequest, workspace: CurrentWorkspace, person: Writer) -> ActionResponse:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        action = service.cancel_action(db, action_id, body.reason, person.login, at)
        return _action(workspace, action, presentation.people_names(db))


def _action(workspace: Workspace, action: Action, people: dict[str, str]) -> ActionResponse:
    return present_action(action, people, clock.today(workspace.settings.zone))


def _relinked(workspace: Workspace, problem_id: str) -> ProblemDetail:
    with workspace.store.read() as db:
        service.relink(workspace.warehouse, db)
    return _detail(workspace, problem_id)


def _detail(workspace: Workspace, problem_id: str) -> ProblemDetail:
    with workspace.store.read() as db:
        dossier, people = service.get(db, problem_id), presentation.people_names(db)
    return presentation.present_detail(workspace.warehouse, dossier, people, clock.today(workspace.settings.zone))
