"""Rates that increased, beyond chance and beyond their dispersion."""

import numpy as np
import pytest

from zhenyin.stats.intervals import Z_95, rate_ratio
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


def test_an_interval_is_as_much_wider_as_the_dispersion_has_it() -> None:
    once, fourfold = (rate_changes([90.0], [40.0], (2.0, 1.0), dispersion)[0] for dispersion in (1.0, 4.0))
    ratio, low, high = rate_ratio(90.0, 2.0, 40.0, 1.0)
    assert (once.ratio, once.low, once.high) == pytest.approx((ratio, low, high))
    assert fourfold.ratio == pytest.approx(ratio)
    assert (fourfold.low, fourfold.high) == pytest.approx((ratio * (low / ratio) ** 2, ratio * (high / ratio) ** 2))


@pytest.mark.parametrize(("many", "widened"), [(10, True), (9, False)])
def test_ten_counts_of_twenty_events_give_a_dispersion_around_their_common_change(many: int, widened: bool) -> None:
    """Half of the counts rise to twice what they were and half to four times: most of that is common."""
    now, before = [40.0, 80.0] * (many // 2) + [40.0] * (many % 2), [20.0] * many
    # Counts below twenty events in all are left out of it.
    found = rate_changes([*now, 15.0, 1.0], [*before, 4.0, 15.0], (1.0, 1.0))
    plain = rate_changes(now, before, (1.0, 1.0), 1.0)
    factor = 1.0
    if widened:
        logs, errors = (
            np.array(x) for x in zip(*((np.log(c.ratio), np.log(c.high / c.ratio) / Z_95) for c in plain), strict=True)
        )
        factor = float(np.median(((logs - np.median(logs)) / errors) ** 2)) / 0.4549364
        assert factor > 1
    assert np.log(found[0].high / found[0].ratio) == pytest.approx(
        np.sqrt(factor) * np.log(plain[0].high / plain[0].ratio)
    )


def test_without_enough_counts_nothing_is_common() -> None:
    (one,) = rate_changes([12.0], [2.0], (1.0, 1.0))
    assert (one.ratio, one.low, one.high) == pytest.approx(rate_ratio(12.0, 1.0, 2.0, 1.0))


@pytest.mark.parametrize(("events", "expected"), [(10.0, 25 / 20 / 0.4549364), (9.0, 1.0)])
def test_pairs_of_weeks_with_twenty_events_make_the_dispersion(events: float, expected: float) -> None:
    weeks = np.tile([events - 2.5, events + 2.5], (2, 3))
    assert weekly_dispersion(np.tile(weeks, (2, 1))) == pytest.approx(expected)
