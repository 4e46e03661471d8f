"""Why is a mean or a share what it is? A harder mix, or worse on like tickets."""

from dataclasses import replace

import numpy as np

from zhenyin.core.errors import TooMany
from zhenyin.core.words import Words
from zhenyin.dimensions import dimension
from zhenyin.explain.dimension_screening import telling
from zhenyin.explain.method import BY_MIX
from zhenyin.explain.mix_rate import split_mix
from zhenyin.explain.models import Explanation, Suspect
from zhenyin.explain.source import Source, dims_of, named, nothing
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.stats.leaves import Leaves, together


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
