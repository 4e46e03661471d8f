"""Rates that increased, beyond chance and beyond their dispersion."""

import numpy as np

from zhenyin.stats.rate_changes import rate_changes, weekly_dispersion


def test_what_doubles_has_increased_unless_exposure_doubled_too() -> None:
    baseline = [200.0] * 30
    found = rate_changes([*baseline, 400.0], [*baseline, 200.0], (1.0, 1.0))
    assert [one.increased for one in found] == [False] * 30 + [True]
    assert found[-1].low < 2 < found[-1].high
    assert not any(one.increased for one in rate_changes([*baseline, 400.0], [200.0] * 30 + [380.0], (2.0, 1.0)))


def test_of_what_only_scatters_hardly_anything_rate_changes() -> None:
    """Four hundred phrases whose counts scatter twice as much as chance alone, fifty times."""
    chance, named = np.random.default_rng(1), 0
    for _ in range(50):
        rate = 60 * chance.gamma(60, 1 / 60, (400, 2))
        now, before = chance.poisson(rate).T.tolist()
        named += any(one.increased for one in rate_changes(now, before, (1.0, 1.0)))
    assert named <= 6


def test_few_topics_that_all_move_with_the_season_do_not_hide_what_rate_changes() -> None:
    """Forty topics half of which double or halve: read from them, the dispersion would hide a rise by half."""
    before = [400.0] * 40
    now = [800.0] * 10 + [200.0] * 10 + [400.0] * 19 + [600.0]
    assert not rate_changes(now, before, (1.0, 1.0))[-1].increased
    steady = weekly_dispersion(np.random.default_rng(2).poisson(100, (40, 26)).astype(float))
    found = rate_changes(now, before, (1.0, 1.0), steady)
    assert [one.increased for one in found] == [True] * 10 + [False] * 29 + [True]


def test_restless_weeks_are_told_from_a_slow_rise() -> None:
    chance = np.random.default_rng(3)
    slow = chance.poisson(np.linspace(100, 300, 26), (40, 26))
    restless = chance.poisson(200 * chance.gamma(20, 1 / 20, (40, 26)))
    assert weekly_dispersion(slow.astype(float)) < 1.3
    assert weekly_dispersion(restless.astype(float)) > 5
    assert weekly_dispersion(np.zeros((0, 26))) == 1.0


def test_what_rose_by_little_is_not_told_however_sure() -> None:
    (one,) = rate_changes([110_000.0], [100_000.0], (1.0, 1.0), 1.0)
    assert one.low > 1
    assert not one.increased


def test_nothing_has_no_changes_and_a_new_count_no_finite_bound_below_one() -> None:
    assert rate_changes([], [], (1.0, 1.0)) == []
    (new,) = rate_changes([60.0], [0.0], (1.0, 1.0), 1.0)
    assert (new.expected, new.increased) == (0.0, True)
    assert 1 < new.low < new.high


def test_a_change_has_the_expected_count_at_the_rate_before() -> None:
    (one,) = rate_changes([30.0], [20.0], (2.0, 4.0), 1.0)
    assert (one.now, one.before, one.expected) == (30.0, 20.0, 10.0)
    assert one.low < one.ratio < one.high
