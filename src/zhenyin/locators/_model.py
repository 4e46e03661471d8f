"""The likelihood model that fits compared leaves, and the evidence that any slice of them has by it."""

from collections.abc import Sequence

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.stats.amounts import Amounts
from zhenyin.stats.evidence import Counts, counts, rates
from zhenyin.stats.lattice import CodedSlice, inside
from zhenyin.stats.leaves import ComparedLeaves
from zhenyin.stats.peeling import ScoredSlice, minus_log_p


def model_of(leaves: ComparedLeaves) -> Counts | Amounts:
    """The model by the kind of figure: counts and rates conditional on their totals, amounts against an empirical null.

    leaves: observed and expected per leaf. Source: as of `Counts` and `Amounts`.

    >>> leaves = ComparedLeaves(("d",), [["x", "y"]], np.array([[0], [1]]), np.array([8.0, 2.0]), np.array([2.25, 2.5]))
    >>> model_of(leaves).total.tolist()
    [17.0, 12.0]
    """
    if leaves.kind == "amount":
        return Amounts(leaves.observed, leaves.expected)
    if leaves.observed_exposure is None or leaves.expected_exposure is None:
        return counts(leaves.observed, leaves.expected, leaves.periods)
    return rates(leaves.observed, leaves.observed_exposure, leaves.expected, leaves.expected_exposure, leaves.periods)


def expected_now(leaves: ComparedLeaves) -> Floats:
    """Expected events or amounts now, of a rate at the present exposure: float [leaves].

    >>> leaves = ComparedLeaves(("d",), [["x"]], np.array([[0]]), np.array([8.0]), np.array([2.0]),
    ...                         np.array([30.0]), np.array([10.0]), kind="rate")
    >>> expected_now(leaves).tolist()
    [6.0]
    """
    if leaves.observed_exposure is None or leaves.expected_exposure is None:
        return leaves.expected
    before = leaves.expected_exposure
    scaled: Floats = np.where(before > 0, leaves.observed_exposure / np.where(before > 0, before, 1.0), 0.0)
    return leaves.expected * scaled


def score_slices(leaves: ComparedLeaves, model: Counts | Amounts, slices: Sequence[CodedSlice]) -> list[ScoredSlice]:
    """Slices found by another method with their scores, most evidence first.

    leaves, model: as of `model_of`. slices: each is compared with the leaves that are in none of them.

    >>> leaves = ComparedLeaves(("d",), [["x", "y", "z"]], np.array([[0], [1], [2]]),
    ...                         np.array([90.0, 30.0, 31.0]), np.full(3, 30.0), periods=4.0)
    >>> [(one.where, round(one.score, 1)) for one in score_slices(leaves, model_of(leaves), [((0, 0),)])]
    [(((0, 0),), 29.7)]
    """
    masks = [inside(leaves.codes, where) for where in slices]
    reference = model.reference(masks)
    scored = []
    for where, mask in zip(slices, masks, strict=True):
        gain = reference.gain_against_expectation(*(np.asarray(part[mask].sum()) for part in reference.parts()))
        scored.append(ScoredSlice(where, float(minus_log_p(gain))))
    return sorted(scored, key=lambda one: -one.score)
