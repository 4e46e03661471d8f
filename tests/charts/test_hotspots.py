"""The hot-spot matrix: a pair that is more common somewhere is told, chance and size alone are not."""

import numpy as np

from zhenyin.charts import CHARTS, Figures, Point
from zhenyin.core.words import Words

CUTS = tuple((key, Words(key, key)) for key in ("product", "fault", "province"))


def figures(seed: int, hot: float = 1.0, better: str = "lower") -> Figures:
    """Counts of three products, four faults, ten provinces of different size; W1 · leak in P3 `hot` times more."""
    dice = np.random.default_rng(seed)
    points = []
    for product in ("W1", "W2", "W3"):
        for fault in ("leak", "noise", "odour", "crash"):
            for place in range(10):
                mean = 5.0 * (place + 1) * (hot if (product, fault, place) == ("W1", "leak", 3) else 1)
                points.append(Point((product, fault, f"P{place}"), float(dice.poisson(mean)), n=1))
    words = Words("工单量", "Tickets")
    return Figures("ticket_count", words, "tickets", words, better, True, CUTS, None, tuple(points), None, words)  # type: ignore[arg-type]


def worse(given: Figures) -> list[tuple[str, str]]:
    return [(cell.y, cell.x) for cell in CHARTS["hotspots"].build(given).cells if cell.assessment == "worse"]


def test_the_hot_spot_is_named_first() -> None:
    spec = CHARTS["hotspots"].build(figures(1, hot=4.0))
    assert spec.y[0] == "W1 · leak"
    found = [worse(figures(seed, hot=4.0)) for seed in range(20)]
    assert all(("W1 · leak", "P3") in one for one in found)
    assert sum(len(one) - 1 for one in found) <= 2
    assert spec.title.en.startswith("W1 · leak stands out in P3: ")


def test_large_provinces_are_no_hot_spots() -> None:
    assert sum(len(worse(figures(seed))) for seed in range(20)) <= 2
    assert CHARTS["hotspots"].build(figures(2)).title.zh == "没有哪个地区的组合超出偶然"


def test_more_is_worse_only_where_less_is_better() -> None:
    assert worse(figures(1, hot=4.0, better="higher")) == []


def test_it_takes_counts_by_three_cuts() -> None:
    fits = CHARTS["hotspots"].fits
    assert fits is not None
    assert fits(figures(1))
    assert not fits(Figures(*[getattr(figures(1), name) if name != "cuts" else CUTS[:2] for name in Figures.__slots__]))


def test_nothing_to_draw_is_said() -> None:
    empty = figures(1)
    none = Figures(*[getattr(empty, name) if name != "points" else () for name in Figures.__slots__])
    assert CHARTS["hotspots"].build(none).cells == []
