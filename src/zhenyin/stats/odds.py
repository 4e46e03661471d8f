"""Log odds of events now against before: their change, its information, and its standard deviation beyond chance.

Source: half an event added to each count, J. B. S. Haldane, Annals of Human Genetics 20 (1956).
"""

import numpy as np

from zhenyin.core.arrays import Floats

LEAST_INFORMATION = 1.0
"""Binomial variance from which on the log odds of one leaf say something."""
LEAST_PER_CELL = 3
"""Leaves of one slice that its own spread can be found from."""
_LESS_THAN_HALF, _NEAR = 0.45, 0.598  # such a part of a normal lies within so many standard deviations
_FEWEST = 8  # leaves that a spread can be found from


def log_odds(now: Floats, total: Floats, expected: Floats) -> Floats:
    """Log of the odds of events now, over those expected; half an event added to each count keeps it finite.

    now, total: events now, and now and before together. expected: events expected now. All float, any one shape.

    >>> log_odds(np.array([30.0]), np.array([40.0]), np.array([20.0])).round(2).tolist()
    [1.07]
    """
    odds: Floats = np.log((now + 0.5) / (total - now + 0.5) * (total - expected + 0.5) / (expected + 0.5))
    return odds


def log_odds_moved(now: Floats, total: Floats, share: Floats) -> Floats:
    """`log_odds` where `share` of the total is expected now. now, total, share: float, any one shape.

    >>> log_odds_moved(np.array([30.0]), np.array([40.0]), np.array([0.5])).round(2).tolist()
    [1.07]
    """
    return log_odds(now, total, total * share)


def information_of(now: Floats, total: Floats) -> Floats:
    """Information of log odds: one over their variance by chance, about events. now, total: as of `log_odds`.

    >>> information_of(np.array([19.5]), np.array([39.0])).tolist()
    [10.0]
    """
    information: Floats = 1 / (1 / (now + 0.5) + 1 / (total - now + 0.5))
    return information


def estimate_log_odds_sd(
    log_odds: Floats, information: Floats, around: float | None = None, least: int = _FEWEST
) -> float:
    """The standard deviation of the log odds of leaves beyond chance, at least 0.

    It is the one with which 45 % of the leaves lie as near to the centre as 45 % of a normal distribution do. log_odds,
    information: float [leaves], changes and one over their variances by chance. around: the centre, their `shorth` when
    None. 0 where there are fewer than `least` leaves.
    Source: R. Paule and J. Mandel, "Consensus values and weighting factors", Journal of Research of the National
    Bureau of Standards 87 (1982), with the median in place of the mean square.

    >>> round(estimate_log_odds_sd(np.random.default_rng(1).normal(0, 0.3, 5_000), np.full(5_000, 1e9)), 1)
    0.3
    """
    if len(log_odds) < least:
        return 0.0
    off = np.abs(log_odds - (shorth(log_odds) if around is None else around))

    def outside(spread: float) -> float:
        return float(np.quantile(off / np.sqrt(1 / information + spread**2), _LESS_THAN_HALF)) - _NEAR

    if outside(0.0) <= 0:
        return 0.0
    from scipy.optimize import brentq  # here, since it takes half a second to load

    few = 1 + 5 / (len(off) - 1)
    return few * float(brentq(outside, 0.0, 10.0 + float(off.max()) * 2))


def shorth(values: Floats) -> float:
    """The middle of the shortest interval that holds 45 % of the values, float [n], n at least 1: a robust mode.

    Source: P. J. Rousseeuw, "Least median of squares regression", Journal of the American Statistical Association 79
    (1984), section 2.

    >>> shorth(np.array([0.0, 0.1, 0.2, 3.0, 4.0, 6.0]))
    0.1
    """
    ordered = np.sort(values)
    k = max(int(np.ceil(len(values) * _LESS_THAN_HALF)), 1)
    widths = ordered[k - 1 :] - ordered[: len(ordered) - k + 1]
    first = int(np.argmin(widths))
    return float((ordered[first] + ordered[first + k - 1]) / 2)


def share_of(expected: Floats, total: Floats) -> Floats:
    """The share of all events that is expected now, from 1e-9 to 1 - 1e-9; 0.5 where there are none.

    expected, total: events, float, any one shape.

    >>> share_of(np.array([5.0, 0.0]), np.array([20.0, 0.0])).tolist()
    [0.25, 0.5]
    """
    share = np.where(total > 0, expected / np.where(total > 0, total, 1.0), 0.5)
    return np.clip(share, 1e-9, 1 - 1e-9)


def odds_ratio(now: Floats, total: Floats, odds: Floats) -> float:
    """The factor on all odds that makes expected and observed events agree, to first order; repeated, it converges.

    now, total: events, float [leaves]. odds: present odds of an event being one of now, float [leaves].

    >>> round(odds_ratio(np.array([30.0, 10.0]), np.array([40.0, 20.0]), np.ones(2)), 2)
    1.98
    """
    x, t = now.sum(), total.sum()
    m = (total * odds / (1 + odds)).sum()
    return float((x + 0.5) / (t - x + 0.5) * (t - m + 0.5) / (m + 0.5))
