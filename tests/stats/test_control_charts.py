"""Control charts held against the worked examples of the textbook (Montgomery, chapters 7 and 9)."""

import numpy as np
import pytest

from zhenyin.stats.control_charts import cusum, ewma, ewma_variance, laney_chart, u_chart

# Table 9.1: twenty observations from N(10, 1), ten from N(11, 1).
FIRST_TWENTY = (
    "9.45 7.99 9.29 11.66 12.16 10.18 8.04 11.46 9.20 10.34 9.03 11.47 10.51 9.40 10.08 9.37 10.62 10.31 8.52 10.84"
)
LAST_TEN = "10.90 9.33 12.29 11.50 10.60 11.08 10.38 11.62 11.31 10.52"
OBSERVED = np.array(f"{FIRST_TWENTY} {LAST_TEN}".split(), dtype=float)


def test_the_tabular_cusum_is_that_of_the_book() -> None:
    upper = cusum(OBSERVED - 10.5)
    assert upper[3:9].round(2).tolist() == [1.16, 2.82, 2.50, 0.04, 1.00, 0.0]
    assert upper[-2:].round(2).tolist() == [5.28, 5.30]
    assert int(np.argmax(upper > 5)) == 28


def test_the_ewma_and_its_limits_are_those_of_the_book() -> None:
    level = ewma(OBSERVED, 0.1, start=10.0)
    assert level[:5].round(4).tolist() == pytest.approx([9.945, 9.7495, 9.7035, 9.8992, 10.1253], abs=1e-4)
    limits = 10 + 2.7 * np.sqrt(ewma_variance(np.ones(30), 0.1))
    assert limits[[0, 1]].round(2).tolist() == [10.27, 10.36]
    assert limits[-1] == pytest.approx(10.62, abs=0.01)
    assert int(np.argmax(level > limits)) == 28


def test_a_week_without_exposure_breaks_nothing() -> None:
    chart = u_chart(np.array([0.0, 3.0]), np.array([0.0, 2.0]), np.array([1.0]))
    assert np.isfinite(chart.z).all()


def test_large_counts_alarm_everywhere_on_a_u_chart_and_nowhere_on_laneys() -> None:
    rng = np.random.default_rng(1)
    mean = 4000 * rng.gamma(100, 0.01, (50, 60))
    counts, base = rng.poisson(mean).astype(float), np.full((50, 60), 4000.0)
    assert np.mean(np.abs(u_chart(counts, base).z) > 3) > 0.4
    assert np.mean(np.abs(laney_chart(counts, base).z) > 3) < 0.01


def test_the_newest_value_must_weigh_something() -> None:
    with pytest.raises(ValueError, match="got 0"):
        ewma(np.ones(3), 0.0)
