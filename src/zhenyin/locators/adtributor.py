"""Adtributor: one attribute at a time, by how much its values surprise and how much of the change they explain.

It answers quickly and is easily told, but sees no combination: where a cause is one, its halves are named. Noise is not
weighed, so that it also names something when nothing happened.
"""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.locators import Explanation, Leaves, Locator, Options
from zhenyin.locators._model import expected_now, findings, model_of
from zhenyin.locators._report import explanation
from zhenyin.stats.peeling import Where

_ENOUGH = 0.67  # of the whole change, that the values of an attribute have to explain
_EACH = 0.1  # of the whole change, that every value named has to explain


def locate(leaves: Leaves, options: Options | None = None) -> Explanation:
    """Name the values of the one attribute that surprises most.

    Source: R. Bhagwan et al., "Adtributor: Revenue Debugging in Advertising Systems", NSDI 2014, algorithm 1.

    >>> codes = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> leaves = Leaves(("model", "city"), [["A", "B"], ["x", "y"]], codes,
    ...                 np.array([20.0, 22.0, 89.0, 90.0]), np.array([20.0, 21.0, 20.0, 20.0]), periods=4)
    >>> [s.where for s in locate(leaves).suspects]
    [{'model': 'B'}]
    """
    options = options or Options()
    expected = expected_now(leaves)
    tried = [_of_dimension(leaves, d, expected) for d in range(len(leaves.dims))]
    _, found = max(tried, default=(0.0, []), key=lambda one: one[0])
    model = model_of(leaves)
    return explanation(leaves, findings(leaves, model, found[: options.max_suspects]), model)


def _of_dimension(leaves: Leaves, d: int, expected: Floats) -> tuple[float, list[Where]]:
    """How much the named values of an attribute surprise together; 0 where they explain too little."""
    size = len(leaves.values[d])
    now, before = (
        np.bincount(leaves.codes[:, d], figures, size).astype(np.float64) for figures in (leaves.real, expected)
    )
    change = float(now.sum() - before.sum())
    if change == 0:
        return 0.0, []
    power, surprise = (now - before) / change, _surprise(now, before)
    named: list[int] = []
    for value in np.argsort(-surprise).tolist():
        if power[value] > _EACH:
            named.append(value)
        if power[named].sum() > _ENOUGH:
            return float(surprise[named].sum()), [((d, value),) for value in named]
    return 0.0, []


def _surprise(now: Floats, before: Floats) -> Floats:
    """Jensen-Shannon divergence of the shares now and before, value by value."""
    p, q = before / max(before.sum(), 1e-9), now / max(now.sum(), 1e-9)
    middle = np.where(p + q > 0, p + q, 1.0) / 2
    surprise: Floats = 0.5 * (_times_log(p, middle) + _times_log(q, middle))
    return surprise


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
