"""Ping-pong: which tickets return to a team that had them, who returns them, what they are about, and what it costs."""

from collections.abc import Sequence

from zhenyin.dimensions import used_for
from zhenyin.explain.subgroups import find_subgroups
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import QUERY_SECONDS, select_event_log
from zhenyin.process.mining.ping_pong import read_returns, read_round_trips, return_rows, round_trip_row
from zhenyin.process.mining.stratified_excess import excess_duration, stratum_rows
from zhenyin.process.models import PingPong
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

STRATA = used_for("like_tickets")
"""What makes two tickets comparable: how long they take to resolve depends on the first most."""
SUBGROUP_DIMENSIONS = used_for("ping_pong")
"""What a ticket is about, not who worked on it: teams are what ping-pong is made of."""


def ping_pong_of(workspace: Workspace, filters: Sequence[Filter] = (), period: Period | None = None) -> PingPong | None:
    """The ping-pong of tickets created in a period; None while no teams are on record.

    Raises Invalid for filters that tickets cannot take.
    """
    log = select_event_log(workspace, filters, period, "team")
    if log is None:
        return None
    t, warehouse = log.tickets, workspace.warehouse
    recorded = t.filter(t.ping_pongs.notnull())
    marked = recorded.ping_pongs > 0
    steps = log.steps_of(recorded.filter(marked))
    returns = warehouse.query(return_rows(steps), seconds=QUERY_SECONDS).to_pylist()
    strata = warehouse.query(stratum_rows(recorded, marked, STRATA)).to_pylist()
    return PingPong(
        tickets=warehouse.query(recorded.aggregate(n=recorded.count()))["n"][0].as_py(),
        round_trips=read_round_trips(warehouse.query(round_trip_row(steps), seconds=QUERY_SECONDS).to_pylist()[0]),
        returns=read_returns(returns, log.names.names),
        excess_duration=excess_duration(strata, STRATA),
        subgroups=find_subgroups(workspace, recorded, marked, [f.dimension for f in filters], SUBGROUP_DIMENSIONS),
    )
