"""Tickets as people read them, and what people decide about their labels."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zhenyin.core.words import Words

BRIEF = (
    "ticket_id",
    "source",
    "channel",
    "kind",
    "created_at",
    "title",
    "product",
    "model",
    "version",
    "province",
    "category",
    "fault",
    "severity",
    "priority",
    "team",
    "agent",
    "status",
    "resolved_at",
    "duplicate_of",
    "problem_id",
)
"""The columns of a ticket in a list."""

CORRECTABLE = ("category", "fault", "kind", "severity", "priority", "sentiment", "duplicate_of")
"""The columns that a person may set right; everything else is what the source said."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on one label of one ticket; it outlives any rebuild. An empty value means *unknown* (or none)."""

    ticket_id: str
    field: str
    value: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TicketTotals:
    """How many tickets a list has. counted: of them those that figures count.

    The others are duplicates, which are further reports of an incident, or invalid.
    """

    total: int
    duplicates: int
    invalid: int

    @property
    def counted(self) -> int:
        return self.total - self.duplicates - self.invalid


@dataclass(frozen=True, slots=True)
class TicketRows:
    """Some of the tickets that were searched for."""

    totals: TicketTotals
    tickets: list[Row]


@dataclass(frozen=True, slots=True)
class TicketDetail:
    """Everything about one ticket: its columns, steps, labels, corrections, other reports of the incident, repeats."""

    ticket: Row
    events: list[Row]
    labels: list[Row]
    corrections: list[Correction]
    priority_why: Words
    duplicates: list[Row]
    repeats: list[Row]


@dataclass(frozen=True, slots=True)
class Labelled:
    """What labelling did. filled: labels by field; unknown: tickets without a fault afterwards; duplicates: links."""

    tickets: int
    filled: dict[str, int]
    unknown: int
    duplicates: int
