"""验证: what was observed, what would have been without the action, and from when on it was there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zhenyin.charts import Band, Better, Chart, ChartSpec, Mark, Number, Series
from zhenyin.core.words import Words


@dataclass(frozen=True, slots=True)
class Observed:
    """weeks: Mondays. values: the figure. expected, low, high: without the action; None before its first week."""

    weeks: Sequence[date]
    values: Sequence[Number]
    expected: Sequence[Number]
    low: Sequence[Number]
    high: Sequence[Number]


def build(
    finding: Words,
    measure: Words,
    unit: Words,
    unit_key: str,
    better: Better,
    given: Observed,
    start: date,
    action: str,
) -> ChartSpec:
    """start: the Monday of the first whole week with the action. action: its title, as its owner wrote it."""
    return ChartSpec(
        kind="verdict",
        title=finding,
        subtitle=measure,
        unit=unit,
        unit_key=unit_key,
        better=better,
        x=[week.isoformat() for week in given.weeks],
        series=[
            Series("observed", Words("实际", "Observed"), list(given.values)),
            Series("counterfactual", Words("若无措施", "Without the action"), list(given.expected), muted=True),
        ],
        marks=[Mark(start.isoformat(), Words(action, action), "fix")],
        band=Band(list(given.low), list(given.high)),
    )


CHART = Chart(Words("验证", "Verdict"), build)
"""It takes the weeks of an action, not figures, and is built by name."""
