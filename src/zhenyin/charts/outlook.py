"""预测: what came, what is to come, and the range in which it will lie."""

from collections.abc import Sequence
from datetime import date

from zhenyin.charts import Band, Chart, ChartSpec, Number, Series
from zhenyin.core.words import Words


def build(
    finding: Words,
    measure: Words,
    unit: tuple[str, Words],
    past: Sequence[tuple[date, float]],
    ahead: Sequence[tuple[date, float, float, float]],
    *,
    benchmark: Sequence[float] = (),
    benchmark_words: Words | None = None,
) -> ChartSpec:
    """past: first days with their figures; ahead: first days with forecast, low and high. Both in order, past first.

    benchmark: another forecast of the same days, drawn in grey under its own words.
    """
    seen: list[Number] = [round(v, 1) for _, v in past]
    nothing: list[Number] = [None] * len(past)
    later: list[Number] = [None] * len(ahead)
    joined = nothing[:-1] + seen[-1:]
    series = [
        Series("observed", Words("实际", "Observed"), seen + later),
        Series("forecast", Words("预测", "Forecast"), joined + [round(v, 1) for _, v, _, _ in ahead], dashed_from=0),
    ]
    if benchmark_words is not None and len(benchmark):
        series.append(Series("benchmark", benchmark_words, nothing + [round(v, 1) for v in benchmark], muted=True))
    return ChartSpec(
        kind="signal",
        title=finding,
        subtitle=measure,
        unit=unit[1],
        unit_key=unit[0],
        better="lower",
        x=[day.isoformat() for day, *_ in past] + [day.isoformat() for day, *_ in ahead],
        series=series,
        band=Band(nothing + [round(v, 1) for *_, v, _ in ahead], nothing + [round(v, 1) for *_, v in ahead]),
    )


CHART = Chart(Words("预测", "Forecast"), build)
"""It takes a forecast, not figures, and is built by name."""
