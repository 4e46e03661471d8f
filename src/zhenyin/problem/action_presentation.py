"""Actions and verdicts as answers show them."""

from collections.abc import Mapping
from datetime import date, datetime

from zhenyin.charts import ChartSpec
from zhenyin.core.schema import Interval, Model, Slice
from zhenyin.core.words import Words
from zhenyin.problem.models import Action, Verdict
from zhenyin.problem.vocabulary import OUTCOMES, ActionState, Direction
from zhenyin.stats.effects import Effect, Outcome
from zhenyin.stats.intervals import LEVEL


class EffectResponse(Model):
    """Effect of an action. ratio: to the level without it (0.7 = 30 % less); percent: the same as a change.

    interval: of the ratio. p: probability of a change as large if the action had no effect.
    """

    ratio: float
    interval: Interval
    percent: float
    p: float


class VerdictResponse(Model):
    """A verdict; see `problem.models.Verdict`. title: the outcome in words."""

    outcome: Outcome
    title: Words
    reason: str
    sentence: Words
    naive_sentence: Words
    effect: EffectResponse | None
    naive: EffectResponse | None
    season: float
    n: float
    weeks: int
    verdict_due_on: date | None
    judged_on: date
    final: bool
    chart: ChartSpec


class ActionResponse(Model):
    """An action with its plan and, once it is judged, its verdict. cancelled: the reason for which it was given up."""

    id: str
    problem_id: str
    title: str
    owner: str
    owner_name: str | None
    due: date
    metric: str
    where: Slice
    comparison: Slice | None
    direction: Direction
    target: float
    start: date
    window_weeks: int
    cost: str | None
    judge_on: date
    created_at: datetime
    created_by: str
    state: ActionState
    cancelled: str | None
    verdict: VerdictResponse | None


def present_action(action: Action, people: Mapping[str, str], today: date) -> ActionResponse:
    """people: names by login."""
    plan = action.plan
    return ActionResponse(
        id=action.id,
        problem_id=action.problem_id,
        title=plan.title,
        owner=plan.owner,
        owner_name=people.get(plan.owner),
        due=plan.due,
        metric=plan.metric,
        where=plan.where,
        comparison=plan.comparison,
        direction=plan.direction,
        target=plan.target,
        start=plan.start,
        window_weeks=plan.window_weeks,
        cost=plan.cost,
        judge_on=plan.judge_on,
        created_at=action.created_at,
        created_by=action.created_by,
        state=action.state(today),
        cancelled=action.cancelled,
        verdict=present_verdict(action.verdict) if action.verdict else None,
    )


def present_verdict(verdict: Verdict) -> VerdictResponse:
    return VerdictResponse(
        outcome=verdict.outcome,
        title=OUTCOMES[verdict.outcome],
        reason=verdict.reason,
        sentence=verdict.sentence,
        naive_sentence=verdict.naive_sentence,
        effect=_effect(verdict.effect),
        naive=_effect(verdict.naive),
        season=verdict.season,
        n=verdict.n,
        weeks=verdict.weeks,
        verdict_due_on=verdict.verdict_due_on,
        judged_on=verdict.judged_on,
        final=verdict.final,
        chart=verdict.chart,
    )


def _effect(effect: Effect | None) -> EffectResponse | None:
    if effect is None:
        return None
    interval = Interval(low=effect.low, high=effect.high, level=LEVEL)
    return EffectResponse(ratio=effect.ratio, interval=interval, percent=effect.percent, p=effect.p)
