"""A review of a period: signals, decisions and figures are gathered from their domains, and written as one report."""

from datetime import date, timedelta

import numpy as np

from zhenyin.charts import ChartSpec
from zhenyin.core import clock, ids
from zhenyin.core.errors import Unavailable
from zhenyin.core.words import Language, Words
from zhenyin.dimensions import Grain, first_of, used_for
from zhenyin.flows import review_decisions
from zhenyin.job.progress import ProgressCallback, no_progress
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.question import browse
from zhenyin.question.chart import chart as draw_chart
from zhenyin.question.models import Cell, Question
from zhenyin.question.period import Period
from zhenyin.question.plan import allowed
from zhenyin.question.service import answer
from zhenyin.question.sums import span
from zhenyin.report import formatting, service, store
from zhenyin.report.models import Headline, Holder, Report, Review, SignalSummary
from zhenyin.report.source_quality import quality
from zhenyin.stats.intervals import Z_95
from zhenyin.stats.multiple import q_values
from zhenyin.watch import presentation as signal_pages
from zhenyin.watch import store as signals
from zhenyin.watch.models import Signal
from zhenyin.watch.presentation import title

MAX_WORSE = 10
_FALSE_DISCOVERY_RATE = 0.05
_LEAST_ROWS = 30
_TREND_WEEKS = 52


def make(
    workspace: Workspace, period: Period | None, language: Language, by: str, progress: ProgressCallback = no_progress
) -> Report:
    """Gather, write both files, and keep the report. Without a font for Chinese there is no PDF, but the page is there."""
    review = gather(workspace, period, progress)
    covered_period = review.period or _this_month(review.made_at.date())
    report = Report(ids.new("rep"), formatting.title(covered_period), covered_period, language, review.made_at, by)
    progress(0.9, Words("排版", "Setting pages"))
    for form in store.FORMS:
        try:
            store.keep(workspace.settings.data_dir, report.id, form, service.write(review, language, form))
        except Unavailable:
            continue
    with workspace.store.begin() as db:
        store.insert(db, report)
    return report


def gather(workspace: Workspace, period: Period | None, progress: ProgressCallback = no_progress) -> Review:
    """Signals, decisions, figures and data quality of a period; None means the whole span of the data."""
    covered = span(workspace.warehouse)
    period = period or (covered.period if covered else None)
    progress(0.1, Words("汇总指标", "Summing up figures"))
    headlines, missing = _headlines(workspace, period) if period and covered else ([], [])
    progress(0.4, Words("查找变差的范围", "Looking for what got worse"))
    worse = _worse(workspace, period) if period and covered else []
    progress(0.7, Words("绘图", "Drawing"))
    decisions = review_decisions.gather(workspace, period)
    return Review(
        period=period,
        data_until=covered.until if covered else None,
        made_at=clock.now(workspace.settings.zone),
        signals=tuple(_signals(workspace, period, decisions.holders)) if period else (),
        worse=tuple(worse),
        actions=decisions.actions,
        reopened=decisions.reopened,
        headlines=tuple(headlines),
        unknown=tuple(missing),
        charts=tuple(_charts(workspace, period)) if period and covered else (),
        quality=quality(workspace, period, covered),
    )


def _signals(workspace: Workspace, period: Period, holders: dict[str, Holder]) -> list[SignalSummary]:
    with workspace.store.read() as db:
        found = signals.signals(db)
    return [_summary(signal, period, holders) for signal in found if _overlaps(signal, period)]


def _overlaps(signal: Signal, period: Period) -> bool:
    """Whether the signal was raised on a day of the period, and nobody dismissed it."""
    return signal.state != "dismissed" and signal.finding.since < period.end and signal.finding.until >= period.start


def _summary(signal: Signal, period: Period, holders: dict[str, Holder]) -> SignalSummary:
    f = signal.finding
    metric, chart = METRICS[f.metric], signal_pages.chart_of(f) or signal_pages.mix_rate_chart(f)
    adds_up = metric.kind not in ("mean", "quantile", "score")
    return SignalSummary(
        title=Words(f"{metric.title.zh} · {title(f).zh}", f"{metric.title.en} · {title(f).en}"),
        sentence=signal_pages.reason(f),
        since=f.since,
        observed=f.observed if adds_up else None,
        expected=f.expected if adds_up else None,
        ratio=f.ratio,
        low=f.low,
        high=f.high,
        fresh=f.since >= period.start,
        holder=holders.get(signal.problem_id or ""),
        chart=chart,
    )


def _headlines(workspace: Workspace, period: Period) -> tuple[list[Headline], list[str]]:
    """The figures of the whole, and the keys of those that the data does not allow."""
    before, year = (
        answer(workspace.warehouse, Question(service.HEADLINES, period=period, compare=compare)).cells
        for compare in ("previous", "year")
    )
    covered = [cell for cell in before if cell.estimate.value is not None]
    year_before = {cell.metric: cell for cell in year}
    missing = [key for key in service.HEADLINES if key not in {cell.metric for cell in covered}]
    return [Headline(cell, year_before.get(cell.metric)) for cell in covered], missing


def _worse(workspace: Workspace, period: Period) -> list[Cell]:
    """Values of the place dimensions in which a figure changed for the worse, at a false-discovery rate of 5 %.

    The smallest p first.
    """
    cells: list[Cell] = []
    for cut in service.PLACES:
        keys = tuple(key for key in service.WATCHED if cut in allowed(METRICS[key]))
        cells += answer(workspace.warehouse, Question(keys, (cut,), period=period, compare="previous")).cells
    candidates = [(cell, p) for cell in cells if (p := _p_value(cell)) is not None]
    if not candidates:
        return []
    q = q_values(np.array([p for _, p in candidates]))
    found = [(p, cell) for (cell, p), chance in zip(candidates, q, strict=True) if chance <= _FALSE_DISCOVERY_RATE]
    clearest = sorted((pair for pair in found if pair[1].assessment == "worse"), key=lambda pair: pair[0])
    return [cell for _, cell in clearest[:MAX_WORSE]]


def _p_value(cell: Cell) -> float | None:
    """Two-sided p of a change, from the width of its 95 % interval (normal; on the logarithm for ratios).

    None where there are fewer than 30 rows, or no interval.
    """
    from scipy.stats import norm

    moved = cell.change
    if (
        moved is None
        or moved.change is None
        or moved.low is None
        or moved.high is None
        or cell.estimate.n < _LEAST_ROWS
    ):
        return None
    if moved.relative:
        if moved.low <= -1 or moved.change <= -1:
            return None
        size, low, high = (float(np.log1p(x)) for x in (moved.change, moved.low, moved.high))
    else:
        size, low, high = moved.change, moved.low, moved.high
    error = (high - low) / (2 * Z_95)
    return float(2 * norm.sf(abs(size) / error)) if error > 0 else None


def _charts(workspace: Workspace, period: Period) -> list[ChartSpec]:
    """The year up to the end of the period, who stands out, and where it gathers; only what the data can show."""
    rows, columns = (
        _first_varying_dimension(workspace, used_for("report_rows")),
        _first_varying_dimension(workspace, used_for("report_columns")),
    )
    questions = [("trend", Question(("ticket_count",), period=_year_to(period, "week"), grain="week"))]
    questions += [("trend", Question(("failure_rate",), period=_year_to(period, "month"), grain="month"))]
    for metric, cut in (("failure_rate", "product"), ("complaint_share", "province"), ("resolution_hours", "team")):
        questions.append(("ranking", Question((metric,), (cut,), period=period, order="-value")))
    if rows and columns:
        questions.append(("heat", Question(("ticket_count",), (rows, columns), period=period)))
    charts = []
    for key, question in questions:
        given = answer(workspace.warehouse, question, totals=True)
        if sum(cell.estimate.value is not None and None not in cell.at.values() for cell in given.cells) > 1:
            charts.append(draw_chart(given, key))
    return charts


def _year_to(period: Period, grain: Grain) -> Period:
    """The year up to the end of a period (or all of a longer one), in whole buckets where there is one."""
    start = first_of(grain, min(period.start, period.end - timedelta(weeks=_TREND_WEEKS)))
    end = first_of(grain, period.end)
    return Period(start, end if end > period.start else period.end)


def _first_varying_dimension(workspace: Workspace, dims: tuple[str, ...]) -> str | None:
    """The first dimension of which the data has at least two values."""
    return next(
        (d for d in dims if sum(v.value is not None for v in browse.values(workspace.warehouse, d, limit=3)[0]) > 1),
        None,
    )


def _this_month(today: date) -> Period:
    first = today.replace(day=1)
    return Period(first, (first + timedelta(days=31)).replace(day=1))
