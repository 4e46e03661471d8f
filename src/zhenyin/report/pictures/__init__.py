"""Shelf: one kind of chart per file, drawn as SVG for what is printed. The file's name is the kind of the ChartSpec.

Texts of data are escaped where they enter the picture, in `_canvas.py` and nowhere else.
"""

from collections.abc import Callable

from zhenyin.charts import ChartSpec
from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Language, Words

Draw = Callable[[ChartSpec, Language], str]

PICTURES: Shelf[Draw] = Shelf("zhenyin.report.pictures", "DRAW", Words("图片", "picture"))


def svg(spec: ChartSpec, language: Language) -> str | None:
    """The picture as an `<svg>` element; None for a chart that is not drawn on paper or has nothing to draw."""
    return (PICTURES[spec.kind](spec, language) or None) if spec.kind in PICTURES else None
