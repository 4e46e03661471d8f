"""Odds of events now against before, leaf by leaf: how far they moved, how well that is known, how much it varies."""

import numpy as np

from zhenyin.core.arrays import Floats

LEAST_INFORMATION = 1.0
"""Binomial variance from which on the log odds of one leaf say something."""
LEAST_PER_CELL = 3
"""Leaves of one slice that its own spread can be found from."""
_LESS_THAN_HALF, _NEAR = 0.45, 0.598  # such a part of a normal lies within so many standard deviations
_FEWEST = 8  # leaves that a spread can be found from


def log_odds(now: Floats, total: Floats, expected: Floats) -> Floats:
    """Of events now against before, over those expected; half an event keeps it finite."""
    odds: Floats = np.log((now + 0.5) / (total - now + 0.5) * (total - expected + 0.5) / (expected + 0.5))
    return odds


def log_odds_moved(now: Floats, total: Floats, share: Floats) -> Floats:
    """The same, over the share of the total that was expected now."""
    return log_odds(now, total, total * share)


def information_of(now: Floats, total: Floats) -> Floats:
    """What the log odds of each leaf are known by: one over their variance."""
    information: Floats = 1 / (1 / (now + 0.5) + 1 / (total - now + 0.5))
    return information


def estimate_log_odds_sd(
    log_odds: Floats, information: Floats, around: float | None = None, least: int = _FEWEST
) -> float:
    """The standard deviation of leaves' log odds beyond chance: half of them lie as near as half of a normal does.

    log_odds, information: float [leaves], moves and one over their variances by chance. around: what they lie around,
    their median when None. 0 where fewer than `least` leaves tell.
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
    """The middle of the shortest interval that holds just under half of the values: a crowd, however far others went.

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
    """The share of all events that is expected now, inside (0, 1)."""
    share = np.where(total > 0, expected / np.where(total > 0, total, 1.0), 0.5)
    return np.clip(share, 1e-9, 1 - 1e-9)


def odds_ratio(now: Floats, total: Floats, odds: Floats) -> float:
    """One Newton-like step to the common odds factor; half a count keeps it finite."""
    x, t = now.sum(), total.sum()
    m = (total * odds / (1 + odds)).sum()
    return float((x + 0.5) / (t - x + 0.5) * (t - m + 0.5) / (m + 0.5))
