"""趋势: a figure over time; the title says whether the last whole bucket left the range of those before."""

from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from zhenyin.charts import Chart, ChartSpec, Figures, Series
from zhenyin.charts._say import bucket, figure, percent
from zhenyin.charts._shape import lines, nothing, subtitle
from zhenyin.core.words import Words

_BEFORE = 12
_LEAST = 4
# Student's t at 97.5 % for 3 to 11 degrees of freedom: how far one more value strays from that many.
_T = {3: 3.18, 4: 2.78, 5: 2.57, 6: 2.45, 7: 2.36, 8: 2.31, 9: 2.26, 10: 2.23, 11: 2.20}


@dataclass(frozen=True, slots=True)
class _Left:
    """The last whole bucket of a series against those before: by how much of its usual spread it strayed."""

    series: Series
    place: int
    value: float
    usual: float
    buckets: int
    strayed: float

    @property
    def outside(self) -> bool:
        return self.strayed > 1


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
    told = [left for line in series if (left := _against_before(line))]
    if not told:
        known = [(i, v) for line in series[:1] for i, v in enumerate(line.values) if v is not None]
        return _last(given, x, known[-1]) if known else nothing(given)
    most = max(told, key=lambda left: left.strayed)
    when = bucket(x[most.place], given.grain)
    who = most.series.name
    value = figure(most.value, given)
    if not most.outside:
        usual = figure(told[0].usual, given)
        return Words(
            f"{given.title.zh}近期在正常波动内，平均 {usual.zh}",
            f"{given.title.en} is within its usual range, {usual.en} on average",
        )
    up = most.value > most.usual
    by = percent(abs(most.value / most.usual - 1)) if most.usual > 0 else value.zh
    return Words(
        f"{who.zh}：{when.zh}为 {value.zh}，比前 {most.buckets} 期平均{'高' if up else '低'} {by}，超出正常波动",
        f"{who.en}: {value.en} in {when.en}, {by} {'above' if up else 'below'} the mean of {most.buckets} before",
    )


def _last(given: Figures, x: list[str], last: tuple[int, float]) -> Words:
    when, value = bucket(x[last[0]], given.grain), figure(last[1], given)
    return Words(
        f"{given.title.zh}：{when.zh}为 {value.zh}，历史太短，无法判断变化",
        f"{given.title.en}: {value.en} in {when.en}; too little history to tell a change",
    )


def _against_before(line: Series) -> _Left | None:
    """None while there are too few whole buckets. The interval of the figure itself must leave the mean as well."""
    whole = len(line.values) if line.dashed_from is None else line.dashed_from
    known = [(i, v) for i, v in enumerate(line.values[:whole]) if v is not None]
    if len(known) <= _LEAST:
        return None
    (place, value), before = known[-1], [v for _, v in known[-1 - _BEFORE : -1]]
    usual, k = fmean(before), len(before)
    reach = _T[k - 1] * stdev(before) * sqrt(1 + 1 / k)
    low, high = line.low[place], line.high[place]
    own = (usual - low if value < usual else high - usual) if low is not None and high is not None else 0.0
    chance = low is not None and high is not None and low <= usual <= high
    distance = abs(value - usual)
    strayed = 0.0 if chance or not distance else distance / max(reach, 1e-12)
    return _Left(line, place, value, usual, k, min(strayed, distance / max(own, 1e-12) if own else strayed, 1e6))


CHART = Chart(Words("趋势", "Trend"), build, lambda given: given.grain is not None)
