"""The model of remaining times that is in use: fitted to a sample of tickets once an hour, and kept."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache

from zhenyin.core import clock
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import QUERY_SECONDS, EventLog
from zhenyin.process.mining.remaining_time_model import RemainingTimeModel, fit
from zhenyin.process.mining.sojourns import Codes, Sojourns, read_sojourns, sojourns
from zhenyin.warehouse.data_version import DataVersion, data_version
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

_SAMPLE_SIZE, _SAMPLE_WEEKS = 40_000, 52
"""Tickets by chance, created in so many weeks, that the model is fitted to."""
_EPOCH = datetime(1970, 1, 1)


def current_model(workspace: Workspace, log: EventLog) -> RemainingTimeModel:
    """The model of all tickets of an unfiltered log, up to the last full hour.

    Kept until the hour or the rows change: to fit it takes a second, and every open ticket that somebody opens needs it.
    """
    hour = clock.now(workspace.settings.zone).replace(minute=0, second=0, microsecond=0)
    return _fitted(_ModelKey(workspace.warehouse, log.view, hour, data_version(workspace.warehouse), workspace, log))


@dataclass(frozen=True, slots=True)
class _ModelKey:
    """What decides the model, and, not compared, where it is fitted from."""

    warehouse: Warehouse
    view: str
    hour: datetime
    rows: DataVersion
    workspace: Workspace = field(compare=False)
    log: EventLog = field(compare=False)


@lru_cache(3)
def _fitted(key: _ModelKey) -> RemainingTimeModel:
    codes = Codes()
    sample = sample_sojourns(key.workspace, key.log, key.hour - timedelta(weeks=_SAMPLE_WEEKS), codes)
    return fit(sample, epoch_seconds(key.hour), codes=codes)


def sample_sojourns(
    workspace: Workspace, log: EventLog, since: datetime | None = None, codes: Codes | None = None
) -> Sojourns:
    """The sojourns of tickets by chance, created since a moment, of sources that say when a ticket ended."""
    t = log.tickets
    # What is closed without a time says nothing of how long it took.
    usable = t.filter(t.waited, t.source.isin(sources_with_end(workspace, log)))
    recent = usable.filter(usable.created_at >= since) if since else usable
    sample = recent.order_by(recent.ticket_id.hash(), recent.ticket_id).limit(_SAMPLE_SIZE)
    rows = workspace.warehouse.query(sojourns(table("events"), sample, log.view), seconds=QUERY_SECONDS)
    return read_sojourns(rows, {} if codes is None else codes)


def sources_with_end(workspace: Workspace, log: EventLog) -> list[str]:
    """Sources that say when a ticket ended."""
    t = log.tickets
    found = t.filter(t.ended_at.notnull()).select("source").distinct().order_by("source")
    return [str(name) for name in workspace.warehouse.query(found)["source"].to_pylist()]


def epoch_seconds(moment: datetime) -> float:
    """Seconds since 1970, local time, as of `Sojourns`."""
    return (moment - _EPOCH).total_seconds()
