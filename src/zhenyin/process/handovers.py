"""Handover of work: which team hands tickets to which, how long they wait there, and what the other team makes of them."""

from collections.abc import Sequence

from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import QUERY_SECONDS, select_event_log
from zhenyin.process.mining.handovers import entry_points, handover_rows, read_handovers, transferred
from zhenyin.process.models import Handovers
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period


def handovers_of(
    workspace: Workspace, filters: Sequence[Filter] = (), period: Period | None = None
) -> Handovers | None:
    """The handovers of tickets created in a period; None while no teams are on record.

    Raises Invalid for filters that tickets cannot take.
    """
    log = select_event_log(workspace, filters, period, "team")
    if log is None:
        return None
    t, names = log.tickets, log.names.names
    steps = log.steps_of(t.mutate(resolved=t.resolution_seconds.notnull()), ("resolved",), sojourns=False)
    rows = workspace.warehouse.query(handover_rows(steps, len(names)), seconds=QUERY_SECONDS).to_pylist()
    found = read_handovers(rows, names)
    entries = entry_points(found)
    return Handovers(*transferred(found, entries), found, entries)
