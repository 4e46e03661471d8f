"""From figures to the arrays of a chart."""

from zhenyin.charts import Figures, Point, Series
from zhenyin.charts._formatting import UNKNOWN, name
from zhenyin.core.words import Words

MAX_SERIES = 8


def subtitle(given: Figures) -> Words:
    """The measure: metric, unit, cuts, period."""
    by_zh = "".join(f"，按{words.zh}" for _, words in given.cuts)
    by_en = "".join(f", by {words.en.lower()}" for _, words in given.cuts)
    return Words(
        f"{given.title.zh}（{given.unit.zh}）{by_zh}，{given.period.zh}",
        f"{given.title.en} ({given.unit.en}){by_en}, {given.period.en}",
    )


def label(value: str | None) -> str:
    """A value of a cut as the axis holds it: "" is unknown, which the UI names in the reader's language."""
    return value or ""


def lines(given: Figures) -> tuple[list[str], list[Series]]:
    """Points over time: the x axis, and one series for each combination of the other cuts, largest first."""
    x = sorted({point.at[0] for point in given.points if point.at[0] is not None})
    place = {first: i for i, first in enumerate(x)}
    groups: dict[tuple[str | None, ...], list[Point]] = {}
    for point in given.points:
        if point.at[0] is not None:
            groups.setdefault(point.at[1:], []).append(point)
    largest = sorted(groups.items(), key=lambda pair: -sum(p.n for p in pair[1]))
    return x, [_series(key, points, place, given) for key, points in largest[:MAX_SERIES]]


def _series(key: tuple[str | None, ...], points: list[Point], place: dict[str, int], given: Figures) -> Series:
    at: dict[int, Point] = {place[p.at[0]]: p for p in points if p.at[0] is not None}
    row = [at.get(i) for i in range(len(place))]
    dashed = next((i for i, p in enumerate(row) if p is not None and p.incomplete), None)
    named = [name(part) for part in key]
    words = Words(" · ".join(w.zh for w in named), " · ".join(w.en for w in named)) if named else given.title
    return Series(
        key="/".join(label(part) for part in key) or given.metric,
        name=words,
        values=[p.value if p else None for p in row],
        low=[p.low if p else None for p in row],
        high=[p.high if p else None for p in row],
        dashed_from=dashed,
    )


def nothing(given: Figures) -> Words:
    return Words(f"{given.title.zh}：{UNKNOWN.zh}，没有可用的数据", f"{given.title.en}: {UNKNOWN.en}, there is no data")
