"""A shop with two products, whose weekly tickets a test sets, and problems about it."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.engine import Connection

from fixtures_facts import in_service, put, ticket
from zhenyin.charts import ChartSpec
from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.problem import service
from zhenyin.problem.models import Action, Dossier, Plan, Verdict
from zhenyin.stats.effects import Effect, Outcome

FIRST = date(2025, 1, 6)
"""A Monday."""
WEEKS = 80
START = 60
UNITS = 1000.0
AT = datetime(2026, 2, 20, 9)


def monday(week: int) -> date:
    return FIRST + timedelta(weeks=week)


def fill(workspace: Workspace, weekly: dict[str, list[int]], units: float = UNITS) -> None:
    """Put so many repairs of each product into each week, spread over its days, and units in service."""
    rows, number = [], 0
    for product, counts in weekly.items():
        for week, count in enumerate(counts):
            for k in range(count):
                number += 1
                at = datetime.combine(monday(week), datetime.min.time()) + timedelta(hours=(k * 167) % 168)
                given = {"product": product, "fault": "漏水", "source": "热线", "import_batch": "b1"}
                rows.append(ticket(number, at, **given))
    put(workspace.warehouse, "tickets", rows)
    months = {monday(week).replace(day=1) for week in range(max(map(len, weekly.values())) + 6)}
    put(
        workspace.warehouse,
        "exposure",
        [in_service(month, units, product=product) for month in sorted(months) for product in weekly],
    )


def made(db: Connection, **given: Any) -> Dossier:
    values = {"title": "W10 漏水", "metric": "failure_rate", "where": {"product": ["W10"]}, "owner": "li"}
    return service.create(db, "li", AT, **values | given)


def plan(**given: Any) -> dict[str, Any]:
    """Everything that an action needs."""
    values = {
        "title": "更换门封",
        "owner": "li",
        "due": monday(START + 1),
        "metric": "failure_rate",
        "where": {"product": ["W10"]},
        "comparison": {"product": ["P8"]},
        "direction": "lower",
        "target": 0.8,
        "start": monday(START),
        "window_weeks": 8,
        "cost": None,
    }
    return values | given


def acted(db: Connection, problem_id: str, at: datetime = AT, **given: Any) -> Action:
    return service.add_action(db, problem_id, "li", at, **plan(**given))


def an_action(**given: Any) -> Action:
    """An action that no store holds."""
    return Action("act-1", "prb-1", Plan(**plan(**given)), AT, "li")


def verdict(outcome: Outcome, judged_on: date) -> Verdict:
    """A verdict of that day, final but for one that is too early."""
    words = Words("变化 −40%", "changed by −40%")
    due = judged_on + timedelta(weeks=1) if outcome == "too_early" else None
    return Verdict(
        outcome=outcome,
        reason="difference",
        sentence=words,
        naive_sentence=words,
        effect=Effect(0.6, 0.5, 0.72, 0.001),
        naive=None,
        season=1.0,
        n=90.0,
        weeks=8,
        verdict_due_on=due,
        judged_on=judged_on,
        final=due is None,
        chart=ChartSpec("verdict", words, words, words),
    )
