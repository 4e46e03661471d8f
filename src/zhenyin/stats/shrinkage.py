"""Empirical Bayes shrinkage of the rates of slices to the rate of their parent."""

import numpy as np

from zhenyin.core.arrays import Floats

MAX_STRENGTH = 200.0
"""Largest prior strength, in events: slices whose counts differ by no more than chance may still differ a little."""
MIN_STRENGTH = 0.5
_ROUNDS = 12


def prior_strength(events: Floats, expected: Floats) -> float:
    """The prior strength, in events: the shape of the gamma distribution of slices' rates around their parent's.

    events: float [slices], observed. expected: float [slices], at the parent's rate; slices with none do not count.
    From MIN_STRENGTH, which is also that of fewer than two slices, to MAX_STRENGTH. It is one over the relative variance
    between slices beyond Poisson variance, with weights that keep the largest slices from deciding alone.
    Source: D. G. Clayton and J. Kaldor, "Empirical Bayes estimates of age-standardized relative risks", Biometrics 43
    (1987); the moment equation is that of N. Breslow, Applied Statistics 33 (1984).

    >>> rng = np.random.default_rng(0)
    >>> rates = rng.gamma(4.0, 0.25, 3000)
    >>> 3.4 < prior_strength(rng.poisson(50 * rates).astype(float), np.full(3000, 50.0)) < 4.6
    True
    >>> prior_strength(rng.poisson(50.0, 3000).astype(float), np.full(3000, 50.0)) > 100
    True
    """
    events, expected = events[expected > 0], expected[expected > 0]
    if len(events) < 2:
        return MIN_STRENGTH
    spread = 1.0
    for _ in range(_ROUNDS):
        weight = 1 / (1 + spread * expected) ** 2
        excess = float((weight * ((events - expected) ** 2 - expected)).sum())
        spread = max(excess / float((weight * expected**2).sum()), 1 / MAX_STRENGTH)
    return float(np.clip(1 / spread, MIN_STRENGTH, MAX_STRENGTH))


def shrunk(events: Floats, exposure: Floats, parent: Floats, strength: float) -> Floats:
    """Rates shrunk to those of the parents: float [slices], per unit of exposure.

    events, exposure: float [slices]. parent: the parent's rate, float [slices]; where it is 0 nothing is shrunk. strength:
    events that the parent's rate counts for.

    Source: Clayton and Kaldor (1987), equation 5.

    >>> shrunk(np.array([0.0, 30.0]), np.array([0.0, 10.0]), np.array([1.0, 1.0]), 10.0).tolist()
    [1.0, 2.0]
    """
    prior = np.where(parent > 0, strength, 0.0)
    at_risk = exposure + prior / np.where(parent > 0, parent, 1.0)
    rates: Floats = (events + prior) / np.maximum(at_risk, 1e-12)
    return rates
