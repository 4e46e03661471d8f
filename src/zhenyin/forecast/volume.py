"""Tickets to come, by day or by week, with intervals that have been held against the past."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from zhenyin.core import work
from zhenyin.core.arrays import Floats
from zhenyin.forecast import intervals
from zhenyin.forecast.intervals import ForecastVariance
from zhenyin.forecast.point_forecast import WEEK, forecast, without_gaps

Grain = Literal["day", "week"]
_ORIGINS, _ORIGIN_STEP_DAYS = 10, 7
LEAST_DAYS = 120
"""Without some months of history there is nothing that intervals could be held against."""


@dataclass(frozen=True, slots=True)
class Volume:
    """expected, median, low, high: float [series, steps]; low and high are whole numbers and hold 80 %.

    past, past_expected: float [series, steps, origins], what came and what was forecast then, newest origin last.
    """

    grain: Grain
    expected: Floats
    median: Floats
    low: Floats
    high: Floats
    past: Floats
    past_expected: Floats
    variance: ForecastVariance

    def empirical_coverage(self) -> float:
        """The share of the past that lay in the intervals that are told now; NaN without a past."""
        series, steps, _ = self.past.shape
        who, ahead = np.arange(series)[:, None, None], np.arange(steps)[None, :, None]
        low, high = self.variance.interval(self.past_expected, ahead, who)
        known = np.isfinite(self.past)
        return float(((self.past >= low) & (self.past <= high))[known].mean()) if known.any() else float("nan")


def volume(counts: Floats, first: date, groups: Sequence[str], horizon: int, grain: Grain = "day") -> Volume:
    """counts: float [series, days], from the day `first` on; horizon: days, whole weeks where the grain is the week.

    Raises ValueError below 120 days of history, and for a horizon that is no number of whole weeks.
    """
    days = counts.shape[1]
    if days < LEAST_DAYS:
        raise ValueError(f"A forecast needs {LEAST_DAYS} days of history, got {days}.")
    if grain == "week" and horizon % WEEK:
        raise ValueError(f"{horizon} days are no whole weeks.")
    known_counts = without_gaps(counts)
    size = 1 if grain == "day" else WEEK
    expected = _summed(forecast(known_counts, first, groups, horizon), size)
    past, past_expected = _backtest(known_counts, first, groups, horizon, size)
    known = np.isfinite(past)
    who, ahead = np.indices(past.shape)[:2]
    variance = intervals.fit(past[known], past_expected[known], ahead[known], who[known], len(counts))
    at = (np.arange(expected.shape[1])[None, :], np.arange(len(counts))[:, None])
    low, high = variance.interval(expected, *at)
    return Volume(grain, expected, variance.median(expected, *at), low, high, past, past_expected, variance)


def _backtest(counts: Floats, first: date, groups: Sequence[str], horizon: int, size: int) -> tuple[Floats, Floats]:
    """float [series, steps, origins], both: what came, NaN where it is not known, and what was forecast."""
    days = counts.shape[1]
    least = min(LEAST_DAYS, days // 2)
    origins = [o for o in range(days - _ORIGINS * _ORIGIN_STEP_DAYS, days, _ORIGIN_STEP_DAYS) if o >= least]
    came, forecasts = [], []
    for origin in origins:
        work.check()
        made = forecast(counts[:, :origin], first, groups, horizon)
        later = np.full(made.shape, np.nan)
        later[:, : days - origin] = counts[:, origin : origin + horizon]
        came.append(_summed(later, size))
        forecasts.append(_summed(made, size))
    return np.stack(came, axis=2), np.stack(forecasts, axis=2)


def _summed(values: Floats, size: int) -> Floats:
    summed: Floats = values.reshape(len(values), -1, size).sum(axis=2)
    return summed
