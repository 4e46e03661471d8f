"""The process over HTTP: its map, handovers, conformance, slow tickets, and how long open tickets still take."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import Field

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.account.paging import Paged
from zhenyin.core import clock
from zhenyin.core.schema import Page, Request, Unavailable
from zhenyin.process import reference_model, tickets
from zhenyin.process.conformance import check_conformance, deviating_tickets
from zhenyin.process.discovery import discover
from zhenyin.process.handovers import handovers_of
from zhenyin.process.models import CaseSelection
from zhenyin.process.open_ticket_risk import open_ticket_risk
from zhenyin.process.ping_pong import ping_pong_of
from zhenyin.process.presentation.conformance import (
    ConformanceResponse,
    ReferenceModelResponse,
    present_conformance,
    present_model_in_force,
    present_reference_model,
)
from zhenyin.process.presentation.process_map import ProcessMapResponse, present_map
from zhenyin.process.presentation.remaining_time import (
    NoRemainingTimeResponse,
    OpenTicketRiskResponse,
    RemainingTimeResponse,
    present_open_ticket_risk,
    present_remaining_time,
)
from zhenyin.process.presentation.slow_tickets import SlowTicketsResponse, present_slow_tickets
from zhenyin.process.presentation.teams import HandoversResponse, PingPongResponse, present_handovers, present_ping_pong
from zhenyin.process.presentation.tickets import (
    EdgeTicketPage,
    StepTicket,
    TimedTicket,
    present_edge_tickets,
    present_step_tickets,
    present_timed_tickets,
)
from zhenyin.process.slow_tickets import slow_tickets
from zhenyin.process.ticket_remaining_time import ticket_remaining_time
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

router = APIRouter(tags=["process"], prefix="/process")
Reader = Depends(needs("question.read"))
TicketReader = Depends(needs("ticket.read"))
Editor = Annotated[Person, Depends(needs("ticket.admin"))]
By = Annotated[str, Query(description="what names a step: auto, activity, step or team")]


@dataclass(frozen=True, slots=True)
class ProcessQuery:
    """Which tickets a question about the process is asked of."""

    filters: tuple[Filter, ...]
    period: Period | None

    def cases(self, by: str) -> CaseSelection:
        """The cases, with their steps named by `by`."""
        return CaseSelection(self.filters, self.period, by)


def process_query(
    workspace: CurrentWorkspace,
    where: Annotated[list[str] | None, Query(description="filters such as province=北京市")] = None,
    period: Annotated[str, Query(description="2025-Q1, last-8-weeks, all")] = "all",
) -> ProcessQuery:
    today = clock.today(workspace.settings.zone)
    return ProcessQuery(tuple(Filter.read(text) for text in where or ()), Period.read(period, today))


CaseQuery = Annotated[ProcessQuery, Depends(process_query)]


@router.get("", dependencies=[Reader])
def show_map(workspace: CurrentWorkspace, query: CaseQuery, by: By = "auto") -> ProcessMapResponse | Unavailable:
    """The directly-follows graph, where tickets wait, and the variants that they take."""
    return present_map(discover(workspace, query.filters, query.period, by))


@router.get("/handovers", dependencies=[Reader])
def show_handovers(workspace: CurrentWorkspace, query: CaseQuery) -> HandoversResponse | Unavailable:
    """Which team hands tickets to which, and what comes of it."""
    return present_handovers(handovers_of(workspace, query.filters, query.period))


@router.get("/ping-pong", dependencies=[Reader])
def show_ping_pong(workspace: CurrentWorkspace, query: CaseQuery) -> PingPongResponse | Unavailable:
    """Tickets that return to a team that had them, and the hours that this costs."""
    return present_ping_pong(ping_pong_of(workspace, query.filters, query.period))


@router.get("/slow-tickets", dependencies=[Reader])
def show_slow_tickets(workspace: CurrentWorkspace, query: CaseQuery) -> SlowTicketsResponse | Unavailable:
    """What sets the slowest tickets apart."""
    return present_slow_tickets(slow_tickets(workspace, query.filters, query.period))


@router.get("/conformance", dependencies=[Reader])
def show_conformance(
    workspace: CurrentWorkspace, query: CaseQuery, by: By = "auto"
) -> ConformanceResponse | Unavailable:
    """Do tickets follow the reference model, and where do they leave it?"""
    return present_conformance(check_conformance(workspace, query.cases(by)))


@router.get("/edges/tickets", dependencies=[TicketReader])
def list_tickets_of_edge(
    workspace: CurrentWorkspace, query: CaseQuery, paging: Paged, source: str, target: str, by: By = "auto"
) -> EdgeTicketPage:
    """The tickets that went directly from one step to another, the longest wait first."""
    return present_edge_tickets(tickets.edge_tickets(workspace, source, target, query.cases(by), paging))


@router.get("/variants/tickets", dependencies=[TicketReader])
def list_tickets_of_variant(
    workspace: CurrentWorkspace,
    query: CaseQuery,
    paging: Paged,
    step: Annotated[list[str], Query(min_length=1, max_length=500, description="the steps of the variant, in order")],
    by: By = "auto",
) -> Page[TimedTicket]:
    """The tickets that went exactly through these steps, those that took longest first."""
    return present_timed_tickets(tickets.tickets_of_variant(workspace, step, query.cases(by), paging))


@router.get("/steps/tickets", dependencies=[TicketReader])
def list_tickets_of_step(
    workspace: CurrentWorkspace, query: CaseQuery, paging: Paged, step: str, by: By = "auto"
) -> Page[StepTicket]:
    """The tickets in which a step occurs, those with most occurrences first."""
    return present_step_tickets(tickets.tickets_of_step(workspace, step, query.cases(by), paging))


@router.get("/deviations/tickets", dependencies=[TicketReader])
def list_tickets_of_deviation(
    workspace: CurrentWorkspace, query: CaseQuery, paging: Paged, kind: str, step: str, by: By = "auto"
) -> Page[TimedTicket]:
    """The tickets of one deviation from the reference model, those that took longest first."""
    return present_timed_tickets(deviating_tickets(workspace, kind, step, query.cases(by), paging))


@router.get("/remaining-time", dependencies=[TicketReader])
def list_open_tickets_at_risk(
    workspace: CurrentWorkspace,
    query: CaseQuery,
    by: By = "auto",
    limit: Annotated[int, Query(ge=1, le=200, description="how many at most")] = 50,
) -> OpenTicketRiskResponse | Unavailable:
    """Open tickets that are likeliest to pass their limit, and the remaining time of each."""
    return present_open_ticket_risk(open_ticket_risk(workspace, query.filters, query.period, by, limit))


@router.get("/remaining-time/{ticket_id:path}", dependencies=[TicketReader])
def show_remaining_time(ticket_id: str, workspace: CurrentWorkspace) -> RemainingTimeResponse | NoRemainingTimeResponse:
    """The remaining time of one open ticket, and what it is estimated from; or why it is not known."""
    return present_remaining_time(ticket_remaining_time(workspace, ticket_id))


class ReferenceModelRequest(Request):
    """A reference model as it is written: one step a line, in order. by: what names its steps."""

    text: str = Field(min_length=1, max_length=20_000)
    by: str = "auto"


@router.get("/reference-model", dependencies=[Reader])
def show_reference_model(workspace: CurrentWorkspace, by: By = "auto") -> ReferenceModelResponse | Unavailable:
    """The reference model in force: stated by a person, or derived from the most frequent variants."""
    return present_reference_model(reference_model.show_reference_model(workspace, by))


@router.put("/reference-model")
def set_reference_model(
    body: ReferenceModelRequest, workspace: CurrentWorkspace, person: Editor
) -> ReferenceModelResponse:
    """Put a stated reference model in force."""
    return present_model_in_force(reference_model.set_reference_model(workspace, body.text, body.by, person.login))


@router.delete("/reference-model")
def clear_reference_model(workspace: CurrentWorkspace, person: Editor, by: By = "auto") -> ReferenceModelResponse:
    """Take the stated reference model back; the derived one is in force again."""
    return present_model_in_force(reference_model.clear_reference_model(workspace, by, person.login))
