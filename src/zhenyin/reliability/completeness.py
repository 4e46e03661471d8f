"""Completeness: the share of the events of each day or month that is in the data; the last ones are reported late."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.intake import store as intake
from zhenyin.intake.models import BatchState
from zhenyin.job.workspace import Workspace
from zhenyin.reliability import facts
from zhenyin.reliability.delay import reported_share, reported_within

_RECENT_DAYS = 180
_LATE_DAYS = 62
"""A source without a ticket for longer is not late: it has ended."""
_DELAYS = 60
_LEAST_IMPORTS, _LEAST_REPORTS = 10, 200
"""Delays are learned from so many imports and reports, or not at all."""


def completeness_by_month(workspace: Workspace, months: list[date], until: date) -> Floats:
    """The share of each month's failures that is in the data: float [months].

    months: their first days. until: the last day of the data. Source: as of `delay`.
    """
    days = [[month + timedelta(days=i) for i in range((next_month(month) - month).days)] for month in months]
    seen = completeness_by_day(workspace, [day for of_month in days for day in of_month], until)
    edges = np.cumsum([0, *map(len, days)])
    return np.array([np.mean(seen[a:b]) for a, b in pairwise(edges.tolist())])


def completeness_by_day(workspace: Workspace, days: list[date], until: date) -> Floats:
    """The share of the events of each day that is in the data: float [days]. until: the last day of the data.

    With frequent imports it is estimated from the delays of the tickets in them. Otherwise it is the part of those sources,
    by tickets, whose last day is not before that day.
    Source: as of `delay`.
    """
    within = _delays(workspace, until)
    if within is not None:
        return reported_share(within, np.array([(until - day).days for day in days], dtype=np.int64))
    sources = facts.last_delivery_by_source(workspace.warehouse, until - timedelta(days=_RECENT_DAYS)).to_pylist()
    late = [(row["tickets"], row["until"]) for row in sources if (until - row["until"]).days <= _LATE_DAYS]
    late = late or [(1, until)]
    total = sum(tickets for tickets, _ in late)
    return np.array([sum(n for n, last in late if day <= last) / total for day in days])


def next_month(month: date) -> date:
    """The first day of the next month. month: a first day.

    >>> next_month(date(2026, 12, 1))
    datetime.date(2027, 1, 1)
    """
    return (month + timedelta(days=31)).replace(day=1)


def _delays(workspace: Workspace, until: date) -> Floats | None:
    """float [delays]: the share of reports in the data after so many days; None where there are too few imports.

    Only what happened since a source's first import says how late its reports are: that one brings years at once.
    """
    with workspace.store.read() as db:
        batches = {batch.id: batch for batch in intake.all_batches(db, state=BatchState.DONE)}
    first: dict[str, datetime] = {}
    for batch in batches.values():
        first[batch.source] = min(first.get(batch.source, batch.at), batch.at)
    if len(batches) < len(first) + _LEAST_IMPORTS:
        return None
    since = until - timedelta(days=_RECENT_DAYS - 1)
    counts = np.zeros((_RECENT_DAYS, _DELAYS + 1))
    for row in facts.report_delays(workspace.warehouse, since).to_pylist():
        brought = batches.get(row["import_batch"])
        if brought is None or row["day"] < first[brought.source].date():
            continue
        day, delay = (row["day"] - since).days, (brought.at.date() - row["day"]).days
        if 0 <= day < _RECENT_DAYS and 0 <= delay <= _DELAYS:
            counts[day, delay] += row["tickets"]
    return reported_within(counts) if counts.sum() >= _LEAST_REPORTS else None
