"""地图: on paper the places stand in a ranking, the largest first; those that are worse are marked and red."""

from zhenyin.charts import ChartSpec
from zhenyin.core.words import Language, Words
from zhenyin.report.pictures import _canvas as ink
from zhenyin.report.pictures._rows import Row, draw_rows

_WORSE = Words("▲ 较差", "▲ worse")


def draw(spec: ChartSpec, language: Language) -> str:
    ranked = sorted((c for c in spec.cells if c.value is not None), key=lambda c: -(c.value or 0))
    rows = [
        Row(
            f"{c.x} {_WORSE.into(language)}" if c.assessment == "worse" else c.x, c.value or 0.0, ink=_ink(c.assessment)
        )
        for c in ranked
    ]
    return draw_rows(spec, rows, language)


def _ink(assessment: str) -> str:
    return ink.WORSE if assessment == "worse" else ink.BAR


DRAW = draw
