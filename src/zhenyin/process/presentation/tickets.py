"""Lists of tickets as answers: pages of them, each with what the list is ordered by."""

from zhenyin.core.schema import Page
from zhenyin.process.models import EdgeTickets, TicketRows
from zhenyin.process.presentation.durations import hours_or_none
from zhenyin.ticket.presentation import TicketBrief


class EdgeTicket(TicketBrief):
    """A ticket that went along an edge. waited_hours: its longest wait there."""

    waited_hours: float


class TimedTicket(TicketBrief):
    """A ticket with its hours from creation to resolution; null while it is open."""

    duration_hours: float | None


class StepTicket(TicketBrief):
    """A ticket in which a step occurs so many times."""

    occurrences: int


class EdgeTicketPage(Page[EdgeTicket]):
    """Tickets of one edge, and its waits: n times, their median and ninetieth percentile in hours."""

    n: int
    median_hours: float | None
    p90_hours: float | None


def present_edge_tickets(found: EdgeTickets) -> EdgeTicketPage:
    items = [EdgeTicket.model_validate(row) for row in found.tickets.rows]
    page = Page[EdgeTicket].of(items, found.tickets.total, found.tickets.offset)
    return EdgeTicketPage(
        items=page.items,
        total=page.total,
        next=page.next,
        n=found.n,
        median_hours=hours_or_none(found.median_seconds),
        p90_hours=hours_or_none(found.p90_seconds),
    )


def present_timed_tickets(found: TicketRows) -> Page[TimedTicket]:
    return Page[TimedTicket].of([TimedTicket.model_validate(row) for row in found.rows], found.total, found.offset)


def present_step_tickets(found: TicketRows) -> Page[StepTicket]:
    return Page[StepTicket].of([StepTicket.model_validate(row) for row in found.rows], found.total, found.offset)
