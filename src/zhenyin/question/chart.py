"""From an answer to a chart specification."""

from zhenyin.charts import CHARTS, ChartSpec, Figures, Moved, Point
from zhenyin.core.errors import Invalid
from zhenyin.dimensions import dimension
from zhenyin.metrics import METRICS
from zhenyin.question.models import Answer, Cell, Change
from zhenyin.question.presentation import period_words, plain
from zhenyin.question.values import COUNTS


def chart(given: Answer, key: str, metric: str | None = None) -> ChartSpec:
    """Draw the answer's (first) metric. Raises NotFound for an unknown chart, Invalid for one that does not fit."""
    wanted, drawable = CHARTS[key], figures(given, metric or given.question.metrics[0])
    if wanted.fits is None or not wanted.fits(drawable):
        usable = fitting_charts(given)
        raise Invalid(
            "chart-does-not-fit",
            en=f"{wanted.title.en} cannot draw this answer. Use one of {', '.join(usable)}.",
            zh=f"{wanted.title.zh}不适合这个结果。可用：{'、'.join(usable)}。",
        )
    return wanted.build(drawable)


def fitting_charts(given: Answer) -> list[str]:
    """The charts that can draw an answer."""
    drawable = figures(given, given.question.metrics[0])
    return [key for key, chart in CHARTS.items() if chart.fits and chart.fits(drawable)]


def default_chart(given: Answer) -> str:
    """The chart that suits an answer best."""
    for key in ("kpi", "trend", "heat", "map", "ranking"):
        if key in fitting_charts(given):
            return key
    return "table"


def figures(given: Answer, metric: str) -> Figures:
    """The figures of one metric of an answer."""
    of = METRICS[metric]
    total = given.totals.get(metric)
    return Figures(
        metric=metric,
        title=of.title,
        unit_key=of.unit.key,
        unit=of.unit.words,
        better=of.better,
        is_count=of.kind in COUNTS,
        cuts=tuple((cut, dimension(cut).title) for cut in given.question.all_cuts),
        grain=given.question.grain,
        points=tuple(_point(cell) for cell in given.of(metric)),
        total=_point(total) if total else None,
        period=period_words(given.period),
    )


def _point(cell: Cell) -> Point:
    return Point(
        at=tuple(None if value is None else str(plain(value)) for value in cell.at.values()),
        value=cell.estimate.value,
        low=cell.estimate.low,
        high=cell.estimate.high,
        n=cell.estimate.n,
        incomplete=cell.incomplete,
        moved=_moved(cell.change) if cell.change else None,
        share=cell.share,
        assessment=cell.assessment,
    )


def _moved(change: Change) -> Moved:
    return Moved(
        change.before.value, change.change, change.low, change.high, change.relative, change.significant, change.new
    )
