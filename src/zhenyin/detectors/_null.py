"""Null distribution of scores: slices simulated from their baseline, in which no rate changes."""

from dataclasses import dataclass, field

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.detectors._model import DetectorSettings, Score
from zhenyin.stats.windows import SliceHistory

_DRAWS = 40_000
_TAIL = 0.01  # share of the draws that the exponential tail is fitted to
_LEAST_SEEN = 200  # alarms that the share of new ones is read from, at least


@dataclass(frozen=True, slots=True)
class Null:
    """Scores of one week under no change, `now`, and of the week before: float [draws], largest of `now` first.

    Above `start` the tail is exponential with mean `excess`.
    """

    now: Floats = field(repr=False)
    before: Floats = field(repr=False)
    start: float
    excess: float

    def chance(self, score: float) -> float:
        """Probability of a new alarm in one week and slice at a threshold of this score; at most 1."""
        at = int(np.searchsorted(-self.now, -score, side="right"))
        share = at / len(self.now)
        if score > self.start:
            share = _TAIL * float(np.exp(-(score - self.start) / self.excess))
        return min(share * self._new(max(at, _LEAST_SEEN)), 1.0)

    def chances(self, scores: Floats) -> Floats:
        """`chance` of many scores: float, same shape."""
        return np.array([self.chance(float(score)) for score in scores.ravel()]).reshape(scores.shape)

    def threshold(self, chance: float) -> float:
        """The score that one slice exceeds anew with the probability `chance` in one week."""
        low, high = float(self.now[-1]), self.start + 40 * self.excess
        for _ in range(50):
            middle = (low + high) / 2
            low, high = (middle, high) if self.chance(middle) > chance else (low, middle)
        return high

    def _new(self, strongest: int) -> float:
        """Share of the strongest alarms that had none the week before."""
        at = min(strongest, len(self.now))
        return max(float(np.mean(self.before[:at] < self.now[at - 1])), 1 / len(self.now))


def simulate(score: Score, history: SliceHistory, settings: DetectorSettings) -> Null:
    """Parametric bootstrap: draw slices, their rate given their history, and their last weeks given the rate.

    score: of the detector, applied to the last two weeks of each draw. history: of the baseline, with as many single
    weeks as a score of two weeks reads. settings: as of the score, with the seed of the simulation. Draws are negative
    binomial with the over-dispersion of the history.
    Source: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 6.

    >>> from zhenyin.detectors import DETECTORS
    >>> flat = SliceHistory(np.array([90.0]), np.array([30.0]), np.ones((1, 12)), np.ones((1, 12)))
    >>> null = simulate(DETECTORS["ewma"].score, flat, DetectorSettings(season=False))
    >>> null.chance(1.0) > null.chance(3.0)
    True
    """
    rng = np.random.default_rng(settings.seed)
    sampled = history.rows(rng.integers(0, len(history.past), _DRAWS))
    mean = _rates(rng, sampled)[:, None] * sampled.base
    if history.alpha > 0:
        mean = mean * (rng.standard_gamma(1 / history.alpha, mean.shape) * history.alpha)
    weeks = rng.poisson(mean).astype(np.float64)
    scores = score(SliceHistory(sampled.past, sampled.past_base, weeks, sampled.base, sampled.alpha), settings, 2)
    order = np.argsort(-scores[:, 1], kind="stable")
    now, before = scores[order, 1], scores[order, 0]
    tail = now[: max(int(_DRAWS * _TAIL), 1)]
    return Null(now, before, float(tail[-1]), max(float(np.mean(tail - tail[-1])), 1e-3))


def _rates(rng: np.random.Generator, history: SliceHistory) -> Floats:
    """One draw of each slice's rate: gamma, with the variance that its over-dispersed history leaves: float [slices]."""
    at_risk = np.maximum(history.past_base, 1e-12)
    dispersion = 1 + history.alpha * history.past / at_risk * history.base.mean(axis=1)
    rates: Floats = rng.standard_gamma(np.maximum(history.past / dispersion, 1e-9)) * dispersion / at_risk
    return rates
