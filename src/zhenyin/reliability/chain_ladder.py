"""Chain-ladder: cumulative failures of young cohorts grow on as those of older ones did. The benchmark of forecasts."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.reliability.cohorts import Cohorts


@dataclass(frozen=True, slots=True)
class ChainLadder:
    """A developed triangle.

    factors: float [ages - 1], growth from one age to the next. sigma2: float [ages - 1], its variance per failure.
    ultimate: float [cohorts], failures at the last age. standard_error: of the sum of all failures still to come.
    """

    factors: Floats
    sigma2: Floats
    ultimate: Floats
    standard_error: float


def chain_ladder(triangle: Floats) -> ChainLadder:
    """The chain-ladder forecast of a triangle, with Mack's standard error.

    triangle: float [cohorts, ages], cumulative failures, NaN where not known yet; oldest cohort first. Raises ValueError
    where a cohort is not known at its first age.

    Source: T. Mack, "Distribution-free calculation of the standard error of chain ladder reserve estimates", ASTIN
    Bulletin 23 (1993), equations 3, 5 and 7 and the corollary for the sum.

    >>> found = chain_ladder(np.array([[100.0, 150.0], [200.0, np.nan]]))
    >>> found.factors.tolist(), found.ultimate.tolist()
    ([1.5], [150.0, 300.0])
    """
    known = np.isfinite(triangle)
    if not known[:, 0].all():
        raise ValueError("Every cohort must be known at its first age.")
    factors, sigma2 = _developed(triangle, known)
    full = _completed(triangle, factors)
    return ChainLadder(
        factors, sigma2, full[:, -1], float(np.sqrt(_squared_error(triangle, known, full, factors, sigma2)))
    )


def triangle_of(cohorts: Cohorts) -> Floats:
    """Cumulative failures by age, float [cohorts, ages], oldest cohort first; NaN for ages that are not over.

    cohorts: units and their first failures. Source: Mack (1993), the run-off triangle.

    >>> triangle_of(Cohorts(np.array([9.0, 9.0]), np.array([0, 1]), np.array([[1.0, 2.0], [0.0, 1.0]]), np.ones(2))).tolist()
    [[1.0, 3.0], [1.0, nan]]
    """
    order = np.argsort(cohorts.month, kind="stable")
    cohorts_failed, first = cohorts.failed[order], cohorts.month[order]
    triangle = np.full((len(first), cohorts.months), np.nan)
    for row, (failed, month) in enumerate(zip(cohorts_failed, first.tolist(), strict=True)):
        triangle[row, : cohorts.months - month] = np.cumsum(failed[month:])
    return triangle


def to_come(cohorts: Cohorts, months: int) -> Floats:
    """Failures expected of the cohorts in each of the next months: float [months].

    Ages that no cohort has reached add nothing, and a cohort without failures so far is expected to have none.
    Source: Mack (1993).

    >>> cohorts = Cohorts(np.array([9.0, 9.0]), np.array([0, 1]), np.array([[1.0, 2.0], [0.0, 1.0]]), np.ones(2))
    >>> to_come(cohorts, 2).tolist()
    [2.0, 0.0]
    """
    triangle = triangle_of(cohorts)
    known = np.isfinite(triangle)
    factors, _ = _developed(triangle, known)
    full = _completed(triangle, factors)
    full = np.concatenate([full, np.repeat(full[:, -1:], months, axis=1)], axis=1)
    last = known.sum(axis=1) - 1
    rows = np.arange(len(full))
    return np.array([(full[rows, last + m + 1] - full[rows, last + m]).sum() for m in range(months)])


def _developed(triangle: Floats, known: np.ndarray) -> tuple[Floats, Floats]:
    ages = triangle.shape[1]
    factors, sigma2 = np.ones(ages - 1), np.zeros(ages - 1)
    for k in range(ages - 1):
        both = known[:, k + 1]
        before, after = triangle[both, k], triangle[both, k + 1]
        if before.sum() <= 0:
            continue
        factors[k] = after.sum() / before.sum()
        if both.sum() > 1:
            some = before > 0
            sigma2[k] = (before[some] * (after[some] / before[some] - factors[k]) ** 2).sum() / (both.sum() - 1)
        elif k >= 2 and sigma2[k - 2] > 0:
            sigma2[k] = min(sigma2[k - 1] ** 2 / sigma2[k - 2], sigma2[k - 2], sigma2[k - 1])
    return factors, sigma2


def _completed(triangle: Floats, factors: Floats) -> Floats:
    full = triangle.copy()
    for k, factor in enumerate(factors):
        full[:, k + 1] = np.where(np.isfinite(full[:, k + 1]), full[:, k + 1], full[:, k] * factor)
    return full


def _squared_error(triangle: Floats, known: np.ndarray, full: Floats, factors: Floats, sigma2: Floats) -> float:
    """Mack's mean squared error of the sum of all cohorts' ultimates: process and estimation error together."""
    ages = triangle.shape[1]
    before = np.array([triangle[known[:, k + 1], k].sum() for k in range(ages - 1)])
    ratio = np.divide(sigma2, factors**2, out=np.zeros_like(sigma2), where=factors > 0)
    last = known.sum(axis=1) - 1
    total = 0.0
    for row, start in enumerate(last.tolist()):
        later = full[row + 1 :, -1].sum()
        for k in range(start, ages - 1):
            chance = 1 / full[row, k] if full[row, k] > 0 else 0.0
            doubt = 1 / before[k] if before[k] > 0 else 0.0
            own = full[row, -1] ** 2 * ratio[k] * (chance + doubt)
            total += own + full[row, -1] * later * 2 * ratio[k] * doubt
    return total
