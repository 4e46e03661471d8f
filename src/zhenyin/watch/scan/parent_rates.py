"""What a slice should have by what is wider than it: the fault's rate, times what each of its places has more of it."""

from collections.abc import Sequence
from math import prod
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.question.weekly import Table, Where
from zhenyin.watch.scan.slice_families import Look

_CROSSED = FAULT_DIMENSIONS[-1]
_FIRM = 5.0  # events by which the factor of a place is drawn to 1


class Cut(Protocol):
    """Slices as `watch.slices` puts them together."""

    @property
    def where(self) -> list[Where]: ...
    @property
    def counts(self) -> Floats: ...
    @property
    def base(self) -> Floats: ...
    @property
    def families(self) -> NDArray[np.int64] | None: ...


def wider_rates(slices: Cut, tables: Sequence[tuple[Look, Table, Table]], recent: int) -> Floats:
    """The rate before the last `recent` weeks of each slice's parents, float [slices]; 0 where nothing is known.

    A fault in a place has the fault's rate; a fault in two places at once has that times the factors that it has in
    each of both, as if they did not meet. Slices lie in the order of `tables`, wider cuts before narrower ones.
    """
    past, at_risk = slices.counts[:, :-recent].sum(axis=1), slices.base[:, :-recent].sum(axis=1)
    faults = _fault_totals(tables, recent)
    # Many looks share what is at risk: each is summed once.
    at_risk_of = {id(risk): _before(risk, recent) for _, _, risk in tables}
    risks = [at_risk_of[id(risk)] for _, _, risk in tables]
    events = [_before(table, recent) for _, table, _ in tables]
    factors: dict[tuple[str, tuple[str, str]], float] = {}
    rates = np.zeros(len(past))
    assert slices.families is not None
    for i, (where, family) in enumerate(zip(slices.where, slices.families.tolist(), strict=True)):
        (first, fault), *places = where.items()
        known = first in FAULT_DIMENSIONS
        level = (faults.get((first, fault), 0.0) if known else events[family]) / max(risks[family], 1e-12)
        if first == _CROSSED and len(places) == 1:
            factors[fault, places[0]] = float((past[i] + _FIRM) / (level * at_risk[i] + _FIRM))
        elif first == _CROSSED:
            level *= prod(factors.get((fault, place), 1.0) for place in places)
        rates[i] = level
    return rates


def _before(table: Table, recent: int) -> float:
    """What a table has in all weeks before the last ones."""
    return float(np.array(list(table.values()))[:, :-recent].sum()) if table else 0.0


def _fault_totals(tables: Sequence[tuple[Look, Table, Table]], recent: int) -> dict[tuple[str, str], float]:
    alone = [(look.dims[0], table) for look, table, _ in tables if len(look.dims) == 1]
    return {(d, value): float(weeks[:-recent].sum()) for d, table in alone for (value,), weeks in table.items()}
