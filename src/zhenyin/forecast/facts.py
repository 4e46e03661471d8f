"""What teams do in a day: tickets resolved, and people who resolved any. What staffing is told from."""

from datetime import date

import ibis
import pyarrow as pa

from zhenyin.metrics import METRICS
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

_TICKET_COUNT = METRICS["ticket_count"].numerator


def resolved_by_day(warehouse: Warehouse, since: date) -> pa.Table:
    """Columns: team, day, resolved (counted tickets), people (agents who resolved any). Tickets without a team are left out."""
    t = table("tickets")
    moment = ibis.literal(since).cast("timestamp(6)")
    t = t.filter(_TICKET_COUNT.where(t), t.team.notnull(), t.resolved_at.notnull(), t.resolved_at >= moment)
    days = t.group_by(team=t.team, day=t.resolved_at.cast("date"))
    return warehouse.query(days.aggregate(resolved=t.count(), people=t.agent.nunique()))
