"""Tickets as answers show them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from zhenyin.classifiers import Taxonomy
from zhenyin.core.schema import Model, Page, Request, Titled
from zhenyin.core.words import Words
from zhenyin.ticket.models import TicketDetail, TicketRows, TicketTotals
from zhenyin.warehouse.facts import TICKETS


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


class TicketTotalsResponse(Model):
    """How many tickets a list has, and how many of them figures count: not duplicates, nor invalid ones."""

    total: int
    counted: int
    duplicates: int
    invalid: int


class TicketPage(Page[TicketBrief]):
    """A page of tickets. A list holds all that was reported; `totals` says what figures leave out of it."""

    totals: TicketTotalsResponse


def present_brief(row: Mapping[str, Any]) -> TicketBrief:
    """row: the columns `BRIEF` and the excerpt."""
    return TicketBrief.model_validate(dict(row))


class EventResponse(Model):
    """A step in a ticket's life."""

    at: datetime | None
    activity: str | None
    actor: str | None
    team: str | None
    from_value: str | None
    to_value: str | None


class LabelResponse(Model):
    """Who set a column and why: the words that matched, or a reason in both languages as JSON."""

    field: str
    value: str | None
    by: str
    why: str | None


class CorrectionResponse(Model):
    """A person's word on a label; an empty value means unknown."""

    field: str
    value: str
    by: str
    at: datetime


Field = str | bool | int | float | dict[str, str | None] | None
"""What a column of a ticket may hold; a map where a source brought columns of its own."""


class TicketResponse(Model):
    """Everything about one ticket. fields: all of its columns by name, as `columns` titles them."""

    ticket_id: str
    source: str | None
    title: str | None
    description: str | None
    created_at: datetime | None
    customer_id: str | None
    duplicate_of: str | None
    fields: dict[str, Field]
    columns: list[Titled]
    events: list[EventResponse]
    labels: list[LabelResponse]
    corrections: list[CorrectionResponse]
    priority_why: Words
    duplicates: list[TicketBrief]
    repeats: list[TicketBrief]
    problem_id: str | None


class LabelRequest(Request):
    """A person's word on a column of a ticket; null means unknown, or no duplicate."""

    field: str
    value: str | None = None


class FaultForm(Request):
    """A fault: how bad it mostly is, and the words that tell of it."""

    key: str
    title: Words
    severity: str
    words: list[str]


class CategoryForm(Request):
    """A family of faults; kind: what its tickets mostly are."""

    key: str
    title: Words
    kind: str
    faults: list[FaultForm]


class WordsForm(Request):
    """A severity or a kind, with the words that tell of it."""

    key: str
    title: Words
    words: list[str]


class TaxonomyForm(Request):
    """The taxonomy as people edit it. What is left out besides the types stays as in the default."""

    version: int = 1
    types: list[CategoryForm]
    severities: list[WordsForm] | None = None
    kinds: list[WordsForm] | None = None
    negative: list[str] | None = None
    positive: list[str] | None = None
    negations: list[str] | None = None


class TaxonomyResponse(Model):
    """The taxonomy in force. Severities stand from worst to least."""

    version: int
    types: list[CategoryForm]
    severities: list[WordsForm]
    kinds: list[WordsForm]
    negative: list[str]
    positive: list[str]
    negations: list[str]


_HEAD = ("ticket_id", "source", "title", "description", "created_at", "customer_id", "duplicate_of")


def present_page(found: TicketRows, offset: int) -> TicketPage:
    page = Page[TicketBrief].of([present_brief(row) for row in found.tickets], found.totals.total, offset)
    return TicketPage(items=page.items, total=page.total, next=page.next, totals=present_totals(found.totals))


def present_totals(totals: TicketTotals) -> TicketTotalsResponse:
    return TicketTotalsResponse.model_validate(totals)


def present_ticket(found: TicketDetail) -> TicketResponse:
    return TicketResponse(
        **{name: found.ticket[name] for name in _HEAD},
        fields=found.ticket,
        columns=[Titled(key=column.name, title=column.words) for column in TICKETS.columns],
        events=[EventResponse.model_validate(row) for row in found.events],
        labels=[LabelResponse.model_validate(row) for row in found.labels],
        corrections=[CorrectionResponse.model_validate(one) for one in found.corrections],
        priority_why=found.priority_why,
        duplicates=[present_brief(row) for row in found.duplicates],
        repeats=[present_brief(row) for row in found.repeats],
        problem_id=found.ticket["problem_id"],
    )


def present_taxonomy(taxonomy: Taxonomy) -> TaxonomyResponse:
    return TaxonomyResponse.model_validate(taxonomy.as_dict())
