"""What some tickets would number if nothing had changed: the others now, times the odds that each kind of place had.

Case and control: a version that everybody moves to brings more tickets of every fault, and so explains nothing. The
odds of the fault against all other tickets are learned before, place by place, and applied to the others now.
"""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.stats.leaves import Leaves, distinct, together

_PRIOR = 30.0  # events by which a value's own odds are drawn to the common odds
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Expected:
    """Cases now and as expected on the same leaves. periods: how many times over the expectation was observed."""

    leaves: Leaves
    real: Floats
    expected: Floats
    periods: float


def by_odds(now: Leaves, others_now: Leaves, before: Leaves, others_before: Leaves) -> Expected:
    """Expected cases on the leaves of cases and others now; nothing expected where there were no cases before."""
    now, others_now, before, others_before = together([now, others_now, before, others_before])
    odds = main_effects(before, others_before, others_now.codes)
    expected = others_now.numerator * odds
    leaves, real, expected = _joined(now, others_now, expected)
    total = max(float(expected.sum()), 1e-9)
    # Three counts make the expectation, and the relative variances of all three add up.
    parts = [max(float(part.numerator.sum()), 1e-9) for part in (others_now, before, others_before)]
    seen = 1 / sum(1 / part for part in parts)
    return Expected(leaves, real, expected, max(seen / total, 0.1))


def by_share(common: Expected, now: Leaves, before: Leaves, children: tuple[str, ...]) -> Expected:
    """Expected cases also by dimensions that only the cases have, as a province has its cities: by their shares before.

    common: expected by the other dimensions. now, before: the cases by all dimensions.
    """
    inner = before.keep(children)
    cells, cell = distinct(inner.codes)
    share = np.bincount(cell, inner.numerator, len(cells)) / max(float(inner.numerator.sum()), 1e-9)
    outer = common.leaves
    codes = np.concatenate([np.repeat(outer.codes, len(cells), axis=0), np.tile(cells, (len(outer.codes), 1))], axis=1)
    expected = np.outer(common.expected, share).ravel()
    cross = Leaves((*outer.dims, *children), [*outer.values, *inner.values], codes, expected, expected)
    cases, crossed = together([now.keep(cross.dims), cross])
    leaves, real, spread = _joined(cases, crossed, crossed.numerator)
    return Expected(leaves, real, spread, common.periods)


def by_mix(now: Leaves, others_now: Leaves) -> Expected:
    """Expected cases if they were spread as the others are now: for cases that have no history."""
    now, others_now = together([now, others_now])
    share = float(now.numerator.sum()) / max(float(others_now.numerator.sum()), 1.0)
    leaves, real, expected = _joined(now, others_now, others_now.numerator * share)
    return Expected(leaves, real, expected, max(1 / max(share, 1e-9), 1.0))


def by_history(now: Leaves, before: Leaves, periods: float, seen: float | None = None) -> Expected:
    """Expected cases from their own numbers before, `periods` times as long; `seen` times over, if that is not the same."""
    now, before = together([now, before])
    leaves, real, expected = _joined(now, before, before.numerator / periods)
    return Expected(leaves, real, expected, periods if seen is None else seen)


def main_effects(cases: Leaves, others: Leaves, at: Ints) -> Floats:
    """Odds of being a case at some codes: a common level times one factor for each value of each dimension.

    Factors are fitted in turn until observed and fitted cases of every value agree, drawn to 1 by thirty events.
    Source: iterative proportional fitting, W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11 (1940).

    >>> made = lambda a, b: Leaves(("d",), [["x", "y"]], np.array([[0], [1]]), np.array([a, b]), np.zeros(2))
    >>> odds = main_effects(made(1000.0, 3000.0), made(10000.0, 10000.0), np.array([[0], [1]]))
    >>> [round(float(o), 2) for o in odds]
    [0.1, 0.3]
    """
    level = float(cases.numerator.sum()) / max(float(others.numerator.sum()), 1e-9)
    factors = [np.ones(len(side)) for side in cases.values]
    fitted = others.numerator * level
    for _ in range(_ROUNDS):
        for d, factor in enumerate(factors):
            seen = np.bincount(cases.codes[:, d], cases.numerator, len(factor))
            # What is drawn to 1 is the factor and not the step, or every round would undo some of it.
            without = np.bincount(others.codes[:, d], fitted, len(factor)) / factor
            step = (seen + _PRIOR) / (without + _PRIOR) / factor
            factor *= step
            fitted = fitted * step[others.codes[:, d]]
    odds = np.full(len(at), level)
    for d, factor in enumerate(factors):
        odds *= factor[at[:, d]]
    return odds


def less(whole: Leaves, part: Leaves) -> Leaves:
    """The leaves of a whole without a part of it."""
    whole, part = together([whole, part])
    leaves, rest, taken = _joined(whole, part, part.numerator)
    kept = rest - taken > 1e-9
    left = np.zeros(int(kept.sum()))
    return Leaves(leaves.dims, leaves.values, leaves.codes[kept], (rest - taken)[kept], left)


def _joined(one: Leaves, other: Leaves, figures: Floats) -> tuple[Leaves, Floats, Floats]:
    """The leaves of both, the numerator of one and the other's figures on them."""
    codes, at = distinct(np.concatenate([one.codes, other.codes]))
    mine, theirs = at[: len(one.codes)], at[len(one.codes) :]
    real = np.bincount(mine, one.numerator, len(codes)).astype(np.float64)
    expected = np.bincount(theirs, figures, len(codes)).astype(np.float64)
    return Leaves(one.dims, one.values, codes, real, real), real, expected
