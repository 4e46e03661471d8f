"""Mix and rate effect: an exact decomposition of the difference of two means (Kitagawa)."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats


@dataclass(frozen=True, slots=True)
class Split:
    """difference = mix + rate, exactly, in the unit of the mean. mix_by, rate_by: float [cells], the part of each cell.

    reversal: whether one group is higher over all but lower within like cells (Simpson's paradox).
    """

    difference: float
    mix: float
    rate: float
    mix_by: Floats
    rate_by: Floats
    reversal: bool


def split(total: Floats, n: Floats, other_total: Floats, other_n: Floats) -> Split:
    """The mean of one group less that of another, split into mix and rate effects over cells.

    total, n: float [cells], sum of the figure and number of tickets per cell. other_total, other_n: the same of the group
    compared with. A cell that one group lacks takes the other's mean, so that it counts as mix. Raises ValueError when a
    group is empty.
    Source: E. M. Kitagawa, "Components of a difference between two rates", Journal of the
    American Statistical Association 50 (1955), eq. 3; mix is taken around the overall mean.

    >>> s = split(np.array([10.0, 90]), np.array([10.0, 30]), np.array([30.0, 20]), np.array([30.0, 10]))
    >>> round(s.difference, 2), round(s.mix, 2), round(s.rate, 2)
    (1.25, 0.75, 0.5)
    """
    if n.sum() <= 0 or other_n.sum() <= 0:
        raise ValueError("Both groups need at least one ticket.")
    share, other_share = n / n.sum(), other_n / other_n.sum()
    own, others = _means(total, n, other_total, other_n), _means(other_total, other_n, total, n)
    difference = float(total.sum() / n.sum() - other_total.sum() / other_n.sum())
    middle = (total.sum() / n.sum() + other_total.sum() / other_n.sum()) / 2
    mix_by = (share - other_share) * ((own + others) / 2 - middle)
    rate_by = (own - others) * (share + other_share) / 2
    rate = float(rate_by.sum())
    return Split(difference, float(mix_by.sum()), rate, mix_by, rate_by, difference * rate < 0)


def _means(total: Floats, n: Floats, other_total: Floats, other_n: Floats) -> Floats:
    borrowed = np.where(other_n > 0, other_total / np.where(other_n > 0, other_n, 1.0), 0.0)
    return np.where(n > 0, total / np.where(n > 0, n, 1.0), borrowed)
