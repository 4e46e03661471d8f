"""How much a slice speaks against "nothing happened here", added up from its leaves.

Both models keep per-leaf numbers that only need to be summed over a slice, so that the
evidence for every slice of every cuboid costs one pass of sums. `gain` is in nats: the
log likelihood ratio of "this slice moved by its own factor, the rest by another" against
"all moved alike" (Kulldorff's two-sided scan statistic).

Source: M. Kulldorff, "A spatial scan statistic", Communications in Statistics: Theory
and Methods 26 (1997), eq. 2; J. Przyborowski and H. Wilenski, "Homogeneity of results
in testing samples from Poisson series", Biometrika 31 (1940) for the conditioning.
"""

from typing import Protocol, Self

import numpy as np

from zhenyin.stats.lattice import Floats, Ints, Mask

_ROUNDS = 4  # of fitting drift and factors in turn; converges geometrically
_DRIFT = 0.3  # how far, in logarithms, everything moves together without anything having happened
_WHOLE = 1e-6  # how near to a whole number a multiple of the reference must be


class Evidence(Protocol):
    """What the search needs from a model of the leaves."""

    phi: float

    def parts(self) -> tuple[Floats, ...]:
        """Per-leaf numbers whose sums over a slice are all `gain` needs."""

    def gain(self, *sums: Floats) -> Floats:
        """Evidence in nats that slices with these sums moved apart from the rest."""

    def calm(self, *sums: Floats) -> Floats:
        """Evidence in nats that the rest of a slice is nearer to no drift than everything is.

        A slice and its complement explain a change alike: one has moved, or all but the other has. The less moved, the
        likelier.
        """

    def alone(self, *sums: Floats) -> Floats:
        """Evidence in nats against the present expectation itself, not against the rest."""

    def together(self, sums: list[tuple[float, ...]]) -> float:
        """Evidence in nats when each of these disjoint parts has its own factor."""

    def within(self, leaves: Ints) -> Self:
        """The same model for some of the leaves only."""

    def weight(self) -> Floats:
        """How much each leaf can say: [leaves]."""

    def fit(self, slices: list[Mask]) -> None:
        """Explain the slices: afterwards only what they leave over counts."""

    def residual_dispersion(self) -> float:
        """Variance of what is left over, as a multiple of what the model expects."""


class Counts:
    """Events now against events before, given their total: binomial with a known share.

    now, total: float arrays [leaves], events now, and now and before together.
    share: float array [leaves], the part of `total` expected now if nothing changed:
    exposure now / (exposure now + exposure before), in (0, 1).
    phi: variance over binomial variance (at least 1).
    """

    def __init__(self, now: Floats, total: Floats, share: Floats, phi: float = 1.0) -> None:
        self.now, self.total, self.share, self.phi = now, total, share, phi
        self.expected = total * share
        self.drift = 0.0
        self.fit([])

    def parts(self) -> tuple[Floats, ...]:
        """Events now, events in all, events expected now."""
        return self.now, self.total, self.expected

    def gain(self, *sums: Floats) -> Floats:
        """Log likelihood ratio against the rest, over phi."""
        now, total, expected = sums
        rest = (self.now.sum() - now, self.total.sum() - total, self.expected.sum() - expected)
        evidence: Floats = (_divergence(now, total, expected) + _divergence(*rest)) / self.phi
        return evidence

    def calm(self, *sums: Floats) -> Floats:
        """Log prior ratio of the drift of the rest to that of everything; drifts are normal around none on the log."""
        everything = (self.now.sum(), self.total.sum(), self.expected.sum())
        rest = [whole - part for whole, part in zip(everything, sums, strict=True)]
        calm: Floats = _log_prior(self.drift, *rest) - _log_prior(self.drift, *map(np.asarray, everything))
        return calm

    def alone(self, *sums: Floats) -> Floats:
        """Log likelihood ratio against the present expectation, over phi."""
        now, total, expected = sums
        return _divergence(now, total, expected) / self.phi

    def together(self, sums: list[tuple[float, ...]]) -> float:
        """Sum of the parts' log likelihood ratios, over phi."""
        return sum(float(_divergence(*map(np.asarray, s))) for s in sums) / self.phi

    def within(self, leaves: Ints) -> "Counts":
        """The model with the present expectation, on some leaves, not recentred."""
        part = object.__new__(type(self))
        part.now, part.total, part.phi = self.now[leaves], self.total[leaves], self.phi
        part.share = _share(self.expected[leaves], part.total)
        part.expected = self.expected[leaves]
        return part

    def weight(self) -> Floats:
        """Events expected now."""
        return self.expected

    def fit(self, slices: list[Mask]) -> None:
        """Give everything one drift and every slice a factor on the odds, in turn."""
        odds = self.share / (1 - self.share)
        self.drift = 0.0
        everything = np.ones(len(self.now), dtype=bool)
        for _ in range(_ROUNDS):
            for mask in [everything, *slices]:
                factor = _odds_ratio(self.now[mask], self.total[mask], odds[mask])
                odds[mask] *= factor
                self.drift += float(np.log(factor)) if mask is everything else 0.0
        self.expected = self.total * odds / (1 + odds)

    def residual_dispersion(self) -> float:
        """Pearson's chi-square over the leaves that have events."""
        kept = self.total > 0
        share = _share(self.expected, self.total)[kept]
        variance = self.total[kept] * share * (1 - share)
        squares = (self.now[kept] - self.expected[kept]) ** 2
        return float(squares.sum() / max(variance.sum(), 1e-9))


class Amounts:
    """Real against expected amounts: an empirical null with multiplicative noise.

    real, expected: float arrays [leaves], at least 0. The residual is the difference over
    the larger of both: bounded, symmetric, and no heavier-tailed than the normal whether
    the noise lies in the forecast or in the amount. Its scale comes from the leaves.
    Source: B. Efron, "Large-scale simultaneous hypothesis testing: the choice of a null
    hypothesis", Journal of the American Statistical Association 99 (2004).
    """

    def __init__(self, real: Floats, expected: Floats, phi: float = 1.0) -> None:
        self.phi = phi
        self.size = np.maximum(real, expected)
        size = np.where(self.size > 0, self.size, 1.0)
        self.raw = np.where(self.size > 0, (real - expected) / size, 0.0)
        self.fit([])

    def parts(self) -> tuple[Floats, ...]:
        """Number of leaves, sum of residuals, sum of their squares."""
        return self.kept, self.z, self.z**2

    def gain(self, *sums: Floats) -> Floats:
        """Evidence of a shifted mean against the rest's mean, over phi."""
        n, z, _ = sums
        total_n, total_z = self.kept.sum(), self.z.sum()
        rest_n = np.maximum(total_n - n, 1.0)
        shift = z / np.maximum(n, 1.0) - (total_z - z) / rest_n
        evidence: Floats = shift**2 * n * rest_n / np.maximum(n + rest_n, 1.0) / (2 * self.phi)
        return evidence

    def calm(self, *sums: Floats) -> Floats:
        """0: where the noise is multiplicative, the untouched leaves tell the drift."""
        return np.zeros_like(sums[0])

    def alone(self, *sums: Floats) -> Floats:
        """Evidence of a mean other than 0, over phi."""
        n, z, _ = sums
        evidence: Floats = z**2 / np.maximum(n, 1.0) / (2 * self.phi)
        return evidence

    def together(self, sums: list[tuple[float, ...]]) -> float:
        """Evidence when each part has its own mean and all have one own variance."""
        n = sum(s[0] for s in sums)
        squares = sum(s[2] for s in sums)
        left = squares - sum(s[1] ** 2 / max(s[0], 1.0) for s in sums)
        variance = max(left / max(n, 1.0), 1.0)
        return 0.5 * (squares - n * float(np.log(variance)) - left / variance) / self.phi

    def within(self, leaves: Ints) -> "Amounts":
        """The model with the present residuals, on some leaves, not recentred."""
        part = object.__new__(type(self))
        part.phi, part.kept, part.z = self.phi, self.kept[leaves], self.z[leaves]
        part.raw, part.size = part.z, part.kept
        return part

    def weight(self) -> Floats:
        """1 for a leaf that exists."""
        return self.kept

    def fit(self, slices: list[Mask]) -> None:
        """Take out the drift of the untouched leaves; explained leaves say no more."""
        kept = self.size > 0
        for mask in slices:
            kept = kept & ~mask
        free = kept if kept.sum() > 1 else self.size > 0
        centre, scale = _centre_and_scale(self.raw[free])
        self.noise = scale
        self.kept = kept.astype(float)
        self.z = (self.raw - centre) / scale * self.kept

    def residual_dispersion(self) -> float:
        """1: the scale of the noise is already estimated from the leaves."""
        return 1.0


def counts(real: Floats, expected: Floats, periods: float | None = None) -> Counts:
    """Counts against the mean of some reference periods.

    real: float [leaves], events now. expected: float [leaves], mean events per
    reference period. periods: how many periods the mean is of; found from the steps
    of `expected` when None, and treated as exact (no noise) when it has none.

    >>> model = counts(np.array([8.0, 2.0]), np.array([2.25, 2.5]))
    >>> model.total.tolist()
    [17.0, 12.0]
    """
    k = periods or reference_periods(expected) or 1_000.0
    return Counts(real, real + k * expected, np.full(len(real), 1 / (1 + k)))


def rates(
    events: Floats,
    exposure: Floats,
    expected_events: Floats,
    expected_exposure: Floats,
    periods: float | None = None,
) -> Counts:
    """Events over exposure now against the mean of some reference periods.

    All float [leaves]; units of exposure cancel. Leaves without exposure on both sides
    take no part; exposure on one side only pins the share just inside (0, 1).
    """
    k = periods or reference_periods(expected_events) or 1_000.0
    at_risk = exposure + k * expected_exposure
    share = np.where(at_risk > 0, exposure / np.where(at_risk > 0, at_risk, 1.0), 0.5)
    valid = at_risk > 0
    now, before = events * valid, k * expected_events * valid
    return Counts(now, now + before, np.clip(share, 1e-6, 1 - 1e-6))


def reference_periods(expected: Floats, most: int = 60) -> int:
    """The fewest periods whose mean of whole counts can be `expected`; 0 if none.

    >>> reference_periods(np.array([0.25, 1.5, 2.0])), reference_periods(np.array([0.1234567]))
    (4, 0)
    """
    for k in range(1, most + 1):
        scaled = expected * k
        if np.all(np.abs(scaled - np.round(scaled)) <= _WHOLE * np.maximum(scaled, 1.0)):
            return k
    return 0


def _divergence(now: Floats, total: Floats, expected: Floats) -> Floats:
    """Binomial log likelihood ratio of the observed share against the expected one."""
    return np.maximum(_xlog(now, expected) + _xlog(total - now, total - expected), 0.0)


def _log_prior(drift: float, now: Floats, total: Floats, expected: Floats) -> Floats:
    """Of a log drift that these events show on top of `drift`; the fewer they are, the less it says."""
    before, left = total - now, total - expected
    more = np.log((now + 0.5) / (before + 0.5) * (left + 0.5) / (expected + 0.5))
    spread: Floats = _DRIFT**2 + 1 / (now + 0.5) + 1 / (before + 0.5)
    return -((drift + more) ** 2) / (2 * spread)


def _xlog(a: Floats, b: Floats) -> Floats:
    positive = a > 0
    ratio = np.where(positive, a, 1.0) / np.where(positive, np.maximum(b, 1e-12), 1.0)
    return np.where(positive, a * np.log(ratio), 0.0)


def _share(expected: Floats, total: Floats) -> Floats:
    share = np.where(total > 0, expected / np.where(total > 0, total, 1.0), 0.5)
    return np.clip(share, 1e-9, 1 - 1e-9)


def _odds_ratio(now: Floats, total: Floats, odds: Floats) -> float:
    """One Newton-like step to the common odds factor; half a count keeps it finite."""
    x, t = now.sum(), total.sum()
    m = (total * odds / (1 + odds)).sum()
    return float((x + 0.5) / (t - x + 0.5) * (t - m + 0.5) / (m + 0.5))


def _centre_and_scale(values: Floats) -> tuple[float, float]:
    """Median and 1.4826 times the median absolute deviation, the latter not 0."""
    centre = float(np.median(values)) if len(values) else 0.0
    scale = 1.4826 * float(np.median(np.abs(values - centre))) if len(values) else 1.0
    return centre, max(scale, 1e-6)
