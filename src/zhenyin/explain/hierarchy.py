"""Hierarchies of dimensions in suspects: parents and children, such as category and fault, province and city.

A form may ask for the category of a fault and not for the fault. Its tickets have no known fault, and so are no evidence that
anything but the fault has changed: a parent value is replaced by its child when only tickets without a known child
distinguish the two.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from zhenyin.dimensions import dimension
from zhenyin.locators import LocatedSlice
from zhenyin.stats.leaves import ComparedLeaves

_CHILD_SHARE = 0.9
"""Share of the excess of all known children that one child needs to stand for its parent."""


def replace_parents_by_children(found: LocatedSlice, compared: ComparedLeaves) -> LocatedSlice:
    """The slice with each parent value replaced by its child, where only tickets without a known child distinguish them."""
    for parent, child in _pairs(found, compared):
        found = _child(found, compared, parent, child) or found
    return found


def _pairs(found: LocatedSlice, compared: ComparedLeaves) -> Iterator[tuple[str, str]]:
    return ((d, c) for d in found.where for c in compared.dims if dimension(c).parent == d and c not in found.where)


def _child(found: LocatedSlice, compared: ComparedLeaves, parent: str, child: str) -> LocatedSlice | None:
    values = compared.values[compared.dims.index(child)]
    inside = compared.inside({d: v for d, v in found.where.items() if d in compared.dims})
    codes = compared.column(child)[inside]
    seen, due = (np.bincount(codes, side[inside], len(values)) for side in (compared.observed, compared.expected))
    excess = (seen - due) * np.sign(found.change)
    known = np.array([value != "" for value in values]) & (seen + due > 0)
    if known.all() or not excess[~known].sum() > 0 or not (known & (excess > 0)).any():
        return None
    best = int(np.where(known, excess, -np.inf).argmax())
    if excess[best] < _CHILD_SHARE * excess[known & (excess > 0)].sum():
        return None
    observed, expected = float(seen[best]), float(due[best])
    if expected <= 0 or found.expected <= 0 or min(observed, found.observed) <= 0:
        return None
    where = {child if d == parent else d: values[best] if d == parent else v for d, v in found.where.items()}
    return _with_counts(found, where, observed, expected)


def _with_counts(found: LocatedSlice, where: dict[str, str], observed: float, expected: float) -> LocatedSlice:
    """The slice of a child. Its interval is that of the parent on the log scale, wider by the root of the counts' ratio."""
    ratio, widening = observed / expected, np.sqrt(found.observed / observed)
    low, high = (ratio * float((bound / found.ratio) ** widening) for bound in (found.low, found.high))
    return replace(
        found,
        where=where,
        observed=observed,
        expected=expected,
        change=observed - expected,
        share=found.share * (observed - expected) / found.change,
        ratio=ratio,
        low=low,
        high=high,
    )


def drop_implied_values(where: dict[str, str]) -> dict[str, str]:
    """A slice without the values that its other values imply: a fault has its category.

    >>> drop_implied_values({"category": "电池", "fault": "续航短", "city": "成都市"})
    {'fault': '续航短', 'city': '成都市'}
    """
    implied = {parent for d in where if (parent := dimension(d).parent)}
    return {d: value for d, value in where.items() if d not in implied}


def add_parents(found: LocatedSlice) -> dict[str, str]:
    """A batch is named with its model, and a city without its province, where that is the same tickets."""
    for other in found.ambiguous_with:
        if "batch" in found.where and other.keys() == found.where.keys() | {"model"}:
            return other
        left_out = found.where.keys() - other.keys()
        if other.items() < found.where.items() and left_out <= {dimension(d).parent for d in other}:
            return other
    return found.where
