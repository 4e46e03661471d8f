"""Merging of slices: several parts of one parent become the parent, when the rest of it changed as they did.

Source: the minimum description length of J. Rissanen, Automatica 14 (1978): one name in place of several.
"""

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
    """The slices, with parts replaced by their parent as long as a parent explains them better.

    model: fitted to the leaves. lattice: of the same leaves. found: slices of one or more conditions; a parent has some of
    the conditions of its parts. It takes their place when all changed in one direction and either the rest of it changed
    at least a quarter as far (by 4 nats of evidence), or two or more parts make up four fifths of it.

    >>> from zhenyin.stats.evidence import Counts
    >>> codes = np.array([[a, b] for a in range(3) for b in range(4)])
    >>> now = np.where(codes[:, 0] == 1, 90.0, 30.0)
    >>> model = Counts(now, now + 30.0, np.full(12, 0.5), log_odds_sd=0.0)
    >>> merged(model, Lattice(codes), [((0, 1), (1, 0)), ((0, 1), (1, 2))])
    [((0, 1),)]
    """
    while True:
        reference = model.reference([inside(lattice.codes, where) for where in found])
        parents = [parent for where in _above(found) if (parent := _weighed(reference, lattice, where, found))]
        if not parents:
            return found
        best = max(parents, key=lambda parent: parent.score)
        found = [*(where for where in found if where not in best.parts), best.where]


def _above(found: list[CodedSlice]) -> set[CodedSlice]:
    """Slices with some of the conditions of one that was found."""
    return {part for where in found for k in range(1, len(where)) for part in combinations(where, k)} - set(found)


def _weighed(model: Evidence, lattice: Lattice, where: CodedSlice, found: list[CodedSlice]) -> _Parent | None:
    parts = tuple(one for one in found if set(where) < set(one))
    mask = inside(lattice.codes, where)
    left = mask.copy()
    for other in found:
        # A slice that crosses the parent changed its part of it, which is no evidence about the parent.
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
