"""Which columns may be cut by: recorded for most tickets, few values, and more than one."""

import ibis

from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse
from zhenyin.watch.slices import FAULT_DIMENSIONS, SEEN_DIMENSIONS, SOLD_DIMENSIONS

MOST_VALUES = 40
"""A source's own column with more values than this is a text or a number, not a dimension."""
_LEAST_FILLED = 0.2


def candidates(warehouse: Warehouse) -> tuple[str, ...]:
    """All dimensions that may explain a change, those of sources included."""
    return (*SOLD_DIMENSIONS, "city", *SEEN_DIMENSIONS, *own_columns(warehouse), *FAULT_DIMENSIONS)


def own_columns(warehouse: Warehouse) -> tuple[str, ...]:
    """`extra.<name>` of the columns that sources brought, if they have few values and are mostly filled."""
    t = table("tickets")
    pairs = t.select(name=t.extra.keys().unnest(), value=t.extra.values().unnest())
    summed = pairs.group_by("name").aggregate(values=pairs.value.nunique(), filled=pairs.value.count())
    total = warehouse.query(t.aggregate(n=t.count()))["n"][0].as_py()
    rows = warehouse.query(summed.order_by(ibis.asc(summed.name))).to_pylist()
    return tuple(
        f"extra.{row['name']}"
        for row in rows
        if 2 <= row["values"] <= MOST_VALUES and row["filled"] >= _LEAST_FILLED * total
    )
