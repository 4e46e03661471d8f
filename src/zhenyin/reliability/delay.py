"""Reporting delay: the share of the events of a day that is reported by now."""

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats


def reported_within(counts: NDArray[np.float64]) -> Floats:
    """The share of reports that comes within so many days: float [delays], the last of which is 1.

    counts: float [days, delays], reports of the events of each day, oldest first, by their delay in days. The newest day is
    today, so that day d can have been reported with a delay of at most `days - 1 - d`. Reports beyond the last delay are
    left out.

    Source: J. F. Lawless, "Adjustments for reporting delays and the prediction of occurred but not reported events",
    Canadian Journal of Statistics 22 (1994): the product-limit estimate in reverse time.

    >>> reported_within(np.array([[6.0, 4.0], [9.0, 6.0], [3.0, 0.0]])).tolist()
    [0.6, 1.0]
    """
    days, delays = counts.shape
    possible = np.arange(days)[:, None] + np.arange(delays)[None, :] < days
    within = np.ones(delays)
    for delay in range(delays - 1, 0, -1):
        # Of the days for which this delay can have been seen: what came just so late, among what came by then.
        able = possible[:, delay]
        came, by_then = counts[able, delay].sum(), counts[able, : delay + 1].sum()
        within[delay - 1] = within[delay] * (1 - came / by_then if by_then > 0 else 1.0)
    return within


def reported_share(within: Floats, days_ago: NDArray[np.int64]) -> Floats:
    """The share reported by now of the events of days past: float [days].

    within: as of `reported_within`. days_ago: int [days], 0 for today; below 0 nothing is reported yet.
    Source: Lawless (1994).

    >>> reported_share(np.array([0.6, 1.0]), np.array([-1, 0, 1, 9])).tolist()
    [0.0, 0.6, 1.0, 1.0]
    """
    share = within[np.clip(days_ago, 0, len(within) - 1)]
    seen: Floats = np.where(days_ago < 0, 0.0, share)
    return seen
