"""Mix and rate effect: how much of a difference of means comes from other tickets, how much from like tickets.

Cells are combinations of what tickets bring along (case mix). The mix effect is what another mix of cells makes of the mean;
the rate effect is the difference within like cells.
Source: E. M. Kitagawa, "Components of a difference between two rates", Journal of the American Statistical Association 50
(1955).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.dimensions import handlers, used_for
from zhenyin.explain.models import MixContributor, MixRate, RateContributor
from zhenyin.stats.intervals import Z_95
from zhenyin.stats.leaves import Leaves, align, distinct
from zhenyin.stats.mixrate import Split, split

_MAX_DIMENSIONS = 2
_LEAST_GAIN = 0.10
"""Share of the difference by which a second dimension has to add to the mix effect."""
_LEAST_SHARE, _LEAST_ROWS = 0.10, 30
_MAX_MIX_CONTRIBUTORS, _MAX_RATE_CONTRIBUTORS = 8, 3


def decompose(own: Leaves, other: Leaves) -> MixRate:
    """The decomposition by the one or two dimensions with the largest mix effect.

    own, other: leaves of both groups, by the same dimensions; numerator over denominator is their mean. Raises ValueError
    when a group is empty.

    >>> def of(totals: list[float], n: list[float]) -> Leaves:
    ...     return Leaves(("fault",), [["easy", "hard"]], np.array([[0], [1]]), np.array(totals), np.array(n))
    >>> found = decompose(of([10, 90], [10, 30]), of([30, 20], [30, 10]))
    >>> found.by, round(found.split.mix, 2), round(found.split.rate, 2)
    (('fault',), 0.75, 0.5)
    """
    own, other = align([own, other])
    usable = [d for d in used_for("case_mix") if d in own.dims and len(own.values[own.dims.index(d)]) > 1]
    by: tuple[str, ...] = ()
    best = _split(own, other, by)
    for _ in range(_MAX_DIMENSIONS):
        tried = {d: _split(own, other, (*by, d)) for d in usable if d not in by}
        if not tried:
            break
        top = max(tried, key=lambda d: abs(tried[d].mix))
        if by and abs(tried[top].mix) - abs(best.mix) < _LEAST_GAIN * abs(best.difference):
            break
        by, best = (*by, top), tried[top]
    return MixRate(by, best, _expected(own, other, by), _mix_contributors(own, other, by))


def rate_contributors(own: Leaves, found: MixRate) -> Iterator[RateContributor]:
    """Who is behind the rate effect: up to three agents; teams where no agent is, the largest share first.

    own: leaves of the group, as they were decomposed.
    """
    # The finest of them first.
    for d in (d for d in reversed(handlers()) if d in own.dims and d not in found.by):
        contributors = sorted(_contributors_of(own, d, found.expected), key=lambda one: -one.share)
        if contributors:
            yield from contributors[:_MAX_RATE_CONTRIBUTORS]
            return


def _contributors_of(own: Leaves, d: str, due: Floats) -> Iterator[RateContributor]:
    """The values of a dimension that clearly add to the rate effect."""
    excess = float(own.numerator.sum() - due.sum())
    values = own.values[own.dims.index(d)]
    seen, expected, n = (
        np.bincount(own.column(d), side, len(values)) for side in (own.numerator, due, own.denominator)
    )
    for i, value in enumerate(values):
        share = (seen[i] - expected[i]) / excess if excess else 0.0
        # Durations have about as large a standard deviation as mean: the ratio of a sum of n is known to about 1/sqrt(n).
        half = Z_95 * seen[i] / max(expected[i], 1e-9) / np.sqrt(max(n[i], 1.0))
        ratio = seen[i] / max(expected[i], 1e-9)
        clear = ratio - half > 1 if excess > 0 else ratio + half < 1
        if value and n[i] >= _LEAST_ROWS and share >= _LEAST_SHARE and clear:
            yield RateContributor(
                {d: value}, float(seen[i]), float(expected[i]), float(share), float(half), float(n[i])
            )


def _mix_contributors(own: Leaves, other: Leaves, by: tuple[str, ...]) -> tuple[MixContributor, ...]:
    """The values whose part of the mix effect is largest, each dimension taken alone."""
    found = []
    for d in by:
        alone = _split(own, other, (d,))
        values = own.values[own.dims.index(d)]
        found += [MixContributor(d, values[i], float(alone.mix_by[i])) for i in range(len(values))]
    return tuple(sorted(found, key=lambda one: -abs(one.effect))[:_MAX_MIX_CONTRIBUTORS])


def _expected(own: Leaves, other: Leaves, by: Sequence[str]) -> Floats:
    """Float [leaves]: the other group's mean of like tickets, times the tickets of the group."""
    cell, size = _cells(own, other, by)
    own_cell, other_cell = cell[: len(own.codes)], cell[len(own.codes) :]
    total, n = (np.bincount(other_cell, side, size) for side in (other.numerator, other.denominator))
    level = other.numerator.sum() / max(other.denominator.sum(), 1e-9)
    mean = np.where(n > 0.5, total / np.maximum(n, 1e-9), level)
    expected: Floats = own.denominator * mean[own_cell]
    return expected


def _split(own: Leaves, other: Leaves, by: Sequence[str]) -> Split:
    cell, size = _cells(own, other, by)
    own_cell, other_cell = cell[: len(own.codes)], cell[len(own.codes) :]
    total, n = (_sums(own_cell, side, size) for side in (own.numerator, own.denominator))
    other_total, other_n = (_sums(other_cell, side, size) for side in (other.numerator, other.denominator))
    # What is left of a cell after taking the group out of the whole may be a rounding error from nothing.
    known = other_n > 0.5
    return split(total, n, np.where(known, other_total, 0.0), np.where(known, other_n, 0.0))


def _sums(cell: Ints, figures: Floats, size: int) -> Floats:
    sums: Floats = np.bincount(cell, figures, size).astype(np.float64)
    return sums


def _cells(own: Leaves, other: Leaves, by: Sequence[str]) -> tuple[Ints, int]:
    """The cell of every leaf of both, and how many cells there are. Of one dimension, a cell is a value's code."""
    codes = np.concatenate([own.codes, other.codes])
    if len(by) == 1:
        at = own.dims.index(by[0])
        return codes[:, at], len(own.values[at])
    if not by:
        return np.zeros(len(codes), dtype=np.int64), 1
    cells, cell = distinct(codes[:, [own.dims.index(d) for d in by]])
    return cell, len(cells)
