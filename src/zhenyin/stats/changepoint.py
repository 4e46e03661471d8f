"""Change-point estimation: the single step in a series of Poisson counts."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats


@dataclass(frozen=True, slots=True)
class Step:
    """A step. week: first index of the new level. ratio: new rate over old one. gain: log likelihood ratio, nats."""

    week: int
    ratio: float
    gain: float


def step(total: Floats, base: Floats, shortest: int = 3, phi: float = 1.0) -> Step | None:
    """The maximum-likelihood step of a Poisson series, or None when it is too short or empty.

    total, base: float [weeks], events and exposure. shortest: weeks on either side, at least. phi: variance over Poisson
    variance, which divides the gain. A step by chance seldom gains more than about 3 + log(weeks) nats.
    Source: D. V. Hinkley, "Inference about the change-point in a sequence of random
    variables", Biometrika 57 (1970).

    >>> step(np.array([2.0, 2, 2, 2, 9, 9, 9]), np.ones(7)).week
    4
    """
    weeks = len(total)
    if weeks < 2 * shortest or total.sum() <= 0 or base.sum() <= 0:
        return None
    cuts = np.arange(shortest, weeks - shortest + 1)
    before, at_risk = np.cumsum(total)[cuts - 1], np.cumsum(base)[cuts - 1]
    after, after_risk = total.sum() - before, base.sum() - at_risk
    rate = total.sum() / base.sum()
    gained = (gain(before, at_risk * rate) + gain(after, after_risk * rate)) / phi
    best = int(np.argmax(gained))
    old = (before[best] + 0.5) / max(at_risk[best], 1e-12)
    new = (after[best] + 0.5) / max(after_risk[best], 1e-12)
    return Step(int(cuts[best]), float(new / old), float(gained[best]))


def gain(seen: Floats, expected: Floats) -> Floats:
    """Log likelihood ratio of Poisson counts: a rate of its own against the expected one, nats, at least 0.

    seen, expected: events, float, any one shape, which is also that of the result.

    Source: Hinkley (1970).

    >>> gain(np.array([0.0, 4.0, 8.0]), np.array([2.0, 4.0, 4.0])).round(2).tolist()
    [2.0, 0.0, 1.55]
    """
    ratio = np.where(seen > 0, seen, 1.0) / np.where(seen > 0, np.maximum(expected, 1e-12), 1.0)
    gained: Floats = seen * np.log(ratio) - (seen - expected)
    return gained
