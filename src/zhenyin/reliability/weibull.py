"""Weibull lives of a limited failure population: posterior distribution of shape, scale and the share that ever fails."""

import warnings
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.reliability.life_table import LifeTable

LEAST_FAILURES = 10
"""With fewer failures the shape cannot be estimated; see `constant`."""
_GRIDS = (17, 17, 17, 23)
_NEGLIGIBLE = 13.0  # nats below the best: what lies there has no weight
_SHAPES = (0.25, 14.0)
_PRIOR_SHAPE, _PRIOR_LOG_SHAPE_SD = 1.3, 0.8  # a log-normal prior: most parts wear out slowly, few at once
_LAGS = (-0.5, -0.25, 0.0, 0.25, 0.5)  # months between the age at which a fault is first seen and its true beginning
_SPENT = (-9.0, 9.0)  # logit of the share of the defective units that has failed by the last age


@dataclass(frozen=True, slots=True)
class WeibullLife:
    """A sample of lives with their posterior weights.

    Of all units the `share` fails in the end, and their lives are Weibull with `shape` and `scale` (months): float [lives]
    each. weight: float [lives], posterior probabilities, with sum 1. best: the maximum-likelihood (shape, scale, share), or
    None where the data has none. dispersion: variance of the failures of an age over Poisson variance, at least 1. start,
    before: lives may begin late; up to the age `start` a share of `before` of the units fails each month. lag: float
    [lives], by how many months each life begins later than `start`.
    """

    shape: Floats
    scale: Floats
    share: Floats
    weight: Floats
    best: tuple[float, float, float] | None
    dispersion: float
    lag: Floats
    start: int = 0
    before: float = 0.0

    def hazard(self, ages: int) -> Floats:
        """Of the units without failure when a calendar month begins, the share that fails in it: float [lives, ages]."""
        early = np.full((len(self.shape), min(self.start, ages)), self.before)
        later = _hazard(self.shape, self.scale, self.share, max(ages - self.start, 0), self.lag)
        return np.concatenate([early, later], axis=1)

    def bounds(self, values: Floats, confidence: float = 0.95) -> tuple[float, float, float]:
        """Posterior median and interval (median, low, high). values: float [lives]. confidence: nominal coverage."""
        order = np.argsort(values, kind="stable")
        mass = np.cumsum(self.weight[order])
        tail = (1 - confidence) / 2
        at = np.searchsorted(mass, [0.5, tail, 1 - tail]).clip(max=len(values) - 1)
        median, low, high = values[order][at].tolist()
        return median, low, high

    def draw(self, count: int, rng: np.random.Generator) -> "WeibullLife":
        """A sample of `count` lives with equal weights, by their posterior weights. rng: generator of random numbers."""
        chosen = rng.choice(len(self.weight), count, p=self.weight)
        even = np.full(count, 1 / count)
        sampled = {name: getattr(self, name)[chosen] for name in ("shape", "scale", "share", "lag")}
        return replace(self, weight=even, **sampled)


def fit(table: LifeTable, *, best: bool = True) -> WeibullLife:
    """The posterior distribution of lives, given a life table.

    table: failures and units at risk by age; a failure at age a happened between a - 1/2 and a + 1/2 months in service.
    best: whether to find the maximum of the likelihood, which takes a second. Raises ValueError below 10 failures.

    The maximum is surpyval's fit of a limited failure population. The curvature there gives no interval: with young units,
    a few bad ones that fail soon and many that fail late have nearly the same likelihood. So the posterior is evaluated on
    a grid over shape, share failed by now and share still to fail, refined around its mass. The prior is log-normal on the
    shape and flat on the logarithm of the shares. Over-dispersion divides the log likelihood.

    Source: W. Q. Meeker, "Limited failure population life tests", Technometrics 29 (1987); the grid is Bayes's rule.

    >>> true = WeibullLife(np.array([2.0]), np.array([30.0]), np.ones(1), np.ones(1), None, 1.0, np.zeros(1))
    >>> at_risk = np.linspace(10_000.0, 5_000.0, 36)
    >>> found = fit(LifeTable(true.hazard(36)[0] * at_risk, at_risk), best=False)
    >>> median, low, high = found.bounds(found.shape)
    >>> low < 2.0 < high
    True
    """
    return _fit(table, (0.0,), best)


def fit_from(table: LifeTable, start: int, *, best: bool = True) -> WeibullLife:
    """As `fit`, for a fault that begins at an age; before it, units fail at one constant rate.

    table, best: as of `fit`. start: the first age of the fault, whole months in service, at least 1 and below the ages of
    the table. Failures may begin on any day of that month and not only on its first, so that the prior has five lags of
    -1/2 to 1/2 months. Raises ValueError as `fit` does, and for another start.

    Source: as of `fit`, with a threshold parameter: W. Q. Meeker and L. A. Escobar, "Statistical Methods for Reliability
    Data" (1998), section 5.10.

    >>> at_risk = np.full(24, 1_000.0)
    >>> failed = np.where(np.arange(24) < 12, 1.0, np.arange(24) - 8.0)
    >>> life = fit_from(LifeTable(failed, at_risk), 12, best=False)
    >>> life.start, life.before
    (12, 0.001)
    """
    if not 0 < start < table.ages:
        raise ValueError(f"A start lies between 1 and {table.ages - 1}, got {start}.")
    season = None if table.season is None else table.season[start:]
    later = _fit(LifeTable(table.failed[start:], table.at_risk[start:], season), _LAGS, best)
    before = float(table.failed[:start].sum()) / max(float(table.at_risk[:start].sum()), 1e-12)
    return replace(later, start=start, before=before)


def constant(table: LifeTable, count: int = 400) -> WeibullLife:
    """Lives with one rate for all ages, for few failures: quantiles of its gamma posterior. count: number of lives.

    table: as of `fit`. Source: H. Jeffreys's prior of a Poisson rate; an exponential life is a Weibull one with shape 1.

    >>> life = constant(LifeTable(np.array([1.0, 2.0]), np.array([1_000.0, 900.0])))
    >>> [round(1_000 * rate, 2) for rate in life.bounds(1 / life.scale)]
    [1.67, 0.45, 4.25]
    """
    from scipy.stats import gamma

    watched = float((table.at_risk * _season(table)).sum())
    rate = gamma.ppf((np.arange(count) + 0.5) / count, table.failed.sum() + 0.5) / max(watched, 1e-12)
    even = np.ones(count)
    return WeibullLife(even, 1 / np.maximum(rate, 1e-12), even, even / count, None, 1.0, 0 * even)


def expected(life: WeibullLife, table: LifeTable) -> Floats:
    """Expected failures of each life at each age: float [lives, ages]. table: with the units at risk.

    Source: hazard times units at risk, W. Q. Meeker and L. A. Escobar (1998), section 2.2.

    >>> expected(constant(LifeTable(np.array([3.0]), np.array([900.0])), 1), LifeTable(np.zeros(1), np.ones(1))).shape
    (1, 1)
    """
    wanted: Floats = life.hazard(table.ages) * table.at_risk * _season(table)
    return wanted


def _fit(table: LifeTable, lags: tuple[float, ...], best: bool) -> WeibullLife:
    if table.failed.sum() < LEAST_FAILURES:
        raise ValueError(f"A life needs {LEAST_FAILURES} failures, got {table.failed.sum():g}.")
    draws, weight = _posterior(table, lags, 1.0)
    dispersion = _dispersion(table, draws, weight)
    if dispersion > 1:
        draws, weight = _posterior(table, lags, dispersion)
    kept = weight > weight.max() * 1e-5
    shape, scale, share, lag = draws[:, kept]
    most_probable = _best(table, float(draws[3, np.argmax(weight)])) if best else None
    return WeibullLife(shape, scale, share, weight[kept] / weight[kept].sum(), most_probable, dispersion, lag)


def _posterior(table: LifeTable, lags: tuple[float, ...], dispersion: float) -> tuple[Floats, Floats]:
    """Lives [4, lives] (the last is the lag) and their weights."""
    boxes = [_posterior_on_grid(table, lag, dispersion) for lag in lags]
    log_weights = np.concatenate([log_weights for _, log_weights in boxes])
    draws = np.concatenate(
        [np.vstack([own, np.full(len(log_weights), lag)]) for lag, (own, log_weights) in zip(lags, boxes, strict=True)],
        axis=1,
    )
    weight = np.exp(log_weights - log_weights.max())
    return draws, weight / weight.sum()


def _posterior_on_grid(table: LifeTable, lag: float, dispersion: float) -> tuple[Floats, Floats]:
    """Lives [3, lives] on a grid over the box that holds the weight, and the log of the weight of each."""
    box = _first_box(table)
    for size in _GRIDS:
        axes = [np.linspace(low, high, size) for low, high in box]
        grid = np.stack([side.ravel() for side in np.meshgrid(*axes, indexing="ij")])
        log_weights = _likelihood(table, grid, lag, dispersion)
        near = grid[:, log_weights > log_weights.max() - _NEGLIGIBLE]
        step = np.array([(high - low) / (size - 1) for low, high in box])
        box = [
            (max(float(side.min() - s), low), min(float(side.max() + s), high))
            for side, s, (low, high) in zip(near, step, box, strict=True)
        ]
    return np.stack(_parameters(table, grid)), log_weights + float(np.log(step).sum())


def _first_box(table: LifeTable) -> list[tuple[float, float]]:
    """Bounds of log shape, of the log share that has failed by the last age, and of the logit of what that is of all."""
    with np.errstate(divide="ignore", invalid="ignore"):
        known = np.nan_to_num(table.failed / np.maximum(table.at_risk, 1e-12))
    by_now = float(np.clip(1 - np.prod(1 - np.minimum(known, 0.9)), 1e-7, 0.98))
    wide = 6 / np.sqrt(table.failed.sum()) + 0.7
    shapes = (float(np.log(_SHAPES[0])), float(np.log(_SHAPES[1])))
    return [shapes, (np.log(by_now) - wide, min(np.log(by_now) + wide, -1e-4)), _SPENT]


def _parameters(table: LifeTable, grid: Floats) -> tuple[Floats, Floats, Floats]:
    """Shape, scale and share of the points of a grid; a share above 1 is none, and has no likelihood."""
    shape, by_now = np.exp(grid[0]), np.exp(grid[1])
    spent = 1 / (1 + np.exp(-grid[2]))
    share = by_now / spent
    scale = (table.ages - 0.5) / (-np.log1p(-spent)) ** (1 / shape)
    return shape, scale, share


def _likelihood(table: LifeTable, grid: Floats, lag: float, dispersion: float) -> Floats:
    """float [points]: log likelihood of each point, with the prior of its shape. Ages are binomial, given those before."""
    shape, scale, share = _parameters(table, grid)
    possible = share <= 1
    log_weights = np.full(grid.shape[1], -np.inf)
    shape, scale, share = shape[possible], scale[possible], share[possible]
    hazard = _hazard(shape, scale, share, table.ages, np.full(len(shape), lag))
    hazard = np.clip(hazard * _season(table), 1e-15, 1 - 1e-12)
    left = np.maximum(table.at_risk - table.failed, 0.0)
    fitted = np.log(hazard) @ table.failed + np.log1p(-hazard) @ left
    prior = -0.5 * ((grid[0, possible] - np.log(_PRIOR_SHAPE)) / _PRIOR_LOG_SHAPE_SD) ** 2
    log_weights[possible] = fitted / dispersion + prior
    return log_weights


def _dispersion(table: LifeTable, draws: Floats, weight: Floats) -> float:
    """Pearson's statistic per degree of freedom at the most_probable life, over ages with something to expect."""
    shape, scale, share, lag = draws[:, [int(np.argmax(weight))]]
    one = WeibullLife(shape, scale, share, np.ones(1), None, 1.0, lag)
    wanted = expected(one, table)[0]
    log_weights = wanted >= 1
    free = int(log_weights.sum()) - 3
    if free < 3:
        return 1.0
    return float(max(1.0, (((table.failed - wanted) ** 2 / np.maximum(wanted, 1e-12))[log_weights]).sum() / free))


def _best(table: LifeTable, lag: float) -> tuple[float, float, float] | None:
    """The maximum of the likelihood, by surpyval; None where there is none or it lies at the edge."""
    import surpyval

    library: Any = vars(surpyval)["Weibull"]
    edges = _edges(table.ages, lag)
    low, high = edges[:-1], edges[1:]
    failed = np.round(table.failed).astype(int)
    left = np.maximum(np.round(table.at_risk * _season(table)).astype(int) - failed, 0)
    some, rest = failed > 0, left > 0
    x = np.concatenate([np.stack([low, high], axis=1)[some], np.stack([high, high], axis=1)[rest]])
    censored = np.concatenate([np.full(some.sum(), 2), np.full(rest.sum(), 1)])
    # Units are at risk from the beginning of each age on; slightly earlier here, so that its first instant counts too.
    entered = np.maximum(np.concatenate([low[some], low[rest]]) - 1e-6, 0.0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = library.fit(x=x, c=censored, n=np.concatenate([failed[some], left[rest]]), tl=entered, lfp=True)
        except (ValueError, ArithmeticError, np.linalg.LinAlgError):
            return None
    best = (float(found.params[1]), float(found.params[0]), float(found.lfp_p))
    return best if all(np.isfinite(best)) else None


def _edges(ages: int, lag: float) -> Floats:
    """float [ages + 1]: months in service between the ages; shipped and failed in the same month is half a month."""
    edges: Floats = np.maximum(np.arange(ages + 1) - 0.5 - lag, 0.0)
    return edges


def _hazard(shape: Floats, scale: Floats, share: Floats, ages: int, lag: Floats) -> Floats:
    """Share of the surviving units that fails at each age: float [lives, ages].

    Units are shipped on any day of a month, so that at the end of the a-th calendar month after it they have been in
    service between a and a + 1 months: Simpson's rule takes the mean over these.
    """
    months = np.maximum(np.arange(2 * ages + 1)[None, :] / 2 - lag[:, None], 0.0)
    failed = _failed_by(shape[:, None], scale[:, None], share[:, None], months)
    mean = (failed[:, :-2:2] + 4 * failed[:, 1:-1:2] + failed[:, 2::2]) / 6
    before = np.concatenate([np.zeros((len(mean), 1)), mean[:, :-1]], axis=1)
    hazard: Floats = (mean - before) / np.maximum(1 - before, 1e-12)
    return hazard


def _failed_by(shape: Floats, scale: Floats, share: Floats, months: Floats) -> Floats:
    failed: Floats = -share * np.expm1(-((months / scale) ** shape))
    return failed


def _season(table: LifeTable) -> Floats:
    return np.ones(table.ages) if table.season is None else table.season
