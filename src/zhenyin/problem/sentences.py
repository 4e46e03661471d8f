"""Verdicts as sentences: what came of the action, and the bias of a plain before/after comparison."""

from datetime import date

from zhenyin.core.words import Words
from zhenyin.stats.effects import Effect, EffectEstimate

REASONS: dict[str, Words] = {
    "difference": Words("差异明显", "The difference is clear"),
    "no-clear-difference": Words("看不出措施带来的差异", "No difference that the action made can be seen"),
    "target-missed": Words("有变化，但肯定没有达到目标", "It moved, but surely not as far as aimed"),
    "few-weeks": Words("措施实施的时间还太短", "The action is too young"),
    "window-open": Words("观察期尚未结束", "The time to observe is not over"),
    "data-behind": Words("数据尚未覆盖整个观察期", "The data does not yet cover the time to observe"),
    "few-events": Words("数量太少，偶然波动就能解释", "There is too little to tell it from chance"),
    "no-baseline": Words("措施之前没有可比的数据", "There is nothing before the action to compare with"),
    "nothing-at-risk": Words("措施之后没有可统计的数据", "Nothing was at risk after the action"),
    "no-reference": Words(
        "既没有对照范围，也没有去年同期的数据，无法知道不采取措施会怎样",
        "Without a comparison slice and without last year nobody knows what would have been without the action",
    ),
}


def percent(ratio: float) -> str:
    """A ratio as a change in per cent.

    >>> percent(0.6), percent(1.25)
    ('−40%', '+25%')
    """
    return f"{(ratio - 1) * 100:+.0f}%".replace("-", "−")


def interval(effect: Effect) -> str:
    """A ratio with its 95 % interval, as changes in per cent.

    >>> interval(Effect(0.6, 0.5, 0.72, 0.001))
    '−40% (−50% … −28%)'
    """
    return f"{percent(effect.ratio)} ({percent(effect.low)} … {percent(effect.high)})"


def sentence(estimate: EffectEstimate, compared: bool, verdict_due_on: date | None) -> Words:
    """The verdict in one sentence. compared: whether there is a comparison slice; verdict_due_on: of one not final."""
    why = REASONS[estimate.reason]
    if estimate.outcome == "too_early":
        return Words(
            f"{why.zh}（已观察 {estimate.weeks} 周），{verdict_due_on} 可以给出结论。",
            f"{why.en} ({estimate.weeks} weeks so far); it can be judged on {verdict_due_on}.",
        )
    if estimate.outcome == "not_measurable" or estimate.effect is None:
        return Words(f"{why.zh}。", f"{why.en}.")
    net_of = _comparison_clause(estimate, compared)
    effect = interval(estimate.effect)
    if estimate.outcome == "effective":
        return Words(
            f"{net_of.zh}，该指标因措施变化 {effect}。", f"{net_of.en} the action changed the figure by {effect}."
        )
    return Words(f"{why.zh}：{net_of.zh}，变化 {effect}。", f"{why.en}: {net_of.en} it changed by {effect}.")


def _comparison_clause(estimate: EffectEstimate, compared: bool) -> Words:
    if compared and estimate.seasonal:
        return Words("扣除对照范围与去年同期的变化后", "Net of what the comparison slice and last year did,")
    if compared:
        return Words("扣除对照范围的变化后", "Net of what the comparison slice did,")
    return Words(
        "没有对照范围，仅扣除去年同期的季节变化后", "Without a comparison slice, net of last year's season alone,"
    )


def naive_sentence(estimate: EffectEstimate, lower: bool) -> Words:
    """What a plain before/after would say, and why it misleads where it does."""
    naive, effect = estimate.naive, estimate.effect
    if naive is None or effect is None:
        return Words("没有可作前后对比的数据。", "There is nothing for a plain before/after.")
    plain = Words(f"只看前后：{interval(naive)}。", f"A plain before/after says {interval(naive)}.")
    if estimate.outcome == "too_early":
        return Words(f"{plain.zh}现在还说明不了什么。", f"{plain.en} That says nothing yet.")
    apparent, is_better = _better(naive, lower), _better(effect, lower)
    if apparent == is_better:
        return _agreeing(plain, estimate, lower)
    if apparent:
        why = _bias_reason(estimate, lower)
    else:
        why = Words(
            "它看漏了效果：不采取措施，这个指标本会更差。",
            "It misses the effect: without the action the figure would have been worse.",
        )
    return Words(plain.zh + why.zh, f"{plain.en} {why.en}")


def _agreeing(plain: Words, estimate: EffectEstimate, lower: bool) -> Words:
    trigger = estimate.trigger
    if (
        trigger is not None
        and not (estimate.effect and _better(estimate.effect, lower))
        and _better(trigger, not lower)
    ):
        why = _regression_to_mean(trigger)
        return Words(plain.zh + why.zh, f"{plain.en} {why.en}")
    return Words(f"{plain.zh}这一次它与结论一致。", f"{plain.en} This time it agrees with the verdict.")


def _bias_reason(estimate: EffectEstimate, lower: bool) -> Words:
    """Why a plain before/after overstates the effect: season, regression to the mean, or a trend that others share."""
    season, comparison = estimate.seasonal, estimate.comparison
    if season is not None and _better(season, lower):
        return Words(
            f"但去年同期没有这项措施，也变化了 {percent(season.ratio)}：是季节，不是措施。",
            f"But a year before, without the action, it moved by {percent(season.ratio)} as well: that is the season.",
        )
    if estimate.trigger is not None and _better(estimate.trigger, not lower):
        return _regression_to_mean(estimate.trigger)
    if comparison is not None and _better(comparison, lower):
        return Words(
            f"但没有这项措施的对照范围也变化了 {percent(comparison.ratio)}。",
            f"But the comparison slice, without the action, moved by {percent(comparison.ratio)} as well.",
        )
    return Words(
        "但扣除季节与对照之后，剩下的变化在偶然波动之内。",
        "But net of the season and the comparison slice, what remains is within chance.",
    )


def _regression_to_mean(trigger: Effect) -> Words:
    times = f"{trigger.ratio:.1f}"
    return Words(
        f"措施开始前的那一周是平时的 {times} 倍：偶然的坏周之后本来就会回到平常，和它相比总会显得有效。",
        f"The week that set the action off was {times} times an ordinary one: after a bad week by chance an ordinary one "
        "follows anyway, and beside it everything looks like a success.",
    )


def _better(effect: Effect, lower: bool) -> bool:
    return effect.high < 1 if lower else effect.low > 1
