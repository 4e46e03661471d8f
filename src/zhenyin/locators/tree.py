"""Decision-tree lift: split by the value that parts best what moved from what did not, then split both halves again.

Its cost grows with the number of values and not of their combinations, so that it still answers with very many leaves. It is
greedy: a combination neither half of which stands out by itself is not found.
"""

from collections.abc import Iterator
from math import log

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.locators import Explanation, Leaves, Locator, Options
from zhenyin.locators._model import findings, model_of
from zhenyin.locators._report import explanation
from zhenyin.stats.amounts import Amounts
from zhenyin.stats.evidence import Counts
from zhenyin.stats.lattice import inside
from zhenyin.stats.peeling import Where

_MATTERS = 0.1  # a node that moved by less than 10 % against everything is no suspect
_NEARLY_ALL = 0.8
_MOST_NODES = 64


def locate(leaves: Leaves, options: Options | None = None) -> Explanation:
    """Name the nodes of a tree, grown as long as splits beat their description, that moved against everything.

    Source: L. Breiman, J. Friedman, R. Olshen and C. Stone, "Classification and Regression Trees" (1984), chapter 2, with
    a likelihood ratio for the impurity; J. Rissanen, Automatica 14 (1978) for when to stop.

    >>> codes = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> leaves = Leaves(("model", "city"), [["A", "B"], ["x", "y"]], codes,
    ...                 np.array([20.0, 22.0, 19.0, 90.0]), np.array([20.0, 21.0, 20.0, 20.0]), periods=4)
    >>> [s.where for s in locate(leaves).suspects]
    [{'model': 'B', 'city': 'y'}]
    """
    options = options or Options()
    model = model_of(leaves)
    grown = _grown(leaves, model, options)
    # A node within a node that is named already tells the same change once more.
    found = [where for where in grown if not any(set(other) < set(where) for other in grown)]
    return explanation(leaves, findings(leaves, model, found)[: options.max_suspects], model)


def _grown(leaves: Leaves, model: Counts | Amounts, options: Options) -> list[Where]:
    waiting: list[tuple[Where, Ints]] = [((), np.arange(len(leaves.real)))]
    found: list[Where] = []
    for _ in range(_MOST_NODES):
        if not waiting:
            break
        where, rows = waiting.pop()
        split = _best(leaves, model, where, rows, options)
        if split is not None:
            d, value = split
            side = leaves.codes[rows, d] == value
            waiting += [(where, rows[~side]), (tuple(sorted((*where, (d, value)))), rows[side])]
        elif where and _is_slice(leaves, model, where, rows) and abs(_moved(model, rows)) >= _MATTERS:
            found.append(where)
    return list(dict.fromkeys(found))


def _best(
    leaves: Leaves, model: Counts | Amounts, where: Where, rows: Ints, options: Options
) -> tuple[int, int] | None:
    """The value whose leaves differ most from the others of a node, if they do beyond what naming it costs."""
    free = [d for d in range(len(leaves.dims)) if d not in {d for d, _ in where}]
    if len(where) >= options.max_order or not free or len(rows) < 2:
        return None
    tried = [(gain, d, value) for d in free for gain, value in _gains(leaves, model, rows, d)]
    if not tried:
        return None
    gain, d, value = max(tried)
    return (d, value) if gain - log(len(tried)) >= -log(options.alpha) else None


def _gains(leaves: Leaves, model: Counts | Amounts, rows: Ints, d: int) -> Iterator[tuple[float, int]]:
    codes, size = leaves.codes[rows, d], len(leaves.values[d])
    parts = [part[rows] for part in model.parts()]
    whole = [np.asarray(part.sum()) for part in parts]
    sums: list[Floats] = [np.bincount(codes, part, size).astype(np.float64) for part in parts]
    rest = [total - part for total, part in zip(whole, sums, strict=True)]
    gains = (
        model.gain_against_expectation(*sums)
        + model.gain_against_expectation(*rest)
        - model.gain_against_expectation(*whole)
    )
    for value in np.unique(codes).tolist():
        yield float(gains[value]), value


def _is_slice(leaves: Leaves, model: Counts | Amounts, where: Where, rows: Ints) -> bool:
    """Whether a node is nearly all of the slice that its conditions name: other splits may have taken parts away."""
    weight = model.weight()
    return float(weight[rows].sum()) >= _NEARLY_ALL * float(weight[inside(leaves.codes, where)].sum())


def _moved(model: Counts | Amounts, rows: Ints) -> float:
    return float(model.moved(*(np.asarray(part[rows].sum()) for part in model.parts())))


LOCATOR = Locator(
    title={"zh": "决策树", "en": "Decision tree"},
    about={
        "zh": "每一步按最能区分“变了”与“没变”的取值切分，直到不再值得切分。组合再多也能回答，但单看不突出的组合会漏掉。",
        "en": "Splits by the value that best parts what moved from what did not, until no split is worth its words. Answers "
        "with any number of combinations, but misses those of which no part stands out by itself.",
    },
    run=locate,
)
