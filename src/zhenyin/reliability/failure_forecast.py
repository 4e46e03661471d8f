"""How many units will fail in the months to come?"""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.reliability.cohorts import Cohorts
from zhenyin.reliability.weibull import WeibullLife

CONFIDENCE = 0.8
_DRAWS = 2_000


@dataclass(frozen=True, slots=True)
class FailureForecast:
    """Failures to come, month by month and in all, with their 80 % intervals. float [months] each; totals are floats."""

    mean: Floats
    low: Floats
    high: Floats
    total: float
    total_low: float
    total_high: float

    def times(self, factor: float) -> "FailureForecast":
        """The same in another unit, such as money."""
        months = (factor * self.mean, factor * self.low, factor * self.high)
        return FailureForecast(*months, factor * self.total, factor * self.total_low, factor * self.total_high)


def forecast_failures(cohorts: Cohorts, life: WeibullLife, season: Floats, seed: int = 0) -> FailureForecast:
    """What the units in the field now will bring; units that are shipped later are not counted.

    season: float [months to come], how busy each is (1 where nothing is known). The interval holds what is uncertain
    about the life and what is chance. The first month to come follows the last of the cohorts' calendar.
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
