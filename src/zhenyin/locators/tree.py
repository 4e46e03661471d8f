"""Decision-tree lift: split by the value that separates best what changed from what did not, then split both halves.

Its cost grows with the number of values and not of their combinations, so that it still answers with very many leaves. It is
greedy: a combination neither half of which stands out by itself is not found.
"""

from collections.abc import Iterator
from math import log

import numpy as np

from zhenyin.core import work
from zhenyin.core.arrays import Floats, Ints
from zhenyin.locators import Localisation, Locator, Options
from zhenyin.locators._model import model_of, score_slices
from zhenyin.locators._report import localisation
from zhenyin.stats.amounts import Amounts
from zhenyin.stats.evidence import Counts
from zhenyin.stats.lattice import CodedSlice, inside
from zhenyin.stats.leaves import ComparedLeaves

_LEAST_CHANGE = 0.1
"""A node whose log ratio to everything is smaller is not named."""
_WHOLE_SLICE_SHARE = 0.8
"""Weight of a slice that a node needs to stand for it."""
_MAX_NODES = 64


def locate(leaves: ComparedLeaves, options: Options | None = None) -> Localisation:
    """Name the nodes of a tree, grown while splits gain more than their description length, that changed against everything.

    leaves: observed and expected per leaf. options: order, number and error chance. Raises ValueError on misshapen leaves.

    Source: L. Breiman, J. Friedman, R. Olshen and C. Stone, "Classification and Regression Trees" (1984), chapter 2, with
    a likelihood ratio for the impurity; J. Rissanen, Automatica 14 (1978) for when to stop.

    >>> codes = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> leaves = ComparedLeaves(("model", "city"), [["A", "B"], ["x", "y"]], codes,
    ...                 np.array([20.0, 22.0, 19.0, 90.0]), np.array([20.0, 21.0, 20.0, 20.0]), periods=4)
    >>> [s.where for s in locate(leaves).suspects]
    [{'model': 'B', 'city': 'y'}]
    """
    options = options or Options()
    model = model_of(leaves)
    grown = _grown(leaves, model, options)
    # A node within a named node is part of the same change.
    found = [where for where in grown if not any(set(other) < set(where) for other in grown)]
    return localisation(leaves, score_slices(leaves, model, found)[: options.max_suspects], model)


def _grown(leaves: ComparedLeaves, model: Counts | Amounts, options: Options) -> list[CodedSlice]:
    waiting: list[tuple[CodedSlice, Ints]] = [((), np.arange(len(leaves.observed)))]
    found: list[CodedSlice] = []
    for _ in range(_MAX_NODES):
        work.check()
        if not waiting:
            break
        where, rows = waiting.pop()
        split = _best(leaves, model, where, rows, options)
        if split is not None:
            d, value = split
            side = leaves.codes[rows, d] == value
            waiting += [(where, rows[~side]), (tuple(sorted((*where, (d, value)))), rows[side])]
        elif where and _is_slice(leaves, model, where, rows) and abs(_change(model, rows)) >= _LEAST_CHANGE:
            found.append(where)
    return list(dict.fromkeys(found))


def _best(
    leaves: ComparedLeaves, model: Counts | Amounts, where: CodedSlice, rows: Ints, options: Options
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


def _gains(leaves: ComparedLeaves, model: Counts | Amounts, rows: Ints, d: int) -> Iterator[tuple[float, int]]:
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


def _is_slice(leaves: ComparedLeaves, model: Counts | Amounts, where: CodedSlice, rows: Ints) -> bool:
    """Whether a node is nearly all of the slice that its conditions name: other splits may have taken parts away."""
    weight = model.weight()
    return float(weight[rows].sum()) >= _WHOLE_SLICE_SHARE * float(weight[inside(leaves.codes, where)].sum())


def _change(model: Counts | Amounts, rows: Ints) -> float:
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
