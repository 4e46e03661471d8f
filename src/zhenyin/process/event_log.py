"""The event log of a question: which tickets are its cases, and how their steps are named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ibis.expr.types import Table

from zhenyin.core.errors import Invalid, unknown
from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.process.mining import steps
from zhenyin.process.mining.steps import StepView
from zhenyin.process.mining.working_time import WorkingTime
from zhenyin.process.step_names import StepNames, by_activity, by_team, is_more_specific
from zhenyin.process.working_hours import working_time
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question, Span
from zhenyin.question.period import Period
from zhenyin.question.plan import kept
from zhenyin.question.sums import span
from zhenyin.warehouse.facts import table

VIEWS: tuple[str, ...] = ("auto", *steps.VIEWS)
QUERY_SECONDS = 120.0
"""A process of a hundred million steps takes longer than a figure does."""


@dataclass(frozen=True, slots=True)
class EventLog:
    """Cases and their steps.

    tickets: the counted tickets that filters and period keep. working_time: over the span of all events. span: of the data.
    """

    tickets: Table
    view: StepView
    names: StepNames
    working_time: WorkingTime
    span: Span

    @property
    def steps(self) -> Table:
        """The steps of all cases, in order; see `steps.sequence`."""
        return self.steps_of(self.tickets)

    @property
    def steps_with_ticket(self) -> Table:
        """The same, each with its ticket_id."""
        return self.steps_of(self.tickets, ("ticket_id",))

    def steps_of(self, tickets: Table, carried: Sequence[str] = (), *, sojourns: bool = True) -> Table:
        """The steps of some cases. carried: columns of tickets that each step keeps; sojourns: see `steps.sequence`."""
        cases = tickets.select("ticket_id", *(name for name in carried if name != "ticket_id"))
        return steps.sequence(table("events"), cases, self.view, self.names.names, carried, sojourns=sojourns)

    def code(self, name: str) -> int:
        """The code of a step. Raises NotFound (`step-unknown`)."""
        if name not in self.names.names:
            raise unknown(Words("步骤", "step"), name, self.names.names, "step-unknown")
        return self.names.names.index(name)


def select_event_log(
    workspace: Workspace, filters: Sequence[Filter], period: Period | None, by: str = "auto"
) -> EventLog | None:
    """The tickets created in a period that filters keep; None while there are no events.

    by: what names a step; `auto` takes the product's words, or the sources' own where these are more specific.
    Raises Invalid (`view-unknown`, `hours-unreadable`), and for filters that tickets cannot take.
    """
    if by not in VIEWS:
        raise Invalid(
            "view-unknown",
            en=f"Steps cannot be named by {by!r}. Use one of {', '.join(VIEWS)}.",
            zh=f"不能按 {by} 展示步骤。可用：{'、'.join(VIEWS)}。",
        )
    data_span = span(workspace.warehouse)
    rows = workspace.warehouse.query(steps.step_names(table("events"), by_team=by == "team")).to_pylist()
    view, names = _names(rows, by)
    if data_span is None or not names.names:
        return None
    question = Question(("ticket_count",), filters=tuple(filters), period=period)
    tickets = kept(METRICS["ticket_count"].numerator, question, data_span)
    days = working_time(
        min(row["first"] for row in rows).date(),
        max(row["last"] for row in rows).date(),
        workspace.settings.working_hours,
        workspace.settings.timezone,
    )
    return EventLog(tickets, view, names, days, data_span)


def _names(rows: list[dict[str, Any]], by: str) -> tuple[StepView, StepNames]:
    if by == "team":
        return "team", by_team(rows)
    source_words = by == "step" or (by == "auto" and is_more_specific(rows))
    return "step" if source_words else "activity", by_activity(rows, source_words)
