"""Likelihood-ratio scan: which slices changed by a factor of their own?

Every combination of attributes up to `max_order` is scored by the log-likelihood ratio of "this slice changed by its own
factor" beyond its description length. The best is compared with its parts and removed, and the search is repeated until no
slice is left.
"""

from dataclasses import replace

import numpy as np

from zhenyin.locators import Localisation, Locator, Options
from zhenyin.locators._model import model_of
from zhenyin.locators._report import localisation
from zhenyin.stats.evidence import reference_periods
from zhenyin.stats.lattice import Lattice
from zhenyin.stats.leaves import ComparedLeaves
from zhenyin.stats.peeling import Peeling


def locate(leaves: ComparedLeaves, options: Options | None = None) -> Localisation:
    """Name the slices that explain the change, or say that it lies outside the attributes.

    leaves: observed and expected per leaf. options: order, number and error chance. Counts and rates are tested
    conditionally on their totals (binomial, over-dispersion from the residuals), amounts against an empirical null.
    Raises ValueError on misshapen leaves.
    Source: M. Kulldorff, Communications in Statistics: Theory and Methods 26 (1997);
    J. Rissanen, Automatica 14 (1978).

    >>> codes = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> leaves = ComparedLeaves(("model", "city"), [["A", "B"], ["x", "y"]], codes,
    ...                 np.array([20.0, 22.0, 19.0, 90.0]), np.array([20.0, 21.0, 20.0, 20.0]), periods=4)
    >>> [s.where for s in locate(leaves).suspects]
    [{'model': 'B', 'city': 'y'}]
    """
    options = options or Options()
    if leaves.periods is None and leaves.kind != "amount":
        leaves = replace(leaves, periods=float(reference_periods(leaves.expected) or 1_000))
    model = model_of(leaves)
    lattice = Lattice(leaves.codes, options.max_order)
    peeling = Peeling(model, lattice, -float(np.log(options.alpha)))
    found = peeling.run(options.max_suspects)
    if model.reestimate_noise():
        found = peeling.run(options.max_suspects)
    return localisation(leaves, found, model)


LOCATOR = Locator(
    title={"zh": "似然比扫描", "en": "Likelihood-ratio scan"},
    about={
        "zh": "逐一检验各维度组合是否有自己的变化倍数，扣除描述代价后取证据最强者，"
        "再与其子范围比较，直到没有可解释的变化。",
        "en": "Tests every combination of attributes for a factor of its own, takes the one with most evidence beyond "
        "the cost of naming it, holds it against its parts, and goes on until nothing is left to explain.",
    },
    run=locate,
)
