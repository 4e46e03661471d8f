"""趋势: a figure over time; the title says where the last whole bucket left the range before, or where it goes."""

from zhenyin.charts import Chart, ChartSpec, Figures, Series
from zhenyin.charts._formatting import bucket, buckets, figure, percent
from zhenyin.charts._shape import lines, nothing, subtitle
from zhenyin.charts._trend import Departure, MonotoneTrend, departure, monotone_trend
from zhenyin.core.words import Words


def build(given: Figures) -> ChartSpec:
    x, series = lines(given)
    return ChartSpec(
        kind="trend",
        title=_title(given, x, series),
        subtitle=subtitle(given),
        unit=given.unit,
        unit_key=given.unit_key,
        better=given.better,
        x=x,
        series=series,
    )


def _title(given: Figures, x: list[str], series: list[Series]) -> Words:
    departures = [departed for line in series if (departed := departure(line))]
    if not departures:
        known = [(i, v) for line in series[:1] for i, v in enumerate(line.values) if v is not None]
        return _last(given, x, known[-1]) if known else nothing(given)
    most = max(departures, key=lambda departed: departed.standard_scores)
    if most.outside:
        return _departed(given, x, most)
    trends = [trend for line in series if (trend := monotone_trend(line))]
    if trends:
        return _goes(given, max(trends, key=lambda trend: abs(trend.last - trend.first)))
    baseline = figure(departures[0].baseline, given)
    return Words(
        f"{given.title.zh}近期在正常波动内，平均 {baseline.zh}",
        f"{given.title.en} is within its expected range, {baseline.en} on average",
    )


def _departed(given: Figures, x: list[str], departed: Departure) -> Words:
    when, value, who = bucket(x[departed.place], given.grain), figure(departed.value, given), departed.series.name
    up = departed.value > departed.baseline
    by = percent(abs(departed.value / departed.baseline - 1)) if departed.baseline > 0 else value.zh
    before = buckets(departed.buckets, given.grain)
    return Words(
        f"{who.zh}：{when.zh}为 {value.zh}，比前 {before.zh}平均{'高' if up else '低'} {by}，超出正常波动",
        f"{who.en}: {value.en} in {when.en}, {by} {'above' if up else 'below'} the mean of the {before.en} before",
    )


def _goes(given: Figures, trend: MonotoneTrend) -> Words:
    first, last, who = figure(trend.first, given), figure(trend.last, given), trend.series.name
    up = trend.last > trend.first
    long = buckets(trend.buckets, given.grain)
    goes = ("上升" if up else "下降", "rising" if up else "falling")
    if trend.unbroken:
        return Words(
            f"{who.zh}连续 {long.zh}{goes[0]}：从 {first.zh} 到 {last.zh}",
            f"{who.en}: {goes[1]} in each of {long.en}, from {first.en} to {last.en}",
        )
    return Words(
        f"{who.zh} {long.zh}来总体{goes[0]}：从 {first.zh} 到 {last.zh}",
        f"{who.en}: {goes[1]} on the whole over {long.en}, from {first.en} to {last.en}",
    )


def _last(given: Figures, x: list[str], last: tuple[int, float]) -> Words:
    when, value = bucket(x[last[0]], given.grain), figure(last[1], given)
    return Words(
        f"{given.title.zh}：{when.zh}为 {value.zh}，历史太短，无法判断变化",
        f"{given.title.en}: {value.en} in {when.en}; too little history to tell a change",
    )


CHART = Chart(Words("趋势", "Trend"), build, lambda given: given.grain is not None)
"""It draws whatever has a grain."""
