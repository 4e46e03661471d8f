"""What words tell: a vector for each from what comes with it, as long as it tells a ticket apart.

"配网" comes with locks, routers and time-outs; "谢谢" comes with everything. So a word's direction is made of its
contexts (other words of the ticket, how it was answered, which team solved it), and its length is how far those differ
from the contexts of all words, less what chance alone would make. Courtesy gets no length, however often it comes.

Sources: O. Levy and Y. Goldberg, Neural word embedding as implicit matrix factorization, NIPS 2014 (directions); the
length is the Kullback-Leibler divergence of a word's contexts from all contexts, less the bias of its estimate
(G. Miller, Note on the bias of information estimates, 1955), times inverse document frequency.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats
from zhenyin.text.terms import Sparse, frequency

Vectors = NDArray[np.float32]

DIMS = 100
_CONTEXT_WORDS = 2_000
_SMOOTH = 0.75
"""Power of the contexts' frequency, so that rare contexts do not look like close ones (Levy and Goldberg 2015)."""

_STRENGTH = 0.5
"""Power of the singular values: 1 lets the few strongest directions rule, 0 counts noise as much as them."""


def learn(
    words: Sparse, side_information: Sequence[Sparse] = (), *, meanings: Vectors | None = None, seed: int = 0
) -> Vectors:
    """float32 [words, dims], the vectors of words.

    words: [tickets, words], which words come in which tickets, commonest words first. beside: [tickets, things] each,
    what else is known of a ticket. meanings: float [words, any], vectors from elsewhere to go by as well.
    """
    tables = [_together(words), *((words.T @ things).tocsr() for things in side_information)]
    length = sum((divergence(table) for table in tables), np.zeros(words.shape[1]))
    blocks = [_equal(_positive_pmi(table)) for table in tables if table.nnz]
    directions = _directions(blocks, seed)
    if meanings is not None:
        directions = np.hstack([directions, unit(meanings)])
    rarity = np.log(max(words.shape[0], 1) / np.maximum(frequency(words), 1.0))
    return np.asarray(unit(directions) * (length * rarity)[:, None], dtype=np.float32)


def divergence(table: Sparse) -> Floats:
    """float [words], nats: how far the contexts of each word differ from those of all, less what chance would make.

    table: [words, contexts], how often each comes with each.
    """
    cells = table.tocoo()
    rows, columns = (np.asarray(table.sum(axis=axis), dtype=float).ravel() for axis in (1, 0))
    base_rate = columns / max(columns.sum(), 1.0)
    terms = cells.data * np.log(cells.data / (rows[cells.row] * base_rate[cells.col]))
    nats = np.bincount(cells.row, weights=terms, minlength=table.shape[0])
    # A word that tells nothing still fills cells at random, and each filled cell adds half a nat on the average.
    filled = np.array([-np.expm1(-row * base_rate).sum() for row in rows])
    return np.asarray(np.maximum(nats - 0.5 * filled, 0.0) / np.maximum(rows, 1.0))


def unit(vectors: NDArray[np.floating]) -> NDArray[np.floating]:
    """Rows made one long; those without length stay so."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9))


def _together(words: Sparse) -> Sparse:
    """[words, context words], in how many tickets two words come together."""
    table = (words.T @ words[:, :_CONTEXT_WORDS]).tocoo()
    other = table.row != table.col
    from scipy import sparse

    return sparse.csr_matrix((table.data[other], (table.row[other], table.col[other])), shape=table.shape)


def _positive_pmi(table: Sparse) -> Sparse:
    """Positive pointwise mutual information of words and contexts."""
    from scipy import sparse

    cells = table.tocoo()
    rows = np.asarray(table.sum(axis=1), dtype=float).ravel()
    columns = np.asarray(table.sum(axis=0), dtype=float).ravel() ** _SMOOTH
    value = np.log(cells.data * columns.sum() / (rows[cells.row] * columns[cells.col]))
    kept = value > 0
    return sparse.csr_matrix((value[kept], (cells.row[kept], cells.col[kept])), shape=table.shape, dtype=np.float32)


def _equal(block: Sparse) -> Sparse:
    """A block scaled so that each weighs the same, however many contexts it has."""
    return block / max(float(np.sqrt(block.multiply(block).sum())), 1e-9)


def _directions(blocks: Sequence[Sparse], seed: int) -> NDArray[np.floating]:
    from scipy import sparse
    from sklearn.utils.extmath import randomized_svd

    whole = sparse.hstack(blocks).tocsr()
    dims = min(DIMS, min(whole.shape) - 1)
    left, strength, _ = randomized_svd(whole, dims, n_iter=3, random_state=seed)
    return unit(left * strength**_STRENGTH)
