"""Failure forecast: first failures of the units in the field, in the months to come."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.reliability.cohorts import Cohorts
from zhenyin.reliability.weibull import WeibullLife

CONFIDENCE = 0.8
_DRAWS = 2_000


@dataclass(frozen=True, slots=True)
class FailureForecast:
    """Failures to come, with 80 % intervals.

    mean, low, high: float [months], failures a month. total, total_low, total_high: failures of all these months.
    """

    mean: Floats
    low: Floats
    high: Floats
    total: float
    total_low: float
    total_high: float

    def times(self, factor: float) -> "FailureForecast":
        """The forecast in another unit, such as money. factor: of that unit per failure."""
        months = (factor * self.mean, factor * self.low, factor * self.high)
        return FailureForecast(*months, factor * self.total, factor * self.total_low, factor * self.total_high)


def forecast_failures(cohorts: Cohorts, life: WeibullLife, season: Floats, seed: int = 0) -> FailureForecast:
    """Failures of the units that are in the field now; units that are shipped later do not count.

    cohorts: units and their failures so far. life: the fitted life. season: float [months to come], seasonal factors, 1
    where nothing is known; the first month follows the last of the cohorts' calendar. seed: of the simulation. The interval
    covers the uncertainty of the life and chance.
    Source: L. A. Escobar and W. Q. Meeker, "Statistical prediction based on censored life data", Technometrics 41 (1999).

    >>> from zhenyin.reliability.life_table import life_table
    >>> from zhenyin.reliability.weibull import constant
    >>> cohorts = Cohorts(np.array([10_000.0]), np.array([0]), np.array([[10.0, 12.0, 8.0]]), np.ones(3))
    >>> found = forecast_failures(cohorts, constant(life_table(cohorts)), np.ones(2))
    >>> found.mean.round().tolist(), found.low[0] < 10 < found.high[0]
    ([10.0, 10.0], np.True_)
    """
    rng = np.random.default_rng(seed)
    draws = life.draw(_DRAWS, rng)
    now, age = cohorts.surviving()[:, -1], cohorts.months - cohorts.month
    if cohorts.share is not None:
        now = now * cohorts.share[:, -1]
    ages = int(age.max(initial=0)) + len(season)
    hazard = draws.hazard(ages)
    units = np.bincount(age, now, minlength=ages).astype(np.float64)
    expected = _expected(units, hazard, season)
    sampled = _counts(expected, life.dispersion, rng)
    low, high = np.quantile(sampled, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2], axis=0)
    total_low, total_high = np.quantile(sampled.sum(axis=1), [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    mean = expected.mean(axis=0)
    return FailureForecast(mean, low, high, float(mean.sum()), float(total_low), float(total_high))


def _expected(units: Floats, hazard: Floats, season: Floats) -> Floats:
    """float [lives, months to come]. units: float [ages], in the field now; they grow older by a month each month."""
    left = np.broadcast_to(units, hazard.shape).copy()
    expected = np.zeros((len(hazard), len(season)))
    for month, seasonal in enumerate(season):
        failing = left * np.minimum(hazard * seasonal, 1.0)
        expected[:, month] = failing.sum(axis=1)
        left = np.concatenate([np.zeros((len(left), 1)), (left - failing)[:, :-1]], axis=1)
    return expected


def _counts(expected: Floats, dispersion: float, rng: np.random.Generator) -> Floats:
    """Counts with this mean, and `dispersion` times its variance."""
    if dispersion > 1.001:
        size = np.maximum(expected, 1e-9) / (dispersion - 1)
        expected = rng.gamma(size) * (dispersion - 1)
    sampled: Floats = rng.poisson(expected).astype(np.float64)
    return sampled
