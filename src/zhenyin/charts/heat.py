"""热力图: a figure by two cuts; the title names the pair that stands out most."""

from scipy.special import pdtr, pdtrc

from zhenyin.charts import Assessment, Chart, ChartSpec, Figures, HeatCell, Point
from zhenyin.charts._formatting import figure, name, number
from zhenyin.charts._shape import label, nothing, subtitle
from zhenyin.core.words import Words

At = tuple[str | None, ...]
MAX_ROWS = 30
_CHANCE = 0.001


def build(given: Figures) -> ChartSpec:
    points = [p for p in given.points if p.value is not None]
    sides = [_largest(points, side) for side in (0, 1)]
    shown = [p for p in points if label(p.at[0]) in sides[0] and label(p.at[1]) in sides[1]]
    expected = _expected(points) if given.is_count else {}
    assessment = {p.at: _assessed(p, expected, given) for p in shown}
    return ChartSpec(
        kind="heat",
        title=_title(given, shown, expected, assessment),
        subtitle=subtitle(given),
        unit=given.unit,
        unit_key=given.unit_key,
        better=given.better,
        x=sides[1],
        y=sides[0],
        cells=[HeatCell(label(p.at[1]), label(p.at[0]), p.value, p.n, assessment[p.at]) for p in shown],
    )


def _largest(points: list[Point], side: int) -> list[str]:
    rows: dict[str, int] = {}
    for p in points:
        rows[label(p.at[side])] = rows.get(label(p.at[side]), 0) + p.n
    return sorted(rows, key=lambda row: -rows[row])[:MAX_ROWS]


def _expected(points: list[Point]) -> dict[At, float]:
    """What a count would be if both cuts had nothing to do with each other: row sum times column sum over all."""
    rows: dict[str | None, float] = {}
    columns: dict[str | None, float] = {}
    for p in points:
        rows[p.at[0]] = rows.get(p.at[0], 0) + (p.value or 0)
        columns[p.at[1]] = columns.get(p.at[1], 0) + (p.value or 0)
    whole = sum(rows.values()) or 1
    return {p.at: rows[p.at[0]] * columns[p.at[1]] / whole for p in points}


def _assessed(point: Point, expected: dict[At, float], given: Figures) -> Assessment:
    """Against the whole; a count against what its row and column lead to expect, with little room for chance."""
    if not expected:
        return point.assessment
    if given.better == "none":
        return "unknown"
    mean, value = expected[point.at], point.value or 0
    more, less = pdtrc(value - 1, mean) < _CHANCE, pdtr(value, mean) < _CHANCE
    if not more and not less:
        return "same"
    return "worse" if more == (given.better == "lower") else "better"


def _title(given: Figures, shown: list[Point], expected: dict[At, float], assessment: dict[At, Assessment]) -> Words:
    if not shown:
        return nothing(given)
    worse = [p for p in shown if assessment[p.at] == "worse" and None not in p.at]
    if not worse:
        return Words("没有哪个组合明显突出", "No combination stands out")
    whole = given.total.value if given.total and given.total.value else 0.0
    most = max(worse, key=lambda p: abs((p.value or 0) - expected.get(p.at, whole)) * (1 if expected else p.n))
    pair = [name(part) for part in most.at]
    value = figure(most.value or 0, given)
    zh, en = f"{pair[0].zh} × {pair[1].zh}最突出：{value.zh}", f"{pair[0].en} × {pair[1].en} stands out: {value.en}"
    if expected:
        expected_text = number(expected[most.at])
        return Words(
            f"{zh}，按行列推算约 {expected_text}", f"{en}, where rows and columns lead to expect {expected_text}"
        )
    return Words(f"{zh}，总体 {number(whole, given.unit_key)}", f"{en}, {number(whole, given.unit_key)} on the whole")


CHART = Chart(Words("热力图", "Heat matrix"), build, lambda given: given.grain is None and len(given.cuts) == 2)
