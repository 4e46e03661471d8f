"""在保月龄: the share of units that fails in each month in service, beside that of others and the fitted one."""

from collections.abc import Sequence

from zhenyin.charts import Band, Chart, ChartSpec, Mark, Series
from zhenyin.core.words import Words

_MEASURE = Words(
    "各在保月龄的月故障率（首次故障，95% 区间）", "Monthly rate of first failures by months in service (95 % interval)"
)
_UNIT = Words("占比", "share")


def build(
    finding: Words,
    rate: Sequence[float | None],
    low: Sequence[float | None],
    high: Sequence[float | None],
    *,
    others: Sequence[float | None] = (),
    fitted: Sequence[float | None] = (),
    limit: float | None = None,
    onset: int | None = None,
) -> ChartSpec:
    """Shares by age, from the month of shipping on; None where nothing was at risk. `limit`: a share that is allowed."""
    series = [Series("observed", Words("实际", "Observed"), _rounded(rate))]
    if fitted:
        series.append(Series("fitted", Words("拟合", "Fitted"), _rounded(fitted), muted=True))
    if others:
        series.append(Series("others", Words("其他", "Others"), _rounded(others), muted=True))
    if limit is not None:
        words = Words(f"上限 {limit:.0%}", f"Limit {limit:.0%}")
        series.append(Series("limit", words, _rounded([limit] * len(rate)), muted=True))
    marks = [Mark(str(onset), Words("开始失效", "Begins to fail"), "onset")] if onset is not None else []
    return ChartSpec(
        kind="signal",
        title=finding,
        subtitle=_MEASURE,
        unit=_UNIT,
        unit_key="ratio",
        better="lower",
        x=[str(age) for age in range(len(rate))],
        series=series,
        marks=marks,
        band=Band(_rounded(low), _rounded(high)),
    )


def _rounded(shares: Sequence[float | None]) -> list[float | None]:
    return [None if share is None else round(share, 5) for share in shares]


CHART = Chart(Words("在保月龄", "Months in service"), build)
"""It takes a life table, not figures, and is built by name."""
