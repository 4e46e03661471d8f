"""False-discovery rate of many tests at once."""

import numpy as np

from zhenyin.core.arrays import Floats


def q_values(p: Floats) -> Floats:
    """The false-discovery rate at which each test would just be a discovery: float [tests]. p: float [tests], 0 to 1.

    Source: Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995).

    >>> q_values(np.array([0.01, 0.04, 0.03])).round(3).tolist()
    [0.03, 0.04, 0.04]
    """
    order = np.argsort(p)
    ranked = p[order] * len(p) / np.arange(1, len(p) + 1)
    out = np.empty(len(p))
    out[order] = np.minimum(np.minimum.accumulate(ranked[::-1])[::-1], 1.0)
    return out
