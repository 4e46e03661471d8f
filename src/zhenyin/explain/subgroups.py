"""Subgroup discovery: slices in which marked tickets are more than their part, found by the scan locator.

Source: M. Atzmueller, "Subgroup discovery", WIREs Data Mining and Knowledge Discovery 5 (2015).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import numpy as np
import pyarrow.compute as pc
from ibis.expr.types import Table

from zhenyin.dimensions import dimension, used_for
from zhenyin.job.workspace import Workspace
from zhenyin.locators import LOCATORS, LocatedSlice, Options
from zhenyin.question.source_columns import candidate_dimensions
from zhenyin.stats.intervals import proportion
from zhenyin.stats.leaves import ComparedLeaves
from zhenyin.warehouse.gateway import Warehouse

_MAX_DIMENSIONS = 5
"""Leaves of more dimensions than this are hardly fewer than tickets; the most informative ones are searched."""
_OPTIONS = Options(max_order=2, max_suspects=24)
"""Slices with less than their part are located as well, and left out: hence so many."""
_LEAST_SHARE = 0.03
"""Share of all marked tickets that a subgroup needs."""
_MAX_VALUES = 5_000


@dataclass(frozen=True, slots=True)
class Subgroup:
    """A slice in which marked tickets are more than their part. share: of all marked tickets.

    expected: the part of all marked tickets that its size gives it. ratio: marked over expected, with the 95 % interval that
    the slice's own share leaves.
    """

    where: dict[str, str]
    marked: int
    expected: float
    share: float
    ratio: float
    low: float
    high: float


def find_subgroups(
    workspace: Workspace, tickets: Table, marked: Any, fixed: Sequence[str] = (), only: Sequence[str] = ()
) -> tuple[Subgroup, ...]:
    """The slices in which marked tickets are more than their part, those with most excess tickets first.

    tickets: those that are searched. marked: a boolean column of them. fixed: dimensions that are filtered already.
    only: dimensions to search; all that may explain where none is named.
    """
    labelled = tickets.mutate(marked=marked.fill_null(False))
    dims = [d for d in only or (*candidate_dimensions(workspace.warehouse), *used_for("subgroups")) if d not in fixed]
    informative = _informative_dimensions(workspace.warehouse, labelled, dims)
    if not informative:
        return ()
    leaves, n = _leaves(workspace.warehouse, labelled, informative)
    found = LOCATORS["scan"].run(leaves, _OPTIONS)
    hits = float(leaves.observed.sum())
    larger = (_subgroup(s, hits, n) for s in found.suspects if s.ratio > 1 and all(s.where.values()))
    kept = (one for one in larger if one.share >= _LEAST_SHARE)
    return tuple(sorted(kept, key=lambda one: one.expected - one.marked))


def _subgroup(found: LocatedSlice, hits: float, n: float) -> Subgroup:
    """A located slice as a share of `hits` marked among `n` tickets.

    The locator's own interval also contains how far all other slices differ: with nearly all marks in one slice that is by
    any factor, and says nothing of this one.
    """
    base_rate, size = hits / n, found.expected * n / hits
    low, high = (end / base_rate for end in proportion(found.observed, size))
    return Subgroup(
        found.where,
        round(found.observed),
        found.expected,
        found.observed / hits,
        found.observed / found.expected,
        low,
        high,
    )


def _informative_dimensions(warehouse: Warehouse, labelled: Table, dims: Sequence[str]) -> list[str]:
    """The dimensions whose values hold most information on the mark, beyond what so many values hold by chance.

    Source: the information criterion of G. Schwarz, Annals of Statistics 6 (1978).
    """
    rows = warehouse.query(ibis.union(*(_by_value(labelled, d) for d in dims), distinct=False))
    gains: dict[str, float] = {}
    for d in dims:
        of_dim = rows.filter(pc.equal(rows["dim"], d))
        n, hits = (of_dim[name].to_numpy().astype(float) for name in ("n", "marked"))
        chance = (len(n) - 1) / 2 * float(np.log(max(n.sum(), 1.0)))
        gains[d] = _entropy(hits.sum(), n.sum()) - float(sum(map(_entropy, hits, n))) - chance
    return sorted((d for d in dims if gains[d] > 0), key=lambda d: -gains[d])[:_MAX_DIMENSIONS]


def _by_value(labelled: Table, dim: str) -> Table:
    counts = labelled.group_by(value=_text(labelled, dim)).aggregate(
        n=labelled.count(), marked=labelled.marked.sum().cast("int64")
    )
    return counts.order_by(counts.n.desc()).limit(_MAX_VALUES).select("n", "marked", dim=ibis.literal(dim))


def _text(labelled: Table, dim: str) -> Any:
    return dimension(dim).value(labelled, "created_at").cast("string")


def _entropy(hits: float, n: float) -> float:
    """n times the entropy of a share."""
    parts = np.array([hits, n - hits])
    parts = parts[parts > 0]
    return float(-(parts * np.log(parts / n)).sum())


def _leaves(warehouse: Warehouse, labelled: Table, dims: Sequence[str]) -> tuple[ComparedLeaves, float]:
    """Marked tickets of every combination against those expected at the base rate; and the number of tickets."""
    cuts = {d: _text(labelled, d).fill_null("") for d in dims}
    rows = warehouse.query(
        labelled.group_by(**cuts).aggregate(n=labelled.count(), marked=labelled.marked.sum().cast("int64"))
    )
    columns = [pc.dictionary_encode(rows[d].combine_chunks()) for d in dims]
    n, hits = (rows[name].to_numpy().astype(float) for name in ("n", "marked"))
    codes = np.stack([column.indices.to_numpy().astype(np.int64) for column in columns], axis=1)
    expected = n * hits.sum() / n.sum()
    return ComparedLeaves(tuple(dims), [c.dictionary.to_pylist() for c in columns], codes, hits, expected), float(
        n.sum()
    )
