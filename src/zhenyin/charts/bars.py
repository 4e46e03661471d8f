"""柱状: a figure by one cut in the cut's own order, beside the span before where there is one."""

from zhenyin.charts import Chart, ChartSpec, Figures, Series
from zhenyin.charts._finding import of_ranking
from zhenyin.charts._shape import label, subtitle
from zhenyin.core.words import Words


def build(given: Figures) -> ChartSpec:
    points = given.points
    now = Series(
        given.metric, given.title, [p.value for p in points], [p.low for p in points], [p.high for p in points]
    )
    before = Series(
        "before", Words("对比期", "Compared with"), [p.moved.before if p.moved else None for p in points], muted=True
    )
    return ChartSpec(
        kind="bars",
        title=of_ranking(given),
        subtitle=subtitle(given),
        unit=given.unit,
        unit_key=given.unit_key,
        better=given.better,
        x=[" · ".join(label(part) for part in p.at) for p in points],
        series=[now, before] if any(p.moved for p in points) else [now],
    )


CHART = Chart(Words("柱状图", "Bars"), build, lambda given: given.grain is None and len(given.cuts) >= 1)
