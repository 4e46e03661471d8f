"""Articles over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core import clock
from zhenyin.knowledge import service, similar_cases, store

router = APIRouter(tags=["knowledge"])
Reader = Depends(needs("knowledge.read"))
TicketReader = Depends(needs("ticket.read"))
Writer = Annotated[Person, Depends(needs("knowledge.write"))]


class Texts(BaseModel):
    """What of an article changes; the effect stays as it was measured."""

    model_config = ConfigDict(extra="forbid")

    title: str | None = None
    symptom: str | None = None
    cause: str | None = None
    fix: str | None = None


@router.get("/articles", dependencies=[Reader])
def list_articles(workspace: CurrentWorkspace, q: str = "") -> list[dict[str, Any]]:
    with workspace.store.read() as db:
        return [article.as_dict() for article in store.articles(db, q)]


@router.get("/articles/{article_id}", dependencies=[Reader])
def show_article(article_id: str, workspace: CurrentWorkspace) -> dict[str, Any]:
    with workspace.store.read() as db:
        return service.get(db, article_id).as_dict()


@router.patch("/articles/{article_id}")
def edit_article(article_id: str, body: Texts, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return service.edit(db, article_id, person.login, at, **body.model_dump()).as_dict()


@router.post("/articles/{article_id}/publish")
def publish_article(article_id: str, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return service.publish(db, article_id, person.login, at).as_dict()


@router.post("/articles/{article_id}/retire")
def retire_article(article_id: str, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return service.retire(db, article_id, person.login, at).as_dict()


@router.get("/similar-cases", dependencies=[TicketReader])
def similar(workspace: CurrentWorkspace, ticket: str = "", problem: str = "", limit: int = 5) -> list[dict[str, Any]]:
    """Solved cases that are most like a ticket (from before it) or a problem, with why and what solved them."""
    most = min(max(limit, 1), 20)
    if problem:
        return [case.as_dict() for case in similar_cases.of_problem(workspace, problem, most)]
    return [case.as_dict() for case in similar_cases.of_ticket(workspace, ticket, most)]
