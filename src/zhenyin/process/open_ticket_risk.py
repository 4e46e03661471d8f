"""Which open tickets will pass their limit, and how long does each still take?"""

from collections.abc import Sequence

import ibis
import numpy as np
from ibis.expr.types import Table

from zhenyin.core import clock
from zhenyin.core.arrays import Floats
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import QUERY_SECONDS, EventLog, select_event_log
from zhenyin.process.mining.remaining_time import RemainingTime, late_probability, predict
from zhenyin.process.mining.remaining_time_model import NOMINAL_COVERAGE
from zhenyin.process.mining.sojourns import read_sojourns, sojourns
from zhenyin.process.models import AtRiskTicket, OpenTicketRisk
from zhenyin.process.remaining_time_model import current_model, epoch_seconds, sources_with_end
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.ticket.models import BRIEF
from zhenyin.ticket.service import excerpt, readable
from zhenyin.warehouse.facts import table

_MOST_OPEN = 200_000


def open_ticket_risk(
    workspace: Workspace, filters: Sequence[Filter] = (), period: Period | None = None, by: str = "auto", most: int = 50
) -> OpenTicketRisk | None:
    """The open tickets of a question that are likeliest to pass their limit, and the remaining time of each.

    Filters choose the tickets that are predicted; the model is fitted to all. None while there are no events. Raises what
    `select_event_log` raises.
    """
    log, unfiltered = select_event_log(workspace, filters, period, by), select_event_log(workspace, (), None, by)
    if log is None or unfiltered is None:
        return None
    now, model = clock.now(workspace.settings.zone), current_model(workspace, unfiltered)
    t = log.tickets
    every = t.filter(t.waited & t.ends_recorded & t.ended_at.isnull() & (t.created_at <= now))
    predictable = every.filter(every.source.isin(sources_with_end(workspace, unfiltered)))
    rows = workspace.warehouse.query(_current_sojourns(predictable, log), seconds=QUERY_SECONDS, rows=_MOST_OPEN)
    due = [np.inf if moment is None else epoch_seconds(moment) for moment in rows["due"].to_pylist()]
    limits, moment = np.array(due, dtype=np.float64), epoch_seconds(now)
    current = read_sojourns(rows, model.own_codes())
    late = late_probability(model.history, current, moment, model.calibration, limits)
    pending = np.isfinite(limits) & (limits > moment)
    order = np.lexsort((np.arange(len(limits)), limits, -np.where(pending, late, -1.0)))[:most]
    order = order[pending[order]]
    remaining = predict(model.history, current.at(order), moment, model.calibration, NOMINAL_COVERAGE)
    tickets = [rows["ticket_id"][int(i)].as_py() for i in order]
    return OpenTicketRisk(
        open=len(limits),
        overdue=int((limits <= moment).sum()),
        without_limit=int(np.isinf(limits).sum()),
        without_end_times=workspace.warehouse.query(every.aggregate(n=every.count()))["n"][0].as_py() - len(limits),
        expected_late=float(late[pending].sum()),
        at_risk=_at_risk(workspace, tickets, late[order], remaining),
        model=model,
    )


def _current_sojourns(tickets: Table, log: EventLog) -> Table:
    """The sojourns that open tickets are in, each with the limit of its ticket (`due`)."""
    newest = sojourns(table("events"), tickets, log.view, current=True)
    limits = tickets.select("ticket_id", due=tickets.resolution_due_at)
    return newest.inner_join(limits, "ticket_id").order_by("ticket_id").limit(_MOST_OPEN)


def _at_risk(
    workspace: Workspace, tickets: list[str], late: Floats, remaining: RemainingTime
) -> tuple[AtRiskTicket, ...]:
    t = table("tickets")
    chosen = t.filter(t.ticket_id.isin(tickets) if tickets else ibis.literal(False))
    shown = chosen.select(*BRIEF, "resolution_due_at", excerpt=excerpt(chosen))
    rows = {row["ticket_id"]: readable(row) for row in workspace.warehouse.query(shown).to_pylist()}
    ends = (map(_finite, values.tolist()) for values in (remaining.median, remaining.low, remaining.high))
    each = zip(tickets, late.tolist(), *ends, strict=True)
    return tuple(AtRiskTicket(rows[ticket], chance, *times) for ticket, chance, *times in each)


def _finite(seconds: float) -> float | None:
    return seconds if np.isfinite(seconds) else None
