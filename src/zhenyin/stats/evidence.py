"""Evidence that a slice changed by a factor of its own, from sums over its leaves.

A model keeps a few numbers for each leaf, and the evidence for a slice needs no more than their sums over it: all slices of
all cuboids cost one pass. `gain` is the log likelihood ratio, in nats, of "this slice changed by its own factor and the rest
by another" against "all changed alike" (Kulldorff's two-sided scan statistic).

Source: M. Kulldorff, "A spatial scan statistic", Communications in Statistics: Theory
and Methods 26 (1997), eq. 2; J. Przyborowski and H. Wilenski, "Homogeneity of results
in testing samples from Poisson series", Biometrika 31 (1940) for the conditioning.
"""

from typing import Protocol, Self

import numpy as np

from zhenyin.core.arrays import Floats, Ints, Mask
from zhenyin.stats.odds import (
    LEAST_INFORMATION,
    LEAST_PER_CELL,
    estimate_log_odds_sd,
    information_of,
    log_odds,
    log_odds_moved,
    odds_ratio,
    share_of,
)

_ROUNDS = 4  # of fitting drift and factors in turn; converges geometrically
_DRIFT = 0.3  # how far, in logarithms, everything moves together without anything having happened
_RESTART_RATIO = 1.2  # a variation so many times the assumed one makes a search start again
_INTEGER_TOLERANCE = 1e-6  # how near to a whole number a multiple of the reference must be


class Evidence(Protocol):
    """What the search needs from a model of the leaves. phi: variance over variance by chance, which divides evidence.

    `sums` are those of `parts` over one or more slices: one number or float [slices] for each part. Results have their
    shape. `slices` are masks, bool [leaves].
    """

    phi: float

    def parts(self) -> tuple[Floats, ...]:
        """The numbers whose sums over a slice are all that `gain` needs, each float [leaves]."""

    def gain(self, *sums: Floats) -> Floats:
        """Evidence in nats that slices with these sums changed by another factor than the rest."""

    def drift_prior_gain(self, *sums: Floats) -> Floats:
        """Log prior odds, nats, of the drift that is left when a slice is named.

        The likelihood cannot tell "the slice changed" from "everything else changed the other way". The prior can: a
        drift of everything near none is more probable than a large one.
        """

    def effect(self, *sums: Floats) -> Floats:
        """Change of slices against the rest, with its sign, as a log ratio or a share of their size."""

    def gain_against_expectation(self, *sums: Floats) -> Floats:
        """Evidence in nats of a factor of its own against the present expectation, and not against the rest."""

    def moved(self, *sums: Floats) -> Floats:
        """Change of slices against the present expectation, in the measure of `effect`."""

    def joint_gain(self, sums: list[tuple[float, ...]]) -> float:
        """Evidence in nats when each disjoint part has its own factor. sums: those of `parts`, for each of them."""

    def within(self, leaves: Ints) -> Self:
        """The same model for some of the leaves. leaves: int [n], their indices."""

    def weight(self) -> Floats:
        """Weight of each leaf: float [leaves], in expected events for counts."""

    def fit(self, slices: list[Mask]) -> None:
        """Give slices their own factors, so that `gain` measures what is not explained by them."""

    def reference(self, slices: list[Mask]) -> Self:
        """The same model with the drift of the leaves outside the slices and without factors of their own."""

    def reestimate_noise(self) -> bool:
        """Estimate the noise again from the residuals. True when it is larger: then it is set, and no slice is explained."""


class Counts:
    """Events now against events before, given their total: binomial with a known share. A model of `Evidence`.

    now, total: float [leaves], events now, and now and before together. share: float [leaves], the part of `total` expected
    now if nothing changed, in (0, 1): exposure now / (exposure now + exposure before). phi: variance over binomial variance,
    at least 1. log_odds_sd: standard deviation of the log odds of leaves beyond that; estimated from the leaves when None.
    A leaf counts for at most 1 / log_odds_sd^2 events, however many it has, as all of them share its own deviation.
    Source of `log_odds_sd`: R. DerSimonian and N. Laird, "Meta-analysis in clinical trials", Controlled Clinical Trials 7
    (1986), with a median in place of the mean, which the slices sought for would move.

    >>> model = Counts(np.array([30.0, 10.0]), np.array([40.0, 20.0]), np.array([0.5, 0.5]), log_odds_sd=0.0)
    >>> model.expected.round(1).tolist(), model.gain(*model.parts()).round(2).tolist()
    ([26.7, 13.3], [1.83, 1.83])
    """

    def __init__(
        self, now: Floats, total: Floats, share: Floats, phi: float = 1.0, log_odds_sd: float | None = None
    ) -> None:
        self.now, self.total, self.share, self.phi = now, total, share, phi
        odds = log_odds_moved(now, total, share)
        informative = total * share * (1 - share) >= LEAST_INFORMATION
        self.log_odds_sd = (
            estimate_log_odds_sd(odds[informative], information_of(now, total)[informative])
            if log_odds_sd is None
            else log_odds_sd
        )
        self.fit([])

    def parts(self) -> tuple[Floats, ...]:
        """Events now, events in all, events expected now, as far as leaves are trusted."""
        return self.now * self.trust, self.total * self.trust, self.expected * self.trust

    def gain(self, *sums: Floats) -> Floats:
        """Log likelihood ratio against the rest, over phi."""
        rest = self._rest(sums)
        evidence: Floats = (_divergence(*sums) + _divergence(*rest)) / self.phi
        return evidence

    def effect(self, *sums: Floats) -> Floats:
        """Log odds ratio against the rest, with half an event added to each count."""
        effect: Floats = log_odds(*sums) - log_odds(*self._rest(sums))
        return effect

    def drift_prior_gain(self, *sums: Floats) -> Floats:
        """Log prior ratio of the drift of the rest to that of everything, nats; log drifts are normal around 0."""
        everything = [np.asarray(part.sum()) for part in self.parts()]
        drift_prior_gain: Floats = _log_prior(self.drift, *self._rest(sums)) - _log_prior(self.drift, *everything)
        return drift_prior_gain

    def _rest(self, sums: tuple[Floats, ...]) -> list[Floats]:
        return [whole.sum() - part for whole, part in zip(self.parts(), sums, strict=True)]

    def gain_against_expectation(self, *sums: Floats) -> Floats:
        """Log likelihood ratio against the present expectation, over phi."""
        evidence: Floats = _divergence(*sums) / self.phi
        return evidence

    def moved(self, *sums: Floats) -> Floats:
        """Log odds ratio against the present expectation."""
        return log_odds(*sums)

    def joint_gain(self, sums: list[tuple[float, ...]]) -> float:
        """Sum of the parts' log likelihood ratios, over phi. sums: those of `parts`, for each of the parts."""
        return sum(float(_divergence(*map(np.asarray, s))) for s in sums) / self.phi

    def within(self, leaves: Ints) -> "Counts":
        """The model on some leaves, with the present expectation and drift.

        The standard deviation of log odds is the larger of that of all leaves and that among these, as leaves that changed
        seldom changed by one factor.
        """
        part = object.__new__(type(self))
        part.now, part.total, part.phi = self.now[leaves], self.total[leaves], self.phi
        part.expected, part.drift = self.expected[leaves], self.drift
        part.share = share_of(part.expected, part.total)
        moved = log_odds_moved(part.now, part.total, part.share)
        information = information_of(part.now, part.total)
        informative = information >= LEAST_INFORMATION
        part.log_odds_sd = max(
            self.log_odds_sd, estimate_log_odds_sd(moved[informative], information[informative], least=LEAST_PER_CELL)
        )
        part.trust = 1 / (1 + part.log_odds_sd**2 * information)
        return part

    def weight(self) -> Floats:
        """Events expected now, as far as leaves are trusted."""
        return self.expected * self.trust

    def fit(self, slices: list[Mask]) -> None:
        """Fit one drift of everything and one factor on the odds of each slice, in turn. slices: bool [leaves] each."""
        self.trust = 1 / (1 + self.log_odds_sd**2 * information_of(self.now, self.total))
        now, total = self.now * self.trust, self.total * self.trust
        odds = self.share / (1 - self.share)
        self.drift = 0.0
        everything = np.ones(len(self.now), dtype=bool)
        for _ in range(_ROUNDS):
            for mask in [everything, *slices]:
                factor = odds_ratio(now[mask], total[mask], odds[mask])
                odds[mask] *= factor
                self.drift += float(np.log(factor)) if mask is everything else 0.0
        self.expected = self.total * odds / (1 + odds)

    def reference(self, slices: list[Mask]) -> "Counts":
        """All leaves against the drift of those outside the slices. slices: bool [leaves] each."""
        part = self.within(np.arange(len(self.now)))
        outside = ~np.logical_or.reduce([np.zeros(len(self.now), dtype=bool), *slices])
        odds = self.share / (1 - self.share)
        now, total = self.now * self.trust, self.total * self.trust
        for _ in range(_ROUNDS):
            odds = odds * odds_ratio(now[outside], total[outside], odds[outside])
        part.log_odds_sd, part.trust = self.log_odds_sd, self.trust
        part.expected = self.total * odds / (1 + odds)
        return part

    def reestimate_noise(self) -> bool:
        """Set `log_odds_sd` and `phi` from the residuals where these are a fifth larger than was assumed; else False."""
        share = share_of(self.expected, self.total)
        variance = self.total * share * (1 - share)
        informative = variance >= LEAST_INFORMATION
        moved = log_odds_moved(self.now, self.total, share)
        log_odds_sd = max(self.log_odds_sd, estimate_log_odds_sd(moved[informative], variance[informative], around=0.0))
        kept = self.total > 0
        assumed = (variance * (1 + log_odds_sd**2 * variance))[kept]
        squares = (self.now[kept] - self.expected[kept]) ** 2
        phi = max(float(squares.sum() / max(assumed.sum(), 1e-9)), 1.0)
        if log_odds_sd <= _RESTART_RATIO * self.log_odds_sd + 0.01 and phi <= _RESTART_RATIO * self.phi:
            return False
        self.log_odds_sd, self.phi = log_odds_sd, max(phi, self.phi)
        self.fit([])
        return True


def counts(real: Floats, expected: Floats, periods: float | None = None) -> Counts:
    """The model of counts against their mean over some reference periods.

    real: float [leaves], events now. expected: float [leaves], mean events per reference period. periods: how many periods
    the mean is of. When None it is the fewest that give such means (`reference_periods`), and 1,000, which is as good as
    exact, where none do.

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
    """The model of rates against their mean over some reference periods.

    events, exposure: now, float [leaves]. expected_events, expected_exposure: means per reference period, float [leaves];
    the unit of exposure cancels. periods: as of `counts`. Leaves without exposure, now and before, do not count; with
    exposure in one of both only, the share expected now is 1e-6 from 0 or 1.

    >>> model = rates(np.array([6.0]), np.array([10.0]), np.array([2.25]), np.array([10.0]))
    >>> model.total.tolist(), model.share.tolist()
    ([15.0], [0.2])
    """
    k = periods or reference_periods(expected_events) or 1_000.0
    at_risk = exposure + k * expected_exposure
    share = np.where(at_risk > 0, exposure / np.where(at_risk > 0, at_risk, 1.0), 0.5)
    valid = at_risk > 0
    now, before = events * valid, k * expected_events * valid
    return Counts(now, now + before, np.clip(share, 1e-6, 1 - 1e-6))


def reference_periods(expected: Floats, most: int = 60) -> int:
    """The fewest periods whose mean of whole counts can be `expected`, float [leaves]; 0 if more than `most`.

    >>> reference_periods(np.array([0.25, 1.5, 2.0])), reference_periods(np.array([0.1234567]))
    (4, 0)
    """
    for k in range(1, most + 1):
        scaled = expected * k
        if np.all(np.abs(scaled - np.round(scaled)) <= _INTEGER_TOLERANCE * np.maximum(scaled, 1.0)):
            return k
    return 0


def _divergence(now: Floats, total: Floats, expected: Floats) -> Floats:
    """Binomial log likelihood ratio of the observed share against the expected one."""
    return np.maximum(_xlog(now, expected) + _xlog(total - now, total - expected), 0.0)


def _log_prior(drift: float, now: Floats, total: Floats, expected: Floats) -> Floats:
    """Of a log drift that these events show on top of `drift`; the fewer they are, the less it says."""
    before, left = total - now, total - expected
    more = np.log((now + 0.5) / (before + 0.5) * (left + 0.5) / (expected + 0.5))
    variance: Floats = _DRIFT**2 + 1 / (now + 0.5) + 1 / (before + 0.5)
    return -((drift + more) ** 2) / (2 * variance)


def _xlog(a: Floats, b: Floats) -> Floats:
    positive = a > 0
    ratio = np.where(positive, a, 1.0) / np.where(positive, np.maximum(b, 1e-12), 1.0)
    return np.where(positive, a * np.log(ratio), 0.0)
