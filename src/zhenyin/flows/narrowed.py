"""Which dimensions a change is looked for in, when all of them at once would be more leaves than tickets are worth.

A slice that moved also moves each of its values, if less: dimensions by which nothing moved have no part in it. So every
dimension is asked for alone, which the engine answers quickly however many tickets there are, and those that tell most
are taken together as long as their leaves stay few.
"""

from collections.abc import Sequence

import numpy as np

from zhenyin.flows.tables import Leaves, Source, together
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.stats.evidence import Counts
from zhenyin.stats.peeling import surprise

MANY = 300_000
"""Tickets from which on not all dimensions are crossed."""
MOST_LEAVES = 60_000
_FEWEST = 3


def narrowed(
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    dims: tuple[str, ...],
    period: Period | None,
    before: Period,
) -> tuple[str, ...]:
    """The dimensions that tell most of a change, in the order given; all of them while there are few tickets."""
    # A slice of few is held against all the others, and they are what takes long.
    whole = source.leaves(metric, (), period, ())
    if whole.numerator.sum() < MANY or len(dims) <= _FEWEST:
        return dims
    alone = {
        d: (source.leaves(metric, (d,), period, filters), source.leaves(metric, (d,), before, filters)) for d in dims
    }
    times = before.days / period.days if period else 1.0
    telling = sorted(dims, key=lambda d: -_evidence(*alone[d], times))
    return tuple(d for d in dims if d in _crossed(telling, {d: len(alone[d][0].seen(d)) for d in dims}))


def _evidence(now: Leaves, past: Leaves, times: float) -> float:
    """Nats by which the value that moved furthest from the others speaks, beyond naming it."""
    now, past = together([now, past])
    size = max(len(now.values[0]), 1)
    seen, was = (np.bincount(part.codes[:, 0], part.numerator, size).astype(float) for part in (now, past))
    model = Counts(seen, seen + was, np.full(size, 1 / (1 + times)), spread=0.0)
    return float(surprise(model.gain(*model.parts())).max() - np.log(size))


def _crossed(telling: Sequence[str], sizes: dict[str, int]) -> list[str]:
    """As many of the dimensions, the most telling first, as make few enough combinations."""
    kept: list[str] = []
    cells = 1
    for d in telling:
        if cells * max(sizes[d], 1) <= MOST_LEAVES or len(kept) < _FEWEST - 1:
            kept.append(d)
            cells *= max(sizes[d], 1)
    return kept
