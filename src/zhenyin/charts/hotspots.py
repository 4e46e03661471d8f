"""热点: pairs of two cuts against a third, such as product and fault by region: where is a pair more common than elsewhere?"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from scipy.special import pdtrc

from zhenyin.charts import Chart, ChartSpec, Figures, HeatCell, Point
from zhenyin.charts._formatting import number
from zhenyin.charts._shape import label, nothing, subtitle
from zhenyin.core.arrays import Floats, Mask
from zhenyin.core.words import Words
from zhenyin.stats.multiple import q_values

MAX_ROWS, MAX_COLUMNS = 12, 34
FALSE = 0.01
"""The share of what is called a hot spot that may be chance."""
AND = " · "
"""Between the two values that a row is named by."""


def build(given: Figures) -> ChartSpec:
    """Counts of pairs by a third cut; hot are those above what pair and column lead to expect, beyond chance.

    Source: Poisson tails against the product of the margins; Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical
    Society B 57 (1995), over all cells.
    """
    points = [p for p in given.points if p.value is not None and None not in p.at]
    if not points:
        return ChartSpec("heat", nothing(given), subtitle(given), given.unit)
    expected = _expected(points)
    hot = _hot(points, expected) if given.better == "lower" else np.zeros(len(points), bool)
    rows, columns = _rows(points, hot, expected), _columns(points)
    cells = [
        HeatCell(label(p.at[2]), _pair(p), p.value, p.n, "worse" if is_hot else "same")
        for p, is_hot in zip(points, hot, strict=True)
        if _pair(p) in rows and label(p.at[2]) in columns
    ]
    return ChartSpec(
        kind="heat",
        title=_title(points, hot, expected),
        subtitle=subtitle(given),
        unit=given.unit,
        unit_key=given.unit_key,
        better=given.better,
        x=columns,
        y=rows,
        cells=cells,
    )


def _pair(point: Point) -> str:
    return f"{label(point.at[0])}{AND}{label(point.at[1])}"


def _expected(points: Sequence[Point]) -> Floats:
    """Counts if a pair were spread over the third cut as everything is, float [points]."""
    pairs: dict[str, float] = defaultdict(float)
    columns: dict[str | None, float] = defaultdict(float)
    for p in points:
        pairs[_pair(p)] += p.value or 0
        columns[p.at[2]] += p.value or 0
    whole = sum(columns.values()) or 1
    return np.array([pairs[_pair(p)] * columns[p.at[2]] / whole for p in points])


def _hot(points: Sequence[Point], expected: Floats) -> Mask:
    seen = np.array([p.value or 0 for p in points])
    hot: Mask = q_values(np.where(seen > 0, pdtrc(np.maximum(seen - 1, 0), expected), 1.0)) < FALSE
    return hot


def _rows(points: Sequence[Point], hot: Mask, expected: Floats) -> list[str]:
    """The pairs with most above what was expected in hot spots first, then the most frequent."""
    above: dict[str, float] = defaultdict(float)
    counts: dict[str, float] = defaultdict(float)
    for p, is_hot, mean in zip(points, hot, expected, strict=True):
        counts[_pair(p)] += p.value or 0
        above[_pair(p)] += (p.value or 0) - mean if is_hot else 0
    return sorted(counts, key=lambda row: (-above[row], -counts[row]))[:MAX_ROWS]


def _columns(points: Sequence[Point]) -> list[str]:
    counts: dict[str, float] = defaultdict(float)
    for p in points:
        counts[label(p.at[2])] += p.value or 0
    return sorted(counts, key=lambda column: -counts[column])[:MAX_COLUMNS]


def _title(points: Sequence[Point], hot: Mask, expected: Floats) -> Words:
    if not hot.any():
        return Words("没有哪个地区的组合超出偶然", "No pair is more common anywhere than chance explains")
    above = np.where(hot, [p.value or 0 for p in points] - expected, -np.inf)
    most = points[int(above.argmax())]
    value, mean_text, place = number(most.value or 0), number(float(expected[int(above.argmax())])), label(most.at[2])
    others = int(hot.sum()) - 1
    return Words(
        f"{_pair(most)} 在{place}最突出：{value}，推算约 {mean_text}" + (f"；另有 {others} 处热点" if others else ""),
        f"{_pair(most)} stands out in {place}: {value}, expected about {mean_text}"
        + (f"; {others} more hot spots" if others else ""),
    )


CHART = Chart(
    Words("热点矩阵", "Hot-spot matrix"),
    build,
    lambda given: given.is_count and given.grain is None and len(given.cuts) == 3,
)
