"""Counts of several spans and slices at once, by many dimensions: one pass over the rows, values as small numbers.

What a search through combinations needs of millions of tickets. Texts are turned into their place in the list of values by
the engine: to group by small numbers, and to hand them over, takes half as long as it does with texts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr.types import BooleanValue, Table
from numpy.typing import NDArray

from zhenyin.dimensions import dimension
from zhenyin.metrics import METRICS, Part, relation
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question, Span
from zhenyin.question.period import Period
from zhenyin.question.plan import MONTH, kept
from zhenyin.question.sums import span
from zhenyin.warehouse.gateway import Cancel, Warehouse

MAX_ROWS = 4_000_000
_VOCABULARY_LIMIT = 512
"""Values that are looked for one by one; more are handed over as texts."""


@dataclass(frozen=True, slots=True)
class View:
    """Which rows are counted: those of a span (all time when None) that meet all filters.

    above: of a figure that has values, only those that lie above this one, in the figure's unit.
    """

    period: Period | None
    filters: tuple[Filter, ...] = ()
    above: float | None = None


@dataclass(frozen=True, slots=True)
class ViewCounts:
    """Counts by every combination that occurs in any view.

    values: the values of each dimension, "" first for unknown. codes: int64 [leaves, dims], index into `values`.
    totals: float [leaves] for each view.
    """

    dims: tuple[str, ...]
    values: list[list[str]]
    codes: NDArray[np.int64]
    totals: list[NDArray[np.float64]]


def is_row_count(metric: str, dims: Sequence[str]) -> bool:
    """Whether the numerator of a metric is a number of rows that know these dimensions."""
    of = METRICS[metric]
    part = of.numerator
    plain = part.value is None and of.additive and not of.stock and part.anchor != MONTH
    return plain and _fit(part, dims)


def is_quantile(metric: str, dims: Sequence[str]) -> bool:
    """Whether a metric is a quantile of values whose rows know these dimensions; what is counted is those rows."""
    part = METRICS[metric].numerator
    return METRICS[metric].kind == "quantile" and _fit(part, dims)


def _fit(part: Part, dims: Sequence[str]) -> bool:
    return all(dimension(d).fits(relation(part.fact).columns) for d in dims)


def view_counts(
    warehouse: Warehouse,
    metric: str,
    dims: tuple[str, ...],
    views: Sequence[View],
    cancel: Cancel | None = None,
    bands: Mapping[str, Sequence[int]] | None = None,
) -> ViewCounts:
    """The numerator of a metric that `is_row_count` in each view, or the values of one that `is_quantile`, by all dimensions.

    bands: of dimensions that are numbers, the whole numbers at which another band begins; the value of a band is its
    filter, such as "4..11", open at both ends of the scale.
    Raises what `question` raises for filters, and TooMany above four million combinations.
    """
    known = span(warehouse)
    if known is None:
        return ViewCounts(dims, [[""] for _ in dims], np.zeros((0, len(dims)), np.int64), [np.zeros(0) for _ in views])
    part = METRICS[metric].numerator
    rows, inside = rows_of(metric, views, known)
    given = {d: dimension(d).value(rows, part.anchor) for d in dims}
    columns = {
        f"d{i}": _band(value, bands[d]) if bands and d in bands else value.cast("string")
        for i, (d, value) in enumerate(given.items())
    }
    values = _vocabularies(warehouse, rows.select(**columns), cancel) if dims else []
    cuts = {
        f"c{i}": column if names is None else _place(column, names)
        for i, (column, names) in enumerate(zip(columns.values(), values, strict=True))
    }
    totals = {f"n{i}": rows.count(where=condition) for i, condition in enumerate(inside)}
    counts = rows.group_by(**cuts).aggregate(**totals) if cuts else rows.aggregate(**totals)
    return _read(warehouse.query(counts, rows=MAX_ROWS, cancel=cancel), dims, values, len(views))


def rows_of(metric: str, views: Sequence[View], known: Span) -> tuple[Table, list[BooleanValue]]:
    """The rows of a metric's numerator that any view may count, and for each view whether it does."""
    part = METRICS[metric].numerator
    # The filters are asked of the rows themselves: what is kept knows the columns that they name.
    rows = _any_of(kept(part, _hull(metric, views), known), views, part)
    return rows, [_inside(rows, view, part) for view in views]


def _band(value: Any, starts: Sequence[int]) -> Any:
    lows, highs = ["", *map(str, starts)], [*(str(start - 1) for start in starts), ""]
    named = [f"{low}..{high}" for low, high in zip(lows, highs, strict=True)]
    below = [(value < start, ibis.literal(name)) for start, name in zip(starts, named, strict=False)]
    return ibis.cases((value.isnull(), ibis.null("string")), *below, else_=ibis.literal(named[-1]))


def _hull(metric: str, views: Sequence[View]) -> Question:
    """What all views have in common: their filters, and the span from the first to the last of their days."""
    spans = [view.period for view in views if view.period is not None]
    known = len(spans) == len(views)
    whole = Period(min(one.start for one in spans), max(one.end for one in spans)) if known else None
    shared = tuple(f for f in views[0].filters if all(f in view.filters for view in views))
    return Question((metric,), filters=shared, period=whole)


def _any_of(rows: Table, views: Sequence[View], part: Part) -> Table:
    """The rows of any of the spans: between a quarter and the same one of last year lie many that nobody asked for."""
    spans = list(dict.fromkeys(view.period for view in views))
    return rows if None in spans else rows.filter(ibis.or_(*(_inside(rows, View(one), part) for one in spans)))


def _inside(rows: Table, view: View, part: Part) -> BooleanValue:
    conditions = [f.condition(rows, part.anchor) for f in view.filters]
    if view.above is not None and part.value is not None:
        value: Any = part.value(rows)
        conditions.append(value > view.above * part.scale)
    if view.period is not None:
        moment: Any = rows[part.anchor]
        conditions += [moment >= _start(view.period.start), moment < _start(view.period.end)]
    inside: Any = ibis.and_(*conditions) if conditions else ibis.literal(True)
    kept: BooleanValue = inside
    return kept


def _start(day: date) -> Any:
    return ibis.timestamp(day.isoformat())


def _vocabularies(warehouse: Warehouse, columns: Table, cancel: Cancel | None) -> list[list[str] | None]:
    """The known values of each column in order; None where there are too many to look for one by one."""
    lists = {name: columns[name].collect(distinct=True, include_null=True) for name in columns.columns}
    found = warehouse.query(columns.aggregate(**lists), cancel=cancel).to_pylist()[0]
    known = [sorted(set(found[name] or ()) - {None}) for name in columns.columns]
    return [names if len(names) <= _VOCABULARY_LIMIT else None for names in known]


def _place(column: Any, known: list[str]) -> Any:
    """The place of a value in the list, from 1 on; nothing for what is unknown."""
    return _position(ibis.array(known), column).cast("int16") if known else ibis.null("int16")


@ibis.udf.scalar.builtin(name="list_position", signature=(("array<string>", "string"), "int64"))
def _position(values: Any, value: Any) -> Any:
    """The engine's own; what ibis writes for `index` guards against cases that cannot be, at half as much again."""


def _read(table: pa.Table, dims: tuple[str, ...], values: list[list[str] | None], views: int) -> ViewCounts:
    # Column by column: whoever searches takes a few of them at a time.
    codes = np.zeros((table.num_rows, len(dims)), np.int64, order="F")
    named: list[list[str]] = []
    for i, known in enumerate(values):
        column = table[f"c{i}"].combine_chunks()
        if known is None:
            coded = column.dictionary_encode()
            known, order = _in_order(coded.dictionary.to_pylist())
            places = coded.indices.to_numpy(zero_copy_only=False)
            codes[:, i] = np.append(order, 0)[np.nan_to_num(places, nan=len(order)).astype(np.int64)]
        else:
            codes[:, i] = pc.fill_null(column, 0).to_numpy(zero_copy_only=False)
        named.append(["", *known])
    totals = [table[f"n{i}"].to_numpy().astype(np.float64) for i in range(views)]
    return ViewCounts(dims, named, codes, [np.nan_to_num(total) for total in totals])


def _in_order(found: list[str]) -> tuple[list[str], NDArray[np.int64]]:
    """Values in order, and the place of each of those found, from 1 on."""
    known = sorted(found)
    place = {value: i for i, value in enumerate(known, 1)}
    return known, np.array([place[value] for value in found], np.int64)
