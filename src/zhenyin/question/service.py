"""The one door to every figure."""

import time
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

import ibis
import pyarrow as pa

from zhenyin.core.errors import Invalid
from zhenyin.core.ids import fingerprint
from zhenyin.dimensions import Grain, next_of
from zhenyin.metrics import METRICS, Metric
from zhenyin.question.filters import Filter, bucket
from zhenyin.question.models import Answer, Cell, Estimate, Question, Span
from zhenyin.question.period import Period
from zhenyin.question.plan import kept, passes, slots_of
from zhenyin.question.sums import Key, Sheet, Sums, buckets, gather, span
from zhenyin.question.values import COUNTS, assess, change, estimate
from zhenyin.warehouse.gateway import Cancel, Warehouse

GRAINS: tuple[Grain, ...] = ("day", "week", "month", "quarter", "year")
_LONG_AGO = Span(datetime(2000, 1, 1), datetime(2000, 12, 31))


def answer(warehouse: Warehouse, question: Question, *, totals: bool = False, cancel: Cancel | None = None) -> Answer:
    """Answer a question. Raises NotFound for unknown names and Invalid for cuts that a metric cannot take.

    totals: ask for the uncut figure of those metrics too whose parts do not add up, which costs one more query.
    """
    started = time.perf_counter()
    question = _normalised(question)
    known = span(warehouse)
    metrics = {key: METRICS[key] for key in question.metrics}
    now = _gather(warehouse, metrics, question, known, cancel)
    before = _before(warehouse, metrics, question, known, cancel)
    whole = {key: _total(warehouse, key, question, now, known, totals, cancel) for key in metrics}
    cells = [cell for key in metrics for cell in _cells(key, question, now, before, whole[key], known)]
    return Answer(
        question=question,
        cells=tuple(cells),
        totals={key: cell for key, cell in whole.items() if cell},
        span=known,
        definitions={key: definition(key) for key in metrics},
        sql=";\n\n".join(now.sql),
        caveats=tuple(m.caveat for m in metrics.values() if m.caveat),
        took_ms=(time.perf_counter() - started) * 1000,
    )


def rows(
    warehouse: Warehouse,
    question: Question,
    at: dict[str, Any],
    limit: int = 50,
    offset: int = 0,
    *,
    denominator: bool = False,
) -> tuple[pa.Table, int]:
    """The rows of the first metric's numerator (or denominator) behind one cell, newest first, and how many there are.

    at: names the cell; None or an empty text is *unknown*.
    """
    known = span(warehouse) or _LONG_AGO
    metric = METRICS[question.metrics[0]]
    part = metric.denominator if denominator and metric.denominator else metric.numerator
    question = _normalised(question)
    if metric.stock and question.grain and (first := at.get(question.grain)):
        # A stock of a bucket is what is there at the bucket's end, whenever it came.
        question = replace(question, period=bucket(str(first), question.grain))
        at = {name: value for name, value in at.items() if name != question.grain}
    here = tuple(Filter(name, "in", ("" if value is None else str(value),)) for name, value in at.items())
    chosen = kept(part, replace(question, filters=question.filters + here), known)
    total = int(warehouse.query(chosen.aggregate(n=chosen.count())).to_pylist()[0]["n"])
    # Many rows have one moment: without a second order, a page might show again what the one before it showed.
    key = "ticket_id" if "ticket_id" in chosen.columns else chosen.columns[0]
    newest = chosen.order_by(chosen[part.anchor].desc(), chosen[key].desc())
    return warehouse.query(newest.limit(limit, offset=offset)), total


@cache
def definition(key: str) -> str:
    """The version of a metric's definition: it changes when what is summed changes."""
    metric = METRICS[key]
    return f"v1-{fingerprint(sql_of(key, 'duckdb'), metric.kind, metric.per, metric.q)[:8]}"


@cache
def sql_of(key: str, dialect: str) -> str:
    """The SQL of a metric over all time, as an example of what is summed."""
    steps = passes(slots_of([METRICS[key]]), Question((key,)), _LONG_AGO)
    return ";\n\n".join(str(ibis.to_sql(step.expression, dialect=dialect)) for step in steps)


def _normalised(question: Question) -> Question:
    """The question with its names checked, and with a cut by time taken as its grain."""
    for name in question.metrics:
        METRICS[name]
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
    if question.grain is None:
        return replace(question, grain=next((c for c in GRAINS if c in question.cuts), None))
    return question


def _gather(
    warehouse: Warehouse, metrics: dict[str, Metric], question: Question, known: Span | None, cancel: Cancel | None
) -> Sheet:
    sheet = gather(warehouse, list(metrics.values()), question, known or _LONG_AGO, cancel)
    if known is None:
        sheet.cells = {} if question.all_cuts else {(): {}}
    return sheet


def _before(
    warehouse: Warehouse, metrics: dict[str, Metric], question: Question, known: Span | None, cancel: Cancel | None
) -> Sheet | None:
    """The sums of the span that is compared with; buckets of time are renamed to those they stand beside."""
    if question.compare is None or question.period is None:
        return None
    earlier = replace(question, period=_earlier(question, known))
    sheet = _gather(warehouse, metrics, earlier, known, cancel)
    if question.grain and known:
        earlier_key = dict(zip(buckets(earlier, known), buckets(question, known), strict=False))
        sheet.cells = {(earlier_key[k[0]], *k[1:]): cell for k, cell in sheet.cells.items() if k[0] in earlier_key}
    return sheet


def _earlier(question: Question, known: Span | None) -> Period:
    """The span compared with; as long as the part of the period that is known, so that both are complete."""
    wanted = question.period
    assert wanted is not None
    other = wanted.previous() if question.compare == "previous" else wanted.year_before()
    if known is None or wanted.end <= known.period.end or wanted.start >= known.period.end:
        return other
    days = Period(wanted.start, known.period.end).days
    return Period(other.start, min(other.end, date.fromordinal(other.start.toordinal() + days)))


def _total(
    warehouse: Warehouse,
    key: str,
    question: Question,
    now: Sheet,
    known: Span | None,
    wanted: bool,
    cancel: Cancel | None,
) -> Cell | None:
    metric = METRICS[key]
    if not question.all_cuts:
        sums = now.of(metric, ())
    elif metric.additive and not (metric.stock and question.grain):
        sums = now.total(metric)
    elif wanted:
        uncut = replace(question, metrics=(key,), cuts=(), grain=None, compare=None)
        sums = _gather(warehouse, {key: metric}, uncut, known, cancel).of(metric, ())
    else:
        return None
    return Cell(key, {}, estimate(metric, sums), _is_incomplete({}, question, known))


def _cells(
    key: str, question: Question, now: Sheet, before: Sheet | None, total: Cell | None, known: Span | None
) -> tuple[Cell, ...]:
    """The cells of one metric: what there is now, and what there was in the span compared with."""
    metric, keys = METRICS[key], dict.fromkeys(now.cells)
    if before:
        keys |= dict.fromkeys(before.cells)
    sums = {k: (now.of(metric, k), before.of(metric, k) if before else None) for k in sorted(keys, key=_sortable)}
    cells = tuple(_cell(key, question, k, *pair, total, known) for k, pair in sums.items())
    return _ordered(cells, question)


def _cell(
    key: str,
    question: Question,
    at_key: Key,
    now: list[Sums],
    before: list[Sums] | None,
    total: Cell | None,
    known: Span | None,
) -> Cell:
    metric, own = METRICS[key], estimate(METRICS[key], now)
    moved = change(metric, now, before) if before is not None else None
    at = dict(zip(question.all_cuts, at_key, strict=True))
    whole = total.estimate if total and question.all_cuts and not question.grain else None
    return Cell(
        metric=key,
        at=at,
        estimate=own,
        incomplete=_is_incomplete(at, question, known),
        change=moved,
        share=_share(metric, own, total),
        assessment=assess(metric, own, moved, whole),
    )


def _share(metric: Metric, own: Estimate, total: Cell | None) -> float | None:
    """The part of a cell in the whole, for what adds up."""
    if total is None or not metric.additive or metric.kind not in (*COUNTS, "rate", "share"):
        return None
    return own.numerator / total.estimate.numerator if total.estimate.numerator > 0 else None


def _is_incomplete(at: dict[str, Any], question: Question, known: Span | None) -> bool:
    """Whether the data ends before the cell's last day does begin."""
    if known is None:
        return False
    first = at.get(question.grain) if question.grain else None
    end = next_of(question.grain, first) if question.grain and first else question.period and question.period.end
    return bool(end and end > known.period.end)


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
