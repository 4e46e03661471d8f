"""From a question to table expressions: parts over the same fact and anchor share one aggregate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import reduce
from operator import and_, or_
from typing import Any

import ibis
from ibis.expr.operations import And
from ibis.expr.types import BooleanValue, Table, Value

from zhenyin.core.errors import Invalid
from zhenyin.dimensions import DIMENSIONS, Dimension, dimension
from zhenyin.metrics import DATA_UNTIL, Metric, Part, relation
from zhenyin.question.exact_quantiles import ValueCounts
from zhenyin.question.models import Question, Span
from zhenyin.question.period import Period
from zhenyin.question.quantiles import points

MONTH = "month"
"""The anchor of what is kept by month: such sums are spread over the days of the month afterwards."""
_CREATED_AT = "created_at"


@dataclass(frozen=True, slots=True)
class Slot:
    """One sum to make: a part, and what of it is wanted."""

    part: Part
    squares: bool = False
    q: float | None = None


@dataclass(frozen=True, slots=True)
class Pass:
    """One aggregate: the slots it fills, by number, with which sign, and the expression.

    value_counts: the rows that give the same by way of counts of values, where it is a quantile.
    """

    numbers: tuple[int, ...]
    expression: Table
    sign: int = 1
    value_counts: ValueCounts | None = None


def slots_of(metrics: Iterable[Metric]) -> list[Slot]:
    """The different sums that some metrics need."""
    wanted = [slot for metric in metrics for slot in metric_slots(metric)]
    return list(dict.fromkeys(wanted))


def metric_slots(metric: Metric) -> list[Slot]:
    """The sums of one metric: numerator first."""
    return [Slot(part, metric.kind in ("mean", "score"), metric.q) for part in metric.parts]


def passes(slots: list[Slot], question: Question, known: Span) -> list[Pass]:
    """The aggregates that fill all slots. Raises Invalid for a cut or filter that a part cannot take."""
    passes_by_rows: dict[tuple[str, str, str | None, Part | None], list[int]] = {}
    for number, slot in enumerate(slots):
        quantile_part = slot.part if slot.q is not None else None
        passes_by_rows.setdefault((slot.part.fact, slot.part.anchor, slot.part.leaves, quantile_part), []).append(
            number
        )
    made: list[Pass] = []
    for (fact, anchor, leaves, _), numbers in passes_by_rows.items():
        chosen = {number: slots[number] for number in numbers}
        if leaves is None:
            made.append(_aggregate(chosen, _dated(relation(fact), anchor, question), anchor, question))
        elif question.grain is None:
            made.append(
                _aggregate(chosen, _stock_rows(fact, anchor, leaves, question, known), _cut_at(fact, anchor), question)
            )
        else:
            made += _flows(chosen, fact, anchor, leaves, question, known)
    return [_final_pass(step, known) for step in made]


def kept(part: Part, question: Question, known: Span) -> Table:
    """The rows behind a part: those that the filters and the period leave."""
    if part.leaves is None:
        rows = _dated(relation(part.fact), part.anchor, question)
    else:
        rows = _stock_rows(part.fact, part.anchor, part.leaves, question, known)
    moment = part.anchor if part.leaves is None else _cut_at(part.fact, part.anchor)
    rows = rows.filter(part.where(rows), *_filters(rows, moment, question))
    return _with_data_until(rows, known)


def _cut_at(fact: str, anchor: str) -> str:
    """The moment by which a stock is cut: a ticket that comes to be overdue on Monday is one of the day it was reported on.

    Parts of one share come by different moments; by their own, more would be overdue of a weekday than are open.
    """
    return _CREATED_AT if _CREATED_AT in relation(fact).columns else anchor


def _final_pass(step: Pass, known: Span) -> Pass:
    value_counts = step.value_counts and replace(
        step.value_counts, rows=_with_data_until(step.value_counts.rows, known)
    )
    return replace(step, expression=_with_data_until(step.expression, known), value_counts=value_counts)


def _with_data_until(expression: Table, known: Span) -> Table:
    """The expression with the last moment of the data in place of `DATA_UNTIL`."""
    until = ibis.literal(known.until, "timestamp(6)")
    dated: Table = expression.op().replace({DATA_UNTIL.op(): until.op()}).to_expr()
    return dated


def end_of(question: Question, known: Span) -> date:
    """The day after the last one of a stock."""
    return min(question.period.end, known.period.end) if question.period else known.period.end


def _dated(t: Table, anchor: str, question: Question) -> Table:
    period = question.period
    if period is None:
        return t.filter(t[anchor].notnull())
    if anchor == MONTH:
        return t.filter(t[anchor] >= ibis.literal(period.start.replace(day=1)), t[anchor] < ibis.literal(period.end))
    return t.filter(t[anchor] >= _moment(period.start), t[anchor] < _moment(period.end))


def _stock_rows(fact: str, anchor: str, leaves: str, question: Question, known: Span) -> Table:
    """What has come before the end and has not left."""
    t, end = relation(fact), _moment(end_of(question, known))
    return t.filter(t[anchor] < end, t[leaves].isnull() | (t[leaves] >= end))


def _flows(slots: dict[int, Slot], fact: str, anchor: str, leaves: str, question: Question, known: Span) -> list[Pass]:
    """What comes and what leaves, of all time before the end: the stock is their difference so far."""
    made = []
    for moment, sign in ((anchor, 1), (leaves, -1)):
        t = relation(fact)
        until = t.filter(t[moment] < _moment(end_of(question, known)), t[anchor].notnull())
        made.append(_aggregate(slots, until, _cut_at(fact, anchor), question, sign, moment))
    return made


def _aggregate(
    slots: dict[int, Slot], rows: Table, anchor: str, question: Question, sign: int = 1, moment: str | None = None
) -> Pass:
    shared, own = _conditions(slots, rows)
    either = [condition for condition in own.values() if condition is not None]
    # A slot that asks nothing besides takes every row that is left.
    either = [reduce(or_, either)] if len(either) == len(own) else []
    rows = rows.filter(*shared, *either, *_filters(rows, anchor, question))
    _, own = _conditions(slots, rows)
    measures: dict[str, Value] = {}
    for number, slot in slots.items():
        measures |= _measures(slot, number, rows, own[number] if len(slots) > 1 else None)
    cuts = _cuts(rows, anchor, question, moment or anchor)
    expression: Table = rows.group_by(**cuts).aggregate(**measures) if cuts else rows.aggregate(**measures)
    return Pass(tuple(slots), expression, sign, _value_counts(slots, rows, cuts))


def _value_counts(slots: dict[int, Slot], rows: Table, cuts: dict[str, Value]) -> ValueCounts | None:
    first = next(iter(slots.values()))
    if first.q is None or first.part.value is None:
        return None
    value = first.part.value(rows)
    return ValueCounts(rows.filter(value.notnull()).select(**cuts, value=value), tuple(cuts), first.part.scale)


def _conditions(slots: dict[int, Slot], rows: Table) -> tuple[list[BooleanValue], dict[int, BooleanValue | None]]:
    """What all slots ask of a row, which is looked at once; and what each asks besides, if anything."""
    conjuncts = {number: list(_conjuncts(slot.part.where(rows).op())) for number, slot in slots.items()}
    first, *others = conjuncts.values()
    shared = [op for op in first if all(op in other for other in others)]
    rest = {number: [op.to_expr() for op in ops if op not in shared] for number, ops in conjuncts.items()}
    return [op.to_expr() for op in shared], {number: reduce(and_, own) if own else None for number, own in rest.items()}


def _conjuncts(op: Any) -> Iterator[Any]:
    if isinstance(op, And):
        yield from _conjuncts(op.left)
        yield from _conjuncts(op.right)
    else:
        yield op


def _measures(slot: Slot, number: int, rows: Table, where: BooleanValue | None) -> dict[str, Value]:
    if slot.part.value is None:
        return {f"total{number}": rows.count(where=where)}
    value: Any = slot.part.value(rows)
    if slot.part.distinct:
        return {f"total{number}": value.nunique(where=where)}
    if slot.q is not None:
        grid = (value / slot.part.scale).quantile(list(points(slot.q)), where=where)
        return {f"total{number}": value.count(where=where), f"grid{number}": grid}
    total = value.sum(where=where)
    measures = {f"total{number}": _scaled(total, slot.part.scale), f"n{number}": value.count(where=where)}
    if slot.squares:
        squares = (value.cast("float64") * value).sum(where=where)
        measures[f"squares{number}"] = _scaled(squares, slot.part.scale**2)
    return measures


def _scaled(total: Any, scale: int) -> Value:
    scaled: Value = total if scale == 1 else total / scale
    return scaled


def _cuts(t: Table, anchor: str, question: Question, moment: str) -> dict[str, Value]:
    """What the rows are grouped by: the grain by the moment, the rest by the anchor.

    What is kept by month is grouped by month, and spread over days afterwards.
    """
    cuts = {name: _fitting(t, name) for name in question.all_cuts}
    if anchor != MONTH:
        return {name: cut.group_key(t, moment if name == question.grain else anchor) for name, cut in cuts.items()}
    return {MONTH: t[MONTH]} | {name: cut.group_key(t, anchor) for name, cut in cuts.items() if cut.of_day is None}


def _filters(t: Table, anchor: str, question: Question) -> list[BooleanValue]:
    fitting = [(f, _fitting(t, f.dimension)) for f in question.filters]
    return [f.condition(t, anchor) for f, cut in fitting if anchor != MONTH or cut.of_day is None]


def _fitting(t: Table, name: str) -> Dimension:
    wanted = dimension(name)
    if not wanted.fits(t.columns):
        raise Misfit(name)
    return wanted


class Misfit(Exception):
    """A dimension that a part's rows do not have; the service says which metric it is about."""


def allowed(metric: Metric) -> list[str]:
    """The dimensions that every part of the metric can be cut by."""
    facts = [relation(part.fact).columns for part in metric.parts]
    return [key for key, d in DIMENSIONS.items() if all(d.fits(names) for names in facts)]


def refused(metrics: Iterable[Metric], name: str) -> Invalid:
    """The refusal of a cut, by the first metric that cannot take it."""
    metric = next(m for m in metrics if name not in allowed(m))
    usable = allowed(metric)
    return Invalid(
        "cut-unknown",
        en=f"{metric.title.en} cannot be cut or filtered by {name!r}. Use one of {', '.join(usable)}.",
        zh=f"{metric.title.zh}不能按 {name} 切分或筛选。可用：{'、'.join(usable)}。",
    )


def whole(question: Question, known: Span) -> Period:
    """The days that are both asked for and known."""
    wanted = question.period or known.period
    start, end = max(wanted.start, known.period.start), min(wanted.end, known.period.end)
    return Period(start, max(start, end))


def _moment(day: date) -> Value:
    literal: Value = ibis.literal(datetime.combine(day, time()), "timestamp(6)")
    return literal
