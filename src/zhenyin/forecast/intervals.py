"""How far from its forecast a count will lie: learned from forecasts of the past, made as if their future were unknown."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats, Ints

CONFIDENCE = 0.8
_PRIOR_WEIGHT = 20.0
"""A series' own spread is believed as much as that of all series together once it has so many forecasts."""
_CONTINUOUS = 3.0  # of fewer tickets an interval of whole numbers holds 80 % only by luck
_SCALES = (0.25, 4.0)


@dataclass(frozen=True, slots=True)
class ForecastVariance:
    """Variance of a count with forecast m, `ahead` steps away: scale² · own · (m + drift · m²).

    drift: float [steps], doubt about the level, which grows. own: float [series], about 1. scale: what makes the past's
    intervals hold as much as they say.
    """

    extra_variance: Floats
    series_factor: Floats
    scale: float

    def interval(
        self, mean: Floats, ahead: Ints, series: Ints, confidence: float = CONFIDENCE
    ) -> tuple[Floats, Floats]:
        """Low and high of counts, whole numbers; mean, ahead (from 0) and series: [points], or shapes that broadcast."""
        return _nearest(mean, self.scale**2 * self._raw(mean, ahead, series), confidence)

    def median(self, mean: Floats, ahead: Ints, series: Ints) -> Floats:
        """The count that is as often passed as not: the best guess where the size of an error is what counts."""
        return _quantile(mean, self.scale**2 * self._raw(mean, ahead, series), 0.5)

    def _raw(self, mean: Floats, ahead: Ints, series: Ints) -> Floats:
        extra_variance = self.extra_variance[np.minimum(ahead, len(self.extra_variance) - 1)]
        raw: Floats = self.series_factor[series] * (mean + extra_variance * mean**2)
        return raw


def fit(actual: Floats, mean: Floats, ahead: Ints, series: Ints, count: int) -> ForecastVariance:
    """From past forecasts and what came, all [points]; count: of the series.

    The scale is set last, so that 80 % of the past lies within: split conformal prediction with the intervals of a
    negative binomial law as the score. Series of few tickets are left out of that: whole numbers overshoot there.

    Source: Y. Romano, E. Patterson, E. Candès, "Conformalized quantile regression", NeurIPS (2019).
    """
    extra_variance = _extra_variance(actual, mean, ahead)
    shape = ForecastVariance(extra_variance, np.ones(count), 1.0)
    standard = (actual - mean) ** 2 / np.maximum(shape._raw(mean, ahead, series), 1e-9)
    # Chance apart, a spread is not smaller than Poisson's; what seems so is mostly luck.
    sums = np.bincount(series, np.minimum(standard, 25.0), minlength=count) + _PRIOR_WEIGHT
    series_factor = sums / (np.bincount(series, minlength=count) + _PRIOR_WEIGHT)
    large = mean >= _CONTINUOUS
    if large.sum() < 40:
        return ForecastVariance(extra_variance, series_factor, 1.0)
    low, high = _SCALES
    for _ in range(20):
        scale = float(np.sqrt(low * high))
        bottom, top = ForecastVariance(extra_variance, series_factor, scale).interval(
            mean[large], ahead[large], series[large]
        )
        inside = float(((actual[large] >= bottom) & (actual[large] <= top)).mean())
        low, high = (scale, high) if inside < CONFIDENCE else (low, scale)
    return ForecastVariance(extra_variance, series_factor, high)


def _extra_variance(actual: Floats, mean: Floats, ahead: Ints) -> Floats:
    """float [steps]: variance beyond Poisson's, relative to the square of the mean; it does not shrink with distance."""
    steps = int(ahead.max(initial=0)) + 1
    beyond = np.bincount(ahead, (actual - mean) ** 2 - mean, minlength=steps)
    weight = np.bincount(ahead, mean**2, minlength=steps)
    # Neighbouring steps are pooled: one step alone is seen too seldom.
    width = max(steps // 4, 1)
    kernel = np.ones(2 * width + 1)
    smooth = np.convolve(beyond, kernel, "same") / np.maximum(np.convolve(weight, kernel, "same"), 1e-9)
    return np.asarray(np.maximum.accumulate(np.maximum(smooth, 0.0)))


def _nearest(mean: Floats, variance: Floats, confidence: float) -> tuple[Floats, Floats]:
    """The interval of whole numbers around the middle that holds as nearly so much as whole numbers can.

    Quantiles alone hold more: with half a ticket expected a day, 0 to 1 holds 91 %.
    """
    tail = (1 - confidence) / 2
    low, high = _quantile(mean, variance, tail), _quantile(mean, variance, 1 - tail)
    best = (low, high)
    least = np.abs(_coverage(mean, variance, low, high) - confidence)
    for up, down in ((1, 0), (0, 1), (1, 1)):
        narrow = (low + up, np.maximum(high - down, low + up))
        off = np.abs(_coverage(mean, variance, *narrow) - confidence)
        better = off < least
        best = (np.where(better, narrow[0], best[0]), np.where(better, narrow[1], best[1]))
        least = np.where(better, off, least)
    return best


def _coverage(mean: Floats, variance: Floats, low: Floats, high: Floats) -> Floats:
    from scipy.stats import nbinom  # here and below, since it takes a second to load

    size, chance = _law(mean, variance)
    covered: Floats = nbinom.cdf(high, size, chance) - nbinom.cdf(low - 1, size, chance)
    return covered


def _quantile(mean: Floats, variance: Floats, q: float) -> Floats:
    from scipy.stats import nbinom

    found: Floats = nbinom.ppf(q, *_law(mean, variance))
    return found


def _law(mean: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """Size and chance of the negative binomial law with this mean and variance (at least slightly above the mean)."""
    mean = np.maximum(mean, 1e-6)
    variance = np.maximum(variance, mean * 1.001)
    return mean**2 / (variance - mean), mean / variance
