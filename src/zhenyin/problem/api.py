"""Problems, causes and actions over HTTP. Verdicts are told in web/verdicts_api.py."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from zhenyin.account.access import House, InHouse, Person, needs
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
def list_problems(house: InHouse, stage: Stage | None = None, owner: str = "", q: str = "") -> list[dict[str, Any]]:
    with house.store.read() as db:
        found, people = store.dossiers(db), presentation.names(db)
    kept = [
        d
        for d in found
        if stage in (None, d.problem.stage)
        and owner in ("", d.problem.owner)
        and all(word in f"{d.problem.title} {d.problem.description}".lower() for word in q.lower().split())
    ]
    return presentation.briefs(house.warehouse, kept, people, clock.today(house.settings.zone))


@router.post("/problems", status_code=201)
def make_problem(body: NewProblem, house: InHouse, person: Writer) -> dict[str, Any]:
    at = clock.now(house.settings.zone)
    with house.store.begin() as db:
        made = service.create(db, person.login, at, **body.model_dump())
    return _relinked(house, made.problem.id)


@router.get("/problems/{problem_id}", dependencies=[Reader])
def show_problem(problem_id: str, house: InHouse) -> dict[str, Any]:
    return _detail(house, problem_id)


@router.patch("/problems/{problem_id}")
def edit_problem(problem_id: str, body: Edit, house: InHouse, person: Writer) -> dict[str, Any]:
    at = clock.now(house.settings.zone)
    with house.store.begin() as db:
        service.edit(db, problem_id, person.login, at, **body.model_dump(exclude_unset=True))
    return _detail(house, problem_id)


@router.post("/problems/{problem_id}/move")
def move_problem(problem_id: str, body: Move, house: InHouse, person: Writer) -> dict[str, Any]:
    at = clock.now(house.settings.zone)
    with house.store.begin() as db:
        service.move(db, problem_id, body.to, person.login, at, body.reason)
    return _detail(house, problem_id)


@router.post("/problems/{problem_id}/tickets")
def link_tickets(problem_id: str, body: Links, house: InHouse, person: Writer) -> dict[str, Any]:
    at = clock.now(house.settings.zone)
    with house.store.begin() as db:
        service.link(db, problem_id, body.add, body.remove, person.login, at)
    return _relinked(house, problem_id)


@router.post("/problems/{problem_id}/causes")
def state_cause(problem_id: str, body: NewCause, house: InHouse, person: Writer) -> dict[str, Any]:
    at = clock.now(house.settings.zone)
    with house.store.begin() as db:
        service.add_cause(db, problem_id, body.text, body.grade, body.evidence, person.login, at)
    return _detail(house, problem_id)


@router.post("/problems/{problem_id}/causes/{cause_id}/confirm")
def confirm_cause(problem_id: str, cause_id: str, house: InHouse, person: Writer) -> dict[str, Any]:
    at = clock.now(house.settings.zone)
    with house.store.begin() as db:
        service.confirm_cause(db, problem_id, cause_id, person.login, at)
    return _detail(house, problem_id)


@router.post("/problems/{problem_id}/actions", status_code=201)
def save_action(problem_id: str, body: NewAction, house: InHouse, person: Writer) -> dict[str, Any]:
    at = clock.now(house.settings.zone)
    with house.store.begin() as db:
        return _action(
            house, service.add_action(db, problem_id, person.login, at, **body.model_dump()), presentation.names(db)
        )


@router.get("/actions", dependencies=[Reader])
def list_actions(house: InHouse) -> list[dict[str, Any]]:
    with house.store.read() as db:
        people = presentation.names(db)
        return [_action(house, action, people) for action in store.actions(db)]


@router.get("/actions/{action_id}", dependencies=[Reader])
def show_action(action_id: str, house: InHouse) -> dict[str, Any]:
    with house.store.read() as db:
        return _action(house, service.get_action(db, action_id), presentation.names(db))


@router.post("/actions/{action_id}/cancel")
def cancel_action(action_id: str, body: Reason, house: InHouse, person: Writer) -> dict[str, Any]:
    at = clock.now(house.settings.zone)
    with house.store.begin() as db:
        return _action(
            house, service.cancel_action(db, action_id, body.reason, person.login, at), presentation.names(db)
        )


def _action(house: House, action: Action, people: dict[str, str]) -> dict[str, Any]:
    return action.as_dict(clock.today(house.settings.zone), people)


def _relinked(house: House, problem_id: str) -> dict[str, Any]:
    with house.store.read() as db:
        service.relink(house.warehouse, db)
    return _detail(house, problem_id)


def _detail(house: House, problem_id: str) -> dict[str, Any]:
    with house.store.read() as db:
        dossier, people = service.get(db, problem_id), presentation.names(db)
    return presentation.detail(house.warehouse, dossier, people, clock.today(house.settings.zone))
