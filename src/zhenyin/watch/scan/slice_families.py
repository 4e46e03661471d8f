"""What is looked at: tables of slices, and what each is compared with.

Units in service where a slice is cut by what exposure knows (product, province), and otherwise the tickets of the same
place whatever their fault, so that a version which everybody moves to raises no alarm by being used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from zhenyin.dimensions import FAULT_DIMENSIONS, SEEN_DIMENSIONS, SOLD_DIMENSIONS, with_role


@dataclass(frozen=True, slots=True)
class Look:
    """One table of slices. `base`: the dimensions that units (or, when `shared`, tickets) at risk are cut by."""

    dims: tuple[str, ...]
    base: tuple[str, ...]
    shared: bool


def looks(extra: Sequence[str], exposed: Sequence[str]) -> list[Look]:
    """The tables to scan. extra: columns that sources brought; exposed: dimensions that exposure can be cut by.

    >>> [(look.dims, look.base, look.shared) for look in looks([], ["product"])][:3]
    [(('category',), (), False), (('fault',), (), False), (('product',), ('product',), False)]
    """
    sold = [d for d in SOLD_DIMENSIONS if d in exposed]
    seen = [*(d for d in SOLD_DIMENSIONS if d not in exposed), *SEEN_DIMENSIONS, *extra]
    singles = [Look((d,), (), not exposed) for d in FAULT_DIMENSIONS] + [Look((d,), (d,), False) for d in sold]
    singles += [] if exposed else [Look((d,), (), True) for d in SOLD_DIMENSIONS]
    singles += [
        Look(("province", "city"), ("province",), False) if "province" in exposed else Look(("city",), (), True)
    ]
    pairs = [Look((fault, d), (d,), False) for fault in FAULT_DIMENSIONS for d in sold]
    shares = [Look((fault, d), (d,), True) for fault in FAULT_DIMENSIONS for d in seen]
    thirds = [Look((fault, *two), two, True) for fault in FAULT_DIMENSIONS[-1:] for two in _crossed(sold, seen)]
    return singles + pairs + [Look(two, two, False) for two in combinations(sold, 2)] + shares + thirds


def _crossed(sold: Sequence[str], seen: Sequence[str]) -> list[tuple[str, str]]:
    """Two dimensions that say different things: not a product and its own model."""
    same = set(with_role("which_unit", watched="units"))
    return [two for two in combinations((*sold, *seen), 2) if not same.issuperset(two)]
