"""Which columns may be cut by: recorded for most tickets, few values, and more than one."""

from collections.abc import Iterable
from functools import lru_cache

import ibis

from zhenyin.dimensions import FAULT_DIMENSIONS, explaining
from zhenyin.warehouse.data_version import DataVersion, data_version
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

MOST_VALUES = 40
"""A source's own column with more values than this is a text or a number, not a dimension."""
_LEAST_FILLED = 0.2
_LEAST_SHARED = 3
_MIN_SIMILARITY = 0.75
"""Share of tickets that two columns must have in the same values, to be taken for one under two names."""

Shares = dict[str, float]
"""How many tickets have each value of a column."""


def candidate_dimensions(warehouse: Warehouse) -> tuple[str, ...]:
    """All dimensions that may explain a change, those of sources included."""
    recorded = tuple(d for d in explaining("occurrence") if d not in FAULT_DIMENSIONS)
    return (*recorded, *source_columns(warehouse), *FAULT_DIMENSIONS)


def source_columns(warehouse: Warehouse) -> tuple[str, ...]:
    """`extra.<name>` of the columns that sources brought, if they have few values and are mostly filled.

    What one source calls 手机系统 and another phone_os is one column, `extra.手机系统|phone_os`. Kept until rows come or go:
    to look through the columns of ten million tickets takes seconds.
    """
    return _source_columns(warehouse, data_version(warehouse))


@lru_cache(8)
def _source_columns(warehouse: Warehouse, rows: DataVersion) -> tuple[str, ...]:
    equivalent = _equivalent_columns(_columns(warehouse), _sources(warehouse))
    return tuple(
        "extra." + "|".join(names)
        for names, counts in equivalent
        if len(counts) >= 2 and sum(counts.values()) >= _LEAST_FILLED * rows.tickets
    )


def _columns(warehouse: Warehouse) -> dict[str, Shares]:
    """The values of every column that has few."""
    t = table("tickets")
    pairs = t.select(name=t.extra.keys().unnest(), value=t.extra.values().unnest())
    counts = pairs.filter(pairs.value.notnull()).group_by("name", "value").aggregate(n=ibis._.count())
    ranked = counts.group_by("name").mutate(values=ibis._.n.count())
    found: dict[str, Shares] = {}
    for row in warehouse.query(ranked.filter(ranked["values"] <= MOST_VALUES)).to_pylist():
        found.setdefault(row["name"], {})[row["value"]] = float(row["n"])
    return found


def _sources(warehouse: Warehouse) -> dict[str, set[str]]:
    t = table("tickets")
    pairs = t.select("source", name=t.extra.keys().unnest())
    found: dict[str, set[str]] = {}
    for row in warehouse.query(pairs.distinct()).to_pylist():
        found.setdefault(row["name"], set()).add(row["source"])
    return found


def _equivalent_columns(
    columns: dict[str, Shares], sources: dict[str, set[str]]
) -> list[tuple[tuple[str, ...], Shares]]:
    """Columns of different sources with the same values, joined; the fullest first."""
    equivalent: list[tuple[tuple[str, ...], Shares]] = []
    for name in sorted(columns, key=lambda one: (-sum(columns[one].values()), one)):
        for i, (names, counts) in enumerate(equivalent):
            distinct = all(sources[name].isdisjoint(sources[other]) for other in names)
            if distinct and same_column(counts, columns[name]):
                equivalent[i] = ((*names, name), _added([counts, columns[name]]))
                break
        else:
            equivalent.append(((name,), columns[name]))
    return equivalent


def same_column(one: Shares, other: Shares) -> bool:
    """Whether two columns are one thing under two names: the same telling values, about as often.

    Yes and no, or marks from 1 to 5, are the values of many columns and so tell nothing.

    >>> same_column({"iOS": 50, "Android": 40, "HarmonyOS": 9}, {"iOS": 11, "Android": 9, "HarmonyOS": 3})
    True
    >>> same_column({"1": 50, "2": 40, "3": 10}, {"1": 50, "2": 40, "3": 10})
    False
    """
    shared = {value for value in one.keys() & other.keys() if len(value) > 1 and not value.isdecimal()}
    if len(shared) < _LEAST_SHARED:
        return False
    totals = sum(one.values()), sum(other.values())
    return sum(min(one[value] / totals[0], other[value] / totals[1]) for value in shared) >= _MIN_SIMILARITY


def _added(several: Iterable[Shares]) -> Shares:
    total: Shares = {}
    for counts in several:
        for value, n in counts.items():
            total[value] = total.get(value, 0.0) + n
    return total
