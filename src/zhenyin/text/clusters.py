"""Like vectors put together: many small clusters by direction, and these into fewer by likeness.

Sources: I. Dhillon and D. Modha, Concept decompositions for large sparse text data using clustering, Machine Learning 42
(2001), for the small ones; J. Ward, Hierarchical grouping to optimize an objective function, JASA 58 (1963), for the few.
"""

import numpy as np
from numpy.typing import NDArray

from zhenyin.text.contexts import Vectors, unit

Ints = NDArray[np.int64]
_SAMPLE = 30_000
_TURNS = 30
_LIKE = 1.2
"""Ward's distance up to which small clusters of unit vectors are one topic: two opposite to each other are 2 apart."""
_TRIES = 5
"""Candidates for each next centre; the best is taken (greedy k-means++)."""


def centres(vectors: Vectors, number: int, seed: int = 0) -> Vectors:
    """float32 [number or fewer, dims]: centres of clusters of unit vectors; as few as there are different vectors."""
    chance = np.random.default_rng(seed)
    sample = vectors if len(vectors) <= _SAMPLE else vectors[np.sort(chance.choice(len(vectors), _SAMPLE, False))]
    found = _spread(sample, number, chance)
    for _ in range(_TURNS):
        nearest_, _ = nearest(sample, found)
        moved = unit(_means(sample, nearest_, len(found))).astype(np.float32)
        empty = np.bincount(nearest_, minlength=len(found)) == 0
        moved[empty] = found[empty]
        if np.allclose(moved, found, atol=1e-4):
            break
        found = moved
    return found


def nearest(vectors: Vectors, to: Vectors) -> tuple[Ints, Vectors]:
    """int [rows], which centre is nearest; float32 [rows], the cosine with it."""
    places, cosines = np.empty(len(vectors), np.int64), np.empty(len(vectors), np.float32)
    for start in range(0, len(vectors), 20_000):
        part = slice(start, start + 20_000)
        likeness = vectors[part] @ to.T
        places[part] = likeness.argmax(axis=1)
        cosines[part] = likeness[np.arange(len(likeness)), places[part]]
    return places, cosines


def joined(small: Vectors, number: int | None = None, most: int = 60) -> Ints:
    """int [clusters], the group of each small cluster, numbered in the order of the clusters.

    number: of groups; None joins what is alike, and then the likest until `most` are left.
    """
    from scipy.cluster.hierarchy import fcluster, linkage

    if len(small) < 2:
        return np.zeros(len(small), dtype=np.int64)
    tree = linkage(small, "ward")
    alike = len(np.unique(fcluster(tree, _LIKE, "distance")))
    groups = fcluster(tree, number or min(most, alike), "maxclust")
    _, first, where = np.unique(groups, return_index=True, return_inverse=True)
    order = np.empty(len(first), dtype=np.int64)
    order[np.argsort(first)] = np.arange(len(first))
    return np.asarray(order[where])


def _spread(vectors: Vectors, number: int, chance: np.random.Generator) -> Vectors:
    """First centres, each far from those before."""
    chosen = [int(chance.integers(len(vectors)))]
    distance = 1 - vectors @ vectors[chosen[0]]
    while len(chosen) < number:
        odds = np.maximum(distance, 0).astype(float)
        if odds.sum() < 1e-6:
            break
        candidates = chance.choice(len(vectors), _TRIES, p=odds / odds.sum())
        closer = np.minimum(distance[:, None], 1 - vectors @ vectors[candidates].T)
        best = int(closer.clip(0).sum(axis=0).argmin())
        chosen.append(int(candidates[best]))
        distance = closer[:, best]
    return vectors[chosen]


def _means(vectors: Vectors, belongs: Ints, number: int) -> Vectors:
    from scipy import sparse

    rows = np.arange(len(vectors))
    picker = sparse.csr_matrix((np.ones(len(rows), np.float32), (belongs, rows)), shape=(number, len(rows)))
    return np.asarray(picker @ vectors)
