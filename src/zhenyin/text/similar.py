"""Which earlier texts are like one at hand: several rankings, put together by their ranks.

Sources: S. Robertson and H. Zaragoza, The probabilistic relevance framework: BM25 and beyond (2009); G. Cormack, C. Clarke
and S. Büttcher, Reciprocal rank fusion outperforms Condorcet and individual rank learning methods, SIGIR 2009.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from zhenyin.core.arrays import Floats

_K1, _B = 1.5, 0.75
_RANK = 60
"""The constant of reciprocal rank fusion: how far down a ranking still counts."""
_VOTERS = 30
"""The best cases, whose outcomes say how likely each outcome is."""
_AGAIN = 0.3
"""What a second case with an outcome is worth beside the first with it, a third beside the second, and so on."""
_ENTITY = re.compile(r"[A-Za-z]+-?\d+(?:\.\d+)*|\d+(?:\.\d+)+[A-Za-z]*")


def bm25(query: Sequence[str], texts: Sequence[Sequence[str]], weight: Mapping[str, float] | None = None) -> Floats:
    """float [texts], how well each has the words asked for.

    weight: of words, in place of how rare they are among these texts; words without one weigh nothing.
    """
    lengths = np.array([len(words) for words in texts], dtype=float)
    wanted = set(query)
    counts = [Counter(word for word in words if word in wanted) for words in texts]
    having = Counter(word for count in counts for word in count)
    score = np.zeros(len(texts))
    damped = _K1 * (1 - _B + _B * lengths / max(lengths.mean() if len(texts) else 1.0, 1e-9))
    for word in sorted(wanted):
        often = np.array([count[word] for count in counts], dtype=float)
        rare = np.log1p((len(texts) - having[word] + 0.5) / (having[word] + 0.5))
        worth = rare if weight is None else weight.get(word, 0.0)
        score += worth * often * (_K1 + 1) / (often + damped)
    return score


def pairs(text: str) -> list[str]:
    """Neighbouring letters of a text: they see through words that were cut or typed wrongly.

    >>> pairs("配 网X2")
    ['配网', '网x', 'x2']
    """
    letters = "".join(letter for letter in text.lower() if letter.isalnum())
    return [letters[i : i + 2] for i in range(len(letters) - 1)]


def entities(text: str) -> list[str]:
    """Models, versions and error codes.

    >>> entities("X200升级到3.2.1后报E5，路由器2.4G")
    ['x200', '3.2.1', 'e5', '2.4g']
    """
    return [found.lower() for found in _ENTITY.findall(text)]


def fused(scores: Sequence[Floats], weights: Sequence[float] | None = None) -> Floats:
    """float [texts], the rankings put together. What a ranking gives no score counts for nothing in it.

    >>> fused([np.array([3.0, 1.0, 0.0]), np.array([0.0, 2.0, 1.0])]).argsort()[::-1].tolist()
    [1, 0, 2]
    """
    whole = np.zeros(len(scores[0]))
    for score, weight in zip(scores, weights or [1.0] * len(scores), strict=True):
        rank = np.empty(len(score))
        rank[np.argsort(-score, kind="stable")] = np.arange(1, len(score) + 1)
        whole += np.where(score > 0, weight / (_RANK + rank), 0.0)
    return whole


def different(score: Floats, outcomes: Sequence[str | None], most: int) -> list[int]:
    """Places of up to `most` texts, best first, that between them show what most likely came of texts like these.

    Of texts that are about equally like the one asked about, more with the same outcome tell less and less. How likely an
    outcome is the best texts say, by their ranks.
    Source: R. Agrawal, S. Gollapudi, A. Halverson and S. Ieong, Diversifying search results, WSDM 2009.

    >>> different(np.array([5.0, 4.0, 3.0, 2.0]), ["reset", "reset", "reset", "replace"], 3)
    [0, 3, 1]
    """
    order = np.argsort(-score, kind="stable")[:_VOTERS].tolist()
    left: dict[str, list[int]] = {}
    worth: dict[str, float] = {}
    for rank, place in enumerate(order):
        outcome = outcomes[place] or f"unknown {place}"
        left.setdefault(outcome, []).append(place)
        worth[outcome] = worth.get(outcome, 0.0) + 1 / (_RANK + rank)
    chosen: list[int] = []
    while len(chosen) < most and left:
        best = max(left, key=lambda outcome: (worth[outcome], -left[outcome][0]))
        chosen.append(left[best].pop(0))
        worth[best] *= _AGAIN
        if not left[best]:
            del left[best]
    return chosen
