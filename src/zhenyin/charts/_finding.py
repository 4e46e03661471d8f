"""What figures by one or more cuts found, in words."""

from zhenyin.charts import Figures, Point
from zhenyin.charts._formatting import change, figure, name, percent
from zhenyin.charts._shape import nothing
from zhenyin.core.words import Words


def of_ranking(given: Figures) -> Words:
    """A change, a place that differs from the whole, or the largest share: only what the intervals bear out."""
    ranked = sorted((p for p in given.points if p.value is not None), key=lambda p: -(p.value or 0))
    if not ranked:
        return nothing(given)
    if any(p.moved for p in ranked):
        return _most_changed(given, ranked)
    if given.is_count:
        return _largest(given, ranked)
    different = [p for p in ranked if p.assessment == "worse"] or [p for p in ranked if p.assessment == "better"]
    by = given.cuts[-1][1]
    if not different or given.total is None or not given.total.value:
        return Words(f"各{by.zh}之间的差异在正常波动内", f"{by.en}: the differences are within chance")
    worst = max(different, key=lambda p: _distance(p, given.total.value or 0) if given.total else 0)
    who, value = _who(worst), figure(worst.value or 0, given)
    whole = figure(given.total.value, given)
    more = Words("高于", "above") if (worst.value or 0) > given.total.value else Words("低于", "below")
    return Words(
        f"{who.zh}为 {value.zh}，{more.zh}总体的 {whole.zh}",
        f"{who.en} has {value.en}, {more.en} the {whole.en} of the whole",
    )


def _distance(point: Point, whole: float) -> float:
    """How far an interval stays away from the whole, as a part of it."""
    if point.low is None or point.high is None:
        return 0.0
    return max(point.low - whole, whole - point.high, 0.0)


def _most_changed(given: Figures, ranked: list[Point]) -> Words:
    changed = [(p, words) for p in ranked if p.moved and (words := change(p.moved, given))]
    by = given.cuts[-1][1]
    if not changed:
        return Words(f"各{by.zh}的变化在正常波动内", f"{by.en}: all changes are within chance")
    worse = [pair for pair in changed if pair[0].assessment == "worse"] or changed
    point, words = max(
        worse, key=lambda pair: abs((pair[0].value or 0) - ((pair[0].moved and pair[0].moved.before) or 0))
    )
    who = _who(point)
    return Words(f"{who.zh}的{given.title.zh}{words.zh}", f"{given.title.en} of {who.en} {words.en}")


def _largest(given: Figures, ranked: list[Point]) -> Words:
    first = ranked[0]
    who, value = _who(first), figure(first.value or 0, given)
    if first.share is None:
        return Words(f"{who.zh}最多：{value.zh}", f"{who.en} has the most: {value.en}")
    part = percent(first.share)
    return Words(f"{who.zh}最多：{value.zh}，占 {part}", f"{who.en} has the most: {value.en}, {part} of the whole")


def _who(point: Point) -> Words:
    named = [name(part) for part in point.at]
    return Words(" · ".join(w.zh for w in named), " · ".join(w.en for w in named))
