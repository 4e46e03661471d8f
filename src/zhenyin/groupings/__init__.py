"""Shelf: which tickets report one incident? One dated version per file; old versions stay, so that links can be told.

A grouping gets reports that lie close together and says which repeat which, and why; it reads no table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words


@dataclass(frozen=True, slots=True)
class Report:
    """One ticket as far as it can tell an incident apart; None and "" are unknown."""

    ticket_id: str
    created_at: datetime
    resolved_at: datetime | None
    device_id: str | None
    customer_id: str | None
    model: str | None
    category: str | None
    fault: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """`ticket_id` reports the incident of the earlier `duplicate_of`; `why` is read by people."""

    ticket_id: str
    duplicate_of: str
    why: Words


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to group: words for people, how far apart two reports may lie, and the function."""

    title: Words
    about: Words
    hours: float
    run: Callable[[Sequence[Report]], list[Duplicate]] = field(repr=False)


GROUPINGS: Shelf[Grouping] = Shelf("zhenyin.groupings", "GROUPING", Words("归并方法", "grouping"))
