"""The one door to every figure."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from zhenyin.core.errors import Invalid
from zhenyin.core.ids import fingerprint
from zhenyin.dimensions import DIMENSIONS
from zhenyin.metrics import METRICS, Metric
from zhenyin.question.filters import Filter
from zhenyin.question.models import Answer, Cell, Question
from zhenyin.question.period import Period
from zhenyin.question.sums import Key, Span, Sums, aggregates, kept, run, span
from zhenyin.question.values import change, estimate
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Cancel, Warehouse

GRAINS = ("day", "week", "month", "quarter", "year")


def answer(warehouse: Warehouse, question: Question, *, cancel: Cancel | None = None) -> Answer:
    """Answer a question. Raises NotFound for unknown names and Invalid for cuts that the metric cannot take."""
    metric = METRICS[question.metric]
    _check(question)
    known = span(warehouse)
    sums, sql = run(warehouse, metric, question, known, cancel)
    if not question.all_cuts and not sums:
        sums = {(): [Sums()] * len(metric.parts)}
    before = _before(warehouse, metric, question, known, cancel)
    cells = tuple(_cell(metric, question, key, sums[key], before, known) for key in sorted(sums, key=_sortable))
    return Answer(
        question=question,
        cells=_ordered(cells, question),
        data_until=known.until if known else None,
        definition=definition(question.metric),
        sql=sql,
        caveats=(metric.caveat,) if metric.caveat else (),
    )


def rows(warehouse: Warehouse, question: Question, at: dict[str, str], limit: int = 50, offset: int = 0) -> pa.Table:
    """The rows of the numerator behind one cell, newest first. `at` names the cell; an empty text is *unknown*."""
    metric = METRICS[question.metric]
    part = metric.numerator
    here = tuple(Filter(name, "in", (value,)) for name, value in at.items())
    t = table(part.fact)
    chosen = t.filter(kept(metric, part, replace(question, filters=question.filters + here)))
    return warehouse.query(chosen.order_by(t[part.anchor].desc()).limit(limit, offset=offset))


def definition(key: str) -> str:
    """The version of a metric's definition: it changes when what is summed changes."""
    metric = METRICS[key]
    expressions = [repr(e) for _, e in aggregates(metric, Question(key), None)]
    return f"v1-{fingerprint(metric.kind, metric.per, metric.q, *expressions)[:8]}"


def _check(question: Question) -> None:
    if question.grain and question.grain not in GRAINS:
        raise Invalid(
            "grain-unknown",
            en=f"There is no grain {question.grain!r}. Use one of {', '.join(GRAINS)}.",
            zh=f"没有时间粒度 {question.grain}。可用：{'、'.join(GRAINS)}。",
        )
    if question.compare and question.period is None:
        raise Invalid(
            "compare-without-period",
            en="A comparison needs a period. Give one, such as 2025-03 or last-8-weeks.",
            zh="比较需要先给定时段，例如 2025-03 或 last-8-weeks。",
        )


def _before(
    warehouse: Warehouse, metric: Metric, question: Question, known: Span | None, cancel: Cancel | None
) -> dict[Key, list[Sums]] | None:
    if question.compare is None or question.period is None:
        return None
    period = question.period.previous() if question.compare == "previous" else question.period.year_before()
    return run(warehouse, metric, replace(question, period=period, grain=None), known, cancel)[0]


def _cell(
    metric: Metric,
    question: Question,
    key: Key,
    sums: list[Sums],
    before: dict[Key, list[Sums]] | None,
    known: Span | None,
) -> Cell:
    at = dict(zip(question.all_cuts, key, strict=True))
    other = None
    if before is not None and question.grain is None:
        other = change(metric, sums, before.get(key, [Sums()] * len(sums)))
    return Cell(at, estimate(metric, sums), _unfinished(at, known), other)


def _unfinished(at: dict[str, Any], known: Span | None) -> bool:
    grain = next((name for name in at if DIMENSIONS.get(name) and name in GRAINS), None) if at else None
    if grain is None or known is None or at[grain] is None:
        return False
    return _end(grain, at[grain]) > known.until.date()


def _end(grain: str, first: date) -> date:
    """The last day of a bucket: the data must reach it for the bucket to be whole."""
    names = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y", "week": "%G-W%V"}
    quarter = f"{first.year}-Q{(first.month + 2) // 3}"
    period = Period.read(quarter if grain == "quarter" else first.strftime(names[grain]), first)
    assert period is not None
    return date.fromordinal(period.end.toordinal() - 1)


def _ordered(cells: tuple[Cell, ...], question: Question) -> tuple[Cell, ...]:
    if question.order != "at":
        sign = -1 if question.order == "-value" else 1
        known = [c for c in cells if c.estimate.value is not None]
        unknown = [c for c in cells if c.estimate.value is None]
        cells = (*sorted(known, key=lambda c: sign * (c.estimate.value or 0)), *unknown)
    return cells[: question.limit]


def _sortable(key: Key) -> tuple[tuple[bool, str], ...]:
    return tuple((part is None, f"{part:020.6f}" if isinstance(part, (int, float)) else _text(part)) for part in key)


def _text(part: object) -> str:
    return part.isoformat() if isinstance(part, (date, datetime)) else str(part)
