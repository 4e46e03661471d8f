"""With two people fewer, when has a team's queue doubled?"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np

from zhenyin.charts import outlook as chart
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
_LOOKED_BACK = 26
_BUSY = 0.9
"""What a person can settle in a day is what the team's people did in the busiest tenth of their weeks."""
_WAITING = ("tickets", Words("件", "tickets"))
_MEASURE = Words("每日结束时待处理工单（80% 区间）", "Open tickets at the end of each day (80 % interval)")
_AS_NOW = Words("现有人手", "As now")


@dataclass(frozen=True, slots=True)
class Staffing:
    """A team's queue as it is, and with so many people more or fewer."""

    team: str
    people: float
    now: Team
    as_is: Queue = field(repr=False)
    changed: Queue = field(repr=False)
    first: date

    def sentence(self) -> Words:
        """When the queue has doubled, or that it does not."""
        zh, en = _change(self.people)
        days, low, high = self.changed.doubles, self.changed.doubles_low, self.changed.doubles_high
        if days is None:
            return Words(
                f"{self.team}{zh}：{DAYS} 天内积压不会翻倍，负荷 {self.changed.load:.0%}。",
                f"{self.team} {en}: the queue does not double within {DAYS} days; load {self.changed.load:.0%}.",
            )
        until = str(high) if high is not None else f">{DAYS}"
        return Words(
            f"{self.team}{zh}：积压 {days} 天后翻倍（{low}–{until} 天），负荷 {self.changed.load:.0%}。",
            f"{self.team} {en}: the queue doubles in {days} days ({low}–{until}); load {self.changed.load:.0%}.",
        )

    def as_dict(self) -> dict[str, Any]:
        """As JSON, with the picture."""
        return {
            "team": self.team,
            "people": self.people,
            "waiting": self.now.waiting,
            "per_person": self.now.per_person,
            "on_duty": self.now.on_duty.tolist(),
            "sentence": self.sentence().as_dict(),
            "as_is": _told(self.as_is),
            "changed": _told(self.changed),
            "chart": self._chart(),
        }

    def _chart(self) -> dict[str, Any]:
        days = [self.first + timedelta(days=i) for i in range(len(self.changed.waiting))]
        sides = (self.changed.waiting, self.changed.low, self.changed.high)
        ahead = list(zip(days, *(side.tolist() for side in sides), strict=True))
        past = [(self.first - timedelta(days=1), self.now.waiting)]
        as_is = self.as_is.waiting.tolist()
        told = chart.build(self.sentence(), _MEASURE, _WAITING, past, ahead, yardstick=as_is, yardstick_words=_AS_NOW)
        return told.as_dict()


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
    dispersion = float(made.each.spread.own[row] * made.each.spread.scale**2)
    as_is, changed = (queue(now, arriving, weekdays, n, max(dispersion, 1.0), seed) for n in (0.0, people))
    return Staffing(team, people, now, as_is, changed, made.history.end)


def _team(workspace: Workspace, team: str, made: Forecast, per_person: float | None) -> Team:
    since = made.history.end - timedelta(weeks=_LOOKED_BACK)
    rows = [r for r in facts.resolved_by_day(workspace.warehouse, since).to_pylist() if r["team"] == team]
    resolved, people = (np.zeros(_LOOKED_BACK * 7) for _ in range(2))
    for row in rows:
        at = (row["day"] - since).days
        if 0 <= at < len(resolved):
            resolved[at], people[at] = row["resolved"], row["people"]
    if not resolved.any():
        raise Invalid(
            "team-idle",
            en=f"{team} resolved nothing in {_LOOKED_BACK} weeks, so what it can settle is not known.",
            zh=f"{team}最近 {_LOOKED_BACK} 周没有解决工单，无法得知其处理能力。",
        )
    settled = per_person if per_person is not None else _settled(resolved, people)
    by_weekday = people.reshape(-1, 7).mean(axis=0)
    # The first of the days that were looked at need not be a Monday.
    return Team(_waiting(workspace, team), settled, np.roll(by_weekday, since.weekday()))


def _settled(resolved: Floats, people: Floats) -> float:
    """Tickets a person and day, of the busiest tenth of the weeks."""
    weeks, there = resolved.reshape(-1, 7).sum(axis=1), people.reshape(-1, 7).sum(axis=1)
    return float(np.quantile(weeks[there > 0] / there[there > 0], _BUSY))


def _waiting(workspace: Workspace, team: str) -> float:
    question = Question(("backlog",), (), (Filter("team", "in", (team,)),))
    total = service.answer(workspace.warehouse, question).totals.get("backlog")
    return float(total.estimate.value or 0.0) if total else 0.0


def _change(people: float) -> tuple[str, str]:
    if people == 0:
        return "人手不变", "with the people of now"
    how = ("减少", "fewer") if people < 0 else ("增加", "more")
    return f"{how[0]} {abs(people):g} 人", f"with {abs(people):g} people {how[1]}"


def _told(made: Queue) -> dict[str, Any]:
    return {
        "waiting": [round(v, 1) for v in made.waiting.tolist()],
        "doubles": made.doubles,
        "doubles_low": made.doubles_low,
        "doubles_high": made.doubles_high,
        "load": round(made.load, 3),
    }
