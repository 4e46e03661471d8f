"""话题图: topics as bubbles; similar ones lie near each other. The title names the largest increase."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from zhenyin.charts import Chart, ChartSpec, Series
from zhenyin.core.words import Words

LARGEST, FLAT = 0.075, 0.6
"""Radius of the largest bubble, in widths of the picture; height of the picture, in widths."""
_GAP, _ITERATIONS = 0.012, 200


@dataclass(frozen=True, slots=True)
class Bubble:
    """One topic. x, y: 0 to 1. growth: how many times what was expected; None where it is as usual."""

    name: str
    x: float
    y: float
    tickets: int
    growth: float | None


def layout(centres: NDArray[np.floating], tickets: Sequence[int]) -> list[tuple[float, float]]:
    """Places of topics, 0 to 1: in the order of their two main directions, then pushed apart until none hides another."""
    count = len(centres)
    if count < 2:
        return [(0.5, 0.5)] * count
    left, strength, _ = np.linalg.svd(centres - centres.mean(axis=0), full_matrices=False)
    main = (left * strength)[:, :2]
    # The sign of a direction is the solver's whim: the first topic lies left and below, on every machine.
    main = main * np.where(main[0] > 0, -1.0, 1.0)
    places = np.argsort(np.argsort(main, axis=0, kind="stable"), axis=0, kind="stable") / (count - 1)
    reach = LARGEST * np.sqrt(np.maximum(tickets, 1) / max(*tickets, 1)) + _GAP
    for _ in range(_ITERATIONS):
        places = np.clip(places + _push(places, reach), 0.0, 1.0)
    return [(float(row[0]), float(row[-1])) for row in places]


def _push(places: NDArray[np.floating], reach: NDArray[np.floating]) -> NDArray[np.floating]:
    """How far each bubble gives way to those that it overlaps; both give way by half."""
    shape = np.array([1.0, FLAT])
    offsets = (places[:, None] - places[None]) * shape
    distance = np.linalg.norm(offsets, axis=2) + 1e-9
    overlap = np.maximum(reach[:, None] + reach[None] - distance, 0.0)
    np.fill_diagonal(overlap, 0.0)
    return np.asarray((offsets / distance[..., None] * overlap[..., None] / 2).sum(axis=1) / shape)


def build(bubbles: Sequence[Bubble]) -> ChartSpec:
    """x holds the names; the series hold places, tickets and growth."""
    columns = (
        ("x", Words("横向位置", "Across"), [b.x for b in bubbles]),
        ("y", Words("纵向位置", "Up"), [b.y for b in bubbles]),
        ("tickets", Words("工单数", "Tickets"), [float(b.tickets) for b in bubbles]),
        ("growth", Words("为预期的倍数", "Times the expected"), [b.growth for b in bubbles]),
    )
    return ChartSpec(
        kind="topics",
        title=_finding(bubbles),
        subtitle=Words("圆的大小为工单数，相近的话题靠近", "size is tickets; alike topics lie near each other"),
        unit=Words("件", "tickets"),
        unit_key="tickets",
        better="lower",
        x=[b.name for b in bubbles],
        series=[Series(key, words, list(values)) for key, words, values in columns],
    )


def _finding(bubbles: Sequence[Bubble]) -> Words:
    grown = [b for b in bubbles if b.growth is not None and b.growth > 1]
    if not grown:
        return Words(f"{len(bubbles)} 个话题，没有超出预期的增长", f"{len(bubbles)} topics, none growing beyond chance")
    # Of many tickets half again as many matter more than of a few three times as many.
    top = max(grown, key=lambda b: (b.tickets * (1 - 1 / (b.growth or 1.0)), b.name))
    return Words(
        f"“{top.name}”为预期的 {top.growth:.1f} 倍，{len(grown)} 个话题在增长",
        f"“{top.name}” is {top.growth:.1f} times the expected; {len(grown)} topics are growing",
    )


CHART = Chart(Words("话题图", "Topic landscape"), build)
"""It takes topics, not figures, and is built by name."""
