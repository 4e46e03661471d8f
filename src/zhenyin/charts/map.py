"""地图: a figure by province."""

from zhenyin.charts import Chart, ChartSpec, Figures, HeatCell
from zhenyin.charts._finding import of_ranking
from zhenyin.charts._shape import label, subtitle
from zhenyin.core.words import Words


def build(given: Figures) -> ChartSpec:
    unplaced = sum(p.n for p in given.points if p.at[0] is None)
    return ChartSpec(
        kind="map",
        title=of_ranking(given),
        subtitle=subtitle(given),
        unit=given.unit,
        unit_key=given.unit_key,
        better=given.better,
        x=[label(p.at[0]) for p in given.points if p.at[0]],
        cells=[HeatCell(label(p.at[0]), "", p.value, p.n, p.assessment) for p in given.points if p.at[0]],
        note=Words(f"另有 {unplaced:,} 件省份未知", f"{unplaced:,} more without a province") if unplaced else None,
    )


CHART = Chart(
    Words("地图", "Map"), build, lambda given: given.grain is None and [key for key, _ in given.cuts] == ["province"]
)
