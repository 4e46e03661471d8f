"""How much busier a kind of day is, and a time of the year: factors, learned from many series at once."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats

YEAR = 365.25
_WAVES = 3
_STEPS = 25
_LEAST_DAYS_OF_A_YEAR = 400
"""A yearly season is not read from less than this: growth would be taken for it."""


@dataclass(frozen=True, slots=True)
class CalendarEffects:
    """Coefficients on the log scale: of each kind of day, of each yearly wave, and how surely they are known."""

    kinds: Floats
    waves: Floats

    def factors(self, kinds: Floats, day_of_year: Floats) -> Floats:
        """float [days]: how busy each day is, 1 being a usual one. kinds: float [days, kinds]."""
        factors: Floats = np.exp(kinds @ self.kinds + waves(day_of_year) @ self.waves)
        return factors


def waves(day_of_year: Floats) -> Floats:
    """float [days, 2 * waves]: sines and cosines with one to three turns a year."""
    harmonics = 2 * np.pi * day_of_year[:, None] / YEAR * np.arange(1, _WAVES + 1)[None, :]
    return np.concatenate([np.sin(harmonics), np.cos(harmonics)], axis=1)


def fit(
    counts: Floats, kinds: Floats, day_of_year: Floats, prior: Floats | None = None, trust: float = 30.0
) -> CalendarEffects:
    """Effects on one series, by Poisson regression with a level that may grow and bend.

    counts: float [days]. kinds: float [days, kinds]. prior: float [kinds], what is believed of the kinds before (those of
    all series together), worth `trust` tickets of each kind; without it they are drawn towards 0.

    Source: P. McCullagh, J. A. Nelder, "Generalized Linear Models" (1989), section 6.2; ridge as a normal prior.
    """
    days = len(counts)
    yearly = waves(day_of_year) if days >= _LEAST_DAYS_OF_A_YEAR else np.zeros((days, 2 * _WAVES))
    level = _level(days)
    design = np.concatenate([kinds, yearly, level], axis=1)
    centre = np.zeros(design.shape[1])
    if prior is not None:
        centre[: kinds.shape[1]] = prior
    mean = max(float(counts.mean()), 1e-3)
    ridge = np.concatenate([np.full(kinds.shape[1], trust), np.full(2 * _WAVES, 4.0), np.full(level.shape[1], 2.0)])
    ridge[-level.shape[1]] = 1e-6
    centre[-level.shape[1]] = np.log(mean)
    found = _regress(counts, design, centre, ridge)
    return CalendarEffects(found[: kinds.shape[1]], found[kinds.shape[1] : kinds.shape[1] + 2 * _WAVES])


def _level(days: int) -> Floats:
    """float [days, 1 + knots]: a constant, and a broken line that may bend every half year."""
    at = np.arange(days, dtype=np.float64)
    knots = np.arange(0, days - 90, 182, dtype=np.float64)
    return np.concatenate([np.ones((days, 1)), np.maximum(at[:, None] - knots[None, :], 0) / YEAR], axis=1)


def _regress(counts: Floats, design: Floats, centre: Floats, ridge: Floats) -> Floats:
    """Iteratively reweighted least squares, with the coefficients drawn towards `centre`."""
    found = centre.copy()
    for _ in range(_STEPS):
        fitted = np.exp(np.clip(design @ found, -30, 30))
        weighted = design * fitted[:, None]
        step = np.linalg.solve(
            weighted.T @ design + np.diag(ridge), design.T @ (counts - fitted) - ridge * (found - centre)
        )
        # Long steps from a poor start overshoot on the log scale.
        step *= min(1.0, 1.5 / max(float(np.abs(step).max()), 1e-12))
        found = found + step
        if np.abs(step).max() < 1e-6:
            break
    return np.asarray(found, dtype=np.float64)
