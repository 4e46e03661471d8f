"""The thing to be solved: a problem with its causes, its actions, and what was found out about each."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Literal

from zhenyin.core.words import Words
from zhenyin.question.filters import Filter
from zhenyin.stats.effects import Effect, Outcome

Stage = Literal["open", "investigating", "acting", "verifying", "verified", "closed", "reopened"]
Grade = Literal["guess", "correlated", "tested", "confirmed"]
Direction = Literal["lower", "higher"]
State = Literal["planned", "running", "judged", "cancelled"]
Where = dict[str, str]
"""A slice: a value of each dimension; several values of one stand with commas between, as in `province=北京,上海`."""

STAGES: dict[Stage, Words] = {
    "open": Words("待处理", "Open"),
    "investigating": Words("分析中", "Investigating"),
    "acting": Words("整改中", "Acting"),
    "verifying": Words("验证中", "Verifying"),
    "verified": Words("已验证有效", "Verified"),
    "closed": Words("已关闭", "Closed"),
    "reopened": Words("重新打开", "Reopened"),
}
GRADES: dict[Grade, Words] = {
    "guess": Words("猜测", "Guess"),
    "correlated": Words("数据相关", "Correlated"),
    "tested": Words("已试验", "Tested"),
    "confirmed": Words("已确认", "Confirmed"),
}
OUTCOMES: dict[Outcome, Words] = {
    "effective": Words("有效", "Effective"),
    "not_effective": Words("无效", "Not effective"),
    "too_early": Words("为时尚早", "Too early to tell"),
    "not_measurable": Words("无法衡量", "Not measurable"),
}
OVER: frozenset[Stage] = frozenset({"verified", "closed"})
"""Nobody works on a problem in these stages."""
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Cause:
    """A statement about why, with the grade of its evidence."""

    id: str
    text: str
    grade: Grade
    evidence: tuple[str, ...]
    by: str
    at: datetime

    def as_dict(self) -> dict[str, Any]:
        told: dict[str, Any] = {name: getattr(self, name) for name in ("id", "text", "grade", "by")}
        told |= {"grade_title": GRADES[self.grade].as_dict(), "evidence": list(self.evidence)}
        return told | {"at": self.at.isoformat(), "confirmed": self.grade == "confirmed"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Did an action work? `final`: told on or after its date, and kept; before that it is a look at what there is.

    effect: adjusted; naive: the plain before/after. season: what the same weeks did a year before. weeks: observed so
    far. tell_on: when it can be told. chart: a chart specification, as JSON.
    """

    outcome: Outcome
    reason: str
    sentence: Words
    naive_sentence: Words
    effect: Effect | None
    naive: Effect | None
    season: float
    n: float
    weeks: int
    tell_on: date | None
    judged_on: date
    final: bool
    chart: dict[str, Any] = field(repr=False)

    def as_dict(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            name: getattr(self, name) for name in ("outcome", "reason", "season", "n", "weeks", "final", "chart")
        }
        told |= {"title": OUTCOMES[self.outcome].as_dict(), "sentence": self.sentence.as_dict()}
        told |= {"naive_sentence": self.naive_sentence.as_dict(), "tell_on": _iso(self.tell_on)}
        told |= {"effect": _effect(self.effect), "naive": _effect(self.naive)}
        return told | {"judged_on": self.judged_on.isoformat()}


@dataclass(frozen=True, slots=True)
class Plan:
    """What an action freezes when it is saved: on which figure it is judged, how far, from when, and against what.

    target: the ratio aimed at (0.7 = 30 % less). comparison: a slice without the action; None: the season alone tells
    what would have been.
    """

    title: str
    owner: str
    due: date
    metric: str
    where: Where
    direction: Direction
    target: float
    start: date
    window_weeks: int
    comparison: Where | None = None
    cost: str | None = None

    @property
    def first_week(self) -> date:
        """The Monday of the first whole week with the action."""
        return self.start + timedelta(days=-self.start.weekday() % 7)

    @property
    def judge_on(self) -> date:
        """The day after the last week of the window."""
        return self.first_week + self.window_weeks * _WEEK


@dataclass(frozen=True, slots=True)
class Action:
    """What is done, by whom, until when. The plan never changes; an action that was wrong is cancelled."""

    id: str
    problem_id: str
    plan: Plan
    created_at: datetime
    created_by: str
    cancelled: str | None = None
    verdict: Verdict | None = None

    def state(self, today: date) -> State:
        if self.cancelled is not None:
            return "cancelled"
        if self.verdict is not None and self.verdict.final:
            return "judged"
        return "running" if self.plan.start <= today else "planned"

    def as_dict(self, today: date, names: dict[str, str]) -> dict[str, Any]:
        """As JSON. names: of people, by login."""
        plan = self.plan
        same = ("title", "owner", "metric", "where", "comparison", "direction", "target", "window_weeks", "cost")
        told: dict[str, Any] = {"id": self.id, "problem_id": self.problem_id}
        told |= {name: getattr(plan, name) for name in same} | {"owner_name": names.get(plan.owner)}
        told |= {name: getattr(plan, name).isoformat() for name in ("due", "start", "judge_on")}
        told |= {"created_at": self.created_at.isoformat(), "created_by": self.created_by}
        told |= {"state": self.state(today), "cancelled": self.cancelled}
        return told | {"verdict": self.verdict.as_dict() if self.verdict else None}


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of a problem's history."""

    at: datetime
    by: str
    what: Words

    def as_dict(self) -> dict[str, Any]:
        return {"at": self.at.isoformat(), "by": self.by, "what": self.what.as_dict()}


@dataclass(frozen=True, slots=True)
class Problem:
    """A set of tickets with one believed cause: the slice of a metric since a day, and tickets added by hand.

    moved_at: when it came to its stage.
    """

    id: str
    title: str
    metric: str
    where: Where
    stage: Stage
    moved_at: datetime
    created_at: datetime
    created_by: str
    description: str = ""
    since: date | None = None
    owner: str | None = None
    due: date | None = None
    signal_id: str | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A problem with everything that belongs to it, oldest first. links: tickets by hand; unlinked: taken out by hand."""

    problem: Problem
    causes: tuple[Cause, ...] = ()
    actions: tuple[Action, ...] = ()
    history: tuple[Happened, ...] = ()
    links: tuple[str, ...] = ()
    unlinked: tuple[str, ...] = ()

    @property
    def judged(self) -> Action | None:
        """The action with the last final verdict."""
        told = [a for a in self.actions if a.verdict is not None and a.verdict.final and a.cancelled is None]
        return max(told, key=lambda a: a.verdict.judged_on if a.verdict else date.min, default=None)

    @property
    def cause(self) -> Cause | None:
        """The cause that is believed most: the best grade, the newest of these."""
        grades = list(GRADES)
        return max(self.causes, key=lambda c: (grades.index(c.grade), c.at), default=None)


def filters(where: Where) -> tuple[Filter, ...]:
    """A slice as conditions.

    >>> filters({"province": "北京市,上海市"})
    (Filter(dimension='province', op='in', values=('北京市', '上海市')),)
    """
    return tuple(Filter(name, "in", tuple(value.split(","))) for name, value in where.items())


def _effect(effect: Effect | None) -> dict[str, float] | None:
    if effect is None:
        return None
    return {name: getattr(effect, name) for name in ("ratio", "low", "high", "percent", "p")}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
