"""Forecasts and queues as answers: response models, sentences and charts."""

from datetime import date, timedelta
from typing import Literal

import numpy as np

from zhenyin.charts import ChartSpec
from zhenyin.charts import outlook as forecast_chart
from zhenyin.core.arrays import Floats
from zhenyin.core.schema import Available, DateRange, Model, Slice, Unavailable, slice_of
from zhenyin.core.words import Words
from zhenyin.forecast import calendar
from zhenyin.forecast.intervals import CONFIDENCE
from zhenyin.forecast.point_forecast import WEEK
from zhenyin.forecast.queue import Queue
from zhenyin.forecast.service import Forecast
from zhenyin.forecast.staffing import DAYS, Staffing
from zhenyin.forecast.volume import LEAST_DAYS, Volume

_SHOWN_DAYS = {"day": 56, "week": 26 * WEEK}
_TICKETS = ("tickets", Words("件", "tickets"))
_MEASURES = {
    "day": Words("每日工单数（80% 区间）", "Tickets a day (80 % interval)"),
    "week": Words("每周工单数（80% 区间）", "Tickets a week (80 % interval)"),
}
_QUEUE = Words("每日结束时待处理工单（80% 区间）", "Open tickets at the end of each day (80 % interval)")
_AS_NOW = Words("现有人手", "As now")


class ForecastSeries(Model):
    """Tickets of each step with the bounds of the prediction interval, and of all steps together."""

    expected: list[float]
    low: list[float]
    high: list[float]
    total: float


class SliceForecast(ForecastSeries):
    """The forecast of one slice; without `where` all the smaller ones. previous: tickets of as many days before."""

    where: Slice
    previous: float


class CalendarEvent(Model):
    """A holiday or sale that the days to come lie in."""

    title: Words
    period: DateRange


class VolumeForecast(Available):
    """Tickets to come by slice and in all. empirical_coverage: share of past counts inside the intervals of then."""

    grain: Literal["day", "week"]
    by: list[str]
    history: DateRange
    steps: list[date]
    level: float
    empirical_coverage: float | None
    whole: ForecastSeries
    series: list[SliceForecast]
    events: list[CalendarEvent]
    holidays_published_until: date
    beyond_published_holidays: bool
    chart: ChartSpec


class QueueResponse(Model):
    """Open tickets at the end of each day; the day on which they have doubled with its 80 % interval; utilisation."""

    backlog: list[float]
    doubling_day: int | None
    doubling_day_low: int | None
    doubling_day_high: int | None
    utilisation: float


class StaffingResponse(Model):
    """A team's queue as it is and with other people. people_on_duty: on each weekday, Monday first."""

    team: str
    people: float
    backlog: float
    per_person: float
    people_on_duty: list[float]
    sentence: Words
    as_is: QueueResponse
    changed: QueueResponse
    chart: ChartSpec


def history_too_short(days: int) -> Unavailable:
    """Why there is no forecast yet."""
    return Unavailable(
        reason=Words(
            f"预测至少需要 {LEAST_DAYS} 天的工单，目前只有 {days} 天。请导入更多历史数据。",
            f"A forecast needs {LEAST_DAYS} days of tickets; there are {days}. Import more history.",
        ),
        needed=LEAST_DAYS,
        found=days,
    )


def present_forecast(forecast: Forecast) -> VolumeForecast:
    """Every slice's total over the horizon and its steps, the whole, and the chart of the whole."""
    published, coverage = calendar.holidays_published_until(), forecast.each.empirical_coverage()
    return VolumeForecast(
        grain=forecast.each.grain,
        by=list(forecast.history.cuts),
        history=DateRange(start=forecast.history.first, end=forecast.history.end),
        steps=forecast.days,
        level=CONFIDENCE,
        empirical_coverage=round(coverage, 3) if np.isfinite(coverage) else None,
        whole=_series(forecast.whole, 0),
        series=[
            SliceForecast(
                where=slice_of(where),
                previous=forecast.previous_total(row),
                **_series(forecast.each, row).model_dump(),
            )
            for row, where in enumerate(forecast.history.where)
        ],
        events=[
            CalendarEvent(title=event.title, period=DateRange(start=span.start, end=span.end))
            for event, span in calendar.effective_spans(forecast.horizon)
        ],
        holidays_published_until=published,
        beyond_published_holidays=forecast.days[-1] > published,
        chart=volume_chart(forecast),
    )


def present_staffing(found: Staffing) -> StaffingResponse:
    """Both queues, with the chart."""
    return StaffingResponse(
        team=found.team,
        people=found.people,
        backlog=found.now.backlog,
        per_person=found.now.per_person,
        people_on_duty=found.now.people_on_duty.tolist(),
        sentence=staffing_sentence(found),
        as_is=_queue(found.as_is),
        changed=_queue(found.changed),
        chart=_queue_chart(found),
    )


def volume_chart(forecast: Forecast, series: int | None = None) -> ChartSpec:
    """What came and what is to come; of all together, or of one series."""
    volume, row = (forecast.whole, 0) if series is None else (forecast.each, series)
    counts = forecast.history.counts.sum(axis=0) if series is None else forecast.history.counts[series]
    size = 1 if volume.grain == "day" else WEEK
    steps = len(counts) // size
    recent = counts[len(counts) - steps * size :].reshape(steps, size).sum(axis=1)[-_SHOWN_DAYS[volume.grain] // size :]
    first = forecast.history.end - timedelta(days=size * len(recent))
    past = [(first + timedelta(days=size * i), float(value)) for i, value in enumerate(recent.tolist())]
    sides = (volume.expected[row].tolist(), volume.low[row].tolist(), volume.high[row].tolist())
    named = None if series is None else forecast.history.where[series]
    return forecast_chart.build(
        _finding(volume, row, counts, named),
        _MEASURES[volume.grain],
        _TICKETS,
        past,
        list(zip(forecast.days, *sides, strict=True)),
    )


def staffing_sentence(found: Staffing) -> Words:
    """When the queue has doubled, or that it does not."""
    zh, en = _people(found.people)
    queue = found.changed
    days, low, high = queue.doubling_day, queue.doubling_day_low, queue.doubling_day_high
    if days is None:
        return Words(
            f"{found.team}{zh}：{DAYS} 天内积压不会翻倍，负荷 {queue.utilisation:.0%}。",
            f"{found.team} {en}: the queue does not double within {DAYS} days; utilisation {queue.utilisation:.0%}.",
        )
    until = str(high) if high is not None else f">{DAYS}"
    return Words(
        f"{found.team}{zh}：积压 {days} 天后翻倍（{low}–{until} 天），负荷 {queue.utilisation:.0%}。",
        f"{found.team} {en}: the queue doubles in {days} days ({low}–{until}); utilisation {queue.utilisation:.0%}.",
    )


def _finding(volume: Volume, row: int, counts: Floats, where: dict[str, str] | None) -> Words:
    """How the days to come compare with as many days before."""
    days = volume.expected.shape[1] * (1 if volume.grain == "day" else WEEK)
    coming, before = float(volume.expected[row].sum()), float(counts[-days:].sum())
    zh = " · ".join(where.values()) if where else "全部工单"
    en = ", ".join(where.values()) if where else "All tickets"
    if before <= 0:
        return Words(f"{zh}：未来 {days} 天预计 {coming:,.0f} 件", f"{en}: {coming:,.0f} expected in {days} days")
    change = coming / before - 1
    direction = ("增加", "more") if change >= 0 else ("减少", "fewer")
    return Words(
        f"{zh}：未来 {days} 天预计 {coming:,.0f} 件，比前 {days} 天{direction[0]} {abs(change):.0%}",
        f"{en}: {coming:,.0f} expected in {days} days, {abs(change):.0%} {direction[1]} than in the {days} days before",
    )


def _series(volume: Volume, row: int) -> ForecastSeries:
    return ForecastSeries(
        expected=[round(value, 2) for value in volume.expected[row].tolist()],
        low=volume.low[row].tolist(),
        high=volume.high[row].tolist(),
        total=round(float(volume.expected[row].sum()), 1),
    )


def _queue(queue: Queue) -> QueueResponse:
    return QueueResponse(
        backlog=[round(value, 1) for value in queue.backlog.tolist()],
        doubling_day=queue.doubling_day,
        doubling_day_low=queue.doubling_day_low,
        doubling_day_high=queue.doubling_day_high,
        utilisation=round(queue.utilisation, 3),
    )


def _queue_chart(found: Staffing) -> ChartSpec:
    days = [found.first + timedelta(days=i) for i in range(len(found.changed.backlog))]
    sides = (found.changed.backlog, found.changed.low, found.changed.high)
    return forecast_chart.build(
        staffing_sentence(found),
        _QUEUE,
        _TICKETS,
        [(found.first - timedelta(days=1), found.now.backlog)],
        list(zip(days, *(side.tolist() for side in sides), strict=True)),
        benchmark=found.as_is.backlog.tolist(),
        benchmark_words=_AS_NOW,
    )


def _people(people: float) -> tuple[str, str]:
    if people == 0:
        return "人手不变", "with the people of now"
    how = ("减少", "fewer") if people < 0 else ("增加", "more")
    return f"{how[0]} {abs(people):g} 人", f"with {abs(people):g} people {how[1]}"
