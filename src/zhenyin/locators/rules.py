"""Association rules: combinations that are frequent enough and have a higher share of what happened than was expected.

Every rule can be checked by hand: its support and its lift are two divisions. Rules overlap, and many follow from one
cause: those that a shorter rule explains as well, or that earlier rules mostly cover, are left out. Chance is not taken into
account.
"""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.locators import Localisation, Locator, Options
from zhenyin.locators._model import expected_now, model_of, score_slices
from zhenyin.locators._report import localisation
from zhenyin.stats.lattice import CodedSlice, Lattice, inside
from zhenyin.stats.leaves import ComparedLeaves

_LEAST_SUPPORT = 0.01
"""Share of all events, observed or expected, that a rule has to hold for."""
_LEAST_LIFT = 1.3
"""Ratio to the common ratio, or its inverse."""
_LEAST_IMPROVEMENT = 1.15
"""Lift over that of each shorter rule."""
_LEAST_NEW_SHARE = 0.5
"""Share of a rule's change that no earlier rule covers."""


def locate(leaves: ComparedLeaves, options: Options | None = None) -> Localisation:
    """Name the rules of most leverage that are frequent, lifted, and not implied by other rules.

    leaves: observed and expected per leaf. options: order and number of slices. Raises ValueError on misshapen leaves.

    Source: R. Agrawal, T. Imielinski and A. Swami, "Mining Association Rules between Sets of Items in Large Databases",
    SIGMOD 1993; G. Piatetsky-Shapiro (1991) for leverage; R. Bayardo, R. Agrawal and D. Gunopulos, ICDE 1999, for
    what a longer rule has to add.

    >>> codes = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> leaves = ComparedLeaves(("model", "city"), [["A", "B"], ["x", "y"]], codes,
    ...                 np.array([20.0, 22.0, 19.0, 90.0]), np.array([20.0, 21.0, 20.0, 20.0]), periods=4)
    >>> [s.where for s in locate(leaves).suspects]
    [{'model': 'B', 'city': 'y'}]
    """
    options = options or Options()
    expected = expected_now(leaves)
    lattice = Lattice(leaves.codes, options.max_order)
    now, before = lattice.flat(leaves.observed), lattice.flat(expected)
    # Everything moved alike by the drift: lift is against that, so that a rise of everything is no rule.
    common_ratio = _common_ratio(now, before)
    lift = np.log((now + 0.5) / (before * common_ratio + 0.5))
    frequent = np.maximum(now, before * common_ratio) >= _LEAST_SUPPORT * max(float(leaves.observed.sum()), 1e-9)
    informative = frequent & (np.abs(lift) >= np.log(_LEAST_LIFT))
    order = np.argsort(-np.abs(now - before * common_ratio) * informative)[: int(informative.sum())]
    lifts = {lattice.cell(at): float(lift[at]) for at in np.flatnonzero(frequent).tolist()}
    found = _independent(
        [lattice.cell(at) for at in order.tolist()], lifts, leaves, leaves.observed - expected * common_ratio, options
    )
    model = model_of(leaves)
    return localisation(leaves, score_slices(leaves, model, found), model)


def _common_ratio(now: Floats, before: Floats) -> float:
    """Median of observed over expected of all slices, weighted by expected."""
    ratio = now / np.maximum(before, 1e-9)
    order = np.argsort(ratio)
    weight = np.cumsum(before[order])
    return float(ratio[order][np.searchsorted(weight, weight[-1] / 2)]) if len(now) and weight[-1] > 0 else 1.0


def _independent(
    cells: list[CodedSlice], lifts: dict[CodedSlice, float], leaves: ComparedLeaves, change: Floats, options: Options
) -> list[CodedSlice]:
    """The rules, in turn, that no shorter rule explains as well and no earlier ones cover."""
    covered = np.zeros(len(change), dtype=bool)
    found: list[CodedSlice] = []
    for where in cells:
        if len(found) >= options.max_suspects:
            break
        shorter = [tuple(c for c in where if c != left_out) for left_out in where if len(where) > 1]
        if any(
            abs(lifts[where]) < np.log(_LEAST_IMPROVEMENT) + _same_direction(lifts, rule, lifts[where])
            for rule in shorter
        ):
            continue
        mask = inside(leaves.codes, where)
        whole, new = abs(float(change[mask].sum())), abs(float(change[mask & ~covered].sum()))
        if new >= _LEAST_NEW_SHARE * whole:
            found.append(where)
            covered |= mask
    return found


def _same_direction(lifts: dict[CodedSlice, float], rule: CodedSlice, lift: float) -> float:
    """How far a shorter rule is off in the same direction."""
    return max(lifts.get(rule, 0.0) * float(np.sign(lift)), 0.0)


LOCATOR = Locator(
    title={"zh": "关联规则", "en": "Association rules"},
    about={
        "zh": "找出支持度足够、提升度明显且不被更短规则说明的组合。每条规则都能手工核对，但不区分偶然与变化。",
        "en": "Finds combinations that are frequent, lifted, and not explained as well by a shorter rule. Every rule can be "
        "checked by hand, but chance is not told from change.",
    },
    run=locate,
)
