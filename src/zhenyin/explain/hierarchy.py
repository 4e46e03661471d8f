"""A parent that is named only for tickets whose child nobody recorded: the child is named instead.

A form may ask for the category of a fault and not for the fault. What it brings is unknown below the category, and so is no
evidence that anything but the fault has moved.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from zhenyin.dimensions import dimension
from zhenyin.locators import Suspect
from zhenyin.stats.expected_counts import Expected

_NEARLY_ALL = 0.9
"""A child stands for its parent when it holds so much of what the known children have too many (or too few) of."""


def finer(suspect: Suspect, moved: Expected) -> Suspect:
    """The suspect with each parent in it replaced by its child, where what sets them apart is unknown children alone."""
    for parent, child in _pairs(suspect, moved):
        found = _child(suspect, moved, parent, child)
        suspect = found or suspect
    return suspect


def _pairs(suspect: Suspect, moved: Expected) -> Iterator[tuple[str, str]]:
    dims = moved.leaves.dims
    return ((d, c) for d in suspect.where for c in dims if dimension(c).parent == d and c not in suspect.where)


def _child(suspect: Suspect, moved: Expected, parent: str, child: str) -> Suspect | None:
    found = moved.leaves
    values = found.values[found.dims.index(child)]
    mine = found.inside({d: v for d, v in suspect.where.items() if d in found.dims})
    sums = [np.bincount(found.column(child)[mine], side[mine], len(values)) for side in (moved.real, moved.expected)]
    excess = (sums[0] - sums[1]) * np.sign(suspect.change)
    known = np.array([value != "" for value in values]) & (sums[0] + sums[1] > 0)
    if known.all() or not excess[~known].sum() > 0 or not (known & (excess > 0)).any():
        return None
    best = int(np.where(known, excess, -np.inf).argmax())
    if excess[best] < _NEARLY_ALL * excess[known & (excess > 0)].sum():
        return None
    observed, expected = float(sums[0][best]), float(sums[1][best])
    if expected <= 0 or suspect.expected <= 0 or min(observed, suspect.observed) <= 0:
        return None
    ratio, wider = observed / expected, np.sqrt(suspect.observed / observed)
    low, high = (ratio * float((bound / suspect.ratio) ** wider) for bound in (suspect.low, suspect.high))
    return replace(
        suspect,
        where={child if d == parent else d: values[best] if d == parent else v for d, v in suspect.where.items()},
        observed=observed,
        expected=expected,
        change=observed - expected,
        share=suspect.share * (observed - expected) / suspect.change,
        ratio=ratio,
        low=low,
        high=high,
    )


def _short(where: dict[str, str]) -> dict[str, str]:
    """A slice without what its other values say already: a fault has its category."""
    above = {parent for d in where if (parent := dimension(d).parent)}
    return {d: value for d, value in where.items() if d not in above}


def _with_parents(found: Suspect) -> dict[str, str]:
    """A batch is named with its model, and a city without its province, where that is the same tickets."""
    for other in found.ambiguous_with:
        if "batch" in found.where and other.keys() == found.where.keys() | {"model"}:
            return other
        left_out = found.where.keys() - other.keys()
        if other.items() < found.where.items() and left_out <= {dimension(d).parent for d in other}:
            return other
    return found.where
