"""Tickets and the taxonomy over HTTP."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from zhenyin.account.access import CurrentWorkspace, Person, Workspace, needs
from zhenyin.core import clock
from zhenyin.core.words import Words
from zhenyin.job.progress import Progress
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.ticket import classify, service, taxonomy

router = APIRouter(tags=["ticket"])
Reader = Depends(needs("ticket.read"))
Writer = Annotated[Person, Depends(needs("ticket.write"))]
Editor = Annotated[Person, Depends(needs("ticket.admin"))]


class Label(BaseModel):
    field: str
    value: str | None = None


@router.get("/tickets", dependencies=[Reader])
def list_tickets(
    workspace: CurrentWorkspace,
    q: str = "",
    where: Annotated[list[str] | None, Query()] = None,
    period: str = "all",
    sort: str = "-created_at",
    limit: int = 50,
    offset: int = 0,
) -> dict[str, Any]:
    filters = [Filter.read(text) for text in where or ()]
    span = Period.read(period, clock.today(workspace.settings.zone))
    page = service.search(workspace.warehouse, q, filters, span, sort, limit, offset)
    return {"total": page.total, "rows": page.tickets}


@router.get("/tickets/{ticket_id:path}", dependencies=[Reader])
def show_ticket(ticket_id: str, workspace: CurrentWorkspace) -> dict[str, Any]:
    with workspace.store.read() as db:
        return service.detail(workspace.warehouse, db, ticket_id)


@router.patch("/tickets/{ticket_id:path}/labels")
def correct_label(ticket_id: str, body: Label, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        correction = service.correct(workspace.warehouse, db, ticket_id, body.field, body.value, person.login, at)
    classify.apply_correction(workspace.warehouse, correction)
    with workspace.store.read() as db:
        return service.detail(workspace.warehouse, db, ticket_id)


@router.get("/taxonomy", dependencies=[Reader])
def show_taxonomy(workspace: CurrentWorkspace) -> dict[str, Any]:
    with workspace.store.read() as db:
        return taxonomy.current(db).as_dict()


@router.put("/taxonomy")
def save_taxonomy(body: dict[str, Any], workspace: CurrentWorkspace, person: Editor) -> dict[str, Any]:
    """Save a new version, and label all tickets by it in a job of its own."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        before, saved = taxonomy.current(db), taxonomy.save(db, body, person.login, at)
    if saved.version != before.version:
        workspace.jobs.start(
            "relabel", Words("按新分类体系重新标注", "Label by the new taxonomy"), _relabel(workspace), person.login
        )
    return saved.as_dict()


def _relabel(workspace: Workspace) -> Callable[[Progress], dict[str, Any]]:
    def run(progress: Progress) -> dict[str, Any]:
        with workspace.store.read() as db:
            done = classify.label_batch(workspace.warehouse, db, None, progress)
        return {"tickets": done.tickets, "unknown": done.unknown}

    return run
