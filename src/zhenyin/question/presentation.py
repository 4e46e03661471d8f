"""Answers, metrics and dimensions as they cross the border: keys, numbers, and words in both languages; no ready labels.

What an answer has thousands of is a dictionary of a known type, which is made in a tenth of the time that a model takes.
"""

from datetime import date, datetime, timedelta
from typing import Any, Literal

import pyarrow as pa
from typing_extensions import TypedDict

from zhenyin.account.paging import Paging
from zhenyin.charts import ChartSpec
from zhenyin.core.schema import DateRange, Interval, Model, Page, Titled, Unit
from zhenyin.core.words import Words
from zhenyin.dimensions import DIMENSIONS, Explains, Grain, Role, dimension
from zhenyin.metrics import METRICS, Better, Kind, Part, relation
from zhenyin.question.models import Answer, Assessment, Cell, Change
from zhenyin.question.period import Period
from zhenyin.question.plan import allowed
from zhenyin.question.service import definition, sql_of
from zhenyin.stats.intervals import LEVEL
from zhenyin.warehouse.facts import FACTS

Scalar = str | int | float | None
RowValue = bool | int | float | str | None | dict[str, str | None]


class Figure(TypedDict):
    """A figure with its 95 % interval and the number of rows behind it. unit: the key of its metric's unit."""

    value: float | None
    unit: str
    interval: Interval | None
    n: int


class FigureChange(TypedDict):
    """Against another span. change, interval: a ratio minus 1 where `relative`, else a difference in the metric's unit."""

    before: Figure
    change: float | None
    interval: Interval | None
    relative: bool
    significant: bool
    new: bool


class AnswerCell(Figure):
    """One cell of the cut. at: the value of each cut, None for unknown; days as their ISO date."""

    metric: str
    at: dict[str, Scalar]
    numerator: float
    denominator: float | None
    incomplete: bool
    compare: FigureChange | None
    share: float | None
    assessment: Assessment


class MetricBrief(Titled):
    """What a reader needs to know of a metric whose figure stands before them.

    of_tickets: its numerator is made of tickets, so that a list of tickets can hold just those.
    """

    question: Words
    unit: Unit
    better: Better
    kind: Kind
    additive: bool
    of_tickets: bool
    definition: str
    caveat: Words | None


class MetricPart(Model):
    """One sum that a metric is made of. anchor: the column that dates its rows; leaves: the one that ends them."""

    fact: str
    anchor: str
    leaves: str | None
    distinct: bool


class MetricDetail(MetricBrief):
    """A metric with everything that one may ask of it. sql: what is summed, as an example over all time."""

    cuts: list[str]
    refused_cuts: list[str]
    anchor: str
    parts: list[MetricPart]
    sql: str


class DimensionDetail(Titled):
    """A way to cut. role: what it says of a ticket; explains: what its values may be named as a cause of."""

    kind: Literal["text", "number", "time"]
    parent: str | None
    children: list[str]
    fact: Literal["tickets", "orders"]
    role: Role
    explains: Explains


class AnswerResponse(Model):
    """Everything that a page needs to show an answer. totals: the uncut figure of each metric."""

    metrics: list[MetricBrief]
    cells: list[AnswerCell]
    totals: dict[str, AnswerCell]
    cuts: list[Titled]
    period: DateRange | None
    data_until: datetime | None
    grain: Grain | None
    definition: str
    caveats: list[Words]
    sql: str
    took_ms: float
    chart: ChartSpec | None


class RowsPage(Page[list[RowValue]]):
    """Rows of a fact, newest first, their values in the order of the columns."""

    columns: list[Titled]


def present_answer(answer: Answer, chart: ChartSpec | None = None) -> AnswerResponse:
    """An answer with the chart that was asked for."""
    units = {key: METRICS[key].unit.key for key in answer.question.metrics}
    # Made as it is: every part has its type already, and to check 10,000 cells again takes as long as to make them.
    return AnswerResponse.model_construct(
        metrics=[present_metric_brief(key) for key in answer.question.metrics],
        cells=[present_cell(cell, units[cell.metric]) for cell in answer.cells],
        totals={key: present_cell(cell, units[key]) for key, cell in answer.totals.items()},
        cuts=[Titled(key=cut, title=dimension(cut).title) for cut in answer.question.all_cuts],
        period=present_period(answer.period),
        data_until=answer.data_until,
        grain=answer.question.grain,
        definition=";".join(answer.definitions.values()),
        caveats=list(answer.caveats),
        sql=answer.sql,
        took_ms=round(answer.took_ms, 1),
        chart=chart,
    )


def present_cell(cell: Cell, unit: str) -> AnswerCell:
    """A cell with its figure, and with that of the span compared with. unit: the key of its metric's unit."""
    e = cell.estimate
    return {
        "metric": cell.metric,
        # Spelt out, as it is done for each value of 10,000 cells: a cell has days, and no moments.
        "at": {name: value.isoformat() if type(value) is date else value for name, value in cell.at.items()},
        "value": e.value,
        "unit": unit,
        "interval": interval(e.low, e.high),
        "n": e.n,
        "numerator": e.numerator,
        "denominator": e.denominator,
        "incomplete": cell.incomplete,
        "compare": present_change(cell.change, unit) if cell.change else None,
        "share": cell.share,
        "assessment": cell.assessment,
    }


def present_change(change: Change, unit: str) -> FigureChange:
    """A change with the figure of the span compared with."""
    before = change.before
    return {
        "before": {
            "value": before.value,
            "unit": unit,
            "interval": interval(before.low, before.high),
            "n": before.n,
        },
        "change": change.change,
        "interval": interval(change.low, change.high),
        "relative": change.relative,
        "significant": change.significant,
        "new": change.new,
    }


def interval(low: float | None, high: float | None) -> Interval | None:
    """An interval of the level that all figures have; None where neither side is known.

    >>> interval(None, None), interval(0.5, None)
    (None, {'low': 0.5, 'high': None, 'level': 0.95})
    """
    return {"low": low, "high": high, "level": LEVEL} if low is not None or high is not None else None


def present_period(period: Period | None) -> DateRange | None:
    """A span of days as its two ends."""
    return DateRange(start=period.start, end=period.end) if period else None


def period_words(period: Period | None) -> Words:
    """A span of days in words: the first and the last day in it.

    >>> period_words(Period(date(2026, 3, 1), date(2026, 4, 1))).en
    '2026-03-01 to 2026-03-31'
    """
    if period is None:
        return Words("全部时间", "all time")
    first, last = period.start.isoformat(), (period.end - timedelta(days=1)).isoformat()
    return Words(f"{first} 至 {last}", f"{first} to {last}")


def present_metric_brief(key: str) -> MetricBrief:
    """What stands beside a figure."""
    return MetricBrief(**_brief(key))


def present_metric(key: str, dialect: str) -> MetricDetail:
    """A metric with what it may be cut by, and its SQL in the words of one engine."""
    metric = METRICS[key]
    usable = allowed(metric)
    return MetricDetail(
        **_brief(key),
        cuts=usable,
        refused_cuts=[cut for cut in DIMENSIONS if cut not in usable],
        anchor=metric.numerator.anchor,
        parts=[_part(part) for part in metric.parts],
        sql=sql_of(key, dialect),
    )


def present_dimension(key: str) -> DimensionDetail:
    """A dimension with its place in the hierarchy."""
    found = dimension(key)
    return DimensionDetail(
        key=key,
        title=found.title,
        kind=found.kind,
        parent=found.parent,
        children=[name for name, other in DIMENSIONS.items() if other.parent == key],
        fact="tickets" if found.fits(relation("tickets").columns) else "orders",
        role=found.role,
        explains=found.explains,
    )


def present_rows(rows: pa.Table, total: int, paging: Paging) -> RowsPage:
    """Rows of a fact as a page: columns with their words, and lists of values."""
    after = paging.offset + rows.num_rows
    return RowsPage(
        columns=[Titled(key=name, title=_words_of(name)) for name in rows.column_names],
        items=[[_row_value(value) for value in row.values()] for row in rows.to_pylist()],
        total=total,
        next=after if rows.num_rows and after < total else None,
    )


def plain(value: Any) -> Any:
    """Days and moments as ISO text; all else as it is."""
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def _brief(key: str) -> dict[str, Any]:
    metric = METRICS[key]
    return {
        "key": key,
        "title": metric.title,
        "question": metric.question,
        "unit": Unit(key=metric.unit.key, text=metric.unit.words),
        "better": metric.better,
        "kind": metric.kind,
        "additive": metric.additive,
        "of_tickets": metric.numerator.fact == "tickets",
        "definition": definition(key),
        "caveat": metric.caveat,
    }


def _words_of(name: str) -> Words:
    found = (column.words for fact in FACTS.values() for column in fact.columns if column.name == name)
    return next(found, Words(name, name))


def _row_value(value: Any) -> Any:
    """A map comes from the engine as pairs."""
    return dict(value) if isinstance(value, list) else plain(value)


def _part(part: Part) -> MetricPart:
    return MetricPart(fact=part.fact, anchor=part.anchor, leaves=part.leaves, distinct=part.distinct)
