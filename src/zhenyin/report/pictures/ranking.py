"""排行: largest first."""

from zhenyin.charts import ChartSpec
from zhenyin.core.words import Language
from zhenyin.report.pictures._rows import UNKNOWN, Row, draw_rows


def draw(spec: ChartSpec, language: Language) -> str:
    if not spec.series:
        return ""
    line = spec.series[0]
    edges = [line.low or [None] * len(line.values), line.high or [None] * len(line.values)]
    each = zip(spec.x, line.values, *edges, strict=True)
    rows = [Row(name or UNKNOWN.into(language), v, low, high) for name, v, low, high in each if v is not None]
    return draw_rows(spec, rows, language)


DRAW = draw
