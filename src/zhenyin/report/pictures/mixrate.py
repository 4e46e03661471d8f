"""结构与同类: the whole difference, and the two parts that add up to it."""

from zhenyin.charts import ChartSpec
from zhenyin.core.words import Language, Words
from zhenyin.report.pictures import _canvas as ink
from zhenyin.report.pictures._rows import Row, draw_rows

_NAMES = (Words("总差别", "Difference"), Words("结构不同", "Mix"), Words("同类工单", "Like tickets"))


def draw(spec: ChartSpec, language: Language) -> str:
    if not spec.series:
        return ""
    each = zip(_NAMES, spec.series[0].values, (ink.SECONDARY, ink.BAR, ink.BAR), strict=True)
    rows = [Row(name.into(language), v, ink=colour) for name, v, colour in each if v is not None]
    return draw_rows(spec, rows, language)


DRAW = draw
