"""Dispersion factor: variance of many figures over that by chance, by the median, which few real changes leave alone."""

import numpy as np

from zhenyin.core.arrays import Floats

_CHI2_MEDIAN = 0.4549364
"""The median of a squared standard normal: chi-square with one degree of freedom."""


def dispersion_factor(squares: Floats, fewest: int = 20) -> float:
    """Variance over variance by chance, at least 1; 1 also where there are fewer than `fewest` figures.

    squares: float [figures], squared difference of each from its expectation over its variance by chance.
    Source: the lambda of B. Devlin and K. Roeder, "Genomic control for association studies", Biometrics 55 (1999).

    >>> off = np.random.default_rng(0).normal(0, 2, 5_000)
    >>> off[:500] += 50
    >>> 4.0 < dispersion_factor(off**2) < 6.0
    True
    >>> dispersion_factor(off[:5] ** 2)
    1.0
    """
    if len(squares) < fewest:
        return 1.0
    return max(float(np.median(squares)) / _CHI2_MEDIAN, 1.0)
