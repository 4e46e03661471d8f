"""From a question to sums: parts over the same fact and anchor share one aggregate; joins happen after the summing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, cast

import ibis
from ibis.expr.types import BooleanValue, Table, Value

from zhenyin.core.errors import Invalid
from zhenyin.dimensions import DIMENSIONS, dimension
from zhenyin.metrics import Metric, Part
from zhenyin.question.models import Question
from zhenyin.question.period import Period
from zhenyin.stats.intervals import quantile_ranks
from zhenyin.warehouse.facts import FACTS, table
from zhenyin.warehouse.gateway import Cancel, Warehouse

Key = tuple[Any, ...]
_RUNGS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
"""How far an interval of a quantile reaches is rounded up to one of these: each point costs a pass over the rows."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What one part adds up to in one cell: total, sum of squares, rows, and the quantile grid if asked for."""

    total: float = 0.0
    squares: float = 0.0
    n: int = 0
    grid: Mapping[float, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Span:
    """First day and last moment of the tickets; exposure counts inside it only."""

    first: date
    until: datetime


def span(warehouse: Warehouse) -> Span | None:
    """The span of the data, or None while there are no tickets."""
    t = table("tickets")
    row = warehouse.query(t.aggregate(first=t.created_at.min(), until=t.created_at.max())).to_pylist()[0]
    return Span(row["first"].date(), row["until"]) if row["until"] else None


def points(q: float, n: int) -> tuple[float, float, float]:
    """The quantiles that give the q-quantile of n rows and its interval, a little wide."""
    low, high = quantile_ranks(n, q)
    reach = next(rung for rung in _RUNGS if rung >= max(q - low, high - q) - 1e-12)
    return max(q - reach, 0.0), q, min(q + reach, 1.0)


def aggregates(
    metric: Metric, question: Question, known: Span | None, grid: tuple[float, ...] = ()
) -> Iterator[tuple[list[int], Table]]:
    """For every fact and anchor in the metric: the numbers of the parts that are in it, and one expression."""
    together: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, part in enumerate(metric.parts):
        together[part.fact, part.anchor].append(number)
    for (fact, anchor), numbers in together.items():
        yield numbers, _aggregate(metric, question, known, table(fact), anchor, numbers, grid)


def run(
    warehouse: Warehouse, metric: Metric, question: Question, known: Span | None, cancel: Cancel | None
) -> tuple[dict[Key, list[Sums]], str]:
    """The sums of every part in every cell, and the SQL that gave them. Quantiles need the numbers of rows first."""
    cells, sql = _run(warehouse, metric, question, known, (), cancel)
    if metric.q is None or not cells:
        return cells, sql
    grid = {point for sums in cells.values() if sums[0].n for point in points(metric.q, sums[0].n)}
    return _run(warehouse, metric, question, known, tuple(sorted(grid)), cancel) if grid else (cells, sql)


def _run(
    warehouse: Warehouse,
    metric: Metric,
    question: Question,
    known: Span | None,
    grid: tuple[float, ...],
    cancel: Cancel | None,
) -> tuple[dict[Key, list[Sums]], str]:
    cells: dict[Key, list[Sums]] = defaultdict(lambda: [Sums()] * len(metric.parts))
    texts = []
    for numbers, expression in aggregates(metric, question, known, grid):
        texts.append(warehouse.sql(expression))
        for row in warehouse.query(texts[-1], cancel=cancel).to_pylist():
            key = tuple(row[f"cut{i}"] for i in range(len(question.all_cuts)))
            cell = list(cells[key])
            for number in numbers:
                cell[number] = _sums(row, number, grid)
            cells[key] = cell
    return dict(cells), ";\n\n".join(texts)


def kept(metric: Metric, part: Part, question: Question) -> BooleanValue:
    """The rows of a part that the question's filters and period leave."""
    t = table(part.fact)
    conditions = _conditions(t, part.anchor, question, metric)
    together: Any = ibis.and_(part.where(t), *conditions)
    return cast(BooleanValue, together)


def _aggregate(
    metric: Metric,
    question: Question,
    known: Span | None,
    t: Table,
    anchor: str,
    numbers: list[int],
    grid: tuple[float, ...],
) -> Table:
    rows = t.filter(*_conditions(t, anchor, question, metric), t[anchor].notnull())
    measures: dict[str, Value] = {}
    for number in numbers:
        weight = _weight(rows, anchor, question, known)
        measures |= _measures(metric, metric.parts[number], number, rows, weight, grid)
    cuts = {f"cut{i}": _column(rows, anchor, name, metric) for i, name in enumerate(question.all_cuts)}
    result: Table = rows.group_by(**cuts).aggregate(**measures) if cuts else rows.aggregate(**measures)
    return result


def _measures(
    metric: Metric, part: Part, number: int, rows: Table, weight: Any, grid: tuple[float, ...]
) -> dict[str, Value]:
    where = part.where(rows)
    if part.value is None:
        return {f"total{number}": rows.count(where=where)}
    value: Any = part.value(rows)
    if metric.kind == "distinct":
        return {f"total{number}": value.nunique(where=where)}
    if weight is not None:
        value = value * weight
    measures = {f"total{number}": value.sum(where=where), f"n{number}": rows.count(where=where)}
    if metric.kind in ("mean", "score"):
        measures[f"squares{number}"] = (value.cast("float64") * value).sum(where=where)
    if grid:
        measures[f"grid{number}"] = value.quantile(list(grid), where=where)
    return measures


def _weight(rows: Table, anchor: str, question: Question, known: Span | None) -> Value | None:
    """The part of each month of exposure that lies inside the asked span and inside the data."""
    if anchor != "month" or known is None:
        return None
    start, end = known.first, known.until.date() + timedelta(days=1)
    if question.period:
        start, end = max(start, question.period.start), min(end, question.period.end)
    month: Any = rows.month.cast("timestamp")
    after: Any = (rows.month + ibis.interval(months=1)).cast("timestamp")
    later: Any = ibis.greatest(month, ibis.timestamp(str(start)))
    sooner: Any = ibis.least(after, ibis.timestamp(str(end)))
    seconds = sooner.epoch_seconds() - later.epoch_seconds()
    inside: Value = ibis.greatest(seconds, 0) / (after.epoch_seconds() - month.epoch_seconds())
    return inside


def _conditions(t: Table, anchor: str, question: Question, metric: Metric) -> list[BooleanValue]:
    conditions = [f.on(_column(t, anchor, f.dimension, metric)) for f in question.filters]
    if question.period:
        conditions += _inside(t, anchor, question.period)
    return conditions


def _inside(t: Table, anchor: str, period: Period) -> list[BooleanValue]:
    start = period.start.replace(day=1) if anchor == "month" else period.start
    return [t[anchor] >= ibis.literal(start), t[anchor] < ibis.literal(period.end)]


def _column(t: Table, anchor: str, name: str, metric: Metric) -> Value:
    wanted = dimension(name)
    if not wanted.fits(t.columns) or (anchor == "month" and name in ("day", "week")):
        raise _refused(metric, name)
    value: Value = wanted.value(t, anchor)
    return value


def allowed(metric: Metric) -> list[str]:
    """The dimensions that every part of the metric can be cut by."""
    monthly = any(part.anchor == "month" for part in metric.parts)
    facts = [FACTS[part.fact].names() for part in metric.parts]
    fitting = [key for key, d in DIMENSIONS.items() if all(d.fits(names) for names in facts)]
    return [key for key in fitting if not (monthly and key in ("day", "week"))]


def _refused(metric: Metric, name: str) -> Invalid:
    usable = allowed(metric)
    return Invalid(
        "cut-unknown",
        en=f"{metric.title.en} cannot be cut or filtered by {name!r}. Use one of {', '.join(usable)}.",
        zh=f"{metric.title.zh}不能按 {name} 切分或筛选。可用：{'、'.join(usable)}。",
    )


def _sums(row: Mapping[str, Any], number: int, grid: tuple[float, ...]) -> Sums:
    total = row[f"total{number}"] or 0
    return Sums(
        float(total),
        float(row.get(f"squares{number}") or 0),
        int(row.get(f"n{number}", total) or 0),
        dict(zip(grid, row.get(f"grid{number}") or (), strict=False)),
    )
