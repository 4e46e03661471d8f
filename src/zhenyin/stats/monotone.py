"""Mann-Kendall test: does a short series rise or fall throughout?"""

import numpy as np

from zhenyin.core.arrays import Floats


def monotone(values: Floats) -> tuple[float, float]:
    """Kendall's tau of a series with time, -1 to 1, and its two-sided p.

    values: float [buckets], oldest first. Returns (tau, p), and (0.0, 1.0) for fewer than three values or equal ones.
    Source: H. B. Mann, "Nonparametric tests against trend", Econometrica 13 (1945); exact below 34 values without ties.

    >>> tau, p = monotone(np.array([12.0, 11, 14, 15, 17, 16, 19, 21]))
    >>> round(tau, 2), p < 0.01
    (0.86, True)
    >>> monotone(np.array([3.0, 3, 3]))
    (0.0, 1.0)
    """
    if len(values) < 3 or np.ptp(values) == 0:
        return 0.0, 1.0
    # Takes a second to import, and few ask.
    from scipy.stats import kendalltau

    found = kendalltau(np.arange(len(values)), values)
    return float(found.statistic), float(found.pvalue)
