"""Seasonality that all slices share: the yearly wave, holidays and promotions."""

import numpy as np

from zhenyin.core.arrays import Floats

LEAST_SEASON = 56
"""Weeks below which no season is taken out: over less than a year it cannot be separated from a trend."""
_TWO_YEARS = 104
YEAR = 365.25 / 7
_RIDGE = 1e-3  # shrinks effects of which there is hardly any data to none


def common_factor(
    counts: Floats, base: Floats, learned: int, events: Floats | None = None, year: float = YEAR
) -> Floats:
    """The seasonal factor of each week, one for all slices: float [weeks], mean 1 over the weeks learned.

    counts, base: float [slices, weeks]. learned: the weeks from the first on that may be learned from; those after them
    may carry a signal. events: float [weeks, kinds], such as the holidays or the days of a promotion in each week, whose
    effects are learned too (one number for each kind). Log-linear least squares on a trend, which is dropped again, one
    yearly wave (two from two years on) and the events, each week weighted by its counts. year: how many of the weeks make
    one; 365.25 where they are days.
    Source: harmonic regression, R. J. Serfling, Public Health Reports 78 (1963); P. Farrington et al., Journal of the
    Royal Statistical Society A 159 (1996).

    >>> wave = 1 + 0.2 * np.sin(2 * np.pi * np.arange(120) / 52.18)
    >>> found = common_factor(1000 * wave[None], np.ones((1, 120)), 108)
    >>> bool(np.abs(found / wave - 1).max() < 0.02)
    True
    """
    weeks = base.shape[1]
    total, at_risk = counts[:, :learned].sum(axis=0), base[:, :learned].sum(axis=0)
    known = (total > 0) & (at_risk > 0)
    effects = _effects(weeks, learned, events, year)
    if effects.shape[1] == 0 or known.sum() < effects.shape[1] + 8:
        return np.ones(weeks)
    trend = np.stack([np.ones(weeks), np.arange(weeks) / weeks], axis=1)
    design = np.concatenate([trend, effects], axis=1)[:learned][known]
    weight = np.sqrt(total[known] / total[known].sum())[:, None]
    level = np.log(total[known] / at_risk[known])
    ridge = np.sqrt(_RIDGE) * np.eye(design.shape[1])
    ridge[0, 0] = 0.0
    wanted = np.concatenate([level * weight[:, 0], np.zeros(design.shape[1])])
    fitted = np.linalg.lstsq(np.concatenate([design * weight, ridge]), wanted, rcond=None)[0]
    factor: Floats = np.exp(effects @ fitted[2:])
    return factor / float(factor[:learned].mean())


def _effects(weeks: int, learned: int, events: Floats | None, year: float) -> Floats:
    """The columns whose effects make the factor: waves of a year and of half a year, and what was given."""
    angle = 2 * np.pi * np.arange(weeks) / year
    waves = [1, 2] if learned >= _TWO_YEARS * year / YEAR else [1] if learned >= LEAST_SEASON * year / YEAR else []
    columns = [wave(n * angle) for n in waves for wave in (np.sin, np.cos)]
    if events is not None:
        columns += [one for one in events.T.astype(np.float64) if np.ptp(one[:learned]) > 0]
    return np.stack(columns, axis=1) if columns else np.zeros((weeks, 0))
