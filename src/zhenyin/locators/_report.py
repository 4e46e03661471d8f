"""Findings as people read them: sums, shares, intervals, and whether the cause lies outside."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Mask
from zhenyin.locators import Explanation, Leaves, Suspect
from zhenyin.stats.amounts import Amounts
from zhenyin.stats.evidence import Counts
from zhenyin.stats.lattice import inside
from zhenyin.stats.peeling import Finding, Where

_Z = 1.959964  # 95 %, both sides
_MATTERS = 0.05  # a drift below 5 % is nobody's question


@dataclass(frozen=True, slots=True)
class Noise:
    """phi, log_odds_sd: of counts, variance over binomial variance and deviation of leaves' log odds. noise: of amounts."""

    phi: float
    log_odds_sd: float
    noise: float


def explanation(leaves: Leaves, found: list[Finding], model: Counts | Amounts) -> Explanation:
    """Suspects from findings, and the drift of all that lies outside of them, with the noise of a fitted model."""
    noise = Noise(model.phi, getattr(model, "log_odds_sd", 0.0), getattr(model, "noise", 0.0))
    everything = np.ones(len(leaves.real), dtype=bool)
    observed, expected = _sums(leaves, everything)
    rest = everything.copy()
    suspects = []
    for finding in found:
        mask = inside(leaves.codes, finding.where)
        rest &= ~mask
        suspects.append(_suspect(leaves, finding, mask, observed - expected, noise))
    drift, low, high = _ratio(leaves, rest, noise)
    moved = (low > 1 or high < 1) and abs(drift - 1) >= _MATTERS
    inside_change = sum(_sums(leaves, ~rest)) and float(np.subtract(*_sums(leaves, ~rest)))
    outside_change = float(np.subtract(*_sums(leaves, rest)))
    outside = moved and abs(outside_change) > abs(inside_change)
    return Explanation(tuple(suspects), observed, expected, drift, low, high, outside, quiet=not suspects and not moved)


def _suspect(leaves: Leaves, finding: Finding, mask: Mask, whole_change: float, noise: Noise) -> Suspect:
    observed, expected = _sums(leaves, mask)
    ratio, low, high = _ratio(leaves, mask, noise)
    return Suspect(
        where=_named(leaves, finding.where),
        observed=observed,
        expected=expected,
        change=observed - expected,
        share=(observed - expected) / whole_change if whole_change else 0.0,
        ratio=ratio,
        low=low,
        high=high,
        score=finding.score,
        p=float(min(np.exp(-finding.score), 1.0)),
        ambiguous_with=tuple(_named(leaves, where) for where in finding.twins),
    )


def _named(leaves: Leaves, where: Where) -> dict[str, str]:
    return {leaves.dims[dim]: leaves.values[dim][code] for dim, code in where}


def _sums(leaves: Leaves, mask: Mask) -> tuple[float, float]:
    """Observed and expected; of a rate, what the exposure now would have had at the rate before."""
    observed, expected = float(leaves.real[mask].sum()), float(leaves.expected[mask].sum())
    if leaves.real_exposure is None or leaves.expected_exposure is None:
        return observed, expected
    before = float(leaves.expected_exposure[mask].sum())
    now = float(leaves.real_exposure[mask].sum())
    return observed, expected * now / before if before > 0 else 0.0


def _ratio(leaves: Leaves, mask: Mask, noise: Noise) -> tuple[float, float, float]:
    """Observed over expected with its 95 % interval, on the logarithm."""
    observed, expected = _sums(leaves, mask)
    if expected <= 0:
        return (1.0, 0.0, float("inf")) if observed <= 0 else (float("inf"), 1.0, float("inf"))
    if leaves.kind == "amount":
        size = np.maximum(leaves.real[mask], leaves.expected[mask])
        half = _Z * noise.noise * float(np.sqrt((size**2).sum())) / expected
        return observed / expected, observed / expected - half, observed / expected + half
    reference = float(leaves.expected[mask].sum()) * (leaves.periods or 1.0)
    # Leaves that differ by more than chance do not average out faster than their sizes let them.
    weights = leaves.expected[mask]
    uneven = noise.log_odds_sd**2 * float((weights**2).sum()) / float(weights.sum()) ** 2
    half = _Z * float(np.sqrt(noise.phi * (1 / (observed + 0.5) + 1 / (reference + 0.5)) + uneven))
    ratio = (observed + 0.5) / (expected + 0.5)
    return observed / expected, ratio * float(np.exp(-half)), ratio * float(np.exp(half))
