"""What is known of how long tickets still took, and how well it would have been told before: learned once, and kept."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache

import numpy as np

from zhenyin.core import clock
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import SECONDS, Choice
from zhenyin.process.mining import sojourns
from zhenyin.process.mining.remaining_time import Calibration, Outcomes, Past, Stays, outcomes
from zhenyin.warehouse.data_version import DataVersion, data_version
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

COVERS = 0.8
"""Share of tickets that are to end within their interval."""
_LEARNED, _WEEKS = 40_000, 52
"""Tickets by chance, created in so many weeks, that it is learned from."""
_LOOKS = 8
"""Moments of the past, a week apart at the hour of now, at which outlooks are compared with what came."""
_WEEK = 7 * 86_400
_EPOCH = datetime(1970, 1, 1)
Codes = dict[str, dict[str | None, int]]


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of stays, how shares turned out, and the part of newer outcomes that intervals held.

    checked: how many outcomes that part is of, None where there are none. codes: what each part of a state is called in
    `past`.
    """

    past: Past
    right: Calibration
    held: float | None
    checked: int
    codes: Codes = field(default_factory=dict)

    def own_codes(self) -> Codes:
        """A copy that may be added to: what is kept is read by many threads."""
        return {part: dict(known) for part, known in self.codes.items()}


def known_now(workspace: Workspace, choice: Choice) -> Learned:
    """What is known of all tickets of an unfiltered choice, up to the last full hour.

    Kept until the hour or the rows change: to learn takes a second, and every open ticket that somebody looks at asks.
    """
    hour = clock.now(workspace.settings.zone).replace(minute=0, second=0, microsecond=0)
    return _learned(_Asked(workspace.warehouse, choice.by, hour, data_version(workspace.warehouse), workspace, choice))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What decides what is learned, and, not compared, where it is learned from."""

    warehouse: Warehouse
    by: str
    hour: datetime
    rows: DataVersion
    workspace: Workspace = field(compare=False)
    choice: Choice = field(compare=False)


@lru_cache(3)
def _learned(asked: _Asked) -> Learned:
    codes = Codes()
    return learn(
        everything(asked.workspace, asked.choice, asked.hour - timedelta(weeks=_WEEKS), codes),
        secs(asked.hour),
        codes=codes,
    )


def learn(stays: Stays, moment: float, looks: int = _LOOKS, codes: Codes | None = None) -> Learned:
    """What is known at a moment, and how well it would have been told before.

    Outlooks of each look are made from what was known at the first of them. The newer half of looks says what intervals
    would have held that were put right by the older half; then all of them put right what is told now.
    """
    known = stays.known_at(moment)
    moments = [moment - week * _WEEK for week in range(looks, 0, -1)]
    then = Past(stays.known_at(moments[0]), moments[0])
    told = [outcomes(then, known.open_at(look), look, moment) for look in moments]
    older, newer = (Calibration.by(Outcomes.of(part)) for part in (told[: looks // 2], told[looks // 2 :]))
    ends = np.array([older.level((1 - COVERS) / 2), older.level((1 + COVERS) / 2)])
    held = float(np.diff(newer.turned.share(ends))[0]) if newer.turned else None
    right = Calibration.by(Outcomes.of(told))
    return Learned(Past(known, moment), right, held, sum(len(part) for part in told[looks // 2 :]), codes or {})


def everything(
    workspace: Workspace, choice: Choice, since: datetime | None = None, codes: Codes | None = None
) -> Stays:
    """The stays of tickets by chance, created since a moment, of sources that say when a ticket ended."""
    t = choice.tickets
    # What is closed without a time tells nothing of how long it took.
    asked = t.filter(t.waited, t.source.isin(telling(workspace, choice)))
    recent = asked.filter(asked.created_at >= since) if since else asked
    chosen = recent.order_by(recent.ticket_id.hash(), recent.ticket_id).limit(_LEARNED)
    found = sojourns.stays(table("events"), chosen, choice.by)
    return sojourns.read(workspace.warehouse.query(found, seconds=SECONDS), {} if codes is None else codes)


def telling(workspace: Workspace, choice: Choice) -> list[str]:
    """Sources that say when a ticket ended."""
    t = choice.tickets
    found = t.filter(t.ended_at.notnull()).select("source").distinct().order_by("source")
    return [str(name) for name in workspace.warehouse.query(found)["source"].to_pylist()]


def secs(moment: datetime) -> float:
    """Seconds since 1970, as of `Stays`."""
    return (moment - _EPOCH).total_seconds()
