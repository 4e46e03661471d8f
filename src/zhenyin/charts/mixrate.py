"""结构与同类: how much of a difference comes from other tickets, how much from like tickets done differently."""

from collections.abc import Sequence

from zhenyin.charts import Chart, ChartSpec, HeatCell, Series
from zhenyin.core.words import Words
from zhenyin.stats.mixrate import Split


def build(finding: Words, by: Words, unit: Words, split: Split, reasons: Sequence[tuple[str, str, float]]) -> ChartSpec:
    """x holds the three bars: the whole difference, and its two parts, which add up to it.

    by: the dimensions of the split. reasons: dimension, value and part of the mix effect; they become the cells.
    """
    parts: list[float | None] = [split.difference, split.mix, split.rate]
    return ChartSpec(
        kind="mixrate",
        title=finding,
        subtitle=Words(f"按 {by.zh} 拆分", f"split by {by.en}"),
        unit=unit,
        x=["difference", "mix", "rate"],
        series=[Series("parts", Words("总差别、结构不同、同类工单", "Difference, mix, like tickets"), parts)],
        cells=[HeatCell(x=dim, y=value, value=part, n=0) for dim, value, part in reasons],
        note=_reversed() if split.reversal else None,
    )


def _reversed() -> Words:
    return Words(
        "总体与同类方向相反（辛普森悖论）", "Over all and on like tickets the sign differs (Simpson's paradox)"
    )


CHART = Chart(Words("结构与同类", "Mix and rate"), build)
"""It takes a split, not figures, and is built by name."""
