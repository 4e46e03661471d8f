"""Control charts of a signal: calm weeks stay inside, a rise is seen by all, restless weeks widen Laney's limits alone."""

from datetime import date, timedelta

import numpy as np
import pytest

from zhenyin.charts import ChartSpec, control

WEEKS = [date(2026, 1, 5) + timedelta(weeks=i) for i in range(40)]
BASELINE = [25.0] * 40


def chart(method: str, seed: int, rise: float = 1.0, noise: float = 0.0) -> ChartSpec:
    """Forty weeks of about 25, the last eight `rise` times more; noise: relative, beyond chance."""
    dice = np.random.default_rng(seed)
    mean = np.array(BASELINE) * np.maximum(1 + noise * dice.standard_normal(40), 0.05)
    mean[32:] *= rise
    return control.build(method, WEEKS, dice.poisson(mean).tolist(), BASELINE, WEEKS[32])


def above(spec: ChartSpec) -> list[int]:
    assert spec.band is not None
    pairs = zip(spec.series[0].values, spec.band.high, strict=True)
    return [week for week, (value, high) in enumerate(pairs) if value is not None and high is not None and value > high]


@pytest.mark.parametrize("method", control.METHODS)
def test_a_doubling_is_seen_and_not_before_it_began(method: str) -> None:
    found = [above(chart(method, seed, rise=2.0)) for seed in range(10)]
    assert all(weeks and weeks[-1] >= 32 for weeks in found)
    assert sum(week < 32 for weeks in found for week in weeks) <= 3


@pytest.mark.parametrize("method", control.METHODS)
def test_calm_weeks_stay_inside_nearly_always(method: str) -> None:
    assert sum(len(above(chart(method, seed))) for seed in range(20)) <= 8  # of 800


def test_only_laney_knows_that_weeks_are_restless() -> None:
    u, laney = (sum(len(above(chart(method, seed, noise=0.4))) for seed in range(10)) for method in ("u", "laney"))
    assert u > 30
    assert laney < u / 3


def test_the_title_says_how_often_and_since_when() -> None:
    figures = control.build("u", WEEKS, [25.0] * 39 + [60.0], BASELINE, WEEKS[39])
    assert figures.title.zh == f"u 图：40 个点中有 1 个越过上限，最早在 {WEEKS[39]}"
    assert [mark.x for mark in figures.marks] == [WEEKS[39].isoformat()]
    assert control.build("cusum", WEEKS, BASELINE, BASELINE, WEEKS[39]).title.en == "CUSUM chart: never above its limit"
