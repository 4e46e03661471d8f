"""What an explanation says in words, in both languages: its suspects, its summary, its method."""

from zhenyin.core.words import Language, Words
from zhenyin.dimensions import dimension
from zhenyin.explain.models import Method
from zhenyin.locators import LOCATORS
from zhenyin.metrics import METRICS
from zhenyin.stats.mixrate import Split

_ROUNDS_TO_WHOLE = 1.005
"""A smaller share of the whole change reads as 100 %."""
_NOT_FEWER = Words("没有需要解释的变化，在正常波动之内。", "There is nothing to explain: within ordinary variation.")


def name_of(where: dict[str, str]) -> Words:
    """A slice in words: each dimension with its value.

    >>> name_of({"version": "3.2.1", "province": "北京市"}).zh
    '固件版本 3.2.1、省份 北京市'
    """
    titles = {d: dimension(d).title for d in where}

    def text(language: Language, mark: str) -> str:
        return mark.join(f"{titles[d].into(language)} {value}" for d, value in where.items())

    return Words(text("zh", "、"), text("en", ", "))


AGAINST: dict[str, Words] = {
    "expected": Words("预期", "what was expected"),
    "previous": Words("上期", "the period before"),
    "year": Words("去年同期", "the year before"),
    "rest": Words("按其余水平应有", "what it would be at the level of the rest"),
    "forecast": Words("预测", "its forecast"),
}
"""What a figure is compared with, as a sentence calls it."""


def count_suspect(
    where: dict[str, str], observed: float, expected: float, ratio: float, share: float, against: str = "expected"
) -> Words:
    """A slice with more or fewer tickets than expected.

    >>> count_suspect({"version": "3.2.1"}, 90, 30, 3.0, 0.8).zh
    '固件版本 3.2.1 是预期的 3.0 倍（90 比 30），占全部变化的 80%。'
    >>> count_suspect({"version": "3.2.1"}, 90, 30, 3.0, 35.1).zh
    '固件版本 3.2.1 是预期的 3.0 倍（90 比 30），超过全部变化，其余范围与之相抵。'
    >>> count_suspect({"version": "3.2.1"}, 90, 30, 3.0, 0.8).en
    'Version 3.2.1: 3.0 times what was expected (90 against 30), 80% of the whole change.'
    """
    name, seen, due = name_of(where), f"{observed:,.0f}", f"{expected:,.0f}"
    if expected <= 0:
        only = Words("只出现在这里", "found here alone") if against == "rest" else Words("新出现", "new")
        return Words(f"{name.zh} {only.zh}（{seen}）。", f"{name.en}: {only.en} ({seen}).")
    part, base = _part_of_change(share), AGAINST[against]
    return Words(
        f"{name.zh} 是{base.zh}的 {ratio:.1f} 倍（{seen} 比 {due}）{part.zh}。",
        f"{name.en}: {ratio:.1f} times {base.en} ({seen} against {due}){part.en}.",
    )


def _part_of_change(share: float) -> Words:
    """A slice that others offset is more than the whole change."""
    if share <= 0:
        return Words("，与总体方向相反", ", against the overall direction")
    if share > _ROUNDS_TO_WHOLE:
        return Words("，超过全部变化，其余范围与之相抵", ", more than the whole change, which the others offset")
    return Words(f"，占全部变化的 {share:.0%}", f", {share:.0%} of the whole change")


def count_summary(observed: float, expected: float, *, outside: bool) -> Words:
    """A change of a count without suspects."""
    if not outside:
        return _NOT_FEWER
    change = observed / expected - 1 if expected > 0 else 0.0
    return Words(
        f"整体变化 {change:+.0%}，各维度一致，没有哪个范围突出：原因在已记录的属性之外。",
        f"Changed by {change:+.0%} everywhere alike and no slice stands out: "
        "the cause is outside the recorded attributes.",
    )


def within_chance(metric: str, but: Words | None = None) -> Words:
    """A change of the whole that chance alone makes as large. but: of a slice that changed all the same."""
    title = METRICS[metric].title
    if but is not None:
        return Words(
            f"{title.zh}整体的变化在正常波动之内，但{but.zh}",
            f"{title.en} as a whole changed no further than chance makes it, but: {but.en}",
        )
    return Words(
        f"{title.zh}的变化在正常波动之内，没有需要解释的变化。",
        f"{title.en} changed no further than chance makes it; there is nothing to explain.",
    )


def mean_suspect(where: dict[str, str], ratio: float, share: float) -> Words:
    """A slice behind the rate effect of a mean.

    >>> mean_suspect({"agent": "乙"}, 2.5, 0.6).en
    'Agent 乙: 2.5 times the reference on like tickets, 60% of the difference on like tickets.'
    >>> mean_suspect({"agent": "乙"}, 2.5, 6.2).en
    'Agent 乙: 2.5 times the reference on like tickets; others offset it.'
    """
    name = name_of(where)
    if not 0 < share <= _ROUNDS_TO_WHOLE:
        return Words(
            f"{name.zh}：同类工单是参照的 {ratio:.1f} 倍，其余范围与之相抵。",
            f"{name.en}: {ratio:.1f} times the reference on like tickets; others offset it.",
        )
    return Words(
        f"{name.zh}：同类工单是参照的 {ratio:.1f} 倍，占同类工单差别的 {share:.0%}。",
        f"{name.en}: {ratio:.1f} times the reference on like tickets, {share:.0%} of the difference on like tickets.",
    )


def mix_rate(by: tuple[str, ...], split: Split) -> Words:
    """How a difference of means divides into mix and rate effect."""
    if split.difference == 0:
        return Words("两组没有差别。", "The two groups do not differ.")
    if split.reversal:
        return Words(
            f"总体相差 {split.difference:+.1f}，但同类工单上方向相反（{split.rate:+.1f}）：差别来自所接工单的结构。",
            f"Differs by {split.difference:+.1f} over all, but the other way on like tickets ({split.rate:+.1f}): "
            "the mix of tickets makes it look so.",
        )
    share, titles = split.mix / split.difference, titles_of(by)
    if not 0 <= share <= 1:
        # Parts that offset each other are no shares.
        return Words(
            f"相差 {split.difference:+.2g}：工单结构（{titles.zh}）使其 {split.mix:+.2g}，同类工单上 {split.rate:+.2g}。",
            f"Differs by {split.difference:+.2g}: {split.mix:+.2g} through the mix ({titles.en}), "
            f"{split.rate:+.2g} on like tickets.",
        )
    return Words(
        f"相差 {split.difference:+.1f}：{share:.0%} 来自工单结构（{titles.zh}），{1 - share:.0%} 来自同类工单上的差别。",
        f"Differs by {split.difference:+.1f}: {share:.0%} through the mix ({titles.en}), {1 - share:.0%} on like tickets.",
    )


def titles_of(dims: tuple[str, ...]) -> Words:
    """The titles of some dimensions, as a list."""
    titles = [dimension(d).title for d in dims] or [Words("无", "nothing")]
    return Words("、".join(title.zh for title in titles), ", ".join(title.en for title in titles))


def quantile_suspect(metric: str, where: dict[str, str], now: float, before: float, ratio: float) -> Words:
    """A slice whose quantile changed. ratio: tickets above the level of the reference, over those expected."""
    name, of, unit = name_of(where), METRICS[metric].title, METRICS[metric].unit.words
    return Words(
        f"{name.zh}的{of.zh}为 {now:.3g} {unit.zh}，参照为 {before:.3g}；超过参照水平的工单是预期的 {ratio:.1f} 倍。",
        f"{name.en}: {of.en.lower()} {now:.3g} {unit.en} against {before:.3g}; {ratio:.1f} times as many tickets as "
        "expected lie above the level of the reference.",
    )


def quantile_summary(metric: str, now: float, before: float) -> Words:
    """A quantile without suspects."""
    of, unit = METRICS[metric].title, METRICS[metric].unit.words
    return Words(
        f"{of.zh}为 {now:.3g} {unit.zh}，参照为 {before:.3g}；没有哪个范围单独突出。",
        f"{of.en} is {now:.3g} {unit.en} against {before:.3g}; no slice stands out by itself.",
    )


def driver_suspect(
    metric: str, where: dict[str, str], here: float, elsewhere: float, ratio: float, bounds: tuple[float, float]
) -> Words:
    """A value that goes with a worse figure. here, elsewhere: the figure as a ratio of its parts, without its scale."""
    of, ((dim, value),), (low, high) = METRICS[metric], where.items(), bounds
    title = dimension(dim).title
    scale, sign = (100.0, "%") if of.unit.key == "ratio" else (of.per, "")
    inside, outside = (f"{scale * rate:.3g}{sign}" for rate in (here, elsewhere))
    how = Words("比值比", "odds") if of.kind == "share" else Words("为", "a rate")
    return Words(
        f"{title.zh}为 {value} 的{of.title.zh}为 {inside}，其余为 {outside}"
        f"（{how.zh} {ratio:.1f} 倍，区间 {low:.1f}–{high:.1f}）。",
        f"{of.title.en} is {inside} where {title.en.lower()} is {value}, and {outside} elsewhere "
        f"({how.en} {ratio:.1f} times as bad, interval {low:.1f} to {high:.1f}).",
    )


def drivers_summary(metric: str) -> Words:
    """No value of any dimension goes with a worse figure."""
    title = METRICS[metric].title
    return Words(
        f"{title.zh}在各维度的取值之间没有可辨认的差别。",
        f"{title.en} does not differ between the values of any dimension as far as one can tell.",
    )


def subgroup(where: dict[str, str], tickets: int, expected: float, share: float, ratio: float) -> Words:
    """A slice with more than its part of some tickets.

    >>> subgroup({"team": "B"}, 30, 10.0, 0.6, 3.0).en
    'Team B: 30 (60% of them), 3.0 times its part of the whole (10).'
    """
    name = name_of(where)
    return Words(
        f"{name.zh}：{tickets:,} 件（占 {share:.0%}），是按整体占比应有（{expected:,.0f} 件）的 {ratio:.1f} 倍。",
        f"{name.en}: {tickets:,} ({share:.0%} of them), {ratio:.1f} times its part of the whole ({expected:,.0f}).",
    )


def method_title(method: Method) -> Words:
    """What a method is called."""
    if method.key in _TITLES:
        return _TITLES[method.key]
    title = LOCATORS[method.key].title
    return Words(title["zh"], title["en"])


def method_reason(method: Method) -> Words:
    """Why this method was used."""
    if method.reason == "requested":
        about = LOCATORS[method.key].about
        return Words(f"按要求使用。{about['zh']}", f"As asked for. {about['en']}")
    text = _REASONS[method.reason]
    amount = f"{method.amount:,.0f}"
    return Words(text.zh.replace("{amount}", amount), text.en.replace("{amount}", amount))


def method_line(method: Method) -> Words:
    """The method and its reason, as one line."""
    title, reason = method_title(method), method_reason(method)
    return Words(f"方法：{title.zh}。{reason.zh}", f"Method: {title.en}. {reason.en}")


_TITLES = {
    "mix": Words("结构与同类分解", "mix against rate"),
    "values": Words("取值逐一比较", "value by value"),
}
_REASONS = {
    "several_dimensions": Words(
        "有多个维度，原因可能是它们的组合：逐一检验组合，并扣除偶然波动。",
        "There are several dimensions, and the cause may be a combination: each is tested, and chance is taken off.",
    ),
    "overlapping_suspects": Words(
        "主要来源之间有重叠：每一个都在扣除其他来源之后仍然成立，重叠的工单不重复解释。",
        "Suspects overlap: each holds after all others were taken off, and no ticket is explained twice.",
    ),
    "one_dimension": Words(
        "只有一个维度有多个取值，没有组合：逐个取值检验，并扣除偶然波动。",
        "Only one dimension has more than one value, so there are no combinations: each value is tested against chance.",
    ),
    "few_events": Words(
        "工单只有 {amount} 件（含参照）：只有成倍的变化才能与偶然波动区分，没有点名不等于没有原因。",
        "There are only {amount} tickets, those compared with included: only a change by a multiple can be told from "
        "chance, and nothing named does not mean no cause.",
    ),
    "many_leaves": Words(
        "有 {amount} 个组合，逐一检验过慢：改为逐层切分，可能漏掉单看不突出的组合。",
        "There are {amount} combinations, too many to test each: they are split step by step, which may miss "
        "combinations of which no part stands out by itself.",
    ),
    "mix_rate": Words(
        "均值和占比会随工单结构改变，所以先分开结构与同类工单上的差别。",
        "A mean or a share moves with the mix of tickets, so that mix and like tickets are separated first.",
    ),
    "values": Words(
        "这里比较的不是两个时段，而是同一时段内的取值：每个取值与其余相比，已点名的先移除。",
        "No two spans are compared but values of one span: each with all others, those named before set aside.",
    ),
    "level": Words(
        "分位数不能相加：先看超过参照水平的工单（可以相加），再用每个来源自己的分位数确认。",
        "Quantiles do not add up: tickets above the level of the reference do, and each suspect is confirmed by its own "
        "quantile.",
    ),
}
