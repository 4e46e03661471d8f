"""Articles and similar cases over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.account.paging import Paged
from zhenyin.core import clock
from zhenyin.core.schema import Page, Request
from zhenyin.knowledge import service, similar_cases, store
from zhenyin.knowledge.presentation import ArticleResponse, SimilarCaseResponse, present_article, present_case

router = APIRouter(tags=["knowledge"])
Reader = Depends(needs("knowledge.read"))
TicketReader = Depends(needs("ticket.read"))
Writer = Annotated[Person, Depends(needs("knowledge.write"))]


class ArticlePatch(Request):
    """Texts to change; what is left out stays. The effect stays as it was measured."""

    title: str | None = None
    symptom: str | None = None
    cause: str | None = None
    fix: str | None = None


@router.get("/articles", dependencies=[Reader])
def list_articles(workspace: CurrentWorkspace, paging: Paged, q: str = "") -> Page[ArticleResponse]:
    """Articles, the newest first. q: words that one of their texts must hold."""
    with workspace.store.read() as db:
        found = store.articles(db, q)
    part = found[paging.offset : paging.offset + paging.limit]
    return Page[ArticleResponse].of([present_article(article) for article in part], len(found), paging.offset)


@router.get("/articles/{article_id}", dependencies=[Reader])
def show_article(article_id: str, workspace: CurrentWorkspace) -> ArticleResponse:
    with workspace.store.read() as db:
        return present_article(service.get(db, article_id))


@router.patch("/articles/{article_id}")
def edit_article(article_id: str, body: ArticlePatch, workspace: CurrentWorkspace, person: Writer) -> ArticleResponse:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return present_article(service.edit(db, article_id, person.login, at, **body.model_dump()))


@router.post("/articles/{article_id}/publish")
def publish_article(article_id: str, workspace: CurrentWorkspace, person: Writer) -> ArticleResponse:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return present_article(service.publish(db, article_id, person.login, at))


@router.post("/articles/{article_id}/retire")
def retire_article(article_id: str, workspace: CurrentWorkspace, person: Writer) -> ArticleResponse:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        return present_article(service.retire(db, article_id, person.login, at))


@router.get("/similar-cases", dependencies=[TicketReader])
def list_similar_cases(
    workspace: CurrentWorkspace,
    ticket: str = "",
    problem: str = "",
    limit: Annotated[int, Query(ge=1, le=20)] = 5,
) -> list[SimilarCaseResponse]:
    """Resolved cases most like a ticket (from before it) or a problem, the most similar first."""
    if problem:
        found = similar_cases.of_problem(workspace, problem, limit)
    else:
        found = similar_cases.of_ticket(workspace, ticket, limit)
    return [present_case(case) for case in found]
