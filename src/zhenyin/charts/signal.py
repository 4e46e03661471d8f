"""预警: the slice week by week, its baseline with the range of chance, and where it left it."""

from collections.abc import Sequence
from datetime import date

from zhenyin.charts import Band, Chart, ChartSpec, Mark, Series
from zhenyin.core.words import Words

_WEEKLY = Words("每周工单数", "Tickets a week")
_DAILY = Words("每天工单数", "Tickets a day")
_UNIT = Words("件", "tickets")


def build(
    finding: Words,
    weeks: Sequence[date],
    values: Sequence[float],
    baseline: Sequence[float],
    margin: Sequence[float],
    since: date,
    daily: bool = False,
) -> ChartSpec:
    """One figure for each week (or day): observed, baseline, and the margin within which chance moves it."""
    low = [max(u - s, 0.0) for u, s in zip(baseline, margin, strict=True)]
    high = [u + s for u, s in zip(baseline, margin, strict=True)]
    return ChartSpec(
        kind="signal",
        title=finding,
        subtitle=_DAILY if daily else _WEEKLY,
        unit=_UNIT,
        unit_key="tickets",
        better="lower",
        x=[week.isoformat() for week in weeks],
        series=[
            Series("observed", Words("实际", "Observed"), list(values)),
            Series("baseline", Words("按历史应有", "Usual"), [round(u, 1) for u in baseline], muted=True),
        ],
        marks=[Mark(since.isoformat(), Words("开始偏离", "Out of line"), "onset")],
        band=Band([round(x, 1) for x in low], [round(x, 1) for x in high]),
    )


CHART = Chart(Words("预警", "Signal"), build)
"""It takes weeks of one slice, not figures, and is built by name."""
