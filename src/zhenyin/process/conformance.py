"""Conformance checking: do tickets follow the reference model, where do they leave it, and what does that cost?"""

from zhenyin.account.paging import Paging
from zhenyin.core.errors import unknown
from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import QUERY_SECONDS, select_event_log
from zhenyin.process.mining.conformance import (
    CARRIED_COLUMNS,
    KINDS,
    conformance,
    deviation_rows,
    variant_tables,
    with_stratum,
)
from zhenyin.process.models import ALL_CASES, CaseSelection, ConformanceReport, TicketRows
from zhenyin.process.ping_pong import STRATA
from zhenyin.process.reference_model import in_force
from zhenyin.process.tickets import FIRST_PAGE, NO_TICKETS, duration_hours, page

_MOST_DEVIATIONS = 40


def check_conformance(workspace: Workspace, cases: CaseSelection = ALL_CASES) -> ConformanceReport | None:
    """The tickets of some cases, checked against the reference model; None while there are no events.

    Raises what `select_event_log` and `in_force` raise.
    """
    log = select_event_log(workspace, cases.filters, cases.period, cases.by)
    if log is None:
        return None
    reference, names = in_force(workspace, log), log.names.names
    tickets = with_stratum(log.tickets, STRATA)
    variants = variant_tables(log.steps_of(tickets, CARRIED_COLUMNS), reference.model, names, CARRIED_COLUMNS)
    expression = deviation_rows(variants, tickets, STRATA, _MOST_DEVIATIONS)
    rows = workspace.warehouse.query(expression, seconds=QUERY_SECONDS).to_pylist()
    return ConformanceReport(reference, conformance(rows, names, STRATA))


def deviating_tickets(
    workspace: Workspace, kind: str, step: str, cases: CaseSelection = ALL_CASES, paging: Paging = FIRST_PAGE
) -> TicketRows:
    """The tickets of one deviation, those that took longest first, with `duration_hours`.

    Raises NotFound (`deviation-unknown`, `step-unknown`), and what `select_event_log` and `in_force` raise.
    """
    if kind not in KINDS:
        raise unknown(Words("偏差", "deviation"), kind, KINDS, "deviation-unknown")
    log = select_event_log(workspace, cases.filters, cases.period, cases.by)
    if log is None:
        return NO_TICKETS
    model = in_force(workspace, log).model
    found = variant_tables(log.steps_with_ticket, model, log.names.names, ("ticket_id",))
    deviating = found.deviations.filter(
        found.deviations.deviation == KINDS.index(kind), found.deviations.code == log.code(step)
    )
    tickets = found.cases.semi_join(deviating, "variant").select("ticket_id")
    return page(workspace, tickets, "duration_hours", duration_hours, paging)
