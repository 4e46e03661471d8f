"""Like vectors put together: many small clusters by direction, and these into fewer by likeness.

Sources: I. Dhillon and D. Modha, Concept decompositions for large sparse text data using clustering, Machine Learning 42
(2001), for the small ones; J. Ward, Hierarchical grouping to optimize an objective function, JASA 58 (1963), for the few;
C. Rao, A review of canonical coordinates and an alternative to correspondence analysis using Hellinger distance,
Qüestiió 19 (1995), for likeness of what else is known of them.
"""

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Ints
from zhenyin.text.contexts import Vectors, unit
from zhenyin.text.terms import Sparse

_SAMPLE = 30_000
_MAX_ITERATIONS = 30
_LIKE = 1.2
"""Ward's distance up to which small clusters of unit vectors are one topic: two opposite to each other are 2 apart."""
_SIDE_WEIGHT = 4.0
"""What the shares of known values weigh beside directions: clusters of one thing have one mix of products and teams."""
_WEIGHT = 0.5
"""Power of the texts of a cluster that it weighs by: 0 puts large ones together first, 1 leaves small ones no say."""
_PRIOR = 5.0
"""Values of all texts that each cluster is taken to have beside its own, so that few texts do not look special."""
_TRIES = 5
"""Candidates for each next centre; the best is taken (greedy k-means++)."""


def centres(vectors: Vectors, number: int, seed: int = 0) -> Vectors:
    """float32 [number or fewer, dims]: centres of clusters of unit vectors; as few as there are different vectors."""
    chance = np.random.default_rng(seed)
    sample = vectors if len(vectors) <= _SAMPLE else vectors[np.sort(chance.choice(len(vectors), _SAMPLE, False))]
    found = _k_means_pp(sample, number, chance)
    for _ in range(_MAX_ITERATIONS):
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


def joined(
    small: Vectors,
    number: int | None = None,
    most: int = 60,
    *,
    texts: Ints | None = None,
    side_information: Vectors | None = None,
) -> Ints:
    """int [clusters], the group of each small cluster, numbered in the order of the clusters.

    number: of groups; None takes as many as there are clusters unlike each other, `most` at the most. texts: int
    [clusters], how many each has. beside: float [clusters, any], what else is known of each (shares).
    """
    from scipy.cluster.hierarchy import fcluster, linkage

    if len(small) < 2:
        return np.zeros(len(small), dtype=np.int64)
    number = number or min(most, len(np.unique(fcluster(linkage(small, "ward"), _LIKE, "distance"))))
    points = small.astype(float) if side_information is None else np.hstack([small, _SIDE_WEIGHT * side_information])
    groups = _ward(points, np.ones(len(small)) if texts is None else np.maximum(texts, 1.0) ** _WEIGHT, number)
    _, first, where = np.unique(groups, return_index=True, return_inverse=True)
    order = np.empty(len(first), dtype=np.int64)
    order[np.argsort(first)] = np.arange(len(first))
    return np.asarray(order[where])


def shares(values: Sparse, belongs: Ints, number: int) -> Vectors:
    """float [number, values], roots of the shares that each value has in each cluster.

    values: [rows, values], 1 where a row has a value. belongs: int [rows], the cluster of each. Distances of roots are
    Hellinger's: they depend on the mix alone, not on how many texts it was read from.
    """
    counts = np.asarray((_picker(belongs, number) @ values).toarray(), dtype=float)
    overall = counts.sum(axis=0) / max(counts.sum(), 1.0)
    return np.asarray(np.sqrt((counts + _PRIOR * overall) / (counts.sum(axis=1, keepdims=True) + _PRIOR)))


def _ward(points: NDArray[np.float64], weight: NDArray[np.float64], number: int) -> Ints:
    """int [points], groups after the pair whose union adds least to the weighted squares was joined until few are left."""
    points, weight, group = points.copy(), weight.copy(), np.arange(len(points))
    left = np.ones(len(points), dtype=bool)
    square = (points**2).sum(axis=1)
    cost = np.maximum(square[:, None] + square - 2 * points @ points.T, 0) * _shared(weight[:, None], weight)
    np.fill_diagonal(cost, np.inf)
    for _ in range(len(points) - number):
        one, other = divmod(int(cost.argmin()), len(points))
        points[one] = np.average(points[[one, other]], axis=0, weights=weight[[one, other]])
        weight[one] += weight[other]
        left[other], group[group == other] = False, one
        fresh = ((points - points[one]) ** 2).sum(axis=1) * _shared(weight[one], weight)
        fresh[~left | (np.arange(len(points)) == one)] = np.inf
        cost[other], cost[:, other] = np.inf, np.inf
        cost[one], cost[:, one] = fresh, fresh
    return group


def _shared(one: NDArray[np.float64] | float, other: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(one * other / (one + other))


def _k_means_pp(vectors: Vectors, number: int, chance: np.random.Generator) -> Vectors:
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
    return np.asarray(_picker(belongs, number) @ vectors)


def _picker(belongs: Ints, number: int) -> Sparse:
    """[clusters, rows], 1 where a row is of a cluster."""
    from scipy import sparse

    rows = np.arange(len(belongs))
    return sparse.csr_matrix((np.ones(len(rows), np.float32), (belongs, rows)), shape=(number, len(rows)))
