"""Slow tickets: what sets the tickets that took longest apart from all that were resolved."""

from collections.abc import Sequence

from zhenyin.explain.subgroups import find_subgroups
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import select_event_log
from zhenyin.process.models import SlowTickets
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

SLOW_QUANTILE = 0.9
"""Tickets are slow that took longer than this share of all."""


def slow_tickets(
    workspace: Workspace, filters: Sequence[Filter] = (), period: Period | None = None
) -> SlowTickets | None:
    """The slices in which slow tickets are more than their part; None while nothing is resolved.

    Raises Invalid for filters that tickets cannot take.
    """
    log = select_event_log(workspace, filters, period, "activity")
    if log is None:
        return None
    t, warehouse = log.tickets, workspace.warehouse
    resolved = t.filter(t.resolution_seconds >= 0)
    limit = warehouse.query(resolved.aggregate(q=resolved.resolution_seconds.quantile(SLOW_QUANTILE)))["q"][0].as_py()
    if limit is None:
        return None
    slow = resolved.resolution_seconds > limit
    counts = warehouse.query(resolved.aggregate(n=slow.sum().cast("int64"), resolved=resolved.count())).to_pylist()[0]
    subgroups = find_subgroups(workspace, resolved, slow, [f.dimension for f in filters])
    return SlowTickets(limit, int(counts["n"]), counts["resolved"], subgroups)
