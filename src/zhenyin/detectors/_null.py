"""How large scores become where nothing happened: slices drawn from what is usual."""

from dataclasses import dataclass, field

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.detectors import Detector, Settings
from zhenyin.stats.windows import SliceHistory

_DRAWS = 40_000
_TAIL = 0.01  # share of the draws that the exponential tail is fitted to
_LEAST_SEEN = 200  # alarms that the share of new ones is read from, at least


@dataclass(frozen=True, slots=True)
class Null:
    """Scores of one week where nothing happened, and of the week before: float [draws], largest first.

    Above `start` they fall off exponentially, by `excess` on average.
    """

    now: Floats = field(repr=False)
    before: Floats = field(repr=False)
    start: float
    excess: float

    def chance(self, score: float) -> float:
        """The chance of a new alarm, in one week and slice, at a threshold of this score; at most 1."""
        at = int(np.searchsorted(-self.now, -score, side="right"))
        share = at / len(self.now)
        if score > self.start:
            share = _TAIL * float(np.exp(-(score - self.start) / self.excess))
        return min(share * self._new(max(at, _LEAST_SEEN)), 1.0)

    def chances(self, scores: Floats) -> Floats:
        """`chance` of many scores: float, same shape."""
        return np.array([self.chance(float(score)) for score in scores.ravel()]).reshape(scores.shape)

    def threshold(self, chance: float) -> float:
        """The score that one slice passes anew with this chance in one week."""
        low, high = float(self.now[-1]), self.start + 40 * self.excess
        for _ in range(50):
            middle = (low + high) / 2
            low, high = (middle, high) if self.chance(middle) > chance else (low, middle)
        return high

    def _new(self, strongest: int) -> float:
        """Share of the strongest alarms that the week before had not."""
        at = min(strongest, len(self.now))
        return max(float(np.mean(self.before[:at] < self.now[at - 1])), 1 / len(self.now))


def simulate(detector: Detector, history: SliceHistory, settings: Settings) -> Null:
    """Draw slices, their rate given their history, and their last weeks given the rate; score the last two weeks.

    history: what is usual, with as many single weeks as the detector needs to score two.
    Source: parametric bootstrap; B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 6.
    """
    rng = np.random.default_rng(settings.seed)
    drawn = history.rows(rng.integers(0, len(history.past), _DRAWS))
    mean = _rates(rng, drawn)[:, None] * drawn.base
    if history.alpha > 0:
        mean = mean * (rng.standard_gamma(1 / history.alpha, mean.shape) * history.alpha)
    weeks = rng.poisson(mean).astype(np.float64)
    found = detector.score(SliceHistory(drawn.past, drawn.past_base, weeks, drawn.base, drawn.alpha), settings, 2)
    order = np.argsort(-found[:, 1], kind="stable")
    now, before = found[order, 1], found[order, 0]
    tail = now[: max(int(_DRAWS * _TAIL), 1)]
    return Null(now, before, float(tail[-1]), max(float(np.mean(tail - tail[-1])), 1e-3))


def _rates(rng: np.random.Generator, history: SliceHistory) -> Floats:
    """Rates that slices with such a history may have: gamma, as wide as its weeks vary: float [slices]."""
    at_risk = np.maximum(history.past_base, 1e-12)
    spread = 1 + history.alpha * history.past / at_risk * history.base.mean(axis=1)
    rates: Floats = rng.standard_gamma(np.maximum(history.past / spread, 1e-9)) * spread / at_risk
    return rates
