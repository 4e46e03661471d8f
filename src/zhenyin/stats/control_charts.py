"""Control charts: what a process should bring, its limits, and where it leaves them."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats

_D2 = 1.128  # mean range of two draws of a unit normal
SIGMAS = 3.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of events per unit: float [..., weeks] each; z: how many sigmas a week lies off its centre."""

    value: Floats
    centre: Floats
    low: Floats
    high: Floats
    z: Floats


def u_chart(counts: Floats, base: Floats, rate: Floats | None = None, sigmas: float = SIGMAS) -> Chart:
    """Events per unit with limits for the size of each week. counts, base: float [..., weeks].

    rate: the level held against, float [..., weeks] or [..., 1]; None for the mean of all weeks given.
    Source: D. C. Montgomery, "Introduction to Statistical Quality Control", section 7.3.

    >>> chart = u_chart(np.array([4.0, 9.0, 50.0]), np.array([10.0, 20.0, 40.0]), np.array([0.5]))
    >>> chart.z.round(2).tolist(), chart.high.round(2).tolist()
    ([-0.45, -0.32, 6.71], [1.17, 0.97, 0.84])
    """
    return _chart(counts, base, _level(counts, base, rate), 1.0, sigmas)


def laney_chart(counts: Floats, base: Floats, rate: Floats | None = None, sigmas: float = SIGMAS) -> Chart:
    """The u' chart: limits as wide as the weeks really vary, so that large counts do not alarm by chance.

    The sigma of chance is multiplied by the mean moving range of z over 1.128, never below 1 here: a slice with few
    events looks calmer than chance. Arguments as of `u_chart`.
    Source: D. B. Laney, "Improved control charts for attributes", Quality Engineering 14 (2002).

    >>> chart = laney_chart(np.array([100.0, 140, 90, 150, 100]), np.full(5, 100.0), np.array([1.0]))
    >>> chart.z.round(2).tolist()
    [0.0, 0.9, -0.23, 1.13, 0.0]
    """
    level = _level(counts, base, rate)
    return _chart(counts, base, level, overdispersion_ratio(counts, base, level), sigmas)


def overdispersion_ratio(counts: Floats, base: Floats, rate: Floats) -> Floats:
    """By how many times the weeks vary more than chance, at least 1: float [..., 1]. Source: Laney (2002)."""
    z = _chart(counts, base, rate, 1.0, SIGMAS).z
    times: Floats = np.maximum(np.abs(np.diff(z, axis=-1)).mean(axis=-1, keepdims=True) / _D2, 1.0)
    return times


def cusum(steps: Floats, start: Floats | float = 0.0) -> Floats:
    """The upper cumulative sum, which falls to 0 and not below: float [..., weeks].

    steps: what each week adds; (x - target) / sigma - k for the tabular CUSUM, a log likelihood ratio for counts.
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
    """The mean of the past with weights that halve and halve again: float [..., weeks].

    weight: of the newest value, above 0 and at most 1, else ValueError. start: the level before the first week.
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
    """The variance of `ewma` for values with these variances: float [..., weeks]. Source: Roberts (1959)."""
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
