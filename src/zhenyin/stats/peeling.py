"""Iterated scan: the few slices that explain a change, one after the other.

The slice with most evidence beyond its description length is taken. It is compared with its own parts, which replace it when
they explain more; then it gets its own factor, and the search is repeated until no slice has evidence beyond its description
length and the threshold. At the end each slice has to stand against all others.

Source: the two-part code of J. Rissanen (Automatica 14, 1978) on the scan statistic of
M. Kulldorff (1997), with the iterated search of Z. Zhang, R. Assuncao and M. Kulldorff,
"Spatial scan statistics adjusted for multiple clusters" (2010).
"""

from dataclasses import dataclass, field

import numpy as np

from zhenyin.core import work
from zhenyin.core.arrays import Floats, Mask
from zhenyin.stats.evidence import Evidence
from zhenyin.stats.lattice import CodedSlice, Lattice, inside
from zhenyin.stats.merging import merged

_MOST_PARTS = 12  # children tried against one parent
_TIE_NATS = 2.0  # nats: a likelihood ratio below 8 is no evidence for one of two explanations
_SAME = 0.9  # share of leaves in common that makes two slices alternatives
_MATTERS = 0.05  # a slice that changed by less than 5 % against the rest is not named
_NEARLY_ALL = 0.8  # share of a parent that moved from which on one names the parent


@dataclass(frozen=True, slots=True)
class ScoredSlice:
    """A slice with its score.

    where: the slice. score: evidence beyond its description length, nats. twins: other slices of nearly the same leaves
    with nearly as much evidence.
    """

    where: CodedSlice
    score: float
    twins: tuple[CodedSlice, ...] = ()


@dataclass(slots=True)
class Peeling:
    """The search over one lattice with one model.

    model: of the evidence, fitted anew as slices are found. lattice: of the same leaves. threshold: nats that a slice needs
    beyond its description length, the log of 1 / alpha. cost: description lengths, nats, float [all cells].

    >>> from zhenyin.stats.evidence import Counts
    >>> codes = np.array([[a, b] for a in range(3) for b in range(4)])
    >>> now = np.where((codes == (1, 2)).all(axis=1), 90.0, 30.0)
    >>> model = Counts(now, now + 30.0, np.full(12, 0.5))
    >>> [found.where for found in Peeling(model, Lattice(codes), threshold=4.6).run(limit=5)]
    [((0, 1), (1, 2))]
    """

    model: Evidence
    lattice: Lattice
    threshold: float
    cost: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.cost = self.lattice.description_length()

    def run(self, limit: int) -> list[ScoredSlice]:
        """At most `limit` slices, strongest first."""
        found: list[ScoredSlice] = []
        while len(found) < limit:
            work.check()
            step = self._next(found)
            if step is None:
                break
            found.append(step)
            self.model.fit(self._masks(found))
        return self._merged(self._confirmed(found))

    def _merged(self, found: list[ScoredSlice]) -> list[ScoredSlice]:
        """One slice for several that have a parent in common, and none within another."""
        known = {one.where: one for one in found}
        wheres = merged(self.model, self.lattice, list(known))
        wheres = [where for where in wheres if not any(set(other) < set(where) for other in wheres)]
        reference = self.model.reference([inside(self.lattice.codes, where) for where in wheres])
        kept = [known.get(where) or ScoredSlice(where, self._score(reference, where)) for where in wheres]
        self.model.fit(self._masks(kept))
        return sorted(kept, key=lambda one: -one.score)

    def _score(self, reference: Evidence, where: CodedSlice) -> float:
        """Evidence for a slice against what lies outside all slices found, beyond its description."""
        mask = inside(self.lattice.codes, where)
        gain_against_expectation = reference.gain_against_expectation(
            *(np.asarray(part[mask].sum()) for part in reference.parts())
        )
        return float(minus_log_p(gain_against_expectation)) - self._cost_of(where)

    def _masks(self, found: list[ScoredSlice]) -> list[Mask]:
        return [inside(self.lattice.codes, f.where) for f in found]

    def _next(self, found: list[ScoredSlice]) -> ScoredSlice | None:
        score = self._scores()
        # Without attributes there is nothing to name.
        best = int(np.argmax(score)) if len(score) else None
        if best is None or score[best] < self.threshold:
            return None
        where = self._descend(self.lattice.cell(best))
        if where in [f.where for f in found]:
            return None
        return ScoredSlice(where, float(score[best]), self._twins(where, score))

    def _twins(self, where: CodedSlice, score: Floats) -> tuple[CodedSlice, ...]:
        """Other slices of nearly the same leaves whose evidence comes within `_TIE_NATS`."""
        mask = inside(self.lattice.codes, where)
        near = np.flatnonzero(score >= score.max() - _TIE_NATS)
        cells = [self.lattice.cell(int(at)) for at in near[:_MOST_PARTS]]
        return tuple(c for c in cells if c != where and _alike(mask, inside(self.lattice.codes, c)))

    def _scores(self) -> Floats:
        sums = [self.lattice.flat(part) for part in self.model.parts()]
        score = minus_log_p(self.model.gain(*sums)) + self.model.drift_prior_gain(*sums) - self.cost
        return np.where(np.abs(self.model.effect(*sums)) >= _MATTERS, score, -np.inf)

    def _descend(self, where: CodedSlice) -> CodedSlice:
        """Go down from a parent as long as some of its parts explain it better."""
        while True:
            work.check()
            children = self._parts_instead(where)
            if children is None:
                return where
            where = children

    def _parts_instead(self, where: CodedSlice) -> CodedSlice | None:
        fixed = {dim for dim, _ in where}
        free = tuple(d for d in self.lattice.dims if d not in fixed)
        room = self.lattice.max_order - len(where)
        rows = np.flatnonzero(inside(self.lattice.codes, where))
        if not free or room < 1 or len(rows) < 2:
            return None
        model = self.model.within(rows)
        whole = model.joint_gain([_sums(model)]) - self._cost_of(where)
        sub = Lattice(self.lattice.codes[rows], room, free)
        parts, explained = self._parts(model, sub, where)
        if not parts or explained <= whole or _covered(sub, model, parts) > _NEARLY_ALL:
            return None
        return tuple(sorted(where + parts[0]))

    def _parts(self, model: Evidence, sub: Lattice, where: CodedSlice) -> tuple[list[CodedSlice], float]:
        """Peel disjoint parts inside one slice: the parts, and what they explain."""
        cost = np.repeat([self._cost_of(where, c.dims) for c in sub.cuboids], sub.sizes)
        left = np.ones(len(sub.codes), dtype=bool)
        parts: list[CodedSlice] = []
        sums: list[tuple[float, ...]] = []
        spent, best = 0.0, -np.inf
        chosen: list[CodedSlice] = []
        for _ in range(_MOST_PARTS):
            flat = [sub.flat(np.where(left, part, 0.0)) for part in model.parts()]
            score = minus_log_p(model.gain_against_expectation(*flat)) - cost
            at = int(np.argmax(score))
            if score[at] < self.threshold:
                break
            parts.append(sub.cell(at))
            sums.append(tuple(float(f[at]) for f in flat))
            spent += float(cost[at])
            left &= ~inside(sub.codes, parts[-1])
            if model.joint_gain(sums) - spent > best:
                best, chosen = model.joint_gain(sums) - spent, list(parts)
        return chosen, best

    def _cost_of(self, where: CodedSlice, more: tuple[int, ...] = ()) -> float:
        dims = tuple(sorted([d for d, _ in where] + list(more)))
        at = next(i for i, c in enumerate(self.lattice.cuboids) if c.dims == dims)
        return float(self.cost[self.lattice.starts[at]])

    def _confirmed(self, found: list[ScoredSlice]) -> list[ScoredSlice]:
        """Search each slice again with all others explained; drop it when they explain it already."""
        kept = list(found)
        for one in found:
            others = [f for f in kept if f is not one]
            self.model.fit(self._masks(others))
            again = self._next(others)
            kept = others if again is None else [*others, again]
        self.model.fit(self._masks(kept))
        return sorted(kept, key=lambda f: -f.score)


def minus_log_p(gain: Floats) -> Floats:
    """-log p of a likelihood ratio by its chi-square tail (one degree of freedom), in nats.

    gain: log likelihood ratios, float, any shape. The tail is taken by its leading term, and so the result lies below the
    true -log p, by less than 0.2 nats from gains of 2 on; gains below 0.3 stay as they are.
    Source: S. S. Wilks, Annals of Mathematical Statistics 9 (1938); Mills' ratio.

    >>> minus_log_p(np.array([0.0, 8.0])).round(2).tolist()  # z = 4: p = 6.3e-5
    [0.0, 9.61]
    """
    return gain + 0.5 * np.log(np.pi * np.maximum(gain, 1 / np.pi))


def _sums(model: Evidence) -> tuple[float, ...]:
    return tuple(float(part.sum()) for part in model.parts())


def _covered(sub: Lattice, model: Evidence, parts: list[CodedSlice]) -> float:
    """Which share of a parent's weight lies in its moved parts."""
    weight = model.weight()
    moved = np.zeros(len(weight), dtype=bool)
    for part in parts:
        moved |= inside(sub.codes, part)
    return float(weight[moved].sum() / max(weight.sum(), 1e-9))


def _alike(one: Mask, other: Mask) -> bool:
    return float((one & other).sum()) >= _SAME * float((one | other).sum())
