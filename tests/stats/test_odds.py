"""Odds of events now against before: how far they moved, and how much they vary beyond chance."""

import numpy as np
import pytest

from zhenyin.stats.odds import estimate_log_odds_sd, information_of, log_odds_moved, odds_ratio, share_of, shorth


def test_the_log_odds_of_twice_as_many_is_the_logarithm_of_two() -> None:
    moved = log_odds_moved(np.array([2e6, 1e6]), np.array([3e6, 2e6]), np.array([0.5, 0.5]))
    assert moved.tolist() == pytest.approx([np.log(2), 0.0], abs=1e-5)


def test_leaves_without_events_have_finite_odds_and_hardly_any_information() -> None:
    nothing = np.zeros(1)
    assert np.isfinite(log_odds_moved(nothing, nothing, np.array([0.3]))).all()
    assert information_of(nothing, nothing)[0] == pytest.approx(0.25)


@pytest.mark.parametrize("true", [0.0, 0.2, 0.6])
def test_the_spread_beyond_chance_is_found_whatever_a_few_slices_did(true: float) -> None:
    dice = np.random.default_rng(7)
    total = np.full(3_000, 800.0)
    odds = np.exp(dice.normal(0, true, len(total)))
    odds[:300] *= 6
    now = dice.binomial(total.astype(int), odds / (1 + odds)).astype(float)
    moved = log_odds_moved(now, total, np.full(len(total), 0.5))
    assert estimate_log_odds_sd(moved, information_of(now, total)) == pytest.approx(true, abs=0.1)


def test_too_few_leaves_have_no_spread() -> None:
    assert estimate_log_odds_sd(np.array([0.0, 5.0, -5.0]), np.full(3, 1e9)) == 0.0


def test_the_middle_is_where_most_are_and_not_between_two_crowds() -> None:
    dice = np.random.default_rng(3)
    values = np.concatenate([dice.normal(0, 0.1, 600), dice.normal(5, 0.1, 400)])
    assert abs(shorth(values)) < 0.1 < float(np.mean(values))
    assert shorth(np.array([2.5])) == 2.5


def test_shares_stay_inside_and_are_even_where_nothing_is_known() -> None:
    assert share_of(np.array([0.0, 5.0, 0.0]), np.array([5.0, 5.0, 0.0])).tolist() == pytest.approx(
        [1e-9, 1 - 1e-9, 0.5], rel=1e-6
    )


def test_the_common_factor_of_odds_is_found_in_a_few_steps() -> None:
    total, odds = np.array([4e5, 6e5]), np.array([1.0, 0.25])
    true = odds * 1.7
    now, step = total * true / (1 + true), 1.0
    for _ in range(8):
        step *= odds_ratio(now, total, odds * step)
    assert step == pytest.approx(1.7, rel=1e-4)


@pytest.mark.parametrize(("leaves", "variance"), [(8, 0.0), (8, 0.01), (8, 0.16), (50, 0.01)])
def test_the_spread_of_leaves_equally_far_off_is_that_of_so_wide_a_normal(leaves: int, variance: float) -> None:
    """45 % of a normal distribution lie within 0.598 standard deviations; chance is taken off, and few leaves are widened."""
    off = np.where(np.arange(leaves) % 2, 0.3, -0.3)
    found = estimate_log_odds_sd(off, np.full(leaves, 1 / max(variance, 1e-12)), around=0.0)
    wide = (0.3 / 0.598) ** 2 - variance
    assert found == pytest.approx(np.sqrt(max(wide, 0.0)) * (1 + 5 / (leaves - 1)), rel=1e-3)
    assert estimate_log_odds_sd(off[:7], np.full(7, 1e9), around=0.0) == 0.0


@pytest.mark.parametrize(
    ("values", "middle"), [([0.0, 0.1, 0.2, 3, 4, 6], 0.1), ([9, 0, 5, 5.5], 5.25), ([4, 4, 4, 1], 4.0), ([0, 6], 0.0)]
)
def test_the_shorth_is_the_middle_of_the_closest_values(values: list[float], middle: float) -> None:
    assert shorth(np.array(values, dtype=float)) == pytest.approx(middle)


def test_a_share_of_less_than_one_event_is_one_and_none_reaches_its_ends() -> None:
    assert share_of(np.array([0.25]), np.array([0.5])).tolist() == [0.5]
    ends = share_of(np.array([0.0, 7.0]), np.array([7.0, 7.0]))
    assert 0 < ends[0] < 1e-6 < 1 - 1e-6 < ends[1] < 1
