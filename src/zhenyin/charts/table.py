"""表格: the figures as they are."""

from zhenyin.charts import Chart, ChartSpec, Figures, Series
from zhenyin.charts._shape import label, subtitle
from zhenyin.core.words import Words


def build(given: Figures) -> ChartSpec:
    points = given.points
    return ChartSpec(
        kind="table",
        title=given.title,
        subtitle=subtitle(given),
        unit=given.unit,
        unit_key=given.unit_key,
        better=given.better,
        x=[" · ".join(label(part) for part in p.at) for p in points],
        series=[
            Series(
                given.metric, given.title, [p.value for p in points], [p.low for p in points], [p.high for p in points]
            )
        ],
    )


CHART = Chart(Words("表格", "Table"), build, lambda _given: True)
