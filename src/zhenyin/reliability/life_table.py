"""Life tables: first failures and units at risk by months in service, and the share without failure."""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaincinv

from zhenyin.core.arrays import Floats
from zhenyin.reliability.cohorts import Cohorts
from zhenyin.stats.intervals import Z_95


@dataclass(frozen=True, slots=True)
class LifeTable:
    """By whole months in service: units that failed for the first time, `failed`, and units at risk, `at_risk`.

    float [ages], both. Units leave the risk by failing or by being too young (right censoring), and may enter it late (left
    truncation). season: float [ages], the mean seasonal factor of the months in which each age was observed, 1 on average
    over a year, so that a season is not taken for wear; None for no season.
    """

    failed: Floats
    at_risk: Floats
    season: Floats | None = None

    @property
    def ages(self) -> int:
        """Number of ages."""
        return len(self.failed)

    def rate(self) -> Floats:
        """float [ages]: the share of those at risk that failed in a month; NaN where none was at risk."""
        with np.errstate(divide="ignore", invalid="ignore"):
            rate: Floats = np.where(self.at_risk > 0, np.minimum(self.failed / self.at_risk, 1.0), np.nan)
        return rate

    def rate_interval(self) -> tuple[Floats, Floats]:
        """95 % intervals of the rates, float [ages] each.

        Source: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936).
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            low = np.where(self.failed > 0, gammaincinv(self.failed, 0.025) / self.at_risk, 0.0)
            high = gammaincinv(self.failed + 1, 0.975) / self.at_risk
        unknown = self.at_risk <= 0
        return np.where(unknown, np.nan, low), np.where(unknown, np.nan, np.minimum(high, 1.0))


@dataclass(frozen=True, slots=True)
class Survival:
    """The share without failure at the end of each age, with its 95 % interval low, high. float [ages], all."""

    share: Floats
    low: Floats
    high: Floats


def life_table(cohorts: Cohorts, season: Floats | None = None) -> LifeTable:
    """The life table of cohorts, summed by age. season: float [months], seasonal factors, 1 on average over a year.

    Source: J. D. Kalbfleisch, J. F. Lawless and J. A. Robinson, Technometrics 33 (1991), section 2.

    >>> two = Cohorts(np.array([100.0, 50.0]), np.array([0, 1]), np.array([[1.0, 4.0], [0.0, 2.0]]), np.ones(2))
    >>> life_table(two)
    LifeTable(failed=array([3., 4.]), at_risk=array([150.,  99.]), season=None)
    """
    age, risk = cohorts.age(), cohorts.at_risk()
    alive = age >= 0
    size = int(age.max(initial=0)) + 1

    def by_age(values: Floats) -> Floats:
        total: Floats = np.bincount(age[alive], values[alive], minlength=size).astype(np.float64)
        return total

    failed, at_risk = by_age(cohorts.failed if cohorts.own is None else cohorts.own), by_age(risk)
    if season is None:
        return LifeTable(failed, at_risk)
    seasonal = by_age(risk * season[None, :]) / np.maximum(at_risk, 1e-12)
    return LifeTable(failed, at_risk, np.where(at_risk > 0, seasonal, 1.0))


def kaplan_meier(table: LifeTable) -> Survival:
    """The product-limit estimate of survival, with Greenwood's error on the log-log scale.

    table: failures and units at risk by age. After an age without units at risk all is NaN; where all at risk have failed,
    the interval is NaN.

    Source: E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American
    Statistical Association 53 (1958); J. D. Kalbfleisch, R. L. Prentice, "The Statistical Analysis of Failure Time
    Data" (2002), section 1.4, for the interval.

    >>> kaplan_meier(LifeTable(np.array([3.0, 4.0]), np.array([150.0, 99.0]))).share.round(3).tolist()
    [0.98, 0.94]
    """
    known = np.cumprod(table.at_risk > 0).astype(bool)
    at_risk: Floats = np.where(known, np.maximum(table.at_risk, table.failed), np.nan)
    share: Floats = np.asarray(np.cumprod(1 - table.failed / at_risk), dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(np.cumsum(table.failed / (at_risk * (at_risk - table.failed))))
        wide = np.exp(Z_95 * error / np.log(share))
        low, high = share ** (1 / wide), share**wide
    whole = share >= 1
    low = np.where(whole, 1.0, np.where(share > 0, low, np.nan))
    return Survival(share, low, np.where(whole, 1.0, high))
