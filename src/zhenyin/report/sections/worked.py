"""什么有效: what came of the actions, with the naive figure beside it that would have misled."""

from zhenyin.core.words import Words
from zhenyin.report import formatting
from zhenyin.report.blocks import Block, Finding, Lead, Note, Tone
from zhenyin.report.models import Effect, Judgement, Measure, Outcome, Review
from zhenyin.report.sections import Section

_TONES: dict[Outcome, Tone] = {
    "effective": "better",
    "not_effective": "plain",
    "too_early": "muted",
    "not_measurable": "muted",
}
_RANKS: tuple[Outcome, ...] = ("effective", "not_effective", "too_early", "not_measurable")


def lead(review: Review) -> tuple[Lead, ...]:
    settled = [(m, j) for m, j in _judged(review) if j.outcome in ("effective", "not_effective")]
    return tuple(_line(measure, judgement) for measure, judgement in settled[:4])


def build(review: Review) -> tuple[Block, ...]:
    judged = _judged(review)
    if not judged:
        return (Note(Words("本期没有可判定的措施。", "No action could be judged in this period.")),)
    return tuple(_finding(measure, judgement) for measure, judgement in judged)


def _judged(review: Review) -> list[tuple[Measure, Judgement]]:
    found = [(measure, measure.judgement) for measure in review.measures if measure.judgement]
    return sorted(found, key=lambda pair: _RANKS.index(pair[1].outcome))


def _line(measure: Measure, judgement: Judgement) -> Lead:
    size = _effect(judgement.effect)
    told = Words(
        f"{judgement.title.zh}：{measure.title}{'，' + size.zh if size else ''}",
        f"{judgement.title.en}: {measure.title}{', ' + size.en if size else ''}",
    )
    return Lead(told, _TONES[judgement.outcome])


def _finding(measure: Measure, judgement: Judgement) -> Finding:
    owner = Words(
        f"问题：{measure.problem} · 负责人 {measure.owner} · {judgement.judged_on} 判定",
        f"Problem: {measure.problem} · owner {measure.owner} · judged on {judgement.judged_on}",
    )
    title = Words(f"{judgement.title.zh}：{measure.title}", f"{judgement.title.en}: {measure.title}")
    lines = (judgement.sentence, judgement.naive_sentence, owner)
    return Finding(title, _TONES[judgement.outcome], lines, judgement.chart)


def _effect(effect: Effect | None) -> Words | None:
    if effect is None:
        return None
    size, low, high = (formatting.percent(x - 1, sign=True) for x in (effect.ratio, effect.low, effect.high))
    return Words(f"{size}（95% 区间 {low} 至 {high}）", f"{size} (95 % interval {low} to {high})")


SECTION = Section(3, Words("什么有效", "What worked"), build, lead)
