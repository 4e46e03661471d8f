"""Problems, causes and actions over HTTP. Verdicts are told in web/verdicts_api.py."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from zhenyin.account.access import CurrentWorkspace, Person, Workspace, needs
from zhenyin.core import clock
from zhenyin.problem import presentation, service, store
from zhenyin.problem.models import Action, Stage

router = APIRouter(tags=["problem"])
Reader = Depends(needs("problem.read"))
Writer = Annotated[Person, Depends(needs("problem.write"))]
Text = Annotated[str, Field(max_length=4000)]
Tickets = Annotated[list[str], Field(max_length=10_000)]
Slice = dict[str, str]


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewProblem(Body):
    """A slice of a metric, single tickets, or both. Several values of a dimension stand with commas between."""

    title: Text
    metric: str = "ticket_count"
    where: Slice = {}
    since: date | None = None
    description: Text = ""
    owner: str | None = None
    due: date | None = None
    ticket_ids: Tickets = []


class Edit(Body):
    title: Text | None = None
    description: Text | None = None
    owner: str | None = None
    due: date | None = None


class Move(Body):
    to: Stage
    reason: Text = ""


class Links(Body):
    add: Tickets = []
    remove: Tickets = []


class NewCause(Body):
    text: Text
    grade: str = "guess"
    evidence: list[Text] = []


class NewAction(Body):
    """Nothing may be left out but comparison and cost; what is missing is said in one refusal."""

    title: Text | None = None
    owner: str | None = None
    due: date | None = None
    metric: str | None = None
    where: Slice | None = None
    comparison: Slice | None = None
    direction: str | None = None
    target: float | None = None
    start: date | None = None
    window_weeks: int | None = None
    cost: Text | None = None


class Reason(Body):
    reason: Text


@router.get("/problems", dependencies=[Reader])
def list_problems(
    workspace: CurrentWorkspace, stage: Stage | None = None, owner: str = "", q: str = ""
) -> list[dict[str, Any]]:
    with workspace.store.read() as db:
        found, people = store.dossiers(db), presentation.names(db)
    kept = [
        d
        for d in found
        if stage in (None, d.problem.stage)
        and owner in ("", d.problem.owner)
        and all(word in f"{d.problem.title} {d.problem.description}".lower() for word in q.lower().split())
    ]
    return presentation.briefs(workspace.warehouse, kept, people, clock.today(workspace.settings.zone))


@router.post("/problems", status_code=201)
def make_problem(body: NewProblem, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        made = service.create(db, person.login, at, **body.model_dump())
    return _relinked(workspace, made.problem.id)


@router.get("/problems/{problem_id}", dependencies=[Reader])
def show_problem(problem_id: str, workspace: CurrentWorkspace) -> dict[str, Any]:
    return _detail(workspace, problem_id)


@router.patch("/problems/{problem_id}")
def edit_problem(problem_id: str, body: Edit, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        service.edit(db, problem_id, person.login, at, **body.model_dump(exclude_unset=True))
    return _detail(workspace, problem_id)


@router.post("/problems/{problem_id}/move")
def move_problem(problem_id: str, body: Move, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        service.move(db, problem_id, body.to, person.login, at, body.reason)
    return _detail(workspace, problem_id)


@router.post("/problems/{problem_id}/tickets")
def link_tickets(problem_id: str, body: Links, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        service.link(db, problem_id, body.add, body.remove, person.login, at)
    return _relinked(workspace, problem_id)


@router.post("/problems/{problem_id}/causes")
def state_cause(problem_id: str, body: NewCause, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        service.add_cause(db, problem_id, body.text, body.grade, body.evidence, person.login, at)
    return _detail(workspace, problem_id)


@router.post("/problems/{problem_id}/causes/{cause_id}/confirm")
def confirm_cause(problem_id: str, cause_id: str, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        service.confirm_cause(db, problem_id, cause_id, person.login, at)
    return _detail(workspace, problem_id)


@router.post("/problems/{problem_id}/actions", status_code=201)
def save_action(problem_id: str, body: NewAction, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return _action(
            workspace, service.add_action(db, problem_id, person.login, at, **body.model_dump()), presentation.names(db)
        )


@router.get("/actions", dependencies=[Reader])
def list_actions(workspace: CurrentWorkspace) -> list[dict[str, Any]]:
    with workspace.store.read() as db:
        people = presentation.names(db)
        return [_action(workspace, action, people) for action in store.actions(db)]


@router.get("/actions/{action_id}", dependencies=[Reader])
def show_action(action_id: str, workspace: CurrentWorkspace) -> dict[str, Any]:
    with workspace.store.read() as db:
        return _action(workspace, service.get_action(db, action_id), presentation.names(db))


@router.post("/actions/{action_id}/cancel")
def cancel_action(action_id: str, body: Reason, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return _action(
            workspace, service.cancel_action(db, action_id, body.reason, person.login, at), presentation.names(db)
        )


def _action(workspace: Workspace, action: Action, people: dict[str, str]) -> dict[str, Any]:
    return action.as_dict(clock.today(workspace.settings.zone), people)


def _relinked(workspace: Workspace, problem_id: str) -> dict[str, Any]:
    with workspace.store.read() as db:
        service.relink(workspace.warehouse, db)
    return _detail(workspace, problem_id)


def _detail(workspace: Workspace, problem_id: str) -> dict[str, Any]:
    with workspace.store.read() as db:
        dossier, people = service.get(db, problem_id), presentation.names(db)
    return presentation.detail(workspace.warehouse, dossier, people, clock.today(workspace.settings.zone))
