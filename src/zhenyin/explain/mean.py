"""Why is a mean or a share what it is? A harder mix of tickets, or a worse figure on like tickets."""

from dataclasses import replace

import numpy as np

from zhenyin.core.errors import TooMany
from zhenyin.explain import sentences
from zhenyin.explain.dimension_screening import screen_mean_dimensions
from zhenyin.explain.method import MIX_RATE
from zhenyin.explain.mix_rate import decompose, rate_contributors
from zhenyin.explain.models import Explanation, RateContributor, Suspect
from zhenyin.explain.source import Source, explaining_dimensions, nothing_to_explain, slice_of_filters
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.stats.leaves import Leaves, align

_EXTRA_DIMENSIONS = ("hour", "agent")
"""Dimensions of handling that no count is explained by, and a mean is."""
Sample = tuple[Period | None, tuple[Filter, ...]]
"""The tickets of a period that meet some filters."""


def explain_mean(
    source: Source, metric: str, filters: tuple[Filter, ...], period: Period | None, before: Period | None
) -> Explanation:
    """Explain a mean or a share against an earlier period, or against the rest when `before` is None.

    observed, expected: means; expected at the reference's mean of like tickets. Suspects are those behind the
    rate effect. Raises Invalid (`nothing-to-explain`).
    """
    reference = filters if before is not None else filters[:-1]
    where = slice_of_filters(filters)
    dims = (*explaining_dimensions(source, filters), *(d for d in _EXTRA_DIMENSIONS if d not in where))
    dims, now, whole = _samples(source, metric, dims, (period, filters), (before or period, reference))
    others = whole if before is not None else _complement(whole, now)
    if now.denominator.sum() <= 0 or others.denominator.sum() <= 0:
        raise nothing_to_explain()
    now, others = align([now, others])
    found = decompose(now, others)
    return Explanation(
        metric=metric,
        where=where,
        observed=float(now.numerator.sum() / now.denominator.sum()),
        expected=float(found.expected.sum() / now.denominator.sum()),
        suspects=tuple(_mean_suspect(one) for one in rate_contributors(now, found)),
        outside=False,
        sentence=sentences.mix_rate(found.by, found.split),
        mix_rate=found,
        dims=dims,
        method=MIX_RATE,
    )


def _samples(
    source: Source, metric: str, dims: tuple[str, ...], now: Sample, whole: Sample
) -> tuple[tuple[str, ...], Leaves, Leaves]:
    """The leaves of both samples by all dimensions; by the most informative ones where all have too many leaves."""
    try:
        return dims, source.leaves(metric, dims, *now), source.leaves(metric, dims, *whole)
    except TooMany:
        fewer = screen_mean_dimensions(source, metric, dims, *whole)
        return fewer, source.leaves(metric, fewer, *now), source.leaves(metric, fewer, *whole)


def _complement(whole: Leaves, part: Leaves) -> Leaves:
    """The whole without the part, numerators and denominators alike."""
    whole, part = align([whole, part])
    return replace(
        whole,
        codes=np.concatenate([whole.codes, part.codes]),
        numerator=np.concatenate([whole.numerator, -part.numerator]),
        denominator=np.concatenate([whole.denominator, -part.denominator]),
    )


def _mean_suspect(found: RateContributor) -> Suspect:
    ratio = found.observed / found.expected if found.expected > 0 else float("inf")
    return Suspect(
        where=found.where,
        observed=found.observed / found.tickets,
        expected=found.expected / found.tickets,
        share=found.share,
        ratio=ratio,
        low=ratio - found.half_width,
        high=ratio + found.half_width,
        p=0.0,
        sentence=sentences.mean_suspect(found.where, ratio, found.share),
    )
