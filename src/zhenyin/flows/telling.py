"""Which dimensions a mean hangs on most, when all of them at once would be more leaves than can be compared."""

from collections.abc import Sequence

import numpy as np

from zhenyin.flows.tables import Source
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

MOST_LEAVES = 400_000
_LEAST = 30.0
"""Tickets of a value below which its mean is mostly chance."""


def telling(
    source: Source, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]
) -> tuple[str, ...]:
    """Those of the dimensions whose values differ most in their means, while their combinations stay few; in their order.

    A dimension tells as much as the variance between its values, over all tickets: its correlation ratio without the
    common denominator (K. Pearson, 1905).
    """
    told: dict[str, float] = {}
    sizes: dict[str, int] = {}
    for dim in dims:
        found = source.leaves(metric, (dim,), period, filters)
        enough = found.denominator >= _LEAST
        weight = found.denominator[enough]
        mean = found.numerator[enough] / np.maximum(weight, 1e-12)
        whole = float(found.numerator.sum()) / max(float(found.denominator.sum()), 1e-12)
        told[dim] = float((weight * (mean - whole) ** 2).sum())
        sizes[dim] = max(len(found.codes), 1)
    kept: set[str] = set()
    leaves = 1
    for dim in sorted(dims, key=lambda d: -told[d]):
        if leaves * sizes[dim] <= MOST_LEAVES:
            kept.add(dim)
            leaves *= sizes[dim]
    return tuple(dim for dim in dims if dim in kept)
