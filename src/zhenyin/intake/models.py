"""What intake talks about: mappings, matches, batches, sources."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from zhenyin.core.words import Words

EVENT_LOG = "event_log"
"""The shape of a table with one row per change; it makes tickets and events."""
PERSONAL = "personal."
"""Targets that begin so are replaced by a word that says what stood there."""
SPAN = "span."
"""Targets that begin so tell how long after its creation a ticket came to the moment named behind."""
CLOCK = "clock."
"""Targets that begin so are the time of day of the moment named behind, whose day stands in a column of its own."""


class BatchState(StrEnum):
    """What became of a batch."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Match:
    """Which field of a fact a column was taken for, how surely (0 to 1), and why. `target` None: kept in `extra`."""

    column: str
    target: str | None
    confidence: float
    why: Words


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How one table of a source becomes a fact. A column that is not named is matched by the dictionary."""

    name: str
    fact: str
    columns: dict[str, str | None]
    formats: dict[str, str] = field(default_factory=dict)

    def column_of(self, target: str) -> str | None:
        return next((column for column, own in self.columns.items() if own == target), None)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a source is read: its connector, and every table of it."""

    connector: str
    tables: tuple[TableMapping, ...]

    def table(self, name: str) -> TableMapping | None:
        """The mapping of a table; where there is but one, the name does not matter (it often is the file's)."""
        if len(self.tables) == 1:
            return self.tables[0]
        return next((table for table in self.tables if table.name == name), None)

    def as_dict(self) -> dict[str, Any]:
        return {"connector": self.connector, "tables": [table.as_dict() for table in self.tables]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Mapping":
        return cls(data["connector"], tuple(TableMapping(**table) for table in data["tables"]))


@dataclass(frozen=True, slots=True)
class Batch:
    """One import of one file."""

    id: str
    source: str
    file: str
    sha256: str
    connector: str
    state: BatchState
    by: str
    at: datetime
    rows: int = 0
    tickets: int = 0
    events: int = 0
    problems: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    undone_at: datetime | None = None

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class ColumnNote:
    """What a column of a file was taken for, and why. title: of the field; None where it is kept aside."""

    table: str
    column: str
    target: str | None
    title: Words | None
    why: Words


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What an import came to. `unchanged`: the file had been imported before, as this batch.

    left_out: which rows are in which figure not; None where all are in all.
    """

    batch: str
    rows: int
    tickets: int
    events: int
    problems: int
    unchanged: bool = False
    columns: tuple[ColumnNote, ...] = ()
    left_out: Words | None = None
