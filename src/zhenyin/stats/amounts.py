"""Evidence that a slice of amounts changed, against an empirical null: forecast and amount may both be off.

Source: B. Efron, "Large-scale simultaneous hypothesis testing: the choice of a null hypothesis", Journal of the
American Statistical Association 99 (2004), for the scale that the leaves themselves give.
"""

import numpy as np
from scipy.special import log_ndtr, ndtr, ndtri_exp

from zhenyin.core.arrays import Floats, Ints, Mask

_LEAST_NOISE = 1e-6
_CENTRED = 1.5  # a peak at no drift has so many times the leaves that lie half-way to the median


class Amounts:
    """Observed against expected amounts, scored by how far apart both are on most leaves; a model of `Evidence`.

    real, expected: float [leaves], at least 0, in the unit of the amount. phi: factor that divides the evidence, at least 1.

    Either the forecast is off or the amount itself, and one pair does not show which. The residual is the difference over
    the larger of both, from -1 to 1; its normal score comes from the even mixture of both cases. The standard deviation of
    the noise and the drift of the untouched leaves are estimated from the residuals; where both amounts are 0 a leaf does
    not count.

    >>> model = Amounts(np.array([99.0, 102.0, 98.0, 101.0, 100.0, 40.0]), np.full(6, 100.0))
    >>> (model.z < -3).tolist()
    [False, False, False, False, False, True]
    """

    def __init__(self, real: Floats, expected: Floats, phi: float = 1.0) -> None:
        self.phi = phi
        self.size = np.maximum(real, expected)
        size = np.where(self.size > 0, self.size, 1.0)
        self.raw = np.where(self.size > 0, (real - expected) / size, 0.0)
        self.fit([])

    def parts(self) -> tuple[Floats, ...]:
        """Number of leaves, sum of scores, sum of their squares."""
        return self.kept, self.z, self.z**2

    def gain(self, *sums: Floats) -> Floats:
        """The same as `gain_against_expectation`: the untouched leaves give the expectation, however many others moved."""
        return self.gain_against_expectation(*sums)

    def effect(self, *sums: Floats) -> Floats:
        """The same as `moved`."""
        return self.moved(*sums)

    def drift_prior_gain(self, *sums: Floats) -> Floats:
        """0: the drift is estimated from the untouched leaves and has no prior."""
        return np.zeros_like(sums[0])

    def gain_against_expectation(self, *sums: Floats) -> Floats:
        """Log likelihood ratio, nats, of a mean score other than 0, over phi. sums: those of `parts` over each slice."""
        n, z, _ = sums
        evidence: Floats = z**2 / np.maximum(n, 1.0) / (2 * self.phi)
        return evidence

    def moved(self, *sums: Floats) -> Floats:
        """The mean residual: how far slices moved, as a share of the larger of both amounts, -1 to 1."""
        n, z, _ = sums
        moved: Floats = z / np.maximum(n, 1.0) * self.noise
        return moved

    def joint_gain(self, sums: list[tuple[float, ...]]) -> float:
        """Log likelihood ratio, nats, of a mean of its own for each part and one variance for all.

        sums: those of `parts` for each of the disjoint parts.
        """
        n = sum(s[0] for s in sums)
        squares = sum(s[2] for s in sums)
        left = squares - sum(s[1] ** 2 / max(s[0], 1.0) for s in sums)
        variance = max(left / max(n, 1.0), 1.0)
        return 0.5 * (squares - n * float(np.log(variance)) - left / variance) / self.phi

    def within(self, leaves: Ints) -> "Amounts":
        """The model with the present scores, on some leaves, not recentred."""
        part = object.__new__(type(self))
        part.phi, part.noise = self.phi, self.noise
        part.kept, part.z = self.kept[leaves], self.z[leaves]
        part.raw, part.size = part.z, part.kept
        return part

    def weight(self) -> Floats:
        """1 for a leaf that exists."""
        return self.kept

    def fit(self, slices: list[Mask]) -> None:
        """Estimate drift and noise from the leaves outside the slices; leaves inside count no more. slices: bool [leaves]."""
        kept = self.size > 0
        for mask in slices:
            kept = kept & ~mask
        free = self.raw[kept if kept.sum() > 1 else self.size > 0]
        self.drift = _drift(free)
        self.noise = _noise(_middle_size(free, self.drift))
        self.kept = kept.astype(float)
        self.z = _scores(self.raw - self.drift, self.noise) * self.kept

    def reference(self, slices: list[Mask]) -> "Amounts":
        """The same model with all leaves, against drift and noise of those outside the slices. slices: bool [leaves] each."""
        part = object.__new__(type(self))
        part.phi, part.raw, part.size = self.phi, self.raw, self.size
        part.fit(slices)
        drift, part.kept = part.drift, (self.size > 0).astype(float)
        part.z = _scores(self.raw - drift, part.noise) * part.kept
        return part

    def reestimate_noise(self) -> bool:
        """Nothing to do: the scale of the noise is already estimated from the leaves."""
        return False


def _drift(residuals: Floats) -> float:
    """The median, unless most leaves moved and those that did not are a peak of their own around none.

    >>> _drift(np.concatenate([np.full(40, 0.01), np.full(60, 0.5)]))
    0.0
    """
    if not len(residuals):
        return 0.0
    median = float(np.median(residuals))
    near = abs(median) / 6
    at_none, half_way = (int((np.abs(residuals - at) <= near).sum()) for at in (0.0, median / 2))
    return 0.0 if at_none > _CENTRED * half_way else median


def _middle_size(residuals: Floats, drift: float) -> float:
    """The median distance from the drift; where the median itself has moved, on the side that it did not move to."""
    off = residuals - drift
    aside = float(np.median(off)) if len(off) else 0.0
    still = off[off * aside <= 0] if abs(aside) > 0 and drift == 0 else off
    return float(np.median(np.abs(still))) if len(still) else 1.0


def _noise(middle: float) -> float:
    """The standard deviation of which the residuals' median size is `middle`, if either side has the noise."""
    middle = min(middle, 0.99)
    if middle <= _LEAST_NOISE:
        return _LEAST_NOISE
    from scipy.optimize import brentq  # here, since it takes half a second to load

    def above(sigma: float) -> float:
        both = ndtr(middle / sigma) + ndtr(middle / (1 - middle) / sigma)
        return float(both) - 1.5

    return float(brentq(above, middle, 400 * middle))


def _scores(residuals: Floats, noise: float) -> Floats:
    """Normal scores of residuals: float [leaves]."""
    size = np.abs(residuals)
    tails = log_ndtr(-size / noise), log_ndtr(-size / np.maximum(1 - size, 1e-9) / noise)
    scores: Floats = np.sign(residuals) * -ndtri_exp(np.logaddexp(*tails) - np.log(2))
    return scores
