"""指标卡: one figure with its change."""

from zhenyin.charts import Chart, ChartSpec, Figures, Series
from zhenyin.charts._formatting import change, figure
from zhenyin.charts._shape import nothing, subtitle
from zhenyin.core.words import Words


def build(given: Figures) -> ChartSpec:
    point = given.points[0] if given.points else None
    values = [point.value] if point else []
    before = [point.moved.before] if point and point.moved else []
    return ChartSpec(
        kind="kpi",
        title=_title(given),
        subtitle=subtitle(given),
        unit=given.unit,
        unit_key=given.unit_key,
        better=given.better,
        x=["now", "before"][: len(values) + len(before)],
        series=[
            Series(
                given.metric,
                given.title,
                [*values, *before],
                [point.low, *([None] * len(before))] if point else [],
                [point.high, *([None] * len(before))] if point else [],
            )
        ],
    )


def _title(given: Figures) -> Words:
    point = given.points[0] if given.points else None
    if point is None or point.value is None:
        return nothing(given)
    value = figure(point.value, given)
    zh, en = f"{given.title.zh} {value.zh}", f"{given.title.en} {value.en}"
    if point.moved is None:
        return Words(zh, en)
    words = change(point.moved, given)
    if words is None:
        return Words(f"{zh}，变化在正常波动内", f"{en}, the change is within chance")
    return Words(f"{zh}，{words.zh}", f"{en}, {words.en}")


CHART = Chart(Words("指标卡", "Figure"), build, lambda given: not given.cuts)
