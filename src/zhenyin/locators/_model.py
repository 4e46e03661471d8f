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
    """Counts and rates conditional on their totals; amounts against the empirical distribution of all leaves."""
    if leaves.kind == "amount":
        return Amounts(leaves.observed, leaves.expected)
    if leaves.observed_exposure is None or leaves.expected_exposure is None:
        return counts(leaves.observed, leaves.expected, leaves.periods)
    return rates(leaves.observed, leaves.observed_exposure, leaves.expected, leaves.expected_exposure, leaves.periods)


def expected_now(leaves: ComparedLeaves) -> Floats:
    """Float [leaves]: expected now; of a rate, at the present exposure."""
    if leaves.observed_exposure is None or leaves.expected_exposure is None:
        return leaves.expected
    before = leaves.expected_exposure
    scaled: Floats = np.where(before > 0, leaves.observed_exposure / np.where(before > 0, before, 1.0), 0.0)
    return leaves.expected * scaled


def score_slices(leaves: ComparedLeaves, model: Counts | Amounts, slices: Sequence[CodedSlice]) -> list[ScoredSlice]:
    """Slices named by another method, most evidence first: each against all leaves that are in none of them."""
    masks = [inside(leaves.codes, where) for where in slices]
    reference = model.reference(masks)
    scored = []
    for where, mask in zip(slices, masks, strict=True):
        gain = reference.gain_against_expectation(*(np.asarray(part[mask].sum()) for part in reference.parts()))
        scored.append(ScoredSlice(where, float(minus_log_p(gain))))
    return sorted(scored, key=lambda one: -one.score)
