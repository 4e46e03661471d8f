"""The tickets behind a figure of the process: those of an edge, of a variant, of a step."""

from collections.abc import Callable, Sequence
from typing import Any

import ibis
from ibis.expr.types import Table

from zhenyin.account.paging import Paging
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import QUERY_SECONDS, select_event_log
from zhenyin.process.mining.steps import code, epoch_seconds
from zhenyin.process.models import ALL_CASES, CaseSelection, EdgeTickets, TicketRows
from zhenyin.ticket.models import BRIEF
from zhenyin.ticket.service import excerpt, readable
from zhenyin.warehouse.facts import table

_HOUR = 3600
_QUANTILES = (0.5, 0.9)
NO_TICKETS = TicketRows([], 0)
FIRST_PAGE = Paging()


def edge_tickets(
    workspace: Workspace,
    source: str,
    target: str,
    cases: CaseSelection = ALL_CASES,
    paging: Paging = FIRST_PAGE,
) -> EdgeTickets:
    """The tickets that went directly from `source` to `target`, the longest wait there first, with `waited_hours`.

    Raises NotFound (`step-unknown`), and what `select_event_log` raises.
    """
    log = select_event_log(workspace, cases.filters, cases.period, cases.by)
    if log is None:
        return EdgeTickets(0, None, None, NO_TICKETS)
    steps = log.steps_with_ticket
    on_edge = steps.filter(code(steps.previous) == log.code(source), code(steps.packed) == log.code(target))
    waits = on_edge.select("ticket_id", waited=epoch_seconds(on_edge.packed) - epoch_seconds(on_edge.previous))
    sums = waits.aggregate(n=waits.count(), q=waits.waited.quantile(list(_QUANTILES)))
    data = workspace.warehouse.query(sums, seconds=QUERY_SECONDS).to_pylist()[0]
    median, p90 = data["q"] or (None, None)
    longest = waits.group_by("ticket_id").aggregate(waited=waits.waited.max())
    tickets = page(workspace, longest, "waited_hours", lambda rows: rows.waited / _HOUR, paging)
    return EdgeTickets(data["n"], median, p90, tickets)


def tickets_of_variant(
    workspace: Workspace,
    variant: Sequence[str],
    cases: CaseSelection = ALL_CASES,
    paging: Paging = FIRST_PAGE,
) -> TicketRows:
    """The tickets that went exactly through these steps, those that took longest first, with `duration_hours`.

    Raises NotFound (`step-unknown`), and what `select_event_log` raises.
    """
    log = select_event_log(workspace, cases.filters, cases.period, cases.by)
    if log is None or not variant:
        return NO_TICKETS
    steps = log.steps_with_ticket
    codes: Any = ibis.literal([log.code(step) for step in variant], "array<int64>")
    compared = steps.mutate(matches=(code(steps.packed) == codes[steps.position]).fill_null(False))
    each = compared.group_by("ticket_id").aggregate(steps=compared.count(), matches=compared.matches.sum())
    found = each.filter(each.steps == len(variant), each.matches == len(variant)).select("ticket_id")
    return page(workspace, found, "duration_hours", duration_hours, paging)


def tickets_of_step(
    workspace: Workspace,
    step: str,
    cases: CaseSelection = ALL_CASES,
    paging: Paging = FIRST_PAGE,
) -> TicketRows:
    """The tickets in which a step occurs, those with most occurrences first, with `occurrences`.

    Raises NotFound (`step-unknown`), and what `select_event_log` raises.
    """
    log = select_event_log(workspace, cases.filters, cases.period, cases.by)
    if log is None:
        return NO_TICKETS
    steps = log.steps_with_ticket
    at_step = steps.filter(code(steps.packed) == log.code(step))
    each = at_step.group_by("ticket_id").aggregate(occurrences=at_step.count())
    return page(workspace, each, "occurrences", lambda rows: rows.occurrences, paging)


def page(
    workspace: Workspace,
    selection: Table,
    order_column: str,
    value: Callable[[Table], Any],
    paging: Paging,
) -> TicketRows:
    """One page of selected tickets, in falling order of a value.

    selection: ticket_id, each once, and what else `value` reads. order_column: the name of the value in the rows.
    value: gives it, from `selection` with the columns of the ticket.
    """
    total = workspace.warehouse.query(selection.aggregate(n=selection.count()), seconds=QUERY_SECONDS)["n"][0].as_py()
    tickets = selection.inner_join(table("tickets"), "ticket_id")
    shown = tickets.select(*BRIEF, excerpt=excerpt(tickets), **{order_column: value(tickets)})
    ordered = shown.order_by(shown[order_column].desc(nulls_first=False), shown.ticket_id)
    on_page = ordered.limit(paging.limit, offset=paging.offset)
    rows = workspace.warehouse.query(on_page, seconds=QUERY_SECONDS).to_pylist()
    return TicketRows([readable(row) for row in rows], total, paging.offset)


def duration_hours(tickets: Table) -> Any:
    """From creation to resolution."""
    return tickets.resolution_seconds / _HOUR
