"""From the weeks of a slice to a verdict: what the action's plan froze, held against what came."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from zhenyin.charts import verdict as picture
from zhenyin.core.words import Words
from zhenyin.metrics import METRICS
from zhenyin.problem import sentences
from zhenyin.problem.figures import Figure
from zhenyin.problem.models import OUTCOMES, Plan, Verdict
from zhenyin.stats import effects
from zhenyin.stats.effects import VerdictInput

_SHOWN_BEFORE = 26
_SHOWN_AFTER = 26
WORSE_WEEKS = 4
"""A verified figure is held against its level every so many weeks."""
_WORSE_RATIO, _WORSE_P = 1.2, 0.005
"""It is looked at every week for years: by chance alone a problem opens again once in some fifteen of them."""


def judge(plan: Plan, treated: Figure, comparison: Figure | None, today: date) -> Verdict:
    """The verdict on an action as of a day; final from the plan's date on, when the data covers the window.

    Raises ValueError when the figures are not of the same weeks.
    """
    today_treated, today_comparison = treated.until(today), comparison.until(today) if comparison else None
    told = effects.judge(_case(plan, today_treated, today_comparison))
    told = _as_due(plan, told, today, comparison is not None)
    over = told.outcome != "too_early"
    tell_on = None if over else max(plan.judge_on, today + timedelta(days=1))
    finding = _finding(plan, told)
    return Verdict(
        outcome=told.outcome,
        reason=told.reason,
        sentence=sentences.sentence(told, comparison is not None, tell_on),
        naive_sentence=sentences.naive_sentence(told, plan.direction == "lower"),
        effect=told.effect,
        naive=told.naive,
        season=told.season,
        n=told.n,
        weeks=told.weeks,
        tell_on=tell_on,
        judged_on=today,
        final=over,
        chart=_chart(plan, told, today_treated, finding),
    )


def worse_again(plan: Plan, treated: Figure, comparison: Figure | None, since: date) -> effects.Effect | None:
    """How far the last weeks are worse than the level since the action; None where they are not for sure.

    since: the day on which the problem was settled; only whole weeks after it are looked at.
    """
    first = treated.place(plan.first_week)
    recent = len(treated.weeks) - WORSE_WEEKS
    if recent < max(first + plan.window_weeks, treated.place(since)):
        return None
    case = replace(
        _case(plan, treated, comparison),
        start=recent,
        window=WORSE_WEEKS,
        direction="higher" if plan.direction == "lower" else "lower",
        target=None,
        left_out=0,
        longest=recent - first,
    )
    told = effects.judge(case)
    if told.outcome != "effective" or told.effect is None or told.effect.p > _WORSE_P:
        return None
    moved = told.effect.ratio if plan.direction == "lower" else 1 / told.effect.ratio
    return told.effect if moved >= _WORSE_RATIO else None


def _case(plan: Plan, treated: Figure, comparison: Figure | None) -> VerdictInput:
    if comparison is not None and comparison.weeks != treated.weeks:
        raise ValueError(f"The slices have other weeks: {len(treated.weeks)} and {len(comparison.weeks)}.")
    return VerdictInput(
        treated.series,
        treated.place(plan.first_week),
        comparison.series if comparison else None,
        window=plan.window_weeks,
        direction=plan.direction,
        target=plan.target,
    )


def _as_due(plan: Plan, told: effects.Verdict, today: date, compared: bool) -> effects.Verdict:
    """Nothing is told before its date: who looks often enough sees a success by chance."""
    if today < plan.judge_on:
        reason = told.reason if told.reason == "few-weeks" else "window-open"
        return replace(told, outcome="too_early", reason=reason)
    if told.weeks < plan.window_weeks:
        return replace(told, outcome="too_early", reason="data-behind")
    if told.outcome == "effective" and not compared and told.seasonal is None:
        return replace(told, outcome="not_measurable", reason="no-reference")
    return told


def _finding(plan: Plan, told: effects.Verdict) -> Words:
    outcome = OUTCOMES[told.outcome]
    if told.effect is None or told.outcome == "too_early":
        return Words(f"{plan.title}：{outcome.zh}", f"{plan.title}: {outcome.en.lower()}")
    by = sentences.interval(told.effect)
    return Words(f"{plan.title}：{outcome.zh}，{by}", f"{plan.title}: {outcome.en.lower()}, {by}")


def _chart(plan: Plan, told: effects.Verdict, treated: Figure, finding: Words) -> dict[str, object]:
    metric = METRICS[plan.metric]
    start = treated.place(plan.first_week)
    shown = slice(max(start - _SHOWN_BEFORE, 0), start + max(plan.window_weeks, _SHOWN_AFTER))
    expected = [None if np.isnan(value) else value * metric.per for value in told.counterfactual.tolist()]
    edges = _edges(told)
    low, high = ([None if e is None else e * factor for e in expected] for factor in edges)
    given = picture.Observed(
        treated.weeks[shown], treated.values(metric.per)[shown], expected[shown], low[shown], high[shown]
    )
    measure = Words(
        f"{metric.title.zh}（{metric.unit.words.zh}），按周", f"{metric.title.en} ({metric.unit.words.en}), by week"
    )
    spec = picture.build(
        finding, measure, metric.unit.words, metric.unit.key, metric.better, given, plan.first_week, plan.title
    )
    return spec.as_dict()


def _edges(told: effects.Verdict) -> tuple[float, float]:
    """What the expected level is multiplied by for its interval: that of the effect, seen from the other side."""
    if told.effect is None:
        return 1.0, 1.0
    return told.effect.ratio / told.effect.high, told.effect.ratio / told.effect.low
