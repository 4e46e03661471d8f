"""What is usual: shrinkage to the parent, the common season, over-dispersion, windows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenyin.stats.seasons import common_factor
from zhenyin.stats.shrinkage import MAX_STRENGTH, MIN_STRENGTH, prior_strength, shrunk
from zhenyin.stats.windows import SliceHistory, likelihood_ratios, overdispersion, split_history, window_sums


@pytest.mark.parametrize("shape", [1.0, 4.0, 20.0])
def test_the_spread_of_rates_is_recovered(shape: float) -> None:
    rng = np.random.default_rng(1)
    expected = rng.gamma(1.0, 30.0, 4_000)
    events = rng.poisson(expected * rng.gamma(shape, 1 / shape, 4_000)).astype(float)
    assert prior_strength(events, expected) == pytest.approx(shape, rel=0.15)


@given(st.lists(st.integers(0, 500), min_size=2, max_size=30))
def test_a_parent_is_worth_something_and_not_everything(counts: list[int]) -> None:
    events = np.array(counts, dtype=float)
    assert MIN_STRENGTH <= prior_strength(events, np.full(len(events), max(events.mean(), 0.1))) <= MAX_STRENGTH


@given(st.floats(0, 1e4), st.floats(0.1, 1e4), st.floats(0.01, 100), st.floats(0.5, 200))
def test_a_shrunk_rate_lies_between_the_slice_and_its_parent(
    n: float, base: float, parent: float, strength: float
) -> None:
    rate = float(shrunk(np.array([n]), np.array([base]), np.array([parent]), strength)[0])
    low, high = sorted((n / base, parent))
    assert low * (1 - 1e-9) <= rate <= high * (1 + 1e-9)


def test_a_holiday_that_moves_is_learned_from_last_year() -> None:
    rng = np.random.default_rng(2)
    days = np.zeros(120)
    days[[4, 5, 60, 61, 112, 113]] = [3, 4, 4, 3, 2, 5]
    mean = 40 * np.exp(-0.08 * days) * (1 + 0.15 * np.sin(2 * np.pi * np.arange(120) / 52.18))
    counts = rng.poisson(np.tile(mean, (100, 1))).astype(float)
    found = common_factor(counts, np.ones((100, 120)), 108, days[:, None])
    assert np.abs(found / (mean / mean[:108].mean()) - 1).max() < 0.05


def test_a_short_history_has_no_season() -> None:
    assert (common_factor(np.ones((3, 50)), np.ones((3, 50)), 38) == 1).all()


@pytest.mark.parametrize("alpha", [0.0, 0.1, 0.4])
def test_over_dispersion_is_recovered(alpha: float) -> None:
    rng = np.random.default_rng(3)
    mean = np.full((3_000, 100), 1.35)
    noisy = mean * rng.gamma(1 / alpha, alpha, mean.shape) if alpha else mean
    assert overdispersion(rng.poisson(noisy).astype(float), mean) == pytest.approx(alpha, abs=0.03)


def test_sums_of_windows_are_those_counted_by_hand() -> None:
    counts = np.arange(24.0).reshape(2, 12)
    sums = window_sums(split_history(counts, np.ones((2, 12)), 5, 0.0), 3, last=3)
    assert sums.recent[1, 0].tolist() == [21.0, 41.0, 60.0]
    assert sums.past[1, 2].tolist() == [counts[1, :11].sum(), counts[1, :10].sum(), counts[1, :9].sum()]
    with pytest.raises(ValueError, match="7 single weeks"):
        window_sums(split_history(counts, np.ones((2, 12)), 5, 0.0), 5, last=3)


def test_the_evidence_has_a_mean_of_one_where_nothing_changed() -> None:
    """A likelihood ratio is a fair bet against the truth: given the sum, its mean under no change is exactly 1."""
    rng = np.random.default_rng(4)
    total = np.full(200_000, 40.0)
    recent = rng.binomial(40, 0.1, 200_000).astype(float)
    history = SliceHistory(total - recent, np.full(200_000, 9.0), recent[:, None], np.ones((200_000, 1)))
    ratios = np.exp(likelihood_ratios(window_sums(history, 1), 0.0, 2.0))
    assert ratios.mean() == pytest.approx(1.0, abs=0.02)
