"""Adtributor: one attribute at a time, by the divergence of its shares and how much of the change they explain.

It is quick and easily explained, but never names a combination of attributes; where the cause is one, its parts are named.
Chance is not taken into account, so that it also names something when nothing changed.
"""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.locators import Localisation, Locator, Options
from zhenyin.locators._model import expected_now, model_of, score_slices
from zhenyin.locators._report import localisation
from zhenyin.stats.lattice import CodedSlice
from zhenyin.stats.leaves import ComparedLeaves

_LEAST_EXPLAINED = 0.67
"""Share of the whole change that the values of an attribute have to explain."""
_LEAST_SHARE = 0.1
"""Share of the whole change that every value named has to explain."""


def locate(leaves: ComparedLeaves, options: Options | None = None) -> Localisation:
    """Name the values of the one attribute with the largest divergence of shares, which the paper calls surprise.

    leaves: observed and expected per leaf. options: number of slices. Raises ValueError on misshapen leaves.

    Source: R. Bhagwan et al., "Adtributor: Revenue Debugging in Advertising Systems", NSDI 2014, algorithm 1.

    >>> codes = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> leaves = ComparedLeaves(("model", "city"), [["A", "B"], ["x", "y"]], codes,
    ...                 np.array([20.0, 22.0, 89.0, 90.0]), np.array([20.0, 21.0, 20.0, 20.0]), periods=4)
    >>> [s.where for s in locate(leaves).suspects]
    [{'model': 'B'}]
    """
    options = options or Options()
    expected = expected_now(leaves)
    tried = [_of_dimension(leaves, d, expected) for d in range(len(leaves.dims))]
    _, found = max(tried, default=(0.0, []), key=lambda one: one[0])
    model = model_of(leaves)
    return localisation(leaves, score_slices(leaves, model, found[: options.max_suspects]), model)


def _of_dimension(leaves: ComparedLeaves, d: int, expected: Floats) -> tuple[float, list[CodedSlice]]:
    """Divergence of the named values of an attribute together, nats; 0 where they explain too little."""
    size = len(leaves.values[d])
    now, before = (
        np.bincount(leaves.codes[:, d], figures, size).astype(np.float64) for figures in (leaves.observed, expected)
    )
    change = float(now.sum() - before.sum())
    if change == 0:
        return 0.0, []
    power, divergence = (now - before) / change, _js_divergence(now, before)
    named: list[int] = []
    for value in np.argsort(-divergence).tolist():
        if power[value] > _LEAST_SHARE:
            named.append(value)
        if power[named].sum() > _LEAST_EXPLAINED:
            return float(divergence[named].sum()), [((d, value),) for value in named]
    return 0.0, []


def _js_divergence(now: Floats, before: Floats) -> Floats:
    """Jensen-Shannon divergence of the shares now and before, value by value."""
    p, q = before / max(before.sum(), 1e-9), now / max(now.sum(), 1e-9)
    middle = np.where(p + q > 0, p + q, 1.0) / 2
    divergence: Floats = 0.5 * (_times_log(p, middle) + _times_log(q, middle))
    return divergence


def _times_log(p: Floats, middle: Floats) -> Floats:
    times: Floats = p * np.log(np.where(p > 0, p, middle) / middle)
    return times


LOCATOR = Locator(
    title={"zh": "单维度归因（Adtributor）", "en": "One attribute at a time (Adtributor)"},
    about={
        "zh": "逐个维度比较占比的意外程度与对变化的解释力，选出最意外的一个维度。看不到维度组合，也不区分偶然波动。",
        "en": "Weighs, attribute by attribute, how much the shares surprise and how much of the change they explain. "
        "Sees no combinations and does not tell chance from change.",
    },
    run=locate,
)
