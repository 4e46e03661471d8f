"""Tickets as answers show them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from zhenyin.core.schema import Model


class TicketBrief(Model):
    """A ticket in a list. excerpt: the beginning of what it says. duplicate_of, problem_id: ids; None where none."""

    ticket_id: str
    source: str | None
    channel: str | None
    kind: str | None
    created_at: datetime | None
    title: str | None
    product: str | None
    model: str | None
    version: str | None
    province: str | None
    category: str | None
    fault: str | None
    severity: str | None
    priority: str | None
    team: str | None
    agent: str | None
    status: str | None
    resolved_at: datetime | None
    duplicate_of: str | None
    problem_id: str | None
    excerpt: str | None


def present_brief(row: Mapping[str, Any]) -> TicketBrief:
    """row: the columns `BRIEF` and the excerpt."""
    return TicketBrief.model_validate(dict(row))
