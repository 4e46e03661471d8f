"""措施结论: verdicts on the actions, each with the plain before/after comparison and its bias."""

from zhenyin.core.words import Words
from zhenyin.report import formatting
from zhenyin.report.blocks import Block, FindingBlock, Lead, Note, Tone
from zhenyin.report.models import ActionSummary, Review, VerdictSummary
from zhenyin.report.sections import Section
from zhenyin.stats.effects import Effect, Outcome

_TONES: dict[Outcome, Tone] = {
    "effective": "better",
    "not_effective": "plain",
    "too_early": "muted",
    "not_measurable": "muted",
}
_RANKS: tuple[Outcome, ...] = ("effective", "not_effective", "too_early", "not_measurable")


def lead(review: Review) -> tuple[Lead, ...]:
    final = [(m, j) for m, j in _with_verdict(review) if j.outcome in ("effective", "not_effective")]
    return tuple(_line(action, verdict) for action, verdict in final[:4])


def build(review: Review) -> tuple[Block, ...]:
    found = _with_verdict(review)
    if not found:
        return (Note(Words("本期没有可判定的措施。", "No action could be judged in this period.")),)
    return tuple(_finding(action, verdict) for action, verdict in found)


def _with_verdict(review: Review) -> list[tuple[ActionSummary, VerdictSummary]]:
    found = [(action, action.verdict) for action in review.actions if action.verdict]
    return sorted(found, key=lambda pair: _RANKS.index(pair[1].outcome))


def _line(action: ActionSummary, verdict: VerdictSummary) -> Lead:
    size = _effect(verdict.effect)
    text = Words(
        f"{verdict.title.zh}：{action.title}{'，' + size.zh if size else ''}",
        f"{verdict.title.en}: {action.title}{', ' + size.en if size else ''}",
    )
    return Lead(text, _TONES[verdict.outcome])


def _finding(action: ActionSummary, verdict: VerdictSummary) -> FindingBlock:
    owner = Words(
        f"问题：{action.problem} · 负责人 {action.owner} · {verdict.judged_on} 判定",
        f"Problem: {action.problem} · owner {action.owner} · judged on {verdict.judged_on}",
    )
    title = Words(f"{verdict.title.zh}：{action.title}", f"{verdict.title.en}: {action.title}")
    lines = (verdict.sentence, verdict.naive_sentence, owner)
    return FindingBlock(title, _TONES[verdict.outcome], lines, verdict.chart)


def _effect(effect: Effect | None) -> Words | None:
    if effect is None:
        return None
    size, low, high = (formatting.percent(x - 1, sign=True) for x in (effect.ratio, effect.low, effect.high))
    return Words(f"{size}（95% 区间 {low} 至 {high}）", f"{size} (95 % interval {low} to {high})")


SECTION = Section(3, Words("措施结论：有效与无效", "Verdicts on actions"), build, lead)
