"""Where the process loses time, over HTTP. It lies here: a flow has no `api.py`."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core import clock
from zhenyin.process import reference_model
from zhenyin.process.conformance import conforming, deviating_tickets
from zhenyin.process.handovers import handing_on
from zhenyin.process.map import discover
from zhenyin.process.ping_pong import bouncing
from zhenyin.process.remaining_time import remaining
from zhenyin.process.slow_tickets import slow_tickets
from zhenyin.process.ticket_remaining_time import ticket_remaining
from zhenyin.process.tickets import edge_tickets, tickets_of_step, tickets_of_way
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

router = APIRouter(tags=["process"], prefix="/process")
Reader = Depends(needs("question.read"))
TicketReader = Depends(needs("ticket.read"))
Editor = Annotated[Person, Depends(needs("ticket.admin"))]
Limit = Annotated[int, Query(ge=1, le=500)]
Offset = Annotated[int, Query(ge=0)]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which tickets: filters are texts such as `province=北京市`, the period is a text too."""

    filters: list[Filter]
    period: Period | None


def asked(
    workspace: CurrentWorkspace, where: Annotated[list[str] | None, Query()] = None, period: str = "all"
) -> Asked:
    return Asked([Filter.read(text) for text in where or ()], Period.read(period, clock.today(workspace.settings.zone)))


Ask = Annotated[Asked, Depends(asked)]


@router.get("", dependencies=[Reader])
def show_map(workspace: CurrentWorkspace, ask: Ask, by: str = "auto") -> dict[str, Any] | None:
    """What follows what, where tickets wait, and which ways they take; null while there are no events."""
    found = discover(workspace, ask.filters, ask.period, by)
    return found.as_dict() if found else None


@router.get("/ping-pong", dependencies=[Reader])
def show_ping_pong(workspace: CurrentWorkspace, ask: Ask) -> dict[str, Any] | None:
    """Tickets that bounce between teams, and the hours that costs; null while no teams are on record."""
    found = bouncing(workspace, ask.filters, ask.period)
    return found.as_dict() if found else None


@router.get("/hand-offs", dependencies=[Reader])
def show_hand_offs(workspace: CurrentWorkspace, ask: Ask) -> dict[str, Any] | None:
    """Which team hands tickets to which, and what comes of it; null while no teams are on record."""
    found = handing_on(workspace, ask.filters, ask.period)
    return found.as_dict() if found else None


@router.get("/slow", dependencies=[Reader])
def show_slow(workspace: CurrentWorkspace, ask: Ask) -> dict[str, Any] | None:
    """What sets the slowest tickets apart; null while nothing is solved."""
    found = slow_tickets(workspace, ask.filters, ask.period)
    return found.as_dict() if found else None


@router.get("/tickets", dependencies=[TicketReader])
def list_edge_tickets(
    workspace: CurrentWorkspace,
    ask: Ask,
    source: str,
    target: str,
    by: str = "auto",
    limit: Limit = 50,
    offset: Offset = 0,
) -> dict[str, Any]:
    """The tickets that went directly from one step to another, the longest wait first."""
    return edge_tickets(workspace, source, target, ask.filters, ask.period, by, limit, offset).as_dict()


@router.get("/tickets/way", dependencies=[TicketReader])
def list_tickets_of_way(
    workspace: CurrentWorkspace,
    ask: Ask,
    step: Annotated[list[str], Query(min_length=1, max_length=500)],
    by: str = "auto",
    limit: Limit = 50,
    offset: Offset = 0,
) -> dict[str, Any]:
    """The tickets that went exactly through these steps, those that took longest first."""
    return tickets_of_way(workspace, step, ask.filters, ask.period, by, limit, offset)


@router.get("/tickets/step", dependencies=[TicketReader])
def list_tickets_of_step(
    workspace: CurrentWorkspace, ask: Ask, step: str, by: str = "auto", limit: Limit = 50, offset: Offset = 0
) -> dict[str, Any]:
    """The tickets that had a step, those that had it most often first."""
    return tickets_of_step(workspace, step, ask.filters, ask.period, by, limit, offset)


@router.get("/remaining", dependencies=[TicketReader])
def list_late_tickets(
    workspace: CurrentWorkspace, ask: Ask, by: str = "auto", limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> dict[str, Any] | None:
    """Open tickets that are likeliest to pass their limit, and the hours that remain; null while there are no events."""
    found = remaining(workspace, ask.filters, ask.period, by, limit)
    return found.as_dict() if found else None


@router.get("/remaining/{ticket_id:path}", dependencies=[TicketReader])
def show_remaining(ticket_id: str, workspace: CurrentWorkspace) -> dict[str, Any]:
    """How long one open ticket still takes, and what that is told from; or the reason why it cannot be told."""
    return ticket_remaining(workspace, ticket_id).as_dict()


@router.get("/conformance", dependencies=[Reader])
def show_conformance(workspace: CurrentWorkspace, ask: Ask, by: str = "auto") -> dict[str, Any] | None:
    """Do tickets keep to the standard process, and where do they leave it? Null while there are no events."""
    found = conforming(workspace, ask.filters, ask.period, by)
    return found.as_dict() if found else None


@router.get("/conformance/tickets", dependencies=[TicketReader])
def list_deviating_tickets(
    workspace: CurrentWorkspace, ask: Ask, kind: str, step: str, by: str = "auto", limit: Limit = 50, offset: Offset = 0
) -> dict[str, Any]:
    """The tickets of one deviation, those that took longest first."""
    return deviating_tickets(workspace, kind, step, ask.filters, ask.period, by, limit, offset)


class Stated(BaseModel):
    """A standard process as it is written, and what its steps are told by. An empty text takes it back."""

    text: str = Field(max_length=20_000)
    by: str = "auto"


@router.put("/standard")
def state_standard(body: Stated, workspace: CurrentWorkspace, person: Editor) -> dict[str, bool]:
    """Put a standard process in force."""
    return {"stated": reference_model.state(workspace, body.text, body.by, person.login).stated}
