"""What the coming days will bring, one figure for each: a level that is carried on, times how busy each day is."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from zhenyin.core import work
from zhenyin.core.arrays import Floats
from zhenyin.forecast import calendar, day_effects

WEEK = 7
_TRUST_IN_ALL = 200.0
_LEAST_DAYS = 28
_SILENT_DAYS = 3
_OUTLIER_FACTOR = 4.0
"""A series that brings so many tickets a day is not quiet when it brings none for three days: it is not delivered."""


def forecast(counts: Floats, first: date, groups: Sequence[str], horizon: int) -> Floats:
    """float [series, horizon]: expected tickets of the days after the history.

    counts: float [series, days], NaN for days that are not known. first: the first day. groups: [series], which of them
    share their seasons, such as those of one product line. What kind a day is matters alike to all, nearly; so effects
    are learned from all series together, then for each group. The level of each series is smoothed week by week; where it
    is going is read from all together, because one series alone is too noisy for that.
    """
    days = [first + timedelta(days=i) for i in range(counts.shape[1] + horizon)]
    kinds, year = calendar.day_kinds(days), np.array([day.timetuple().tm_yday for day in days], dtype=np.float64)
    known = counts.shape[1]
    filled = np.nan_to_num(counts)
    of_all = day_effects.fit(filled.sum(axis=0), kinds[:known], year[:known])
    all_factors = of_all.factors(kinds, year)
    factors = {}
    for group in dict.fromkeys(groups):
        work.check()
        own = filled[[i for i, name in enumerate(groups) if name == group]].sum(axis=0)
        learned = day_effects.fit(own, kinds[:known], year[:known], prior=of_all.kinds, trust=_TRUST_IN_ALL)
        factors[group] = learned.factors(kinds, year)
    trend = _trend(_weekly_levels(_together(counts), all_factors[:known]), horizon)
    return np.stack([_level(row, factors[group]) for row, group in zip(counts, groups, strict=True)]) * trend


def without_gaps(counts: Floats) -> Floats:
    """The counts with NaN where a series that always speaks says nothing for days on end: nothing was delivered.

    >>> loud = np.array([[9.0, 8, 9, 0, 0, 0, 9, 8, 9, 10]])
    >>> without_gaps(loud)[0, 2:7].tolist()
    [9.0, nan, nan, nan, 9.0]
    """
    known = counts.copy()
    for row in known:
        spoken = np.flatnonzero(row > 0)
        if not len(spoken):
            continue
        # Before its first ticket a series is not quiet, it is not there.
        row[: spoken[0]] = np.nan
        if np.median(row[spoken[0] :]) < _OUTLIER_FACTOR:
            continue
        for before, after in pairwise(spoken.tolist()):
            if after - before > _SILENT_DAYS:
                row[before + 1 : after] = np.nan
    return known


def _together(counts: Floats) -> Floats:
    """float [days]: all series, NaN before the first of them speaks."""
    total: Floats = np.where(np.isfinite(counts).any(axis=0), np.nan_to_num(counts).sum(axis=0), np.nan)
    start = int(np.argmax(np.isfinite(total)))
    return total[start:]


def _level(row: Floats, factors: Floats) -> Floats:
    """float [horizon]: the last level of a series, times how busy the days are. row: float [days]; factors: and beyond."""
    work.check()
    known = np.isfinite(row)
    if not known.any():
        return np.zeros(len(factors) - len(row))
    start = int(np.argmax(known))
    if len(row) - start < _LEAST_DAYS:
        level = float(np.nansum(row[start:])) / float(factors[start : len(row)][known[start:]].sum())
    else:
        level = _smoothed(_weekly_levels(row[start:], factors[start : len(row)]))
    return np.asarray(level * factors[len(row) :])


def _weekly_levels(row: Floats, factors: Floats) -> Floats:
    """float [weeks]: tickets per usual day; weeks that are not known are as the one before. The last week is whole."""
    weeks = len(row) // WEEK
    row, factors = (side[len(side) - WEEK * weeks :].reshape(weeks, WEEK) for side in (row, factors))
    known = np.isfinite(row)
    with np.errstate(invalid="ignore", divide="ignore"):
        levels = np.nansum(row, axis=1) / (factors * known).sum(axis=1)
    weeks_known = np.flatnonzero(np.isfinite(levels))
    return np.asarray(
        levels[weeks_known[np.maximum(np.searchsorted(weeks_known, np.arange(weeks), side="right") - 1, 0)]]
    )


def _smoothed(levels: Floats) -> float:
    """The last level, by exponential smoothing.

    Source: R. J. Hyndman, G. Athanasopoulos, "Forecasting: Principles and Practice" (2021), section 8.1, as statsforecast
    has it.
    """
    from statsforecast.models import SimpleExponentialSmoothingOptimized

    if np.ptp(levels) == 0:
        return float(levels[-1])
    return max(float(SimpleExponentialSmoothingOptimized().forecast(levels, 1)["mean"][0]), 0.0)


def _trend(levels: Floats, horizon: int) -> Floats:
    """float [horizon]: the course of the levels from here on, 1 being the smoothed last one.

    Source: J. A. Fiorucci et al., "Models for optimising the theta method and their relationship to state space models",
    International Journal of Forecasting 32 (2016), as statsforecast has it.
    """
    from statsforecast.models import DynamicOptimizedTheta

    now = _smoothed(levels)
    if np.ptp(levels) == 0 or now <= 0:
        return np.ones(horizon)
    weeks = np.asarray(DynamicOptimizedTheta(season_length=1).forecast(levels, -(-horizon // WEEK))["mean"]) / now
    return np.repeat(np.clip(weeks, 0.5, 2.0), WEEK)[:horizon]
