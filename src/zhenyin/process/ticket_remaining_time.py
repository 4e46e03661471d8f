"""How long will this ticket still take, estimated from which tickets; or why there is no estimate."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from zhenyin.core import clock
from zhenyin.core.errors import NotFound
from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import QUERY_SECONDS, EventLog, select_event_log
from zhenyin.process.mining.remaining_time import late_probability, predict
from zhenyin.process.mining.remaining_time_model import NOMINAL_COVERAGE, RemainingTimeModel
from zhenyin.process.mining.sojourn_history import LEAST_SOJOURNS
from zhenyin.process.mining.sojourns import Sojourns, read_sojourns, sojourns
from zhenyin.process.models import EstimateBasis, RemainingTimeEstimate, TicketRemainingTime
from zhenyin.process.remaining_time_model import current_model, epoch_seconds, sources_with_end
from zhenyin.warehouse.facts import table

Reason = tuple[str, Words]
"""A stable code, and the reason as a sentence."""
_COLUMNS = ("source", "created_at", "ended_at", "waited", "valid", "duplicate_of", "resolution_due_at")


def ticket_remaining_time(workspace: Workspace, ticket_id: str) -> TicketRemainingTime:
    """The remaining time of one ticket. Raises NotFound (`ticket-unknown`)."""
    t = table("tickets")
    ticket = t.filter(t.ticket_id == ticket_id)
    rows = workspace.warehouse.query(ticket.select(*_COLUMNS)).to_pylist()
    if not rows:
        raise NotFound("ticket-unknown", en=f"There is no ticket {ticket_id!r}.", zh=f"没有工单 {ticket_id}。")
    now = clock.now(workspace.settings.zone)
    reason = _not_open(rows[0], now)
    if reason:
        return TicketRemainingTime(ticket_id, code=reason[0], reason=reason[1])
    log = select_event_log(workspace, (), None)
    reason = _no_record(workspace, rows[0]["source"], log)
    if log is None or reason:
        assert reason is not None, "without events there is a reason"
        return TicketRemainingTime(ticket_id, due=rows[0]["resolution_due_at"], code=reason[0], reason=reason[1])
    model = current_model(workspace, log)
    newest = workspace.warehouse.query(sojourns(table("events"), ticket, log.view, current=True), seconds=QUERY_SECONDS)
    sojourn, step = read_sojourns(newest, model.own_codes()), newest["step"][0].as_py()
    return _estimate(ticket_id, model, sojourn, log.names.title(step) if step else None, rows[0], now)


def _not_open(row: dict[str, Any], now: datetime) -> Reason | None:
    """Why there is nothing to wait for."""
    if row["ended_at"] is not None or not row["waited"]:
        return "ticket-over", Words("该工单已经结束。", "the ticket is over.")
    if row["duplicate_of"]:
        first = row["duplicate_of"]
        return "ticket-duplicate", Words(
            f"它是 {first} 的重复，随那张工单处理。", f"it repeats {first} and ends with that one."
        )
    if not row["valid"]:
        return "ticket-invalid", Words("该工单无效，不计入统计。", "the ticket is not valid and is not counted.")
    if row["created_at"] is None or row["created_at"] > now:
        return "ticket-undated", Words(
            "创建时间缺失或在未来。", "its creation is not on record, or lies in the future."
        )
    return None


def _no_record(workspace: Workspace, source: str, log: EventLog | None) -> Reason | None:
    """Why nothing is recorded that it could be estimated from."""
    if log is None:
        return "no-history", Words("还没有任何处理过程的记录。", "no history of any ticket is on record.")
    if source not in sources_with_end(workspace, log):
        return "source-silent", Words(
            f"来源“{source}”从不给出工单的结束时间。", f"the source {source} never says when a ticket ended."
        )
    return None


def _estimate(
    ticket_id: str,
    model: RemainingTimeModel,
    sojourn: Sojourns,
    step: Words | None,
    row: dict[str, Any],
    now: datetime,
) -> TicketRemainingTime:
    moment, due = epoch_seconds(now), row["resolution_due_at"]
    state, age = tuple(sojourn.state[0].tolist()), max(moment - float(sojourn.since[0]), 0.0)
    basis = model.history.basis(state, age)
    n = len(basis.curve.after)
    found = predict(model.history, sojourn, moment, model.calibration, NOMINAL_COVERAGE)
    low, median, high = float(found.low[0]), float(found.median[0]), float(found.high[0])
    current = TicketRemainingTime(ticket_id, due=due, step=step, since=now - timedelta(seconds=age))
    if n < LEAST_SOJOURNS or not (np.isfinite(median) and np.isfinite(low)):
        reason = Words(
            f"停留到同样久之后已结束的工单只有 {n:,} 件，不足以判断。",
            f"only {n:,} tickets that stayed as long have ended, too few to estimate from.",
        )
        return replace(current, code="too-few", reason=reason)
    late = None
    if due is not None and due > now:
        limits = np.array([epoch_seconds(due)])
        late = float(late_probability(model.history, sojourn, moment, model.calibration, limits)[0])
    return replace(
        current,
        estimate=RemainingTimeEstimate(median, low, high if np.isfinite(high) else None, n, late),
        basis=EstimateBasis(basis.matched_parts, basis.least_seconds, n),
        empirical_coverage=model.empirical_coverage,
        coverage_n=model.coverage_n,
    )
