"""Families of slices that a scan tests, and the exposure of each.

Exposure is the units in service where they are known by the dimensions of the slice (product, province), and otherwise
the tickets of the same place whatever their fault, so that a version which everybody moves to raises no alarm.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from zhenyin.dimensions import FAULT_DIMENSIONS, SEEN_DIMENSIONS, SOLD_DIMENSIONS, with_role


@dataclass(frozen=True, slots=True)
class SliceFamily:
    """Slices of the same dimensions. base: dimensions of their exposure: units, or tickets where `shared`."""

    dims: tuple[str, ...]
    base: tuple[str, ...]
    shared: bool


def slice_families(extra: Sequence[str], exposed: Sequence[str]) -> list[SliceFamily]:
    """The families to scan. extra: columns that sources brought; exposed: dimensions by which units in service
    are known.

    >>> [(family.dims, family.base, family.shared) for family in slice_families([], ["product"])][:3]
    [(('category',), (), False), (('fault',), (), False), (('product',), ('product',), False)]
    """
    sold = [d for d in SOLD_DIMENSIONS if d in exposed]
    seen = [*(d for d in SOLD_DIMENSIONS if d not in exposed), *SEEN_DIMENSIONS, *extra]
    singles = [SliceFamily((d,), (), not exposed) for d in FAULT_DIMENSIONS] + [
        SliceFamily((d,), (d,), False) for d in sold
    ]
    singles += [] if exposed else [SliceFamily((d,), (), True) for d in SOLD_DIMENSIONS]
    singles += [
        SliceFamily(("province", "city"), ("province",), False)
        if "province" in exposed
        else SliceFamily(("city",), (), True)
    ]
    pairs = [SliceFamily((fault, d), (d,), False) for fault in FAULT_DIMENSIONS for d in sold]
    shares = [SliceFamily((fault, d), (d,), True) for fault in FAULT_DIMENSIONS for d in seen]
    thirds = [
        SliceFamily((fault, *two), two, True) for fault in FAULT_DIMENSIONS[-1:] for two in _crossed_pairs(sold, seen)
    ]
    return singles + pairs + [SliceFamily(two, two, False) for two in combinations(sold, 2)] + shares + thirds


def _crossed_pairs(sold: Sequence[str], seen: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of dimensions of which none implies the other: not a product and its own model."""
    same = set(with_role("which_unit", watched="units"))
    return [two for two in combinations((*sold, *seen), 2) if not same.issuperset(two)]
