"""Association rules: combinations that are frequent enough and have a higher share of what happened than was expected.

Every rule can be checked by hand: its support and its lift are two divisions. Rules overlap, and many are shadows of
one cause; what a shorter rule tells as well, and what is mostly covered already, is left out, but how noisy small slices
are is not weighed against how many were tried.
"""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.locators import Explanation, Leaves, Locator, Options
from zhenyin.locators._model import expected_now, findings, model_of
from zhenyin.locators._report import explanation
from zhenyin.stats.lattice import Lattice, inside
from zhenyin.stats.peeling import Where

_SUPPORT = 0.01  # of all that was seen or expected, that a rule has to hold for
_LIFT = 1.3  # by which a rule's figure has to be off, up or down
_BETTER = 1.15  # times the lift of each shorter rule, or it tells nothing new
_NEW = 0.5  # of its change, that no rule before it has told


def locate(leaves: Leaves, options: Options | None = None) -> Explanation:
    """Name the rules of most leverage that are frequent, lifted, and tell something new.

    Source: R. Agrawal, T. Imielinski and A. Swami, "Mining Association Rules between Sets of Items in Large Databases",
    SIGMOD 1993; G. Piatetsky-Shapiro (1991) for leverage; R. Bayardo, R. Agrawal and D. Gunopulos, ICDE 1999, for
    what a longer rule has to add.

    >>> codes = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> leaves = Leaves(("model", "city"), [["A", "B"], ["x", "y"]], codes,
    ...                 np.array([20.0, 22.0, 19.0, 90.0]), np.array([20.0, 21.0, 20.0, 20.0]), periods=4)
    >>> [s.where for s in locate(leaves).suspects]
    [{'model': 'B', 'city': 'y'}]
    """
    options = options or Options()
    expected = expected_now(leaves)
    lattice = Lattice(leaves.codes, options.max_order)
    now, before = lattice.flat(leaves.real), lattice.flat(expected)
    # Everything moved alike by the drift: lift is against that, so that a rise of everything is no rule.
    usual = _drift(now, before)
    lift = np.log((now + 0.5) / (before * usual + 0.5))
    frequent = np.maximum(now, before * usual) >= _SUPPORT * max(float(leaves.real.sum()), 1e-9)
    telling = frequent & (np.abs(lift) >= np.log(_LIFT))
    order = np.argsort(-np.abs(now - before * usual) * telling)[: int(telling.sum())]
    lifts = {lattice.cell(at): float(lift[at]) for at in np.flatnonzero(frequent).tolist()}
    found = _new([lattice.cell(at) for at in order.tolist()], lifts, leaves, leaves.real - expected * usual, options)
    model = model_of(leaves)
    return explanation(leaves, findings(leaves, model, found), model)


def _drift(now: Floats, before: Floats) -> float:
    """The usual ratio: the median over all slices, weighed by their size."""
    ratio = now / np.maximum(before, 1e-9)
    order = np.argsort(ratio)
    weight = np.cumsum(before[order])
    return float(ratio[order][np.searchsorted(weight, weight[-1] / 2)]) if len(now) and weight[-1] > 0 else 1.0


def _new(cells: list[Where], lifts: dict[Where, float], leaves: Leaves, moved: Floats, options: Options) -> list[Where]:
    """The rules, in turn, that shorter rules do not tell as well and earlier ones have not told."""
    told = np.zeros(len(moved), dtype=bool)
    found: list[Where] = []
    for where in cells:
        if len(found) >= options.max_suspects:
            break
        shorter = [tuple(c for c in where if c != left_out) for left_out in where if len(where) > 1]
        if any(abs(lifts[where]) < np.log(_BETTER) + _same_way(lifts, rule, lifts[where]) for rule in shorter):
            continue
        mask = inside(leaves.codes, where)
        whole, new = abs(float(moved[mask].sum())), abs(float(moved[mask & ~told].sum()))
        if new >= _NEW * whole:
            found.append(where)
            told |= mask
    return found


def _same_way(lifts: dict[Where, float], rule: Where, lift: float) -> float:
    """How far a shorter rule is off in the same direction."""
    return max(lifts.get(rule, 0.0) * float(np.sign(lift)), 0.0)


LOCATOR = Locator(
    title={"zh": "关联规则", "en": "Association rules"},
    about={
        "zh": "找出支持度足够、提升度明显且不被更短规则说明的组合。每条规则都能手工核对，但不区分偶然与变化。",
        "en": "Finds combinations that are frequent, lifted, and not told as well by a shorter rule. Every rule can be checked "
        "by hand, but chance is not told from change.",
    },
    run=locate,
)
