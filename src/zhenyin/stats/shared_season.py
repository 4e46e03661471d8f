"""Likelihood-ratio test of a common season: whether the share that one slice has of two shows a yearly wave."""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.stats.weekly import Weekly, dispersion

_YEAR = 52
_LEAST = 200.0
"""Events of both slices together below which a season could hide."""
_BEYOND_CHANCE = 4.605
"""Twice the log likelihood that two free numbers gain with a chance of 10 %: a season that is overlooked costs more."""
_ROUNDS = 12


def shares_season(one: Weekly, other: Weekly | None, weeks: int) -> bool:
    """Whether the share that one slice has of both shows no season over the first `weeks`.

    one, other: counts by week over exposure, the same weeks in both. False also where nothing can be concluded: without the
    other slice, for means, for less than 52 weeks, for fewer than 200 events.
    Source: harmonic regression of a binomial share, R. J. Serfling, Public Health Reports 78 (1963); P. McCullagh and
    J. A. Nelder, "Generalized Linear Models" (1989), chapter 4.

    >>> season = 30 + 12 * np.sin(2 * np.pi * np.arange(60) / 52)
    >>> flat = Weekly(np.full(60, 30.0), np.ones(60))
    >>> shares_season(Weekly(season, np.ones(60)), Weekly(season / 2, np.ones(60)), 60)
    True
    >>> shares_season(Weekly(season, np.ones(60)), flat, 60)
    False
    """
    if other is None or "mean" in (one.kind, other.kind) or weeks < _YEAR:
        return False
    at = np.flatnonzero((one.base[:weeks] > 0) & (other.base[:weeks] > 0))
    own, both = one.total[at], one.total[at] + other.total[at]
    if both.sum() < _LEAST or min(own.sum(), both.sum() - own.sum()) <= 0:
        return False
    exposed = np.log(one.base[at] / other.base[at])
    turn = 2 * np.pi * at / _YEAR
    level = np.ones((len(at), 1))
    waves = np.column_stack([level, np.sin(turn), np.cos(turn)])
    gain = 2 * (_likelihood(own, both, exposed, waves) - _likelihood(own, both, exposed, level))
    mask = np.isin(np.arange(len(one.total)), at)
    return gain < _BEYOND_CHANCE * max(dispersion(one, mask), dispersion(other, mask))


def _likelihood(own: Floats, both: Floats, exposed: Floats, waves: Floats) -> float:
    """The log likelihood of a share whose odds go by `waves`, float [weeks, columns], at its best: Newton's steps."""
    factors = np.zeros(waves.shape[1])
    factors[0] = np.log(own.sum() / (both.sum() - own.sum()))
    for _ in range(_ROUNDS):
        share = 1 / (1 + np.exp(-(exposed + waves @ factors)))
        slope = waves.T @ (own - both * share)
        bend = waves.T @ (waves * (both * share * (1 - share))[:, None])
        factors = factors + np.clip(np.linalg.solve(bend + 1e-9 * np.eye(len(factors)), slope), -1, 1)
    share = np.clip(1 / (1 + np.exp(-(exposed + waves @ factors))), 1e-12, 1 - 1e-12)
    return float((own * np.log(share) + (both - own) * np.log1p(-share)).sum())
