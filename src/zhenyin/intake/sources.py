"""Where the files come from, and which of these fell silent: no tickets for longer than chance explains."""

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy.engine import Connection

from zhenyin.connectors import CONNECTORS
from zhenyin.intake import facts, store
from zhenyin.intake.facts import Gap, Spoke
from zhenyin.intake.models import Batch, State
from zhenyin.warehouse.gateway import Warehouse

SHORTEST_SILENCE = 3
"""Days; a long weekend without tickets is no silence."""
BY_CHANCE = 1e-6
"""Chance of a silence below which it is one: reports come in bursts, so that Poisson's own chance is too small."""


def overview(warehouse: Warehouse, db: Connection) -> list[dict[str, Any]]:
    """Every source with its imports, as the contract has it."""
    batches = [batch for batch in store.all_batches(db) if batch.state is State.DONE]
    said = {one.source: one for one in facts.spoke(warehouse)}
    templates = store.templates(db)
    names = dict.fromkeys([*(batch.source for batch in batches), *sorted(templates)])
    return [
        _source(name, [one for one in batches if one.source == name], said.get(name), name in templates)
        for name in names
    ]


def silences(warehouse: Warehouse, db: Connection) -> list[dict[str, Any]]:
    """Every silence of every source: from which day until which, and whether it still lasts."""
    said = {one.source: one for one in facts.spoke(warehouse)}
    past = (gap for gap in facts.gaps(warehouse, SHORTEST_SILENCE) if is_silence(said[gap.source], gap))
    batches = [batch for batch in store.all_batches(db) if batch.state is State.DONE]
    told = [_told(gap, lasts=False) for gap in past]
    return told + [_told(gap, lasts=True) for gap in _open(said.values(), batches)]


def is_silence(said: Spoke, gap: Gap) -> bool:
    """Whether a source that speaks so often would hardly have been quiet for so long.

    >>> from datetime import date, datetime
    >>> often = Spoke("phone", 1000, datetime(2026, 4, 10), date(2026, 1, 1), date(2026, 4, 10))
    >>> is_silence(often, Gap("phone", date(2026, 2, 1), date(2026, 2, 10)))
    True
    >>> seldom = Spoke("form", 50, datetime(2026, 4, 10), date(2026, 1, 1), date(2026, 4, 10))
    >>> is_silence(seldom, Gap("form", date(2026, 2, 1), date(2026, 2, 10)))
    False
    """
    quiet = _days(gap)
    spoken = max(said.days - quiet, 1)
    return quiet >= SHORTEST_SILENCE and math.exp(-said.tickets / spoken * quiet) < BY_CHANCE


def _source(name: str, own: Sequence[Batch], said: Spoke | None, has_mapping: bool) -> dict[str, Any]:
    silent = next(_open([said] if said else [], own), None)
    return {
        "source": name,
        "connector": own[0].connector if own else None,
        "connector_title": CONNECTORS[own[0].connector].title.as_dict() if own else None,
        "batches": len(own),
        "tickets": said.tickets if said else 0,
        "last_at": own[0].at.isoformat() if own else None,
        "last_ticket_at": said.last_at.isoformat() if said else None,
        "silent_days": _days(silent) if silent else None,
        "mapping": has_mapping,
    }


def _open(said: Iterable[Spoke], batches: Sequence[Batch]) -> Iterator[Gap]:
    """Silences that last until the newest file of the source, which could have told of later tickets."""
    for one in said:
        newest = max((batch.at.date() for batch in batches if batch.source == one.source), default=one.last)
        gap = Gap(one.source, one.last + timedelta(days=1), newest - timedelta(days=1))
        # A source that has been quiet for longer than it ever spoke is an archive, not a silent channel.
        if _days(gap) <= one.days and is_silence(one, gap):
            yield gap


def _told(gap: Gap, *, lasts: bool) -> dict[str, Any]:
    edges = {"from": gap.first.isoformat(), "until": gap.last.isoformat()}
    return {"source": gap.source, **edges, "days": _days(gap), "lasts": lasts}


def _days(gap: Gap) -> int:
    return (gap.last - gap.first).days + 1
