"""柱状: in the order of the cut; a dark line stands where the figure was before."""

from zhenyin.charts import ChartSpec
from zhenyin.core.words import Language
from zhenyin.report.pictures._rows import UNKNOWN, Row, draw_rows


def draw(spec: ChartSpec, language: Language) -> str:
    if not spec.series:
        return ""
    now, before = spec.series[0], (spec.series[1].values if len(spec.series) > 1 else [None] * len(spec.x))
    each = zip(spec.x, now.values, before, strict=True)
    rows = [Row(name or UNKNOWN.into(language), v, before=earlier) for name, v, earlier in each if v is not None]
    return draw_rows(spec, rows, language)


DRAW = draw
