"""Several findings with one parent are one finding, when what the parent has besides moved as they did."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from zhenyin.core.arrays import Mask
from zhenyin.stats.evidence import Evidence
from zhenyin.stats.lattice import CodedSlice, Lattice, inside

_SIBLING_SHARE = 0.25  # of how far its parts moved, that what is left of a parent must have moved as well
_CLEAR = 4.0  # nats of evidence that what is left has moved
_COVERED = 0.8  # of a parent that lies in its moved parts: then nothing is left to ask


@dataclass(frozen=True, slots=True)
class _Parent:
    where: CodedSlice
    score: float
    parts: tuple[CodedSlice, ...]


def merged(model: Evidence, lattice: Lattice, found: list[CodedSlice]) -> list[CodedSlice]:
    """The findings, with parts replaced by their parent as long as one explains them better.

    A parent takes the place of its parts when all moved the same way, and either what is left of it moved at least a
    quarter as far, beyond doubt, or several parts leave hardly anything of it.
    """
    while True:
        reference = model.reference([inside(lattice.codes, where) for where in found])
        parents = [parent for where in _above(found) if (parent := _weighed(reference, lattice, where, found))]
        if not parents:
            return found
        best = max(parents, key=lambda parent: parent.score)
        found = [*(where for where in found if where not in best.parts), best.where]


def _above(found: list[CodedSlice]) -> set[CodedSlice]:
    """Slices with some of a finding's conditions."""
    return {part for where in found for k in range(1, len(where)) for part in combinations(where, k)} - set(found)


def _weighed(model: Evidence, lattice: Lattice, where: CodedSlice, found: list[CodedSlice]) -> _Parent | None:
    parts = tuple(one for one in found if set(where) < set(one))
    mask = inside(lattice.codes, where)
    left = mask.copy()
    for other in found:
        # A finding that crosses the parent has moved its part of it, and tells nothing about the parent.
        left &= ~inside(lattice.codes, other)
    whole, rest = _sums(model, mask), _sums(model, left)
    moved = [float(model.moved(*_sums(model, inside(lattice.codes, part)))) for part in parts]
    own, others = float(model.moved(*whole)), float(model.moved(*rest))
    if not all(own * move > 0 for move in moved):
        return None
    weight = model.weight()
    covered = len(parts) > 1 and weight[left].sum() <= (1 - _COVERED) * weight[mask].sum()
    far = abs(float(model.moved(*_sums(model, mask & ~left))))
    likewise = (
        own * others > 0
        and abs(others) >= _SIBLING_SHARE * far
        and float(model.gain_against_expectation(*rest)) >= _CLEAR
    )
    if not covered and not likewise:
        return None
    return _Parent(where, float(model.gain_against_expectation(*whole)), parts)


def _sums(model: Evidence, mask: Mask) -> tuple[np.ndarray, ...]:
    return tuple(np.asarray(part[mask].sum()) for part in model.parts())
