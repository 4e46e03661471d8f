"""False-discovery rate of tests in families: slices of one cut, and the cuts among one another."""

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.stats.multiple import q_values


def simes(p: Floats) -> float:
    """The p of the hypothesis that nothing differs in any test of a family. p: float [tests], at least one.

    Source: R. J. Simes, "An improved Bonferroni procedure", Biometrika 73 (1986).

    >>> round(simes(np.array([0.03, 0.5, 0.04])), 3)
    0.06
    """
    return float(q_values(p).min())


def family_q_values(p: Floats, families: Ints | None = None) -> Floats:
    """The false-discovery rate at which each test would just be a discovery, over all families: float [tests].

    p: float [tests]. families: int [tests], the family of each; None for one family. A family counts only when as a whole
    (Simes) it is a discovery among the families, and within it tests are compared with the rate times the share of
    families that were discoveries.
    Source: Y. Benjamini and M. Bogomolov, "Selective inference on multiple families of hypotheses", Journal of the
    Royal Statistical Society B 76 (2014), section 2.

    >>> p = np.array([0.001, 0.5, 0.6, 0.7, 0.04, 0.9])
    >>> family_q_values(p, np.array([0, 0, 0, 1, 1, 1])).round(3).tolist()
    [0.006, 0.6, 0.6, 0.9, 0.12, 0.9]
    """
    if families is None or not len(p):
        return q_values(p)
    known, member = np.unique(families, return_inverse=True)
    within = np.empty(len(p))
    for family in range(len(known)):
        inside = member == family
        within[inside] = q_values(p[inside])
    whole = np.full(len(known), np.inf)
    np.minimum.at(whole, member, within)
    # At a rate q the share of families selected is R(q) / m: a test is accepted when its own q is at most q R(q) / m.
    order = np.argsort(whole, kind="stable")
    selected = np.arange(1, len(known) + 1) / len(known)
    across = q_values(whole)[order]
    out = np.ones(len(p))
    for share, at_least in zip(selected[::-1], across[::-1], strict=True):
        out = np.minimum(out, np.maximum(within / share, at_least))
    return out
