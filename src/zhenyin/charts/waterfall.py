"""阶梯: from what was expected to what was observed, one step for each suspect and one for the rest."""

from collections.abc import Sequence

from zhenyin.charts import Chart, ChartSpec, Series
from zhenyin.core.words import Words

START, END = "start", "end"
"""The keys of the two wholes in `x`; the steps between them carry their slices' names."""
_REST = "rest"


def build(
    finding: Words, measure: Words, unit: Words, expected: float, steps: Sequence[tuple[str, float]], observed: float
) -> ChartSpec:
    """The steps add up: what the named ones do not explain is the last one.

    >>> words = Words("甲", "A")
    >>> build(words, words, words, 10.0, [("iOS", 6.0)], 18.0).series[0].values
    [10.0, 6.0, 2.0, 18.0]
    """
    rest = observed - expected - sum(step for _, step in steps)
    values: list[float | None] = [expected, *(step for _, step in steps), rest, observed]
    return ChartSpec(
        kind="waterfall",
        title=finding,
        subtitle=Words(f"{measure.zh}：预期、各主要来源与实际", f"{measure.en}: expected, suspects, observed"),
        unit=unit,
        x=[START, *(name for name, _ in steps), _REST, END],
        series=[Series("steps", Words("预期、变化、实际", "Expected, changes, observed"), values)],
    )


CHART = Chart(Words("阶梯", "Waterfall"), build)
"""It takes suspects, not figures, and is built by name."""
