"""Control charts: centre line, control limits, and standard scores of counts per week."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats

_D2 = 1.128  # mean range of two draws of a unit normal
SIGMAS = 3.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of events per unit, each field float [..., weeks].

    value: events per unit. centre: the expected value. low, high: control limits, low at least 0. z: sigmas off the centre.
    """

    value: Floats
    centre: Floats
    low: Floats
    high: Floats
    z: Floats


def u_chart(counts: Floats, base: Floats, rate: Floats | None = None, sigmas: float = SIGMAS) -> Chart:
    """The u chart: events per unit with Poisson limits for the exposure of each week.

    counts, base: float [..., weeks], events and exposure. rate: centre line, events per unit, float [..., weeks] or
    [..., 1]; None for the mean of all weeks given. sigmas: half the distance of the limits.
    Source: D. C. Montgomery, "Introduction to Statistical Quality Control", section 7.3.

    >>> chart = u_chart(np.array([4.0, 9.0, 50.0]), np.array([10.0, 20.0, 40.0]), np.array([0.5]))
    >>> chart.z.round(2).tolist(), chart.high.round(2).tolist()
    ([-0.45, -0.32, 6.71], [1.17, 0.97, 0.84])
    """
    return _chart(counts, base, _level(counts, base, rate), 1.0, sigmas)


def laney_chart(counts: Floats, base: Floats, rate: Floats | None = None, sigmas: float = SIGMAS) -> Chart:
    """The u' chart: limits widened by the over-dispersion of the weeks, so that large counts do not alarm by chance.

    counts, base, rate, sigmas: as of `u_chart`. The Poisson sigma is multiplied by the mean moving range of z over 1.128,
    and by 1 where that is less: with few events the moving range is too small.
    Source: D. B. Laney, "Improved control charts for attributes", Quality Engineering 14 (2002).

    >>> chart = laney_chart(np.array([100.0, 140, 90, 150, 100]), np.full(5, 100.0), np.array([1.0]))
    >>> chart.z.round(2).tolist()
    [0.0, 0.9, -0.23, 1.13, 0.0]
    """
    level = _level(counts, base, rate)
    return _chart(counts, base, level, overdispersion_ratio(counts, base, level), sigmas)


def overdispersion_ratio(counts: Floats, base: Floats, rate: Floats) -> Floats:
    """Standard deviation of the weeks over the Poisson one, at least 1: float [..., 1]. Arguments as of `u_chart`.

    counts, base, rate: float [..., weeks]. Source: Laney (2002), the sigma of z from moving ranges.

    >>> overdispersion_ratio(np.array([100.0, 140, 90, 150, 100]), np.full(5, 100.0), np.array([1.0])).round(2).tolist()
    [4.43]
    """
    z = _chart(counts, base, rate, 1.0, SIGMAS).z
    times: Floats = np.maximum(np.abs(np.diff(z, axis=-1)).mean(axis=-1, keepdims=True) / _D2, 1.0)
    return times


def cusum(steps: Floats, start: Floats | float = 0.0) -> Floats:
    """The upper cumulative sum, which is set to 0 where it would fall below: float [..., weeks].

    steps: float [..., weeks], what each week adds: (x - target) / sigma - k for the tabular CUSUM, a log likelihood ratio
    for counts. start: the sum before the first week, float [...] or one number.
    Source: E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954); J. M. Lucas, "Counted data CUSUM's",
    Technometrics 27 (1985).

    >>> cusum(np.array([1.0, -3.0, 2.0, 0.5])).tolist()
    [1.0, 0.0, 2.0, 2.5]
    """
    out = np.empty(steps.shape)
    level = np.broadcast_to(np.asarray(start, dtype=np.float64), steps.shape[:-1]).copy()
    for week in range(steps.shape[-1]):
        level = np.maximum(level + steps[..., week], 0.0)
        out[..., week] = level
    return out


def ewma(values: Floats, weight: float, start: Floats | float = 0.0) -> Floats:
    """Exponentially weighted moving average: float [..., weeks], in the unit of the values.

    values: float [..., weeks]. weight: of the newest value, above 0 and at most 1, else ValueError. start: the average
    before the first week, float [...] or one number.
    Source: S. W. Roberts, "Control chart tests based on geometric moving averages", Technometrics 1 (1959).

    >>> ewma(np.array([2.0, 4.0]), 0.5).tolist()
    [1.0, 2.5]
    """
    if not 0 < weight <= 1:
        raise ValueError(f"The newest value weighs above 0 and at most 1, got {weight}.")
    out = np.empty(values.shape)
    level = np.broadcast_to(np.asarray(start, dtype=np.float64), values.shape[:-1])
    for week in range(values.shape[-1]):
        level = weight * values[..., week] + (1 - weight) * level
        out[..., week] = level
    return out


def ewma_variance(variances: Floats, weight: float) -> Floats:
    """The variance of `ewma` for independent values with these variances: float [..., weeks].

    variances: float [..., weeks]. weight: as of `ewma`. Source: Roberts (1959).

    >>> ewma_variance(np.ones(2), 0.5).tolist()
    [0.25, 0.3125]
    """
    fading = 1 - (1 - weight) ** 2
    return ewma(variances * weight**2 / fading, fading)


def _level(counts: Floats, base: Floats, rate: Floats | None) -> Floats:
    if rate is not None:
        return rate
    mean: Floats = counts.sum(axis=-1, keepdims=True) / np.maximum(base.sum(axis=-1, keepdims=True), 1e-12)
    return mean


def _chart(counts: Floats, base: Floats, rate: Floats, times: Floats | float, sigmas: float) -> Chart:
    at_risk = np.maximum(base, 1e-12)
    centre = np.broadcast_to(rate, counts.shape)
    sigma = np.sqrt(centre / at_risk) * times
    value = counts / at_risk
    z = (value - centre) / np.maximum(sigma, 1e-12)
    return Chart(value, centre, np.maximum(centre - sigmas * sigma, 0.0), centre + sigmas * sigma, z)
