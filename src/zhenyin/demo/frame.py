"""Tickets in columns: what the generator knows of each of them, as codes and seconds."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from zhenyin.core.arrays import Ints, Mask

NEVER = -1
"""Stands in a time or a rating for "has not happened"."""


@dataclass(slots=True)
class Tickets:
    """One entry per ticket in every array.

    Times are seconds since the first day of the story, in local time. `model`, `fault`, `city` and so on are positions
    in the tuples of the catalogue; `version` counts within the firmware stream of the model; `unit` is the running
    number of the device among those of its model, batch and province. `original` and `earlier` are the `number`
    of the ticket that this one duplicates or repeats.
    """

    created: Ints
    model: Ints
    batch: Ints
    province: Ints
    unit: Ints
    version: Ints
    city: Ints
    channel: Ints
    kind: Ints
    fault: Ints
    phone: Ints
    app: Ints
    contractor: Ints
    number: Ints
    original: Ints
    earlier: Ints
    priority: Ints
    agent: Ints
    transfers: Ints
    first: Ints
    resolved: Ints
    closed: Ints
    reopens: Ints
    csat: Ints
    nps: Ints

    def __len__(self) -> int:
        return len(self.created)

    @property
    def day(self) -> Ints:
        """Days since the first day of the story."""
        return self.created // 86_400

    @property
    def hour(self) -> Ints:
        """Hour of the day, 0 to 23."""
        return self.created % 86_400 // 3_600

    @property
    def night(self) -> Mask:
        """Reported between 20:00 and 8:00, when few agents are on duty."""
        return (self.hour >= 20) | (self.hour < 8)

    def take(self, rows: Ints | Mask) -> "Tickets":
        """The tickets at these positions, or where the flag is set (copies)."""
        return Tickets(**{field.name: getattr(self, field.name)[rows] for field in fields(self)})

    def changed(self, **columns: Ints) -> "Tickets":
        """The same tickets with some columns exchanged."""
        return replace(self, **columns)


def blank(size: int, **columns: Ints) -> Tickets:
    """Tickets with the columns given; the others say "none" (-1)."""
    absent = {field.name: np.full(size, NEVER, dtype=np.int64) for field in fields(Tickets)}
    return Tickets(**{**absent, **{name: np.asarray(value, dtype=np.int64) for name, value in columns.items()}})


def together(parts: Sequence[Tickets]) -> Tickets:
    """All tickets of the parts, in their order."""
    names = [field.name for field in fields(Tickets)]
    return Tickets(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})
