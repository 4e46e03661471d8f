"""Attribution tree: a change taken apart level by level, by the values that changed more than the others of a dimension."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.stats.dispersion_factor import dispersion_factor

DEPTH, MAX_BRANCHES = 3, 4
_LEAST_SHARE = 0.05  # of the whole change; less is not worth a line
_CHANCE = 0.001
_ENOUGH, _FEWEST_CELLS = 5.0, 20


@dataclass(frozen=True, slots=True)
class AttributionNode:
    """A node of the tree: a slice and its part in the change.

    at: (dimension, value) as codes, value None for all values without a node of their own; None for the root. observed,
    expected: sums of counts over the slice. children: the nodes below; their sums add up to this one's exactly.
    """

    at: tuple[int, int | None] | None
    observed: float
    expected: float
    children: tuple["AttributionNode", ...] = ()

    @property
    def change(self) -> float:
        """Observed less expected, events."""
        return self.observed - self.expected


def attribute_change(
    codes: Ints, sizes: Sequence[int], observed: Floats, expected: Floats, depth: int = DEPTH
) -> AttributionNode:
    """The attribution tree of a change: nodes that add up to the change of the whole.

    codes: int [leaves, dimensions]. sizes: number of values of each dimension; codes are below it. observed, expected:
    counts, float [leaves]. depth: levels below the root at most.

    Each level splits by the dimension with the value that changed most beyond the common ratio of its node. Values get a
    node when they changed in the direction of the whole, by at least 5 % of it, and by a Poisson likelihood ratio beyond
    the cost of naming one of so many; the other values stay together in one node.

    Source: the likelihood ratio is that of M. Kulldorff, "A spatial scan statistic", Communications in Statistics 26 (1997).

    >>> codes = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> whole = attribute_change(codes, [2, 2], np.array([50.0, 52.0, 51.0, 200.0]), np.full(4, 50.0))
    >>> whole.change, [part.change for part in whole.children], [part.change for part in whole.children[0].children]
    (153.0, [152.0, 1.0], [150.0, 2.0])
    """
    whole = AttributionNode(None, float(observed.sum()), float(expected.sum()))
    noise = _noise(codes, sizes, observed, expected)
    rows = np.arange(len(observed))
    return _grown(whole, _Change(codes, sizes, observed, expected, noise, whole.change), rows, depth)


@dataclass(frozen=True, slots=True)
class _Change:
    codes: Ints
    sizes: Sequence[int]
    observed: Floats
    expected: Floats
    noise: float
    whole: float

    def sums(self, rows: Ints, d: int) -> tuple[Floats, Floats]:
        codes, size = self.codes[rows, d], self.sizes[d]
        seen, expected_sums = (np.bincount(codes, part[rows], size) for part in (self.observed, self.expected))
        return seen.astype(np.float64), expected_sums.astype(np.float64)


def _grown(part: AttributionNode, change: _Change, rows: Ints, depth: int) -> AttributionNode:
    best = max(((_split(change, rows, d), d) for d in range(len(change.sizes))), default=None, key=lambda s: s[0][0])
    if depth == 0 or best is None or best[0][0] <= 0:
        return part
    (_, values), d = best
    seen, expected_sums = change.sums(rows, d)
    children = [
        _grown(
            AttributionNode((d, v), float(seen[v]), float(expected_sums[v])),
            change,
            rows[change.codes[rows, d] == v],
            depth - 1,
        )
        for v in values
    ]
    rest = AttributionNode(
        (d, None), part.observed - sum(p.observed for p in children), part.expected - sum(p.expected for p in children)
    )
    return AttributionNode(
        part.at, part.observed, part.expected, (*children, rest) if rest.observed or rest.expected else tuple(children)
    )


def _split(change: _Change, rows: Ints, d: int) -> tuple[float, list[int]]:
    """The largest change of one value of a dimension beyond the common ratio, and the values that get a node."""
    seen, expected_sums = change.sums(rows, d)
    there = int(((seen > 0) | (expected_sums > 0)).sum())
    if there < 2 or not expected_sums.sum():
        return 0.0, []
    alike = expected_sums * seen.sum() / expected_sums.sum()
    gains = _gains(seen, alike) / change.noise
    moved = seen - expected_sums
    cost = 2 * (log(there) - log(_CHANCE))
    direction = np.sign(change.whole)
    further = (direction * moved >= _LEAST_SHARE * abs(change.whole)) & (direction * (seen - alike) > 0)
    worth = further & (gains > cost)
    named = sorted(np.flatnonzero(worth), key=lambda v: -abs(moved[v]))[:MAX_BRANCHES]
    return max((float(direction * (seen[v] - alike[v])) for v in named), default=0.0), [int(v) for v in named]


def _gains(seen: Floats, alike: Floats) -> Floats:
    """Twice the log likelihood ratio of each count having its own mean against the mean that all have alike."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.where(seen > 0, seen * np.log(seen / np.maximum(alike, 1e-9)), 0.0)
    gains: Floats = np.maximum(2 * (logs - (seen - alike)), 0.0)
    return gains


def _noise(codes: Ints, sizes: Sequence[int], observed: Floats, expected: Floats) -> float:
    """How many times wider than Poisson's the spread of cells is: by medians, which the few that moved leave alone.

    The cells are the leaves where those are large enough, else the single values of all dimensions.
    """
    seen, expected_sums = observed[expected >= _ENOUGH], expected[expected >= _ENOUGH]
    if len(seen) < _FEWEST_CELLS:
        sums = [
            np.array([np.bincount(codes[:, d], part, size) for part in (observed, expected)])
            for d, size in enumerate(sizes)
        ]
        seen, expected_sums = np.concatenate(sums, axis=1) if sums else np.empty((2, 0))
        seen, expected_sums = seen[expected_sums >= _ENOUGH], expected_sums[expected_sums >= _ENOUGH]
    if len(seen) < _FEWEST_CELLS:
        return 1.0
    alike = expected_sums * max(float(np.median(seen / expected_sums)), 1e-9)
    return dispersion_factor((seen - alike) ** 2 / alike, _FEWEST_CELLS)
