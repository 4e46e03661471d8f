"""归因树: the attribution of a change, level by level; the parts of each level add up to the one above."""

from collections.abc import Iterator, Sequence

from zhenyin.charts import Chart, ChartSpec, Series
from zhenyin.core.words import Words
from zhenyin.stats.attribution import AttributionNode

REST = "rest"
"""The key of what a level does not attribute to a value."""
PATH_SEPARATOR = "\n"
"""Before each value of a path; the path of the whole is empty."""


def build(
    finding: Words,
    measure: Words,
    unit: Words,
    whole: AttributionNode,
    dims: Sequence[str],
    values: Sequence[Sequence[str]],
) -> ChartSpec:
    """One line for each part, the parts below it after it. x: its path of values; y: the dimension of the last of them.

    >>> words = Words("甲", "A")
    >>> part = AttributionNode(None, 9.0, 3.0, (AttributionNode((0, 1), 7.0, 2.0), AttributionNode((0, None), 2.0, 1.0)))
    >>> spec = build(words, words, words, part, ["model"], [["W1", "W2"]])
    >>> spec.x, spec.y, spec.series[0].values
    (['', '\\nW2', '\\nrest'], ['', 'model', 'model'], [6.0, 5.0, 1.0])
    """
    lines = list(_lines(whole, "", dims, values))
    parts = [part for _, _, part in lines]
    return ChartSpec(
        kind="tree",
        title=finding,
        subtitle=Words(
            f"{measure.zh}：变化按层分解，每层相加等于上一层",
            f"{measure.en}: the change, level by level; each level adds up to the one above",
        ),
        unit=unit,
        x=[path for path, _, _ in lines],
        y=[dim for _, dim, _ in lines],
        series=[
            Series("change", Words("变化", "Change"), [part.change for part in parts]),
            Series("observed", Words("实际", "Observed"), [part.observed for part in parts]),
            Series("expected", Words("预期", "Expected"), [part.expected for part in parts]),
        ],
    )


def _lines(
    part: AttributionNode, above: str, dims: Sequence[str], values: Sequence[Sequence[str]]
) -> Iterator[tuple[str, str, AttributionNode]]:
    path, dim = above, ""
    if part.at is not None:
        d, value = part.at
        dim, own = dims[d], REST if value is None else values[d][value]
        path = f"{above}{PATH_SEPARATOR}{own}"
    yield path, dim, part
    for child in part.children:
        yield from _lines(child, path, dims, values)


CHART = Chart(Words("归因树", "Attribution tree"), build)
"""It takes parts, not figures, and is built by name."""
