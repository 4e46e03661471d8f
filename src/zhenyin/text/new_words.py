"""New words: strings of Han characters that stick together and stand freely, which the dictionary does not know.

A string is a word when its parts come together far more often than chance has it (cohesion), and when what stands before
and after it varies (freedom).

Sources: K. Church and P. Hanks, Word association norms, mutual information, and lexicography, Computational Linguistics
16 (1990), for cohesion; K. Tanaka-Ishii, Entropy as an indicator of context boundaries, IJCNLP 2005, for freedom.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats, Ints

LONGEST = 4
_HAN = (0x4E00, 0x9FFF)
_MOST_LETTERS = 6_000
"""Four letters of so many kinds fit into one 64-bit number; rarer ones are no part of a word that comes often."""


@dataclass(frozen=True, slots=True)
class NewWord:
    """A found word: how often it comes, its cohesion (log of how much likelier than chance), its freedom (nats)."""

    text: str
    count: int
    cohesion: float
    freedom: float


def find(texts: Sequence[str], *, least: int = 20, cohesion: float = 3.0, freedom: float = 1.0) -> list[NewWord]:
    """Strings of two to four Han characters that come at least `least` times and pass both thresholds, most often first.

    >>> heads, tails = "天地人和日月星云风雨山川", "春夏秋冬东西南北中外前后"
    >>> others = [f"{a}{b}{a}{b}" for a in heads for b in tails] * 5
    >>> [word.text for word in find(others + [f"{a}配网{b}" for a in heads for b in tails])]
    ['配网']
    """
    letters, signs = _letters(texts)
    size = len(signs)
    grams = {n: _grams(letters, size, n, least) for n in range(1, LONGEST + 1)}
    found: list[NewWord] = []
    for n in range(2, LONGEST + 1):
        keys, counts, starts, belongs = grams[n]
        if len(keys) == 0:
            continue
        tight = _cohesion(keys, counts, grams, size, n, int((letters > 0).sum()))
        before, after = (_entropy(belongs, letters[starts + step], len(keys)) for step in (-1, n))
        free = np.minimum(before, after)
        found += [
            NewWord(_spelled(int(keys[i]), signs, n), int(counts[i]), float(tight[i]), float(free[i]))
            for i in np.flatnonzero((tight >= cohesion) & (free >= freedom))
        ]
    return sorted(found, key=lambda word: (-word.count, word.text))


_Grams = tuple[Ints, Ints, Ints, Ints]


def _letters(texts: Sequence[str]) -> tuple[Ints, list[str]]:
    """All texts as numbers of their Han characters, 0 for anything else (also at both ends and between texts)."""
    raw = np.frombuffer(("\n" + "\n".join(texts) + "\n").encode("utf-32-le", "replace"), dtype=np.uint32)
    han = (raw >= _HAN[0]) & (raw <= _HAN[1])
    kinds, counts = np.unique(raw[han], return_counts=True)
    kinds = np.sort(kinds[np.argsort(-counts, kind="stable")[:_MOST_LETTERS]])
    table = np.zeros(_HAN[1] + 1, dtype=np.int64)
    table[kinds] = np.arange(1, len(kinds) + 1)
    letters = table[np.where(han, raw, 0)]
    return letters, ["", *(chr(kind) for kind in kinds.tolist())]


def _grams(letters: Ints, size: int, n: int, least: int) -> _Grams:
    """Runs of n letters that come at least `least` times: keys, counts, where each occurrence starts, and whose it is."""
    places = np.arange(1, max(len(letters) - n, 1))
    key = np.zeros(len(places), dtype=np.int64)
    whole = np.ones(len(places), dtype=bool)
    for step in range(n):
        letter = letters[places + step]
        key = key * size + letter
        whole &= letter > 0
    keys, belongs, counts = np.unique(key[whole], return_inverse=True, return_counts=True)
    often = counts >= (least if n > 1 else 1)
    renumbered = np.where(often, np.cumsum(often) - 1, -1)
    here = often[belongs]
    return keys[often], counts[often], places[whole][here], renumbered[belongs[here]]


def _cohesion(keys: Ints, counts: Ints, grams: dict[int, _Grams], size: int, n: int, total: int) -> Floats:
    """The least, over all ways to cut a run in two, of log(count x total / (count of left x count of right))."""
    least = np.full(len(keys), np.inf)
    for cut in range(1, n):
        left, right = np.divmod(keys, size ** (n - cut))
        expected = _count_of(left, grams[cut]) * _count_of(right, grams[n - cut]) / max(total, 1)
        least = np.minimum(least, np.log(counts / expected))
    return least


def _count_of(keys: Ints, grams: _Grams) -> Floats:
    # A part comes at least as often as the whole, so it is among the runs that were kept.
    return grams[1][np.searchsorted(grams[0], keys)].astype(float)


def _entropy(belongs: Ints, neighbours: Ints, size: int) -> Floats:
    """Entropy of what stands beside each run; the end of a phrase counts as something new each time."""
    total = np.bincount(belongs, minlength=size).astype(float)
    pair, counts = np.unique(belongs * (_MOST_LETTERS + 1) + neighbours, return_counts=True)
    whose, neighbour = np.divmod(pair, _MOST_LETTERS + 1)
    share = counts / total[whose]
    information = np.where(neighbour == 0, np.log(total[whose]), -np.log(share))
    return np.asarray(np.bincount(whose, weights=share * information, minlength=size), dtype=float)


def _spelled(key: int, signs: list[str], n: int) -> str:
    letters: list[str] = []
    for _ in range(n):
        key, letter = divmod(key, len(signs))
        letters.append(signs[letter])
    return "".join(reversed(letters))
