"""From scored slices to a localisation: sums, shares of change, intervals, drift, and whether the cause lies outside."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Mask
from zhenyin.locators import Localisation, LocatedSlice
from zhenyin.stats.amounts import Amounts
from zhenyin.stats.evidence import Counts
from zhenyin.stats.intervals import Z_95
from zhenyin.stats.lattice import CodedSlice, inside
from zhenyin.stats.leaves import ComparedLeaves
from zhenyin.stats.peeling import ScoredSlice

_LEAST_DRIFT = 0.05
"""A smaller drift needs no explanation."""


@dataclass(frozen=True, slots=True)
class Noise:
    """phi: dispersion factor of counts. log_odds_sd: standard deviation of leaves' log odds. noise: relative, of amounts."""

    phi: float
    log_odds_sd: float
    noise: float


def localisation(leaves: ComparedLeaves, found: list[ScoredSlice], model: Counts | Amounts) -> Localisation:
    """Located slices from scored ones, and the drift of all leaves outside of them.

    leaves: observed and expected per leaf. found: scored slices. model: fitted to the leaves, of which intervals take the
    noise.

    >>> from zhenyin.locators._model import model_of
    >>> leaves = ComparedLeaves(("d",), [["x", "y", "z"]], np.array([[0], [1], [2]]),
    ...                         np.array([90.0, 30.0, 31.0]), np.full(3, 30.0), periods=4.0)
    >>> result = localisation(leaves, [ScoredSlice(((0, 0),), 20.0)], model_of(leaves))
    >>> result.suspects[0].where, result.suspects[0].ratio, round(result.drift, 2), result.outside
    ({'d': 'x'}, 3.0, 1.02, False)
    """
    noise = Noise(model.phi, getattr(model, "log_odds_sd", 0.0), getattr(model, "noise", 0.0))
    everything = np.ones(len(leaves.observed), dtype=bool)
    observed, expected = _sums(leaves, everything)
    rest = everything.copy()
    suspects = []
    for scored in found:
        mask = inside(leaves.codes, scored.where)
        rest &= ~mask
        suspects.append(_located(leaves, scored, mask, observed - expected, noise))
    drift, low, high = _ratio(leaves, rest, noise)
    moved = (low > 1 or high < 1) and abs(drift - 1) >= _LEAST_DRIFT
    inside_change = sum(_sums(leaves, ~rest)) and float(np.subtract(*_sums(leaves, ~rest)))
    outside_change = float(np.subtract(*_sums(leaves, rest)))
    outside = moved and abs(outside_change) > abs(inside_change)
    return Localisation(
        tuple(suspects), observed, expected, drift, low, high, outside, no_change=not suspects and not moved
    )


def _located(
    leaves: ComparedLeaves, scored: ScoredSlice, mask: Mask, whole_change: float, noise: Noise
) -> LocatedSlice:
    observed, expected = _sums(leaves, mask)
    ratio, low, high = _ratio(leaves, mask, noise)
    return LocatedSlice(
        where=_slice_of(leaves, scored.where),
        observed=observed,
        expected=expected,
        change=observed - expected,
        share=(observed - expected) / whole_change if whole_change else 0.0,
        ratio=ratio,
        low=low,
        high=high,
        score=scored.score,
        p=float(min(np.exp(-scored.score), 1.0)),
        ambiguous_with=tuple(_slice_of(leaves, where) for where in scored.twins),
    )


def _slice_of(leaves: ComparedLeaves, where: CodedSlice) -> dict[str, str]:
    return {leaves.dims[dim]: leaves.values[dim][code] for dim, code in where}


def _sums(leaves: ComparedLeaves, mask: Mask) -> tuple[float, float]:
    """Observed and expected; of a rate, expected at the present exposure."""
    observed, expected = float(leaves.observed[mask].sum()), float(leaves.expected[mask].sum())
    if leaves.observed_exposure is None or leaves.expected_exposure is None:
        return observed, expected
    before = float(leaves.expected_exposure[mask].sum())
    now = float(leaves.observed_exposure[mask].sum())
    return observed, expected * now / before if before > 0 else 0.0


def _ratio(leaves: ComparedLeaves, mask: Mask, noise: Noise) -> tuple[float, float, float]:
    """Observed over expected with its 95 % interval, on the logarithm."""
    observed, expected = _sums(leaves, mask)
    if expected <= 0:
        return (1.0, 0.0, float("inf")) if observed <= 0 else (float("inf"), 1.0, float("inf"))
    if leaves.kind == "amount":
        size = np.maximum(leaves.observed[mask], leaves.expected[mask])
        half = Z_95 * noise.noise * float(np.sqrt((size**2).sum())) / expected
        return observed / expected, observed / expected - half, observed / expected + half
    reference = float(leaves.expected[mask].sum()) * (leaves.periods or 1.0)
    # Leaves that differ by more than chance do not average out faster than their sizes let them.
    weights = leaves.expected[mask]
    uneven = noise.log_odds_sd**2 * float((weights**2).sum()) / float(weights.sum()) ** 2
    half = Z_95 * float(np.sqrt(noise.phi * (1 / (observed + 0.5) + 1 / (reference + 0.5)) + uneven))
    ratio = (observed + 0.5) / (expected + 0.5)
    return observed / expected, ratio * float(np.exp(-half)), ratio * float(np.exp(half))
