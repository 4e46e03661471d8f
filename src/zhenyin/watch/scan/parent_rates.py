"""Rate that the parents of a slice predict: the rate of its fault, times the rate ratio of each of its places."""

from collections.abc import Sequence
from math import prod
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats
from zhenyin.core.schema import Coordinates
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.question.weekly import Table
from zhenyin.watch.scan.slice_families import SliceFamily

_CROSSED_DIMENSION = FAULT_DIMENSIONS[-1]
_PRIOR_EVENTS = 5.0  # pseudo-events that shrink the rate ratio of a place towards 1


class SliceTable(Protocol):
    """Slices as `scan.slices` puts them together."""

    @property
    def where(self) -> list[Coordinates]: ...
    @property
    def counts(self) -> Floats: ...
    @property
    def base(self) -> Floats: ...
    @property
    def families(self) -> NDArray[np.int64] | None: ...


def parent_rates(slices: SliceTable, tables: Sequence[tuple[SliceFamily, Table, Table]], recent: int) -> Floats:
    """Events per unit of base before the last `recent` weeks that the parents predict, float [slices]; 0 if unknown.

    A fault in a place has the fault's rate; a fault in two places at once has that times its rate ratio in each of both
    (independence). Slices lie in the order of `tables`, parents before children.
    """
    past, at_risk = slices.counts[:, :-recent].sum(axis=1), slices.base[:, :-recent].sum(axis=1)
    faults = _fault_totals(tables, recent)
    # Many families share their base: each is summed once.
    at_risk_of = {id(risk): _before(risk, recent) for _, _, risk in tables}
    risks = [at_risk_of[id(risk)] for _, _, risk in tables]
    events = [_before(table, recent) for _, table, _ in tables]
    factors: dict[tuple[str, tuple[str, str]], float] = {}
    rates = np.zeros(len(past))
    assert slices.families is not None
    for i, (where, number) in enumerate(zip(slices.where, slices.families.tolist(), strict=True)):
        (first, fault), *places = where.items()
        known = first in FAULT_DIMENSIONS
        level = (faults.get((first, fault), 0.0) if known else events[number]) / max(risks[number], 1e-12)
        if first == _CROSSED_DIMENSION and len(places) == 1:
            factors[fault, places[0]] = float((past[i] + _PRIOR_EVENTS) / (level * at_risk[i] + _PRIOR_EVENTS))
        elif first == _CROSSED_DIMENSION:
            level *= prod(factors.get((fault, place), 1.0) for place in places)
        rates[i] = level
    return rates


def _before(table: Table, recent: int) -> float:
    """The sum of a table over all weeks before the last ones."""
    return float(np.array(list(table.values()))[:, :-recent].sum()) if table else 0.0


def _fault_totals(tables: Sequence[tuple[SliceFamily, Table, Table]], recent: int) -> dict[tuple[str, str], float]:
    alone = [(family.dims[0], table) for family, table, _ in tables if len(family.dims) == 1]
    return {(d, value): float(weeks[:-recent].sum()) for d, table in alone for (value,), weeks in table.items()}
