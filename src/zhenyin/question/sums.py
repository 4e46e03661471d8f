"""Runs the aggregates of a question and brings their sums together by cell. Joins happen here, after the summing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

import ibis
from ibis.expr.types import Table

from zhenyin.core import clock
from zhenyin.core.errors import TooMany
from zhenyin.dimensions import dimension, next_of
from zhenyin.metrics import Metric
from zhenyin.question.exact_quantiles import exact_quantiles
from zhenyin.question.models import Question, Span
from zhenyin.question.period import Period
from zhenyin.question.plan import MONTH, Misfit, Pass, Slot, metric_slots, passes, refused, slots_of, whole
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Cancel, Warehouse

Key = tuple[Any, ...]
EARLIEST = datetime(1990, 1, 1)
"""Rows before it mean nothing (1900 and 1970 stand for an empty date), and do not define the span of the data."""
MAX_FILLED = 100_000
"""Empty buckets are filled in up to so many cells."""
MAX_COUNTS = 1_000_000
"""Above so many counts of values an engine's own quantile is as good."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What one part adds up to in one cell: total, sum of squares, rows, and the quantile grid if asked for."""

    total: float = 0.0
    squares: float = 0.0
    n: int = 0
    grid: tuple[float, ...] = ()

    def plus(self, other: "Sums", factor: float = 1.0) -> "Sums":
        return Sums(
            self.total + factor * other.total,
            self.squares + factor * other.squares,
            self.n + int(factor * other.n),
            self.grid or other.grid,
        )


NOTHING = Sums()


@dataclass(slots=True)
class Sheet:
    """The sums of every slot in every cell, and the SQL that gave them."""

    slots: list[Slot]
    cells: dict[Key, dict[int, Sums]] = field(default_factory=dict)
    sql: list[str] = field(default_factory=list)

    def add(self, key: Key, number: int, sums: Sums, factor: float = 1.0) -> None:
        cell = self.cells.setdefault(key, {})
        cell[number] = cell.get(number, NOTHING).plus(sums, factor)

    def of(self, metric: Metric, key: Key) -> list[Sums]:
        """The sums of a metric's parts in one cell; nothing where there is none."""
        cell = self.cells.get(key, {})
        return [cell.get(self.slots.index(slot), NOTHING) for slot in metric_slots(metric)]

    def total(self, metric: Metric) -> list[Sums]:
        """The sums over all cells; for additive metrics only."""
        sums = [NOTHING, NOTHING]
        for key in self.cells:
            sums = [a.plus(b) for a, b in zip(sums, self.of(metric, key), strict=False)]
        return sums[: len(metric.parts)]


def span(warehouse: Warehouse) -> Span | None:
    """The span of the valid tickets, or None while there are none: one odd date says nothing of the others."""
    row = warehouse.query(_span_sql(warehouse.engine.dialect)).to_pylist()[0]
    return Span(row["first"], row["until"]) if row["until"] else None


def gather(
    warehouse: Warehouse, metrics: list[Metric], question: Question, known: Span, cancel: Cancel | None = None
) -> Sheet:
    """The sums of all parts of the metrics in every cell. Raises Invalid (`cut-unknown`)."""
    sheet = Sheet(slots_of(metrics))
    try:
        planned = _planned(warehouse.engine.dialect, tuple(sheet.slots), question, known, clock.today())
    except Misfit as misfit:
        raise refused(metrics, str(misfit)) from None
    for step, sql in planned:
        sheet.sql.append(sql)
        rows = _exact_quantiles(warehouse, step, sheet.slots, cancel)
        if rows is None:
            rows = warehouse.query(sql, cancel=cancel).to_pylist()
        enter(sheet, step, rows, question, known)
    if question.grain:
        _fill(sheet, question, known)
        _accumulate(sheet, question, known)
    elif not question.all_cuts:
        sheet.cells.setdefault((), {})
    return sheet


def _exact_quantiles(
    warehouse: Warehouse, step: Pass, slots: list[Slot], cancel: Cancel | None
) -> list[dict[str, Any]] | None:
    """The rows of quantiles by way of counts; None where there are none, or counting does not pay or did not hold."""
    if step.value_counts is None:
        return None
    wanted = {number: q for number in step.numbers if (q := slots[number].q) is not None}
    try:
        return exact_quantiles(
            lambda counts: warehouse.query(counts, rows=MAX_COUNTS, cancel=cancel), step.value_counts, wanted
        )
    except TooMany:
        return None


@lru_cache(1024)
def _planned(
    dialect: str, slots: tuple[Slot, ...], question: Question, known: Span, _today: date
) -> tuple[tuple[Pass, str], ...]:
    """The aggregates with their SQL. To write it takes longer than many of them run, and a page asks the same each time.

    A filter may name a day by today's; so a plan is as good as its day.
    """
    return tuple((step, _written(step.expression, dialect)) for step in passes(list(slots), question, known))


@cache
def _span_sql(dialect: str) -> str:
    t = table("tickets")
    t = t.filter(t.valid, t.created_at >= ibis.literal(EARLIEST, "timestamp(6)"))
    return _written(t.aggregate(first=t.created_at.min(), until=t.created_at.max()), dialect)


def _written(expression: Table, dialect: str) -> str:
    return str(ibis.to_sql(expression, dialect=dialect))


def buckets(question: Question, known: Span) -> list[date]:
    """The first days of the buckets of the question's grain that the data reaches."""
    assert question.grain is not None
    inside = whole(question, known)
    grain = dimension(question.grain)
    assert grain.of_day is not None
    found, first = [], grain.of_day(inside.start)
    while first < inside.end:
        found.append(first)
        first = next_of(question.grain, first)
    return found


def enter(sheet: Sheet, step: Pass, rows: list[dict[str, Any]], question: Question, known: Span) -> None:
    """Add the rows of one pass to the sheet, cell by cell."""
    cuts = [(name, dimension(name)) for name in question.all_cuts]
    monthly = all(sheet.slots[number].part.anchor == MONTH for number in step.numbers)
    by_month = _MonthToDays(question, known) if monthly else None
    for row in rows:
        sums = {number: _sums(row, number) for number in step.numbers}
        keys = by_month.keys(row) if by_month else [(tuple(cut.decode(row[name]) for name, cut in cuts), 1.0)]
        for key, factor in keys:
            for number, found in sums.items():
                sheet.add(key, number, found, factor * step.sign)


class _MonthToDays:
    """A month's units belong to its days alike: each cell gets the part of the month that its days are."""

    def __init__(self, question: Question, known: Span) -> None:
        self.inside = whole(question, known)
        self.cuts = [(name, dimension(name)) for name in question.all_cuts]
        self.filters = [(f, d) for f in question.filters if (d := dimension(f.dimension)).of_day]
        self.parts: dict[date, list[tuple[Key, float]]] = {}

    def keys(self, row: dict[str, Any]) -> Iterator[tuple[Key, float]]:
        month = row[MONTH].replace(day=1)
        if month not in self.parts:
            self.parts[month] = list(self._part(Period(month, next_of("month", month))))
        others = [(i, row[name]) for i, (name, cut) in enumerate(self.cuts) if cut.of_day is None]
        for times, factor in self.parts[month]:
            key = list(times)
            for i, value in others:
                key[i] = value
            yield tuple(key), factor

    def _part(self, month: Period) -> Iterator[tuple[Key, float]]:
        days: dict[Key, int] = {}
        for number in range(month.days):
            day = month.start + timedelta(days=number)
            if self.inside.start <= day < self.inside.end and all(f.covers(day, d) for f, d in self.filters):
                key = tuple(cut.of_day(day) if cut.of_day else None for _, cut in self.cuts)
                days[key] = days.get(key, 0) + 1
        return ((key, count / month.days) for key, count in days.items())


def _fill(sheet: Sheet, question: Question, known: Span) -> None:
    """Every bucket that the data reaches has its cell, for every combination of the other cuts."""
    bucket_starts = buckets(question, known)
    others = {key[1:] for key in sheet.cells} or ({()} if len(question.all_cuts) == 1 else set())
    if len(others) * len(bucket_starts) > MAX_FILLED:
        if any(slot.part.leaves for slot in sheet.slots):
            raise _too_fine(len(others), len(bucket_starts))
        return
    for first in bucket_starts:
        for other in others:
            sheet.cells.setdefault((first, *other), {})


def _accumulate(sheet: Sheet, question: Question, known: Span) -> None:
    """Turn what comes and leaves into what is there, bucket by bucket, and drop buckets before the period."""
    stocks = [number for number, slot in enumerate(sheet.slots) if slot.part.leaves is not None]
    if not stocks:
        return
    running: dict[tuple[Key, int], Sums] = {}
    for key in sorted((k for k in sheet.cells if k[0] is not None), key=lambda k: k[0]):
        for number in stocks:
            so_far = running.get((key[1:], number), NOTHING).plus(sheet.cells[key].get(number, NOTHING))
            running[key[1:], number] = sheet.cells[key][number] = so_far
    wanted = set(buckets(question, known))
    sheet.cells = {key: cell for key, cell in sheet.cells.items() if key[0] in wanted}


def _too_fine(combinations: int, bucket_starts: int) -> TooMany:
    return TooMany(
        "stock-too-fine",
        en=f"{combinations:,} combinations in {bucket_starts:,} buckets are too many. Add a filter or use a coarser grain.",
        zh=f"{combinations:,} 个组合 × {bucket_starts:,} 个时间段过多。请增加筛选条件或使用更粗的时间粒度。",
    )


def _sums(row: dict[str, Any], number: int) -> Sums:
    total = row[f"total{number}"] or 0
    return Sums(
        float(total),
        float(row.get(f"squares{number}") or 0),
        int(row.get(f"n{number}", total) or 0),
        tuple(row.get(f"grid{number}") or ()),
    )
