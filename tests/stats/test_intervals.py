"""Intervals by published tables, by the equations that define them, and at their edges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from fixtures_cases import table, value
from zhenyin.stats import intervals

counts = st.integers(0, 300)
exposures = st.floats(0.01, 1e4)


@table("stats/intervals.csv", ("method", "arguments", "interval"))
def test_an_interval_is_that_of_its_source(method: str, arguments: str, interval: str) -> None:
    found = getattr(intervals, method)(*value(arguments))
    assert found == pytest.approx(value(interval), abs=5e-5 if method == "proportion" else 1e-6)


@table("stats/interval_refusals.csv", ("method", "arguments", "message"))
def test_an_interval_of_what_cannot_be_is_refused(method: str, arguments: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        getattr(intervals, method)(*value(arguments))


@given(counts, exposures, st.floats(0.5, 0.999))
def test_each_bound_of_a_rate_leaves_half_of_the_error_beyond_the_count(
    events: int, exposure: float, confidence: float
) -> None:
    low, high = intervals.poisson(events, exposure, confidence)
    tail = (1 - confidence) / 2
    assert stats.poisson.cdf(events, high * exposure) == pytest.approx(tail)
    if events:
        assert stats.poisson.sf(events - 1, low * exposure) == pytest.approx(tail)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_at_a_bound_of_a_share_the_count_lies_z_standard_errors_off(case: tuple[int, int]) -> None:
    hits, n = case
    for bound in intervals.proportion(hits, n):
        error = np.sqrt(bound * (1 - bound) / n)
        assert abs(hits / n - bound) == pytest.approx(intervals.Z_95 * error, abs=1e-7)
    low, high = intervals.proportion(n - hits, n)
    assert (1 - high, 1 - low) == pytest.approx(intervals.proportion(hits, n))


@given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=40))
def test_the_interval_of_a_mean_is_students(values: list[float]) -> None:
    data = np.array(values)
    expected = stats.t.interval(0.95, len(data) - 1, data.mean(), max(data.std(ddof=1), 1e-12) / np.sqrt(len(data)))
    assert intervals.mean(data.sum(), (data**2).sum(), len(data)) == pytest.approx(expected, abs=1e-2)


@given(st.integers(1, 2_000), st.floats(0.01, 0.99))
def test_no_more_than_the_error_lies_beyond_either_rank_of_a_quantile(n: int, q: float) -> None:
    low, high = (round(rank * n) for rank in intervals.quantile_ranks(n, q))
    assert stats.binom.cdf(low - 1, n, q) <= 0.025
    assert stats.binom.sf(high, n, q) <= 0.025
    assert 0 <= low <= high <= n


@given(counts, exposures, counts, exposures)
def test_the_ratio_of_two_rates_turned_round_is_its_inverse(a: int, x: float, b: int, y: float) -> None:
    ratio, low, high = intervals.rate_ratio(a, x, b, y)
    assert intervals.rate_ratio(b, y, a, x) == pytest.approx((1 / ratio, 1 / high, 1 / low))
    assert ratio == pytest.approx(np.sqrt(low * high))


@given(counts, counts, counts, counts)
def test_the_odds_ratio_of_the_opposite_is_its_inverse(a: int, b: int, c: int, d: int) -> None:
    ratio, low, high = intervals.odds_ratio(a, a + b, c, c + d)
    assert intervals.odds_ratio(b, a + b, d, c + d) == pytest.approx((1 / ratio, 1 / high, 1 / low))
    assert np.log(high / low) / 2 / intervals.Z_95 == pytest.approx(
        np.sqrt(sum(1 / (cell + 0.5) for cell in (a, b, c, d)))
    )


def test_the_quantile_is_that_of_the_normal_distribution() -> None:
    assert pytest.approx(stats.norm.ppf((1 + intervals.LEVEL) / 2), abs=1e-6) == intervals.Z_95
