"""Process discovery: what follows what, how long tickets wait there, and the variants that they take."""

from collections.abc import Sequence

from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import QUERY_SECONDS, select_event_log
from zhenyin.process.mining.directly_follows_graph import graph_rows, read_graph
from zhenyin.process.models import ProcessMap
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

MAX_VARIANTS = 30


def discover(
    workspace: Workspace, filters: Sequence[Filter] = (), period: Period | None = None, by: str = "auto"
) -> ProcessMap | None:
    """The map of the tickets created in a period; None while there are no events. Raises what `select_event_log` raises."""
    log = select_event_log(workspace, filters, period, by)
    if log is None:
        return None
    rows = workspace.warehouse.query(
        graph_rows(log.steps, log.working_time, MAX_VARIANTS, len(log.names.names)), seconds=QUERY_SECONDS
    )
    return ProcessMap(
        view=log.view,
        names=log.names,
        graph=read_graph(rows.to_pylist(), log.names.names),
        tickets_selected=workspace.warehouse.query(log.tickets.aggregate(n=log.tickets.count()))["n"][0].as_py(),
        working_hours=workspace.settings.working_hours,
        holidays_until=log.working_time.holidays_until,
    )
