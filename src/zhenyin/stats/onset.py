"""Onset estimation: the first bucket of a new level; of a rise in stages, that of the first stage."""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.stats.changepoint import gain

_PRIOR = 1.0  # events added to both sides, so that a level without any has a finite rate
_CLOSE = 0.1  # nats by which a later first bucket may be worse: of equals the latest is taken
_MOST_STAGES = 4
_TRACE = 0.005  # share of all expected events that is as good as nothing
_TRACES = 4  # times as many buckets as that share takes on average, without which the start is no later one


def onset(seen: Floats, expected: Floats, up: bool = True) -> int | None:
    """The first bucket of the level that the series ends with; None without clear evidence of one.

    seen: float [buckets], events, or sums, oldest first. expected: float [buckets], those of no change; a bucket where it
    is 0 carries no evidence. up: whether the new level is the higher one. 0 when the whole series is on the new level; where
    next to nothing was expected for long at first, the first bucket in which something was.
    The first bucket is the maximum-likelihood change point. Then the part before it is searched in the same way, as long as
    the level there lasts until the change. The evidence needed is 3 + log(buckets) nats, times the over-dispersion.
    Source: D. V. Hinkley, "Inference about the change-point in a sequence of random variables", Biometrika 57 (1970);
    stages by binary segmentation, A. J. Scott and M. Knott, Biometrics 30 (1974).

    >>> onset(np.array([4.0, 3, 5, 4, 4, 5, 4, 16, 13, 15, 17, 14]), np.full(12, 4.0))
    7
    >>> onset(np.array([40.0, 43, 36, 41, 92, 88, 90, 301, 290, 312]), np.full(10, 40.0))
    4
    >>> onset(np.array([0.0, 0, 0, 14, 11, 13]), np.array([0.0, 0, 0, 4, 3, 4]))
    3
    >>> onset(np.array([0.0, 0, 0, 14, 11, 13, 38, 41]), np.array([0.0, 0, 0, 4, 3, 4, 4, 4]))
    3
    >>> onset(np.array([4.0, 3, 5, 4, 4, 5, 4, 4, 6, 3, 4, 5]), np.full(12, 4.0)) is None
    True
    """
    first = _step(seen, expected, up)
    if first is None:
        return _from_the_first(seen, expected, up)
    for _ in range(_MOST_STAGES):
        before = seen[:first], expected[:first]
        # What came into being on a raised level rose with its first bucket, however it went on.
        earlier = _step(*before, up) or _from_the_first(*before, up)
        if not earlier or not _leads_up(*before, earlier, up):
            break
        first = earlier
    return first


def _step(seen: Floats, expected: Floats, up: bool) -> int | None:
    if not len(seen) or expected.sum() <= 0 or (up and seen.sum() <= 0):
        return None
    before, due = (np.concatenate([[0.0], np.cumsum(x)[:-1]]) + _PRIOR for x in (seen, expected))
    after, due_after = seen.sum() + _PRIOR - before, expected.sum() + _PRIOR - due
    rate = (seen.sum() + _PRIOR) / (expected.sum() + _PRIOR)
    gained = gain(before, due * rate) + gain(after, due_after * rate)
    higher = after * due > before * due_after
    gained = np.where(higher if up else after * due < before * due_after, gained, -np.inf)
    first = int(np.flatnonzero(gained >= gained.max() - _CLOSE)[-1])
    return first if gained[first] >= _needed(seen, expected, first) else None


def _from_the_first(seen: Floats, expected: Floats, up: bool) -> int | None:
    """The first bucket with an expectation, where all buckets are on one level that is not the expected one."""
    seen_in_all, due = seen.sum(), expected.sum()
    if due <= 0 or bool(seen_in_all > due) is not up:
        return None
    if gain(seen.sum(keepdims=True), expected.sum(keepdims=True))[0] < _needed(seen, expected, 0):
        return None
    first = int(np.argmax(np.cumsum(expected) > _TRACE * due))
    return first if first > _TRACES * _TRACE * len(seen) + 1 else 0


def _needed(seen: Floats, expected: Floats, first: int) -> float:
    """Nats that a level needs to be believed."""
    return (3 + float(np.log(len(seen)))) * _dispersion(seen, expected, first)


def _dispersion(seen: Floats, expected: Floats, first: int) -> float:
    """Pearson's, around both levels; at least 1."""
    levels = [side.sum() / max(due.sum(), 1e-12) for side, due in _sides(seen, expected, first)]
    fitted = np.concatenate([np.full(first, levels[0]), np.full(len(seen) - first, levels[1])]) * expected
    there = fitted > 0
    left = int(there.sum()) - 2
    return max(float(((seen - fitted)[there] ** 2 / fitted[there]).sum()) / left, 1.0) if left > 0 else 1.0


def _sides(seen: Floats, expected: Floats, first: int) -> list[tuple[Floats, Floats]]:
    return [(seen[:first], expected[:first]), (seen[first:], expected[first:])]


def _leads_up(seen: Floats, expected: Floats, first: int, up: bool) -> bool:
    """Whether a stage lasts to its end: a rise that went away again is not the beginning of the next one."""
    (before, due), (stage, due_stage) = _sides(seen, expected, first)
    level, whole = ((x.sum() + _PRIOR) / (y.sum() + _PRIOR) for x, y in ((before, due), (stage, due_stage)))
    middle, late = np.sqrt(level * whole), slice(len(stage) // 2, None)
    there = (stage[late].sum() + _PRIOR * middle) / (due_stage[late].sum() + _PRIOR)
    return bool(there >= middle if up else there <= middle)
