"""Verdict of an action: difference in differences of its slice, under the rules that its plan froze.

Numbers only; sentences and chart are made in `verdict_record.py`.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from zhenyin.problem.figures import WeeklyFigure
from zhenyin.problem.models import Plan
from zhenyin.stats import effects
from zhenyin.stats.effects import Effect, EffectEstimate, VerdictInput

RECURRENCE_WEEKS = 4
"""The last weeks that are compared with the verified level."""
_LEAST_RATIO, _MAX_P = 1.2, 0.005
"""Checked weekly for years, chance alone then reopens one problem in some fifteen."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """estimate: as of `judged_on`. compared: whether the plan has a comparison slice.

    verdict_due_on: date from which a final verdict is possible; None when this one is final.
    """

    estimate: EffectEstimate
    judged_on: date
    compared: bool
    verdict_due_on: date | None

    @property
    def final(self) -> bool:
        return self.verdict_due_on is None


def judge(plan: Plan, treated: WeeklyFigure, comparison: WeeklyFigure | None, today: date) -> Judgement:
    """The verdict on an action as of a day; final from the plan's date on, when the data covers the window.

    Raises ValueError when the figures are not of the same weeks.
    """
    case = _case(plan, treated.until(today), comparison.until(today) if comparison else None)
    estimate = _withhold_until_due(plan, effects.judge(case), today, comparison is not None)
    over = estimate.outcome != "too_early"
    verdict_due_on = None if over else max(plan.judge_on, today + timedelta(days=1))
    return Judgement(estimate, today, comparison is not None, verdict_due_on)


def recurrence(plan: Plan, treated: WeeklyFigure, comparison: WeeklyFigure | None, since: date) -> Effect | None:
    """Ratio of the last `RECURRENCE_WEEKS` weeks to the level since the action, where they are worse beyond chance.

    since: the day on which the problem was resolved; only whole weeks after it are compared. None when the last weeks
    are not significantly worse (p <= 0.005), or by less than a factor of 1.2.
    Raises ValueError when the figures are not of the same weeks.
    """
    first = treated.index_of(plan.first_week)
    recent = len(treated.weeks) - RECURRENCE_WEEKS
    if recent < max(first + plan.window_weeks, treated.index_of(since)):
        return None
    case = replace(
        _case(plan, treated, comparison),
        start=recent,
        window=RECURRENCE_WEEKS,
        direction="higher" if plan.direction == "lower" else "lower",
        target=None,
        guard_weeks=0,
        longest=recent - first,
    )
    estimate = effects.judge(case)
    effect = estimate.effect
    if estimate.outcome != "effective" or effect is None or effect.p > _MAX_P:
        return None
    factor = effect.ratio if plan.direction == "lower" else 1 / effect.ratio
    return effect if factor >= _LEAST_RATIO else None


def _case(plan: Plan, treated: WeeklyFigure, comparison: WeeklyFigure | None) -> VerdictInput:
    if comparison is not None and comparison.weeks != treated.weeks:
        raise ValueError(f"The slices have other weeks: {len(treated.weeks)} and {len(comparison.weeks)}.")
    return VerdictInput(
        treated.series,
        treated.index_of(plan.first_week),
        comparison.series if comparison else None,
        window=plan.window_weeks,
        direction=plan.direction,
        target=plan.target,
    )


def _withhold_until_due(plan: Plan, estimate: EffectEstimate, today: date, compared: bool) -> EffectEstimate:
    """No outcome before its date: repeated testing of growing data finds a success by chance."""
    if today < plan.judge_on:
        reason = estimate.reason if estimate.reason == "few-weeks" else "window-open"
        return replace(estimate, outcome="too_early", reason=reason)
    if estimate.weeks < plan.window_weeks:
        return replace(estimate, outcome="too_early", reason="data-behind")
    if estimate.outcome == "effective" and not compared and estimate.seasonal is None:
        return replace(estimate, outcome="not_measurable", reason="no-reference")
    return estimate
