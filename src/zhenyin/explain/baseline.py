"""What the tickets of a slice are held against: the same place with any fault, other places, or an earlier span."""

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.explain.source import Source
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.view_counts import View
from zhenyin.stats import expected_counts as reference
from zhenyin.stats.leaves import Leaves, distinct, together

_NEARLY_ALL = 0.98
_MOST_INNER = 60
UNSTABLE = 0.15
"""A dimension whose shares moved by more than this between the spans is in motion: its values explain nothing."""


def moved(
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    dims: tuple[str, ...],
    period: Period | None,
    before: Period | None,
) -> reference.Expected:
    """The slice's tickets now against what was to be expected of them."""
    frame = frame_of(filters)
    now = source.leaves(metric, dims, period, filters)
    if not filters and before is not None:
        return _history(now, source.leaves(metric, dims, before, ()), _times(period, before))
    past = source.leaves(metric, dims, before, filters) if before is not None else None
    if before is None or past is None or past.numerator.sum() < 1:
        return reference.by_mix(now, reference.less(source.leaves(metric, dims, period, frame), now))
    telling = [d for d in dims if not _constant(now, past, d)]
    inner = tuple(d for d in telling if _only_inside(source, metric, past, d, before, frame))
    common = tuple(d for d in telling if d not in inner)
    others_now, others_past = (
        reference.less(source.leaves(metric, common, span, frame), part.keep(common))
        for span, part in ((period, now), (before, past))
    )
    expected = reference.by_odds(now.keep(common), others_now, past.keep(common), others_past)
    return reference.by_share(expected, now, past, _few(past, inner)) if inner else expected


def views(filters: tuple[Filter, ...], period: Period | None, before: Period | None) -> tuple[View, ...]:
    """What is asked of a source, in order: the slice now and before, and if there is one, its frame now and before."""
    spans = (period,) if before is None else (period, before)
    return tuple(View(span, part) for part in dict.fromkeys((filters, frame_of(filters))) for span in spans)


def _only_inside(
    source: Source, metric: str, past: Leaves, dim: str, before: Period, frame: tuple[Filter, ...]
) -> bool:
    """Whether the others had none of the values that the slice had, as other provinces have none of its cities."""
    others = reference.less(source.leaves(metric, (dim,), before, frame), past.keep((dim,)))
    return bool(past.seen(dim)) and past.seen(dim).isdisjoint(others.seen(dim))


def _few(past: Leaves, dims: tuple[str, ...]) -> tuple[str, ...]:
    """The dimensions that can be crossed with all others, the coarsest first, while there are few combinations."""
    kept: tuple[str, ...] = ()
    for d in sorted(dims, key=lambda one: len(past.seen(one))):
        if len(distinct(past.keep((*kept, d)).codes)[0]) <= _MOST_INNER:
            kept = (*kept, d)
    return kept


def _constant(now: Leaves, past: Leaves, dim: str) -> bool:
    """Whether nearly all tickets of the slice had one value before and have it still, as a city has its province."""
    one, other = together([now, past])
    size = len(one.values[one.dims.index(dim)])
    counts = [np.bincount(part.column(dim), part.numerator, size) for part in (one, other)]
    top = int((counts[0] + counts[1]).argmax())
    return all(count[top] >= _NEARLY_ALL * count.sum() for count in counts)


def _history(now: Leaves, past: Leaves, periods: float) -> reference.Expected:
    """Against their own numbers before, by the dimensions that are not in motion themselves."""
    one, other = together([now, past])
    kept = still(one, other)
    return reference.by_history(now.keep(kept), past.keep(kept), periods)


def still(now: Leaves, past: Leaves) -> list[str]:
    """The dimensions whose values have about the shares that they had. now, past: leaves by the same values."""
    return [d for d in now.dims if in_motion(now.column(d), now.numerator, past.column(d), past.numerator) <= UNSTABLE]


def in_motion(now: Ints, figures: Floats, before: Ints, figures_before: Floats) -> float:
    """Total variation distance of the shares of a dimension's values, 0 to 1. now, before: codes of leaves, int [leaves]."""
    size = int(max(now.max(initial=0), before.max(initial=0))) + 1
    sides = (np.bincount(now, figures, size), np.bincount(before, figures_before, size))
    shares = [side / max(float(side.sum()), 1.0) for side in sides]
    return float(np.abs(shares[0] - shares[1]).sum() / 2)


def frame_of(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """Whom the slice is compared with: the same place with any fault; of a place, the places beside it."""
    places = tuple(f for f in filters if f.dimension not in FAULT_DIMENSIONS)
    return places if len(places) < len(filters) else places[:-1]


def _times(period: Period | None, before: Period) -> float:
    return max(before.days / period.days, 1e-6) if period else 1.0
