"""Indirect standardisation: failures of a group of units against those expected at the rates of its peers of the same age."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats


@dataclass(frozen=True, slots=True)
class PeerComparison:
    """The comparison of each group with its peers, float [groups] each.

    failed: observed failures. expected: failures at the peers' rates by age. evidence: log likelihood ratio, nats, negative
    where a group is better.
    """

    failed: Floats
    expected: Floats
    evidence: Floats


def compare_with_peers(failed: Floats, at_risk: Floats) -> PeerComparison:
    """Each group against all others together, age by age.

    failed, at_risk: float [groups, ages], first failures and units at risk by months in service. Ages at which no other unit
    is at risk are left out. Half a failure is added to the others', in proportion to their units at risk, so that the first
    failure of all has an expectation. The evidence is binomial, given how many failed in all.

    Source: N. E. Breslow, N. E. Day, "Statistical Methods in Cancer Research" II (1987), section 2.3: indirect
    standardisation; section 3.5 for the distribution given the total.

    >>> found = compare_with_peers(np.array([[4.0, 6.0], [10.0, 40.0]]), np.array([[100.0, 100.0], [1_000.0, 1_000.0]]))
    >>> found.failed.tolist(), found.expected.round(2).tolist(), found.evidence.round(2).tolist()
    ([10.0, 50.0], [5.05, 105.0], [1.67, -2.02])
    """
    others, their_risk = failed.sum(axis=0) - failed, at_risk.sum(axis=0) - at_risk
    comparable = their_risk > 0
    half = 0.5 * their_risk / np.maximum(their_risk.sum(axis=1, keepdims=True), 1e-12)
    rate = np.where(comparable, (others + half) / np.maximum(their_risk, 1e-12), 0.0)
    expected = (rate * at_risk).sum(axis=1)
    seen = np.where(comparable, failed, 0.0).sum(axis=1)
    # The others' rate is uncertain as well, so all failures are given, and those of this group are binomial.
    peers = np.where(comparable, others, 0.0).sum(axis=1) + 0.5
    chance = expected / np.maximum(expected + peers, 1e-12)
    total = seen + peers
    with np.errstate(divide="ignore", invalid="ignore"):
        own = np.where(seen > 0, seen * np.log(seen / (total * chance)), 0.0)
        ratio = own + peers * np.log(peers / (total * (1 - chance)))
    evidence = np.where(expected > 0, np.sign(seen - expected) * ratio, 0.0)
    return PeerComparison(seen, expected, evidence)
