"""Which tickets a question about the process is asked of, and how their steps are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ibis.expr.types import Table

from zhenyin.core.errors import Invalid, unknown
from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.process.mining import steps
from zhenyin.process.mining.naming import Naming, by_activity, by_team, says_more
from zhenyin.process.mining.steps import By
from zhenyin.process.mining.working_time import Calendar, calendar
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question, Span
from zhenyin.question.period import Period
from zhenyin.question.plan import kept
from zhenyin.question.sums import span
from zhenyin.warehouse.facts import table

VIEWS: tuple[str, ...] = ("auto", *steps.VIEWS)
SECONDS = 120.0
"""A process of a hundred million steps takes longer than a figure does."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which tickets, and how their steps are told.

    tickets: the counted tickets that filters and period keep. calendar: working days over the span of the events.
    """

    tickets: Table
    by: By
    naming: Naming
    calendar: Calendar
    known: Span

    @property
    def steps(self) -> Table:
        """Their steps in order; see `steps.sequence`."""
        return self.of(self.tickets)

    def of(self, tickets: Table, also: tuple[str, ...] = (), *, stays: bool = True) -> Table:
        """The steps of some of them; `also`: columns of tickets that each step keeps; `stays`: see `steps.sequence`."""
        cases = tickets.select("ticket_id", *(name for name in also if name != "ticket_id"))
        return steps.sequence(table("events"), cases, self.by, self.naming.names, also, stays=stays)

    @property
    def named_steps(self) -> Table:
        """Their steps in order, each with its ticket_id."""
        return self.of(self.tickets, ("ticket_id",))

    def code(self, name: str) -> int:
        """The code of a step. Raises NotFound (`step-unknown`)."""
        if name not in self.naming.names:
            raise unknown(Words("步骤", "step"), name, self.naming.names, "step-unknown")
        return self.naming.names.index(name)


def choose(workspace: Workspace, filters: Sequence[Filter], period: Period | None, by: str = "auto") -> Choice | None:
    """The tickets created in a period that filters keep; None while there is nothing to tell a process from.

    `auto` tells steps by the product's words, or by the sources' own where these say more.
    Raises Invalid (`view-unknown`, `hours-unreadable`), and for filters that tickets cannot take.
    """
    if by not in VIEWS:
        raise Invalid(
            "view-unknown",
            en=f"Steps cannot be told by {by!r}. Use one of {', '.join(VIEWS)}.",
            zh=f"不能按 {by} 展示步骤。可用：{'、'.join(VIEWS)}。",
        )
    known = span(workspace.warehouse)
    rows = workspace.warehouse.query(steps.names(table("events"), team=by == "team")).to_pylist()
    told, named = _named(rows, by)
    if known is None or not named.names:
        return None
    question = Question(("ticket_count",), filters=tuple(filters), period=period)
    tickets = kept(METRICS["ticket_count"].numerator, question, known)
    days = calendar(
        min(row["first"] for row in rows).date(),
        max(row["last"] for row in rows).date(),
        workspace.settings.working_hours,
        workspace.settings.timezone,
    )
    return Choice(tickets, told, named, days, known)


def _named(rows: list[dict[str, Any]], by: str) -> tuple[By, Naming]:
    if by == "team":
        return "team", by_team(rows)
    own = by == "step" or (by == "auto" and says_more(rows))
    return "step" if own else "activity", by_activity(rows, own)
