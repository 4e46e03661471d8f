"""Verdicts as a person says them: what came of the action, and why a plain before/after may mislead."""

from datetime import date

from zhenyin.core.words import Words
from zhenyin.stats.effects import Effect
from zhenyin.stats.effects import Verdict as Judged

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
        "既没有对照切片，也没有去年同期的数据，无法知道不采取措施会怎样",
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
    """
    >>> interval(Effect(0.6, 0.5, 0.72, 0.001))
    '−40% (−50% … −28%)'
    """
    return f"{percent(effect.ratio)} ({percent(effect.low)} … {percent(effect.high)})"


def sentence(judged: Judged, compared: bool, tell_on: date | None) -> Words:
    """The verdict in one sentence. compared: whether there is a comparison slice."""
    why = REASONS[judged.reason]
    if judged.outcome == "too_early":
        return Words(
            f"{why.zh}（已观察 {judged.weeks} 周），{tell_on} 可以给出结论。",
            f"{why.en} ({judged.weeks} weeks so far); it can be told on {tell_on}.",
        )
    if judged.outcome == "not_measurable" or judged.effect is None:
        return Words(f"{why.zh}。", f"{why.en}.")
    beside = _beside(judged, compared)
    effect = interval(judged.effect)
    if judged.outcome == "effective":
        return Words(
            f"{beside.zh}，该指标因措施变化 {effect}。", f"{beside.en} the action changed the figure by {effect}."
        )
    return Words(f"{why.zh}：{beside.zh}，变化 {effect}。", f"{why.en}: {beside.en} it changed by {effect}.")


def _beside(judged: Judged, compared: bool) -> Words:
    if compared and judged.seasonal:
        return Words("扣除对照切片与去年同期的变化后", "Net of what the comparison slice and last year did,")
    if compared:
        return Words("扣除对照切片的变化后", "Net of what the comparison slice did,")
    return Words(
        "没有对照切片，仅扣除去年同期的季节变化后", "Without a comparison slice, net of last year's season alone,"
    )


def naive_sentence(judged: Judged, lower: bool) -> Words:
    """What a plain before/after would say, and why it misleads where it does."""
    naive, effect = judged.naive, judged.effect
    if naive is None or effect is None:
        return Words("没有可作前后对比的数据。", "There is nothing for a plain before/after.")
    told = Words(f"只看前后：{interval(naive)}。", f"A plain before/after says {interval(naive)}.")
    if judged.outcome == "too_early":
        return Words(f"{told.zh}现在还说明不了什么。", f"{told.en} That says nothing yet.")
    looks, is_better = _better(naive, lower), _better(effect, lower)
    if looks == is_better:
        return _agreeing(told, judged, lower)
    if looks:
        why = _why_it_flatters(judged, lower)
    else:
        why = Words(
            "它看漏了效果：不采取措施，这个指标本会更差。",
            "It misses the effect: without the action the figure would have been worse.",
        )
    return Words(told.zh + why.zh, f"{told.en} {why.en}")


def _agreeing(told: Words, judged: Judged, lower: bool) -> Words:
    trigger = judged.trigger
    if trigger is not None and not (judged.effect and _better(judged.effect, lower)) and _better(trigger, not lower):
        more = _triggered(trigger)
        return Words(told.zh + more.zh, f"{told.en} {more.en}")
    return Words(f"{told.zh}这一次它与结论一致。", f"{told.en} This time it agrees with the verdict.")


def _why_it_flatters(judged: Judged, lower: bool) -> Words:
    """The strongest of the reasons for which a figure betters itself."""
    season, others = judged.seasonal, judged.others
    if season is not None and _better(season, lower):
        return Words(
            f"但去年同期没有这项措施，也变化了 {percent(season.ratio)}：是季节，不是措施。",
            f"But a year before, without the action, it moved by {percent(season.ratio)} as well: that is the season.",
        )
    if judged.trigger is not None and _better(judged.trigger, not lower):
        return _triggered(judged.trigger)
    if others is not None and _better(others, lower):
        return Words(
            f"但没有这项措施的对照切片也变化了 {percent(others.ratio)}。",
            f"But the comparison slice, without the action, moved by {percent(others.ratio)} as well.",
        )
    return Words(
        "但扣除季节与对照之后，剩下的变化在偶然波动之内。",
        "But net of the season and the comparison slice, what remains is within chance.",
    )


def _triggered(trigger: Effect) -> Words:
    times = f"{trigger.ratio:.1f}"
    return Words(
        f"措施开始前的那一周是平时的 {times} 倍：偶然的坏周之后本来就会回到平常，和它相比总会显得有效。",
        f"The week that set the action off was {times} times the usual one: after a bad week by chance an ordinary one "
        "follows anyway, and beside it everything looks like a success.",
    )


def _better(effect: Effect, lower: bool) -> bool:
    return effect.high < 1 if lower else effect.low > 1
