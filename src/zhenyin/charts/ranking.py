"""排行: a figure by one cut, largest first; the title names who stands out, if anybody does."""

from zhenyin.charts import Chart, ChartSpec, Figures, Series
from zhenyin.charts._finding import of_ranking
from zhenyin.charts._shape import label, subtitle
from zhenyin.core.words import Words


def build(given: Figures) -> ChartSpec:
    ranked = sorted((p for p in given.points if p.value is not None), key=lambda p: -(p.value or 0))
    series = Series(
        key=given.metric,
        name=given.title,
        values=[p.value for p in ranked],
        low=[p.low for p in ranked],
        high=[p.high for p in ranked],
    )
    missing = len(given.points) - len(ranked)
    return ChartSpec(
        kind="ranking",
        title=of_ranking(given),
        subtitle=subtitle(given),
        unit=given.unit,
        unit_key=given.unit_key,
        better=given.better,
        x=[" · ".join(label(part) for part in p.at) for p in ranked],
        series=[series],
        note=Words(f"{missing} 项未知", f"{missing} unknown") if missing else None,
    )


CHART = Chart(Words("排行", "Ranking"), build, lambda given: given.grain is None and len(given.cuts) >= 1)
