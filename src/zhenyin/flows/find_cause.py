"""Why is a figure what it is? Suspects with their sentence, what lies outside, and mix against rate."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from zhenyin.core.errors import Invalid, TooMany
from zhenyin.core.words import Words
from zhenyin.dimensions import dimension
from zhenyin.flows import against_forecast, counted, drivers, longer
from zhenyin.flows.counted import dims_of, named, nothing
from zhenyin.flows.explained import Explanation, Suspect
from zhenyin.flows.first_day import dated
from zhenyin.flows.method import BY_MIX
from zhenyin.flows.mix import split_mix
from zhenyin.flows.tables import Leaves, Live, Source, together
from zhenyin.flows.telling import telling
from zhenyin.job.house import House
from zhenyin.metrics import METRICS
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

Compare = Literal["previous", "year", "rest", "values", "forecast"]
COMPARES: tuple[Compare, ...] = ("previous", "year", "rest", "values", "forecast")
_COUNTED = ("count", "rate", "distinct")


def explain(
    house: House,
    metric: str,
    filters: Sequence[Filter],
    period: Period | None,
    compare: Compare = "previous",
    before: Period | None = None,
    source: Source | None = None,
    method: str | None = None,
) -> Explanation:
    """Explain a slice of a metric in a period against the previous one, the year before, or the rest.

    `rest` compares with the tickets that meet all filters but the last; `values` tells which values of other dimensions
    go with a worse share or rate; `forecast` compares tickets with what could be forecast the day before.
    before: another span to compare with. source: where figures are taken from, if not from the warehouse. method: the
    locator of a count, if not the one that suits (`flows/method.py`).
    Raises Invalid (`compare-without-period`, `compare-without-slice`, `nothing-to-explain`).
    """
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
    if period is not None and compare in ("previous", "year"):
        before = before or (period.previous() if compare == "previous" else period.year_before())
    before = None if compare == "rest" else before
    source = source or Live(house)
    found = _explained(house, source, metric, tuple(filters), period, before, compare, method)
    # A scan brings its own figures, and knows since when.
    if period is None or not isinstance(source, Live):
        return found
    return dated(house, found, tuple(filters), period, before, rest=compare == "rest")


def _explained(
    house: House,
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    period: Period | None,
    before: Period | None,
    compare: Compare,
    method: str | None,
) -> Explanation:
    if compare == "forecast" and period is not None:
        return against_forecast.explain(house, source, metric, filters, period)
    if METRICS[metric].kind in _COUNTED:
        return counted.explain(source, metric, filters, period, before, method)
    if METRICS[metric].kind == "quantile":
        return longer.explain(house, source, metric, filters, period, before)
    return split_mix_of(source, metric, filters, period, before)


def split_mix_of(
    source: Source, metric: str, filters: tuple[Filter, ...], period: Period | None, before: Period | None
) -> Explanation:
    """A mean or a share against the rest, or against another span: harder mix, or worse on like tickets?"""
    frame = filters if before is not None else filters[:-1]
    dims = (*dims_of(source, filters), *(d for d in ("hour", "agent") if d not in named(filters)))
    dims, now, whole = _sides(source, metric, dims, (period, filters), (before or period, frame))
    others = whole if before is not None else _rest(whole, now)
    if now.denominator.sum() <= 0 or others.denominator.sum() <= 0:
        raise nothing()
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
        method=BY_MIX,
    )


Side = tuple[Period | None, tuple[Filter, ...]]


def _sides(
    source: Source, metric: str, dims: tuple[str, ...], now: Side, whole: Side
) -> tuple[tuple[str, ...], Leaves, Leaves]:
    """The leaves of both sides by all dimensions; by those that tell most, where all would be too many."""
    try:
        return dims, source.leaves(metric, dims, *now), source.leaves(metric, dims, *whole)
    except TooMany:
        fewer = telling(source, metric, dims, *whole)
        return fewer, source.leaves(metric, fewer, *now), source.leaves(metric, fewer, *whole)


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
