"""Why is a figure what it is? Suspects with their sentence, what lies outside, and mix against rate."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from zhenyin.core.errors import Invalid
from zhenyin.core.words import Words
from zhenyin.dimensions import dimension
from zhenyin.flows import drivers, held_against
from zhenyin.flows import expected as reference
from zhenyin.flows.explained import Explanation, Suspect
from zhenyin.flows.mix import WHO_DIMENSIONS, split_mix
from zhenyin.flows.narrowed import narrowed
from zhenyin.flows.tables import AtHand, Leaves, Live, Source, together
from zhenyin.job.house import House
from zhenyin.locators import LOCATORS, Options
from zhenyin.locators import Explanation as Located
from zhenyin.locators import Leaves as Moved
from zhenyin.locators import Suspect as Found
from zhenyin.locators.scan import sentence
from zhenyin.metrics import METRICS
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.stats.attribution import Part, take_apart
from zhenyin.stats.intervals import rate_ratio
from zhenyin.watch.looks import FAULT_DIMENSIONS

Compare = Literal["previous", "year", "rest", "values"]
COMPARES: tuple[Compare, ...] = ("previous", "year", "rest", "values")
LOCATOR = "scan"
_COUNTED = ("count", "rate", "distinct")
_MATTERS, _MATTERS_OUTSIDE = 0.05, 0.25


def explain(
    house: House,
    metric: str,
    filters: Sequence[Filter],
    period: Period | None,
    compare: Compare = "previous",
    before: Period | None = None,
    source: Source | None = None,
) -> Explanation:
    """Explain a slice of a metric in a period against the previous one, the year before, or the rest.

    `rest` compares with the tickets that meet all filters but the last; `values` tells which values of other dimensions
    go with a worse share or rate. `before` names another span to compare with;
    `source` where the figures are taken from, if not from the warehouse.
    Raises Invalid (`compare-without-period`, `compare-without-slice`, `nothing-to-explain`).
    """
    kind = METRICS[metric].kind
    if compare == "values":
        return drivers.explain(house, metric, tuple(filters), period)
    if compare == "rest" and not filters:
        raise Invalid(
            "compare-without-slice",
            en="To compare with the rest, name a slice, such as province=北京市.",
            zh="与其余部分比较需要先给定切片，例如 province=北京市。",
        )
    if compare != "rest" and period is None:
        raise Invalid(
            "compare-without-period",
            en="A comparison with an earlier span needs a period, such as last-8-weeks.",
            zh="与此前比较需要给定时段，例如 last-8-weeks。",
        )
    if period is not None and compare != "rest":
        before = before or (period.previous() if compare == "previous" else period.year_before())
    source = source or Live(house)
    if kind in _COUNTED:
        return _explain_count(source, metric, tuple(filters), period, None if compare == "rest" else before)
    return split_mix_of(source, metric, tuple(filters), period, None if compare == "rest" else before)


def _explain_count(
    source: Source, metric: str, filters: tuple[Filter, ...], period: Period | None, before: Period | None
) -> Explanation:
    # Who handles a ticket does not bring it about.
    dims = tuple(d for d in _dims(source, filters) if d not in WHO_DIMENSIONS)
    source, dims = _at_hand(source, metric, filters, dims, period, before)
    moved = held_against.moved(source, metric, filters, dims, period, before)
    if not len(moved.leaves.codes):
        raise _nothing()
    located = _locate(moved)
    where = named(filters)
    suspects = tuple(_suspect(s) for s in located.suspects if _worth_naming(s, located))
    outside = located.outside and not suspects and _moved_itself(source, metric, filters, period, before, located)
    return Explanation(
        metric=metric,
        where=where,
        observed=located.observed,
        expected=located.expected,
        suspects=suspects,
        outside=outside,
        sentence=_summary(located, suspects, outside),
        dims=moved.leaves.dims,
        values=moved.leaves.values,
        parts=_parts(moved),
    )


def _parts(moved: reference.Expected) -> Part:
    """The change level by level."""
    found = moved.leaves
    return take_apart(found.codes, [len(values) for values in found.values], moved.real, moved.expected)


def _at_hand(
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    dims: tuple[str, ...],
    period: Period | None,
    before: Period | None,
) -> tuple[Source, tuple[str, ...]]:
    """All that is going to be asked for, by one pass where there is one; and the dimensions that are worth crossing."""
    views = held_against.views(filters, period, before)
    live = source.at_once(metric, dims, views) if isinstance(source, Live) else None
    if live is None:
        return source, dims
    if before is not None:
        dims = narrowed(live, before.days / period.days if period else 1.0)
    return AtHand(source, metric, views, live), dims


def _moved_itself(
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    period: Period | None,
    before: Period | None,
    located: Located,
) -> bool:
    """Whether the slice left its own numbers as well: not when only the others, that it is held against, have moved."""
    if period is None or before is None:
        return True
    seen, past = (float(source.leaves(metric, (), span, filters).numerator.sum()) for span in (period, before))
    _, low, high = rate_ratio(seen, period.days, past, before.days)
    return low > 1 if located.observed > located.expected else high < 1


def _locate(moved: reference.Expected) -> Located:
    found = moved.leaves
    given = Moved(found.dims, found.values, found.codes, moved.real, moved.expected, periods=moved.periods)
    return LOCATORS[LOCATOR].run(given, Options())


def _worth_naming(suspect: Found, located: Located) -> bool:
    """Slices of known values that moved as the whole did, further than everything else, and that matter."""
    # Where most of a change is everywhere alike, a corner that has a little more of it is not its cause.
    least = _MATTERS_OUTSIDE if located.outside else _MATTERS
    rising = located.observed >= located.expected
    further = suspect.ratio > max(located.drift, 1.0) if rising else suspect.ratio < min(located.drift, 1.0)
    return "" not in suspect.where.values() and further and suspect.share >= least


def _suspect(found: Found) -> Suspect:
    where = _with_parents(found)
    said = replace(found, where=where)
    words = {language: {d: dimension(d).title.into(language) for d in where} for language in ("zh", "en")}
    return Suspect(
        where=where,
        observed=found.observed,
        expected=found.expected,
        share=found.share,
        ratio=found.ratio,
        low=found.low,
        high=found.high,
        p=found.p,
        sentence=Words(sentence(said, words["zh"], "zh"), sentence(said, words["en"], "en")),
        ambiguous_with=tuple(w for w in found.ambiguous_with if w != where),
    )


def _with_parents(found: Found) -> dict[str, str]:
    """A batch is named with its model, and a city without its province, where that is the same tickets."""
    for other in found.ambiguous_with:
        if "batch" in found.where and other.keys() == found.where.keys() | {"model"}:
            return other
        left_out = found.where.keys() - other.keys()
        if other.items() < found.where.items() and left_out <= {dimension(d).parent for d in other}:
            return other
    return found.where


def _summary(located: Located, suspects: tuple[Suspect, ...], outside: bool) -> Words:
    if suspects:
        return suspects[0].sentence
    change = located.observed / located.expected - 1 if located.expected > 0 else 0.0
    if outside:
        return Words(
            f"整体变化 {change:+.0%}，各维度一致，没有哪个切片突出：原因在已记录的属性之外。",
            f"Changed by {change:+.0%} everywhere alike and no slice stands out: "
            "the cause is outside the recorded attributes.",
        )
    return Words("没有需要解释的变化，在正常波动之内。", "There is nothing to explain: within ordinary variation.")


def split_mix_of(
    source: Source, metric: str, filters: tuple[Filter, ...], period: Period | None, before: Period | None
) -> Explanation:
    """A mean or a share against the rest, or against another span: harder mix, or worse on like tickets?"""
    frame = filters if before is not None else filters[:-1]
    dims = (*_dims(source, filters), *(d for d in ("hour", "agent") if d not in named(filters)))
    now = source.leaves(metric, dims, period, filters)
    whole = source.leaves(metric, dims, before or period, frame)
    others = whole if before is not None else _rest(whole, now)
    if now.denominator.sum() <= 0 or others.denominator.sum() <= 0:
        raise _nothing()
    mix = split_mix(now, others, metric)
    return Explanation(
        metric=metric,
        where=named(filters),
        observed=float(now.numerator.sum()),
        expected=mix.expected_total(now),
        suspects=tuple(_like_suspect(*found) for found in mix.who(now)),
        outside=False,
        sentence=mix.sentence(),
        mix=mix,
        dims=dims,
    )


def _nothing() -> Invalid:
    return Invalid(
        "nothing-to-explain",
        en="There are no tickets in this slice and period, or in what it is compared with. Choose a wider one.",
        zh="该切片和时段（或与之比较的部分）没有工单，无法解释。请放宽筛选或换一个时段。",
    )


def _rest(whole: Leaves, part: Leaves) -> Leaves:
    """The whole without the part, numerators and denominators alike."""
    whole, part = together([whole, part])
    taken = replace(part, numerator=-part.numerator, denominator=-part.denominator)
    return replace(
        whole,
        codes=np.concatenate([whole.codes, taken.codes]),
        numerator=np.concatenate([whole.numerator, taken.numerator]),
        denominator=np.concatenate([whole.denominator, taken.denominator]),
    )


def _like_suspect(where: dict[str, str], observed: float, expected: float, share: float, half: float) -> Suspect:
    ratio = observed / expected if expected > 0 else float("inf")
    values = "、".join(f"{dimension(d).title.zh} {v}" for d, v in where.items())
    named_en = ", ".join(f"{dimension(d).title.en} {v}" for d, v in where.items())
    return Suspect(
        where=where,
        observed=observed,
        expected=expected,
        share=share,
        ratio=ratio,
        low=ratio - half,
        high=ratio + half,
        p=0.0,
        sentence=Words(
            f"{values}：同类工单是参照的 {ratio:.1f} 倍，占“同类更差”部分的 {share:.0%}。",
            f"{named_en}: {ratio:.1f} times the reference on like tickets, {share:.0%} of that half of the difference.",
        ),
    )


def _dims(source: Source, filters: Sequence[Filter]) -> tuple[str, ...]:
    """The dimensions that may explain: not those that are filtered already, nor a fault where one is named."""
    fixed = {f.dimension for f in filters}
    told = fixed & set(FAULT_DIMENSIONS)
    return tuple(d for d in source.candidates() if d not in fixed and not (told and d in FAULT_DIMENSIONS))


def named(filters: Sequence[Filter]) -> dict[str, str]:
    return {f.dimension: ",".join(f.values) for f in filters}
