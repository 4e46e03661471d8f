"""帕累托: what most of the whole comes from, largest first, with the running share."""

from itertools import accumulate

from zhenyin.charts import Chart, ChartSpec, Figures, Series
from zhenyin.charts._shape import label, subtitle
from zhenyin.core.words import Words

MOST = 0.8


def build(given: Figures) -> ChartSpec:
    ranked = sorted((p for p in given.points if p.value), key=lambda p: -(p.value or 0))
    values = [p.value or 0.0 for p in ranked]
    whole = sum(values) or 1.0
    running = [part / whole for part in accumulate(values)]
    few = next((n for n, share in enumerate(running, start=1) if share >= MOST), len(running))
    return ChartSpec(
        kind="pareto",
        title=_finding(given, few, len(ranked)),
        subtitle=subtitle(given),
        unit=given.unit,
        unit_key=given.unit_key,
        better=given.better,
        x=[" · ".join(label(part) for part in p.at) for p in ranked],
        series=[
            Series(given.metric, given.title, list(values)),
            Series("running", Words("累计占比", "Running share"), list(running)),
        ],
    )


def _finding(given: Figures, few: int, number: int) -> Words:
    if number == 0:
        return Words(f"{given.title.zh}：没有数据", f"{given.title.en}: no data")
    return Words(
        f"{number} 项中的 {few} 项占{given.title.zh}的 80%",
        f"{few} of {number} make up 80 % of {given.title.en.lower()}",
    )


CHART = Chart(
    Words("帕累托图", "Pareto"), build, lambda given: given.grain is None and len(given.cuts) == 1 and given.is_count
)
