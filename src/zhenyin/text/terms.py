"""Which words come in which texts, as a sparse matrix over a vocabulary."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Sparse = Any
"""scipy.sparse.csr_matrix, float32."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words with their places, the commonest first."""

    words: tuple[str, ...]
    place: dict[str, int] = field(repr=False)

    def __len__(self) -> int:
        return len(self.words)

    @classmethod
    def of(cls, words: Iterable[str]) -> "Vocabulary":
        ordered = tuple(words)
        return cls(ordered, {word: place for place, word in enumerate(ordered)})


def count(
    texts: Sequence[Iterable[str]], *, least: int, most: int, without: frozenset[str] = frozenset()
) -> Vocabulary:
    """The words that come in at least `least` texts, at most `most` of them."""
    seen: Counter[str] = Counter()
    for words in texts:
        seen.update(set(words))
    often = sorted((-n, word) for word, n in seen.items() if n >= least and word not in without)
    return Vocabulary.of(word for _, word in often[:most])


def present(texts: Iterable[Iterable[str]], vocabulary: Vocabulary) -> Sparse:
    """[texts, words], 1 where a word comes in a text."""
    from scipy import sparse

    columns, ends, place = array("i"), array("q", [0]), vocabulary.place
    for words in texts:
        columns.extend({place[word] for word in words if word in place})
        ends.append(len(columns))
    data = np.ones(len(columns), dtype=np.float32)
    shape = (len(ends) - 1, len(vocabulary))
    indices, starts = (
        np.frombuffer(columns, np.int32) if columns else np.zeros(0, np.int32),
        np.frombuffer(ends, np.int64),
    )
    matrix = sparse.csr_matrix((data, indices, starts), shape=shape)
    matrix.sort_indices()
    return matrix


def labelled(columns: Sequence[Sequence[str | None]], least: int = 20) -> Sparse:
    """[rows, values]: 1 where a row has that value in one of the columns; values that are rarer than `least` are left out."""
    texts = [[f"{number}={v}" for number, v in enumerate(row) if v] for row in zip(*columns, strict=True)]
    return present(texts, count(texts, least=least, most=5_000))


def frequency(matrix: Sparse) -> NDArray[np.float64]:
    """float [words], in how many texts each comes."""
    return np.asarray(matrix.sum(axis=0), dtype=np.float64).ravel()
