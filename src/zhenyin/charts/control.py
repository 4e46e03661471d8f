"""控制图: the weekly counts of a signal on the classic control charts, beside the scan: u, Laney u', EWMA, CUSUM."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from zhenyin.charts import Band, Chart, ChartSpec, Mark, Series
from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.stats import control_charts as charts
from zhenyin.stats.control_charts import SIGMAS

WEIGHT = 0.2
"""Of the newest week in EWMA."""
SLACK, DECISION = 0.5, 5.0
"""Of CUSUM, in sigmas: for changes of one sigma, with a false alarm in about 470 weeks without a change."""
_TICKETS, _SIGMAS = Words("件", "tickets"), Words("σ", "σ")


@dataclass(frozen=True, slots=True)
class _ControlChart:
    """What a chart shows: statistic, centre line and control limits, float [weeks] each; unit of its figures."""

    value: Floats
    centre: Floats
    low: Floats
    high: Floats
    unit: Words


def build(
    method: str, weeks: Sequence[date], observed: Sequence[float], baseline: Sequence[float], since: date
) -> ChartSpec:
    """One of `METHODS`. observed, baseline: counts by week (or day); the baseline is what season and exposure led to expect.

    Raises KeyError for another method.

    >>> from datetime import timedelta
    >>> weeks = [date(2026, 1, 5) + timedelta(weeks=i) for i in range(4)]
    >>> build("u", weeks, [9, 11, 10, 30], [10, 10, 10, 10], weeks[3]).title.en
    'u chart: above its limit for 1 of 4, first on 2026-01-26'
    """
    words, statistic = METHODS[method]
    chart = statistic(np.asarray(observed, dtype=np.float64), np.maximum(np.asarray(baseline, dtype=np.float64), 1e-9))
    return ChartSpec(
        kind="signal",
        title=_title(words, weeks, chart),
        subtitle=_ABOUT[method],
        unit=chart.unit,
        better="lower",
        x=[week.isoformat() for week in weeks],
        series=[
            Series("observed", words, _rounded(chart.value)),
            Series("baseline", Words("中线", "Centre"), _rounded(chart.centre), muted=True),
        ],
        marks=[Mark(since.isoformat(), Words("开始偏离", "Out of line"), "onset")],
        band=Band(_rounded(chart.low), _rounded(chart.high)),
    )


def _title(words: Words, weeks: Sequence[date], chart: _ControlChart) -> Words:
    above = np.flatnonzero(chart.value > chart.high)
    if not len(above):
        return Words(f"{words.zh}：没有越过上限", f"{words.en}: never above its limit")
    first = weeks[int(above[0])].isoformat()
    return Words(
        f"{words.zh}：{len(weeks)} 个点中有 {len(above)} 个越过上限，最早在 {first}",
        f"{words.en}: above its limit for {len(above)} of {len(weeks)}, first on {first}",
    )


def _u(observed: Floats, baseline: Floats) -> _ControlChart:
    return _counts(charts.u_chart(observed, baseline, np.ones(1)), baseline)


def _laney(observed: Floats, baseline: Floats) -> _ControlChart:
    return _counts(charts.laney_chart(observed, baseline, np.ones(1)), baseline)


def _counts(chart: charts.Chart, baseline: Floats) -> _ControlChart:
    """A chart of rates as one of counts, which is what people know the weeks by."""
    return _ControlChart(chart.value * baseline, baseline, chart.low * baseline, chart.high * baseline, _TICKETS)


def _ewma(observed: Floats, baseline: Floats) -> _ControlChart:
    level = charts.ewma(observed - baseline, WEIGHT)
    reach = SIGMAS * np.sqrt(charts.ewma_variance(baseline, WEIGHT))
    return _ControlChart(level, np.zeros(len(level)), -reach, reach, _TICKETS)


def _cusum(observed: Floats, baseline: Floats) -> _ControlChart:
    level = charts.cusum((observed - baseline) / np.sqrt(baseline) - SLACK)
    nothing = np.zeros(len(level))
    return _ControlChart(level, nothing, nothing, nothing + DECISION, _SIGMAS)


def _rounded(values: Floats) -> list[float | None]:
    return [round(float(value), 2) for value in values]


METHODS: dict[str, tuple[Words, Callable[[Floats, Floats], _ControlChart]]] = {
    "u": (Words("u 图", "u chart"), _u),
    "laney": (Words("Laney u′ 图", "Laney u′ chart"), _laney),
    "ewma": (Words("EWMA 图", "EWMA chart"), _ewma),
    "cusum": (Words("CUSUM 图", "CUSUM chart"), _cusum),
}
_ABOUT = {
    "u": Words("实际件数与 3σ 界限；界限只按偶然波动", "Counts and limits of 3 σ, for chance alone"),
    "laney": Words("界限按各点的实际波动放宽", "Limits as wide as the points really vary"),
    "ewma": Words(
        "实际减预期的加权平均，最近一点权重 0.2", "Weighted mean of observed minus expected, the newest weighing 0.2"
    ),
    "cusum": Words(
        "超出预期 0.5σ 的部分逐点累积，到 5σ 报警", "What exceeds the expected by 0.5 σ, added up; alarms at 5 σ"
    ),
}
CHART = Chart(Words("控制图", "Control chart"), build)
"""It takes the weeks of one slice, not figures, and is built by name."""
