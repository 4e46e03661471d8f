"""Tickets and the taxonomy over HTTP."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from zhenyin.account.access import CurrentWorkspace, Person, Workspace, needs
from zhenyin.account.paging import Paged
from zhenyin.core import clock
from zhenyin.core.words import Words
from zhenyin.job.presentation import JobOf
from zhenyin.job.progress import Progress
from zhenyin.job.service import Run
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.ticket import classify, service, taxonomy
from zhenyin.ticket.models import Labelled
from zhenyin.ticket.presentation import (
    LabelRequest,
    TaxonomyForm,
    TaxonomyResponse,
    TicketPage,
    TicketResponse,
    present_page,
    present_taxonomy,
    present_ticket,
)

router = APIRouter(tags=["ticket"])
Reader = Depends(needs("ticket.read"))
Writer = Annotated[Person, Depends(needs("ticket.write"))]
Editor = Annotated[Person, Depends(needs("ticket.admin"))]


@router.get("/tickets", dependencies=[Reader])
def list_tickets(
    workspace: CurrentWorkspace,
    paging: Paged,
    q: str = "",
    where: Annotated[list[str] | None, Query()] = None,
    period: str = "all",
    sort: str = "-created_at",
    counted_in: str | None = None,
) -> TicketPage:
    """Tickets that hold every word of `q` and meet all filters. sort: a column, with `-` for falling.

    counted_in: a metric; only the tickets that its figure counts.
    """
    filters = [Filter.read(text) for text in where or ()]
    span = Period.read(period, clock.today(workspace.settings.zone))
    found = service.search(workspace.warehouse, q, filters, span, sort, paging.limit, paging.offset, counted_in)
    return present_page(found, paging.offset)


@router.get("/tickets/{ticket_id:path}", dependencies=[Reader])
def show_ticket(ticket_id: str, workspace: CurrentWorkspace) -> TicketResponse:
    """One ticket with its steps, labels, other reports of the incident, and repeats."""
    with workspace.store.read() as db:
        return present_ticket(service.detail(workspace.warehouse, db, ticket_id))


@router.patch("/tickets/{ticket_id:path}/labels")
def correct_label(ticket_id: str, body: LabelRequest, workspace: CurrentWorkspace, person: Writer) -> TicketResponse:
    """Set a label right; the correction outlives any rebuild."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        correction = service.correct(workspace.warehouse, db, ticket_id, body.field, body.value, person.login, at)
    classify.apply_correction(workspace.warehouse, correction)
    with workspace.store.read() as db:
        return present_ticket(service.detail(workspace.warehouse, db, ticket_id))


@router.get("/taxonomy", dependencies=[Reader])
def show_taxonomy(workspace: CurrentWorkspace) -> TaxonomyResponse:
    """Categories, faults, severities and kinds, with the words that tell of them."""
    with workspace.store.read() as db:
        return present_taxonomy(taxonomy.current(db))


@router.put("/taxonomy")
def save_taxonomy(body: TaxonomyForm, workspace: CurrentWorkspace, person: Editor) -> TaxonomyResponse:
    """Save a new version, and label all tickets by it in a job of its own."""
    at = clock.now(workspace.settings.zone)
    form = body.model_dump(mode="json", exclude_none=True)
    with workspace.store.begin() as db:
        before, saved = taxonomy.current(db), taxonomy.save(db, form, person.login, at)
    if saved.version != before.version:
        title = Words("按新分类体系重新标注", "Label by the new taxonomy")
        workspace.jobs.start("relabel", title, _relabel(workspace), person.login)
    return present_taxonomy(saved)


@router.post("/label-runs", status_code=202)
def label_tickets(workspace: CurrentWorkspace, person: Editor) -> JobOf[Labelled]:
    """Fill blank labels, set priorities and link duplicates, as a job; what sources gave and people decided stays."""
    title = Words("重新标注全部工单", "Label all tickets")
    job = workspace.jobs.start("relabel", title, _relabel(workspace), person.login, alone=True)
    return JobOf[Labelled].model_validate(job)


def _relabel(workspace: Workspace) -> Run:
    def run(progress: Progress) -> dict[str, Any]:
        with workspace.store.read() as db:
            return asdict(classify.label_batch(workspace.warehouse, db, None, progress))

    return run
