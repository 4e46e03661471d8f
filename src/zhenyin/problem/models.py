"""Problem, cause, action plan, action and verdict: what is kept of each, as frozen types."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from zhenyin.charts import ChartSpec
from zhenyin.core.schema import Slice
from zhenyin.core.words import Words
from zhenyin.problem.history import HistoryEvent
from zhenyin.problem.vocabulary import GRADES, ActionState, Direction, Grade, Stage
from zhenyin.stats.effects import Effect, Outcome

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


@dataclass(frozen=True, slots=True)
class Verdict:
    """Verdict on an action: did it work? Final from the date that its plan sets; before that a preview, not kept.

    effect: ratio after/before net of comparison slice and season; naive: plain before/after ratio.
    season: ratio of the same weeks a year before (1 = no change, or unknown). n: events after the start.
    weeks: weeks observed so far. verdict_due_on: date from which a final verdict is possible; None when it is final.
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
    verdict_due_on: date | None
    judged_on: date
    final: bool
    chart: ChartSpec = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an action freezes when it is saved: on which figure it is judged, how far, from when, and against what.

    target: ratio aimed at (0.7 = 30 % less). window_weeks: whole weeks observed from `first_week` on.
    comparison: slice without the action (control group); None: last year's season is the only reference.
    """

    title: str
    owner: str
    due: date
    metric: str
    where: Slice
    direction: Direction
    target: float
    start: date
    window_weeks: int
    comparison: Slice | None = None
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
    """What is done, by whom, until when. The plan never changes; an action that was wrong is cancelled.

    cancelled: the reason for which it was given up.
    """

    id: str
    problem_id: str
    plan: Plan
    created_at: datetime
    created_by: str
    cancelled: str | None = None
    verdict: Verdict | None = None

    def state(self, today: date) -> ActionState:
        if self.cancelled is not None:
            return "cancelled"
        if self.verdict is not None and self.verdict.final:
            return "judged"
        return "running" if self.plan.start <= today else "planned"


@dataclass(frozen=True, slots=True)
class Problem:
    """A set of tickets with one believed cause: the slice of a metric since a day, and tickets added by hand.

    moved_at: when it came to its stage.
    """

    id: str
    title: str
    metric: str
    where: Slice
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
    history: tuple[HistoryEvent, ...] = ()
    links: tuple[str, ...] = ()
    unlinked: tuple[str, ...] = ()

    @property
    def last_verdict_action(self) -> Action | None:
        """The action with the last final verdict."""
        judged = [a for a in self.actions if a.verdict is not None and a.verdict.final and a.cancelled is None]
        return max(judged, key=lambda a: a.verdict.judged_on if a.verdict else date.min, default=None)

    @property
    def cause(self) -> Cause | None:
        """The cause that is believed most: the best grade, the newest of these."""
        grades = list(GRADES)
        return max(self.causes, key=lambda c: (grades.index(c.grade), c.at), default=None)
