"""What one can ask by: the values of a dimension, and the columns that sources brought along."""

from dataclasses import dataclass
from functools import lru_cache

from zhenyin.dimensions import DIMENSIONS, dimension
from zhenyin.question.models import Span
from zhenyin.question.sums import span
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse


@dataclass(frozen=True, slots=True)
class DimensionValue:
    """A value of a dimension, and in how many tickets it is. None is *unknown*."""

    value: str | None
    n: int


def values(
    warehouse: Warehouse, key: str, search: str = "", limit: int = 100, offset: int = 0
) -> tuple[list[DimensionValue], int]:
    """The values of a dimension, the most frequent first, and how many there are in all. Raises NotFound."""
    wanted, t = dimension(key), table("tickets")
    named = t.select(value=wanted.value(t, "created_at").cast("string"))
    if search:
        named = named.filter(named.value.lower().contains(search.lower()))
    counts = named.group_by("value").aggregate(n=named.count())
    ranked = counts.order_by(counts.n.desc(), counts.value).limit(limit, offset=offset)
    found = warehouse.query(ranked).to_pylist()
    # A page that is not full says itself how many there are; past the end there is nothing to say it by.
    known = len(found) < limit and (found or not offset)
    total = offset + len(found) if known else warehouse.query(counts.aggregate(n=counts.count())).to_pylist()[0]["n"]
    return [DimensionValue(row["value"], row["n"]) for row in found], total


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the data holds at all. dimensions: those of some tickets. exposure: whether there are units in service."""

    dimensions: tuple[str, ...]
    exposure: bool


def recorded(warehouse: Warehouse) -> Recorded:
    """What a page may ask by without meeting *unknown* only."""
    return _recorded(warehouse, span(warehouse))


@lru_cache(8)
def _recorded(warehouse: Warehouse, _known: Span | None) -> Recorded:
    t, exposure = table("tickets"), table("exposure")
    kept = [key for key in DIMENSIONS if key in t.columns]
    filled = warehouse.query(t.aggregate(**{key: t[key].count() for key in kept})).to_pylist()[0]
    units = warehouse.query(exposure.aggregate(n=exposure.count())).to_pylist()[0]["n"]
    return Recorded(tuple(key for key in kept if filled[key]), units > 0)


def extras(warehouse: Warehouse) -> list[str]:
    """The names of the columns that sources brought along, as dimensions: `extra.<name>`."""
    return list(_extras(warehouse, span(warehouse)))


@lru_cache(8)
def _extras(warehouse: Warehouse, _known: Span | None) -> tuple[str, ...]:
    # Rows of one source have the same names: one row of every source, kind and batch shows them all.
    t = table("tickets")
    shown = t.filter(t.extra.notnull()).group_by(t.source, t.import_batch).aggregate(extra=t.extra.arbitrary())
    found = {name for row in warehouse.query(shown).to_pylist() for name, _ in row["extra"] or ()}
    return tuple(f"extra.{name}" for name in sorted(found))
