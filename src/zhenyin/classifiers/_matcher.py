"""Many words looked for in many texts at once: a table of first letters finds where, a sparse matrix sums up."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from zhenyin.core.arrays import Ints

_PLAIN = re.compile(r"[a-z0-9]")
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_BETWEEN = "\0"
_BITS = 0xFFFF


@dataclass(frozen=True, slots=True)
class Rule:
    """A word, or several that must all occur (`a+b`), that speaks for `target` with `weight`."""

    target: int
    text: str
    parts: tuple[str, ...] = field(init=False)
    weight: float = field(init=False)

    def __post_init__(self) -> None:
        parts = tuple(part for part in (p.strip() for p in self.text.split("+")) if part)
        object.__setattr__(self, "parts", parts)
        # A long word says more than a short one, and a Chinese character about as much as three letters.
        object.__setattr__(self, "weight", sum(1 / 3 if _PLAIN.match(c) else 1.0 for p in parts for c in p))


class Matcher:
    """Finds which rules hold in each text. A word is not meant when a negation stands right before it.

    Among words that overlap the one that begins first, and of these the longest, is taken.
    """

    def __init__(self, rules: Sequence[Rule], negations: Iterable[str] = ()) -> None:
        self.rules = list(rules)
        atoms = sorted({part for rule in rules for part in rule.parts})
        number = {word: i for i, word in enumerate(atoms)}
        self._words = _Words(atoms, tuple(negations))
        needs = [(number[part], k) for k, rule in enumerate(rules) for part in set(rule.parts)]
        rows, columns = (np.array(side, dtype=np.int64) for side in zip(*needs, strict=True)) if needs else ([], [])
        self._needs = sparse.csr_array(
            (np.ones(len(needs), dtype=np.int16), (rows, columns)), shape=(len(atoms), len(rules))
        )
        self._size = np.array([len(set(rule.parts)) for rule in rules], dtype=np.int16)

    def hold(self, texts: Sequence[str | None]) -> sparse.coo_array:
        """Bool [texts, rules]: which rules hold in which text."""
        rows, words = self._words.find([_plain(text) for text in texts])
        there = sparse.csr_array(
            (np.ones(len(rows), dtype=np.int16), (rows, words)), shape=(len(texts), self._needs.shape[0])
        )
        there.data[:] = 1  # a word that is there twice says no more than once
        seen = (there @ self._needs).tocsr()
        seen.data = seen.data >= self._size[seen.indices]
        seen.eliminate_zeros()
        return seen.tocoo()

    def scores(self, holds: sparse.coo_array, targets: int) -> NDArray[np.float64]:
        """Float [texts, targets]: the weights of the rules that hold, summed for each target."""
        speaks = sparse.csr_array(
            (
                [rule.weight for rule in self.rules],
                (np.arange(len(self.rules)), [rule.target for rule in self.rules]),
            ),
            shape=(len(self.rules), targets),
        )
        summed: NDArray[np.float64] = (holds.tocsr().astype(np.float64) @ speaks).toarray()
        return summed


class _Words:
    """A list of words, by their first two letters (a word of one letter goes by that)."""

    def __init__(self, words: Sequence[str], negations: tuple[str, ...]) -> None:
        self._negations = negations
        self._by_start: dict[str, list[tuple[str, int]]] = {}
        self._pairs, self._singles = (np.zeros(_BITS + 1, dtype=bool) for _ in range(2))
        for number, word in sorted(enumerate(words), key=lambda entry: -len(entry[1])):
            self._by_start.setdefault(word[:2], []).append((word, number))
            letters = np.array([ord(letter) for letter in word[:2]], dtype=np.int64)
            if len(word) == 1:
                self._singles[letters & _BITS] = True
            else:
                self._pairs[_mixed(letters[:1], letters[1:])] = True

    def find(self, texts: list[str]) -> tuple[Ints, Ints]:
        """Rows of the texts and numbers of the words in them, one entry per occurrence."""
        joined = _BETWEEN.join([*texts, ""])
        letters = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
        maybe = self._singles[letters & _BITS]
        maybe[:-1] |= self._pairs[_mixed(letters[:-1], letters[1:])]
        hits = list(self._hits(joined, np.flatnonzero(maybe).tolist()))
        places, words = np.array(hits, dtype=np.int64).reshape(-1, 2).T
        ends = np.cumsum([len(text) + 1 for text in texts])
        return np.searchsorted(ends, places, side="right"), words

    def _hits(self, joined: str, places: list[int]) -> Iterator[tuple[int, int]]:
        free = 0
        for place in places:
            if place < free:
                continue
            found = self._longest(joined, place)
            if found is not None:
                free = place + len(found[0])
                if self._meant(joined, place, found[0]):
                    yield place, found[1]

    def _longest(self, joined: str, place: int) -> tuple[str, int] | None:
        for start in (joined[place : place + 2], joined[place]):
            for word, number in self._by_start.get(start, ()):
                if joined.startswith(word, place) and not _goes_on(joined, place, word):
                    return word, number
        return None

    def _meant(self, joined: str, place: int, word: str) -> bool:
        inside = _PLAIN.match(word) and place and _PLAIN.match(joined[place - 1])
        return not inside and not joined.endswith(self._negations, max(place - 12, 0), place)


def _goes_on(joined: str, place: int, word: str) -> bool:
    """Latin words stand alone: `leak` is neither in `bleak` nor in `leakage`."""
    after = joined[place + len(word)]
    return "a" <= after <= "z" and "a" <= word[-1] <= "z"


def _mixed(one: Ints, two: Ints) -> Ints:
    return (one * 31 + two) & _BITS


def _plain(text: str | None) -> str:
    """Lower case, full-width letters and digits as plain ones."""
    if not text:
        return ""
    return (normalize("NFKC", text) if _WIDE.search(text) else text).lower()
