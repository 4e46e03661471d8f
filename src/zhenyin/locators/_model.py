"""The evidence that fits the leaves, and what any slice of them has for it."""

from collections.abc import Sequence

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.locators import Leaves
from zhenyin.stats.amounts import Amounts
from zhenyin.stats.evidence import Counts, counts, rates
from zhenyin.stats.lattice import inside
from zhenyin.stats.peeling import Finding, Where, minus_log_p


def model_of(leaves: Leaves) -> Counts | Amounts:
    """Counts and rates given their totals; amounts against what the leaves usually do."""
    if leaves.kind == "amount":
        return Amounts(leaves.real, leaves.expected)
    if leaves.real_exposure is None or leaves.expected_exposure is None:
        return counts(leaves.real, leaves.expected, leaves.periods)
    return rates(leaves.real, leaves.real_exposure, leaves.expected, leaves.expected_exposure, leaves.periods)


def expected_now(leaves: Leaves) -> Floats:
    """Float [leaves]: what was to be expected now; of a rate, at the exposure that there is now."""
    if leaves.real_exposure is None or leaves.expected_exposure is None:
        return leaves.expected
    before = leaves.expected_exposure
    grown: Floats = np.where(before > 0, leaves.real_exposure / np.where(before > 0, before, 1.0), 0.0)
    return leaves.expected * grown


def findings(leaves: Leaves, model: Counts | Amounts, found: Sequence[Where]) -> list[Finding]:
    """Slices that another method named, with the evidence they have against all that is in none of them."""
    masks = [inside(leaves.codes, where) for where in found]
    reference = model.reference(masks)
    made = []
    for where, mask in zip(found, masks, strict=True):
        alone = reference.gain_against_expectation(*(np.asarray(part[mask].sum()) for part in reference.parts()))
        made.append(Finding(where, float(minus_log_p(alone))))
    return sorted(made, key=lambda finding: -finding.score)
