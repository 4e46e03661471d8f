"""Where the files come from, and which of these fell silent: no tickets for longer than chance explains."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.engine import Connection

from zhenyin.intake import facts, store
from zhenyin.intake.facts import SourceActivity, SourceGap
from zhenyin.intake.models import Batch, BatchState
from zhenyin.warehouse.gateway import Warehouse

SHORTEST_SILENCE = 3
"""Days; a long weekend without tickets is no silence."""
BY_CHANCE = 1e-6
"""Chance of a silence below which it is one: reports come in bursts, so that Poisson's own chance is too small."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """A source with its imports. silent_days: for how long it has delivered nothing, where that is more than chance."""

    source: str
    connector: str | None
    batches: int
    tickets: int
    last_import_at: datetime | None
    last_ticket_at: datetime | None
    silent_days: int | None
    has_mapping: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """Days without any ticket of a source, the first and the last of them. ongoing: it has not spoken since."""

    source: str
    first: date
    last: date
    ongoing: bool

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def overview(warehouse: Warehouse, db: Connection) -> list[SourceState]:
    """Every source with its imports."""
    batches = [batch for batch in store.all_batches(db) if batch.state is BatchState.DONE]
    active = {one.source: one for one in facts.source_activity(warehouse)}
    templates = store.templates(db)
    names = dict.fromkeys([*(batch.source for batch in batches), *sorted(templates)])
    return [
        _source(name, [one for one in batches if one.source == name], active.get(name), name in templates)
        for name in names
    ]


def silences(warehouse: Warehouse, db: Connection) -> list[Silence]:
    """Every silence of every source: from which day until which, and whether it still lasts."""
    active = {one.source: one for one in facts.source_activity(warehouse)}
    past = [gap for gap in facts.gaps(warehouse, SHORTEST_SILENCE) if is_silence(active[gap.source], gap)]
    batches = [batch for batch in store.all_batches(db) if batch.state is BatchState.DONE]
    found = [Silence(gap.source, gap.first, gap.last, ongoing=False) for gap in past]
    return found + [Silence(gap.source, gap.first, gap.last, ongoing=True) for gap in _open(active.values(), batches)]


def is_silence(activity: SourceActivity, gap: SourceGap) -> bool:
    """Whether a source that speaks so often would hardly have been quiet for so long.

    >>> from datetime import date, datetime
    >>> often = SourceActivity("phone", 1000, datetime(2026, 4, 10), date(2026, 1, 1), date(2026, 4, 10))
    >>> is_silence(often, SourceGap("phone", date(2026, 2, 1), date(2026, 2, 10)))
    True
    >>> seldom = SourceActivity("form", 50, datetime(2026, 4, 10), date(2026, 1, 1), date(2026, 4, 10))
    >>> is_silence(seldom, SourceGap("form", date(2026, 2, 1), date(2026, 2, 10)))
    False
    """
    silent_days = _days(gap)
    spoken = max(activity.days - silent_days, 1)
    return silent_days >= SHORTEST_SILENCE and math.exp(-activity.tickets / spoken * silent_days) < BY_CHANCE


def _source(name: str, own: Sequence[Batch], activity: SourceActivity | None, has_mapping: bool) -> SourceState:
    silent = next(_open([activity] if activity else [], own), None)
    return SourceState(
        source=name,
        connector=own[0].connector if own else None,
        batches=len(own),
        tickets=activity.tickets if activity else 0,
        last_import_at=own[0].at if own else None,
        last_ticket_at=activity.last_at if activity else None,
        silent_days=_days(silent) if silent else None,
        has_mapping=has_mapping,
    )


def _open(activity: Iterable[SourceActivity], batches: Sequence[Batch]) -> Iterator[SourceGap]:
    """Silences that last until the newest file of the source, which could have told of later tickets."""
    for one in activity:
        newest = max((batch.at.date() for batch in batches if batch.source == one.source), default=one.last)
        gap = SourceGap(one.source, one.last + timedelta(days=1), newest - timedelta(days=1))
        # A source that has been quiet for longer than it ever spoke is an archive, not a silent channel.
        if _days(gap) <= one.days and is_silence(one, gap):
            yield gap


def _days(gap: SourceGap) -> int:
    return (gap.last - gap.first).days + 1
