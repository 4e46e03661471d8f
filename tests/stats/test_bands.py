"""A number is cut where figures change, and into parts of like size where they do not."""

import numpy as np
import pytest

from zhenyin.stats.bands import cuts


@pytest.mark.parametrize("seed", range(5))
def test_a_stretch_with_more_than_before_is_a_band_of_its_own(seed: int) -> None:
    dice = np.random.default_rng(seed)
    before = dice.poisson(80.0, 36).astype(float)
    now = dice.poisson(np.where((np.arange(36) >= 7) & (np.arange(36) < 12), 240.0, 80.0)).astype(float)
    assert {7, 12} <= set(cuts(now, before))


def test_without_a_change_there_are_four_parts_of_like_size() -> None:
    events = np.full(40, 100.0)
    starts = cuts(events, events)
    assert starts == [0, 10, 20, 30]


def test_chance_alone_cuts_no_more_than_four_parts() -> None:
    dice = np.random.default_rng(2)
    made = [cuts(*dice.poisson(50.0, (2, 30)).astype(float)) for _ in range(60)]
    assert sum(len(starts) > 4 for starts in made) <= 3


def test_few_values_are_parted_as_far_as_there_are_any() -> None:
    assert cuts(np.ones(1), np.ones(1)) == [0]
    assert cuts(np.ones(2), np.ones(2)) == [0, 1]
    assert cuts(np.zeros(3), np.zeros(3)) == [0, 1, 2]


def test_there_are_never_more_bands_than_asked_for() -> None:
    now = np.where(np.arange(60) % 10 < 5, 500.0, 50.0)
    assert len(cuts(now, np.full(60, 100.0), most=5)) == 5
