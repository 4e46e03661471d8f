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
