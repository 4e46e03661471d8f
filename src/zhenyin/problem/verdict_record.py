"""Verdict as it is kept and shown: its numbers with sentences and chart."""

import numpy as np

from zhenyin.charts import ChartSpec
from zhenyin.charts import verdict as verdict_chart
from zhenyin.core.words import Words
from zhenyin.metrics import METRICS
from zhenyin.problem import sentences
from zhenyin.problem.figures import WeeklyFigure
from zhenyin.problem.models import Plan, Verdict
from zhenyin.problem.verdict import Judgement
from zhenyin.problem.vocabulary import OUTCOMES
from zhenyin.stats.effects import EffectEstimate

_WEEKS_BEFORE = 26
_WEEKS_AFTER = 26


def verdict_of(plan: Plan, judgement: Judgement, treated: WeeklyFigure) -> Verdict:
    """treated: the weekly figure of the action's slice; weeks after the day of the judgement are left out."""
    estimate = judgement.estimate
    return Verdict(
        outcome=estimate.outcome,
        reason=estimate.reason,
        sentence=sentences.sentence(estimate, judgement.compared, judgement.verdict_due_on),
        naive_sentence=sentences.naive_sentence(estimate, plan.direction == "lower"),
        effect=estimate.effect,
        naive=estimate.naive,
        season=estimate.season,
        n=estimate.n,
        weeks=estimate.weeks,
        verdict_due_on=judgement.verdict_due_on,
        judged_on=judgement.judged_on,
        final=judgement.final,
        chart=_chart(plan, estimate, treated.until(judgement.judged_on)),
    )


def _title(plan: Plan, estimate: EffectEstimate) -> Words:
    outcome = OUTCOMES[estimate.outcome]
    if estimate.effect is None or estimate.outcome == "too_early":
        return Words(f"{plan.title}：{outcome.zh}", f"{plan.title}: {outcome.en.lower()}")
    by = sentences.interval(estimate.effect)
    return Words(f"{plan.title}：{outcome.zh}，{by}", f"{plan.title}: {outcome.en.lower()}, {by}")


def _chart(plan: Plan, estimate: EffectEstimate, treated: WeeklyFigure) -> ChartSpec:
    metric = METRICS[plan.metric]
    start = treated.index_of(plan.first_week)
    shown = slice(max(start - _WEEKS_BEFORE, 0), start + max(plan.window_weeks, _WEEKS_AFTER))
    expected = [None if np.isnan(value) else value * metric.per for value in estimate.counterfactual.tolist()]
    low, high = ([None if e is None else e * factor for e in expected] for factor in _interval_factors(estimate))
    observed = verdict_chart.Observed(
        treated.weeks[shown], treated.values(metric.per)[shown], expected[shown], low[shown], high[shown]
    )
    measure = Words(
        f"{metric.title.zh}（{metric.unit.words.zh}），按周", f"{metric.title.en} ({metric.unit.words.en}), by week"
    )
    return verdict_chart.build(
        _title(plan, estimate),
        measure,
        metric.unit.words,
        metric.unit.key,
        metric.better,
        observed,
        plan.first_week,
        plan.title,
    )


def _interval_factors(estimate: EffectEstimate) -> tuple[float, float]:
    """Factors of the counterfactual level for its 95 % interval: that of the effect, inverted."""
    if estimate.effect is None:
        return 1.0, 1.0
    return estimate.effect.ratio / estimate.effect.high, estimate.effect.ratio / estimate.effect.low
