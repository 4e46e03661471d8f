"""With two people fewer, when has a team's queue doubled?"""

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.errors import Invalid, unknown
from zhenyin.core.words import Words
from zhenyin.forecast import facts
from zhenyin.forecast.queue import Queue, Team, queue
from zhenyin.forecast.service import Forecast, forecast
from zhenyin.job.workspace import Workspace
from zhenyin.question import service
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question

DAYS = 91
_LOOKBACK_WEEKS = 26
_BUSY_QUANTILE = 0.9
"""What a person can resolve in a day is what the team's people did in the busiest tenth of their weeks."""


@dataclass(frozen=True, slots=True)
class Staffing:
    """A team's queue as it is, and with so many people more or fewer."""

    team: str
    people: float
    now: Team
    as_is: Queue = field(repr=False)
    changed: Queue = field(repr=False)
    first: date


def staffing(
    workspace: Workspace, team: str, people: float, per_person: float | None = None, seed: int = 0
) -> Staffing:
    """people: more, or below 0 fewer, than now. per_person: tickets a day, measured where it is not given.

    Raises NotFound (`team-unknown`), Invalid (`team-idle`) for a team that resolved nothing lately.
    """
    made = forecast(workspace, ("team",), (), "day", DAYS)
    teams = [where.get("team", "") for where in made.history.where]
    if team not in teams or not team:
        raise unknown(Words("处理组", "team"), team, [name for name in teams if name], "team-unknown")
    now = _team(workspace, team, made, per_person)
    row = teams.index(team)
    arriving = made.each.expected[row]
    weekdays = [day.weekday() for day in made.days]
    dispersion = float(made.each.variance.series_factor[row] * made.each.variance.scale**2)
    as_is, changed = (queue(now, arriving, weekdays, n, max(dispersion, 1.0), seed) for n in (0.0, people))
    return Staffing(team, people, now, as_is, changed, made.history.end)


def _team(workspace: Workspace, team: str, made: Forecast, per_person: float | None) -> Team:
    since = made.history.end - timedelta(weeks=_LOOKBACK_WEEKS)
    rows = [r for r in facts.resolved_by_day(workspace.warehouse, since).to_pylist() if r["team"] == team]
    resolved, people = (np.zeros(_LOOKBACK_WEEKS * 7) for _ in range(2))
    for row in rows:
        at = (row["day"] - since).days
        if 0 <= at < len(resolved):
            resolved[at], people[at] = row["resolved"], row["people"]
    if not resolved.any():
        raise Invalid(
            "team-idle",
            en=f"{team} resolved nothing in {_LOOKBACK_WEEKS} weeks, so what it can resolve is not known.",
            zh=f"{team}最近 {_LOOKBACK_WEEKS} 周没有解决工单，无法得知其处理能力。",
        )
    throughput = per_person if per_person is not None else _throughput_per_person(resolved, people)
    by_weekday = people.reshape(-1, 7).mean(axis=0)
    # The first of the days that were looked at need not be a Monday.
    return Team(_backlog(workspace, team), throughput, np.roll(by_weekday, since.weekday()))


def _throughput_per_person(resolved: Floats, people: Floats) -> float:
    """Tickets a person and day, of the busiest tenth of the weeks."""
    weeks, there = resolved.reshape(-1, 7).sum(axis=1), people.reshape(-1, 7).sum(axis=1)
    return float(np.quantile(weeks[there > 0] / there[there > 0], _BUSY_QUANTILE))


def _backlog(workspace: Workspace, team: str) -> float:
    question = Question(("backlog",), (), (Filter("team", "in", (team,)),))
    total = service.answer(workspace.warehouse, question).totals.get("backlog")
    return float(total.estimate.value or 0.0) if total else 0.0
