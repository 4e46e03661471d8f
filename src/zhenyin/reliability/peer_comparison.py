"""Is a group of units worse than others of the same age?"""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats


@dataclass(frozen=True, slots=True)
class PeerComparison:
    """Failures of each group, what the others' rates at the same ages lead one to expect, and the evidence in nats.

    float [groups], each.
    """

    failed: Floats
    expected: Floats
    evidence: Floats


def compare_with_peers(failed: Floats, at_risk: Floats) -> PeerComparison:
    """failed, at_risk: float [groups, ages]. Each group is held against all others together, age by age.

    Ages at which no other unit is at risk say nothing, and are left out. Half a failure is added to the others', spread
    as their time at risk is, so that the first group that fails has something to be compared with. The evidence is the
    log likelihood ratio of a binomial law, given how many failed in all; it is negative where a group is better.

    Source: N. E. Breslow, N. E. Day, "Statistical Methods in Cancer Research" II (1987), section 2.3: indirect
    standardisation; section 3.5 for the law given the total.
    """
    others, their_risk = failed.sum(axis=0) - failed, at_risk.sum(axis=0) - at_risk
    comparable = their_risk > 0
    half = 0.5 * their_risk / np.maximum(their_risk.sum(axis=1, keepdims=True), 1e-12)
    rate = np.where(comparable, (others + half) / np.maximum(their_risk, 1e-12), 0.0)
    expected = (rate * at_risk).sum(axis=1)
    seen = np.where(comparable, failed, 0.0).sum(axis=1)
    # The others' rate is no more certain than their failures are many: which of all failures are this group's?
    peers = np.where(comparable, others, 0.0).sum(axis=1) + 0.5
    chance = expected / np.maximum(expected + peers, 1e-12)
    total = seen + peers
    with np.errstate(divide="ignore", invalid="ignore"):
        own = np.where(seen > 0, seen * np.log(seen / (total * chance)), 0.0)
        ratio = own + peers * np.log(peers / (total * (1 - chance)))
    evidence = np.where(expected > 0, np.sign(seen - expected) * ratio, 0.0)
    return PeerComparison(seen, expected, evidence)
