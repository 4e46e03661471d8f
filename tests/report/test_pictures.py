"""Pictures: bars begin at zero, the unfinished is dashed, red is for worse alone."""

import re

import pytest

from zhenyin.charts import Band, ChartSpec, HeatCell, Mark, Series
from zhenyin.core.words import Words
from zhenyin.report.pictures import PICTURES, _canvas, svg
from zhenyin.report.pictures._scale import scale

TITLE, NAME = Words("标题", "title"), Words("实际", "observed")
WEEKS = ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"]


def spec(kind: str, **more: object) -> ChartSpec:
    return ChartSpec(kind=kind, title=TITLE, subtitle=TITLE, unit=TITLE, **more)


def test_bars_begin_at_zero_however_large_the_values_are() -> None:
    axis = scale([98.0, 99.0], 0, 100, from_zero=True)
    assert (axis.low, axis(0)) == (0, 0)
    picture = svg(spec("ranking", x=["a", "b"], series=[Series("m", NAME, [100.0, 50.0])]), "zh") or ""
    wide, narrow = (float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', picture))
    assert wide / narrow == pytest.approx(2.0, rel=0.01)


def test_what_is_unfinished_is_dashed() -> None:
    line = Series("m", NAME, [1.0, 2.0, 3.0, 1.0], dashed_from=3)
    assert "stroke-dasharray" in (svg(spec("trend", x=WEEKS, series=[line]), "zh") or "")
    whole = Series("m", NAME, [1.0, 2.0, 3.0, 1.0])
    assert "stroke-dasharray" not in (svg(spec("trend", x=WEEKS, series=[whole]), "zh") or "")


@pytest.mark.parametrize(("better", "red"), [("lower", 1), ("higher", 0), ("none", 0)])
def test_red_is_for_worse_and_not_for_up(better: str, red: int) -> None:
    given = {
        "x": WEEKS,
        "series": [Series("m", NAME, [5.0, 5.0, 5.0, 20.0])],
        "band": Band([3.0] * 4, [7.0] * 4),
        "marks": [Mark(WEEKS[2], NAME, "onset")],
    }
    picture = svg(spec("signal", better=better, **given), "zh") or ""
    assert picture.count(_canvas.WORSE) == red


def test_a_worse_cell_of_a_matrix_has_a_sign_beside_its_colour() -> None:
    cells = [HeatCell("a", "r", 9.0, 9, "worse"), HeatCell("b", "r", 2.0, 2)]
    picture = svg(spec("heat", x=["a", "b"], y=["r"], cells=cells), "zh") or ""
    assert "▲9" in picture
    assert "▲2" not in picture


@pytest.mark.parametrize("kind", list(PICTURES))
def test_a_chart_without_anything_gives_no_picture(kind: str) -> None:
    assert svg(spec(kind), "zh") is None


@pytest.mark.parametrize("kind", ["kpi", "table"])
def test_a_figure_is_not_drawn(kind: str) -> None:
    assert svg(spec(kind, x=["now"], series=[Series("m", NAME, [1.0])]), "zh") is None
