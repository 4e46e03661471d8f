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


def test_a_u_chart_has_three_sigma_limits_for_the_size_of_each_week() -> None:
    # 60 events over 120 units: a centre of 0.5, and sigmas of the root of 0.5 over 10, 20 and 90 units.
    chart = u_chart(np.array([2.0, 18.0, 40.0]), np.array([10.0, 20.0, 90.0]))
    sigma = np.sqrt(0.5 / np.array([10, 20, 90]))
    assert chart.value.tolist() == pytest.approx([0.2, 0.9, 4 / 9])
    assert chart.centre.tolist() == [0.5] * 3
    assert chart.low.tolist() == pytest.approx([0.0, 0.5 - 3 * sigma[1], 0.5 - 3 * sigma[2]])
    assert chart.high.tolist() == pytest.approx((0.5 + 3 * sigma).tolist())
    assert chart.z.tolist() == pytest.approx(((chart.value - 0.5) / sigma).tolist())
    narrow = u_chart(np.array([2.0]), np.array([10.0]), np.array([0.4]), sigmas=1.0)
    assert (narrow.low[0], narrow.high[0]) == pytest.approx((0.2, 0.6))


def test_each_slice_has_its_own_level_and_its_own_dispersion() -> None:
    counts = np.array([[100.0, 140, 90, 150, 100], [10, 10, 10, 10, 10], [1, 1, 1, 1, 1]])
    base = np.array([[100.0] * 5, [20.0] * 5, [0.01] * 5])
    chart = laney_chart(counts, base)
    assert chart.centre[:, 0].tolist() == pytest.approx([1.16, 0.5, 100.0])
    # The scores of the first are 16, 24, 26, 34 and 16 tenths of a root of 1.16 off: moving ranges of 40, 50, 60 and 50.
    times = (0.4 + 0.5 + 0.6 + 0.5) / 4 / np.sqrt(1.16 / 100) / 1.128
    assert (chart.high - chart.centre)[:, 0].tolist() == pytest.approx(
        [3 * times * np.sqrt(1.16 / 100), 3 * np.sqrt(0.5 / 20), 3 * np.sqrt(100 / 0.01)]
    )
    fixed = laney_chart(counts[:1], base[:1], np.array([[1.0]]))
    assert fixed.z[0].tolist() == pytest.approx([0.0, 0.4 / 0.5 * 1.128, -0.1 / 0.5 * 1.128, 1.128, 0.0])


def test_sums_and_means_run_over_the_weeks_of_each_slice() -> None:
    steps = np.array([[[1.0, -3.0, 2.0], [0.5, 0.5, 0.5]]])
    assert cusum(steps).tolist() == [[[1, 0, 2], [0.5, 1, 1.5]]]
    assert cusum(steps, start=np.array([[2.0, 1.0]])).tolist() == [[[3, 0, 2], [1.5, 2, 2.5]]]
    assert cusum(steps.astype(int), start=1).tolist() == [[[2, 0, 2], [1, 1, 1]]]
    assert ewma(steps, 0.5, start=4.0)[0].tolist() == [[2.5, -0.25, 0.875], [2.25, 1.375, 0.9375]]
    assert ewma(steps, 1.0).tolist() == steps.tolist()
    assert ewma(np.array([3.0]), 0.5, start=1).tolist() == [2.0]


@pytest.mark.parametrize("weight", [-0.1, 1.01, 2.0])
def test_a_weight_above_one_or_below_none_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match=f"got {weight}"):
        ewma(np.ones(3), weight)
