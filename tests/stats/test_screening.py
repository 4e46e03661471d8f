"""The screen puts the attributes of what moved before all others."""

import numpy as np
import pytest

from zhenyin.stats.screening import renumbered, screened

SIZES = [8, 12, 30, 6, 5]


def _leaves(seed: int, raised: dict[int, int], factor: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A million events, of which those of one slice have a factor of their own now."""
    dice = np.random.default_rng(seed)
    codes = np.stack([a.ravel() for a in np.indices(SIZES)], axis=1)
    mean = dice.gamma(1.0, 6.0, len(codes))
    inside = np.all([codes[:, d] == value for d, value in raised.items()], axis=0)
    now = dice.poisson(np.where(inside, factor, 1.0) * mean).astype(float)
    return codes, now, dice.poisson(mean).astype(float)


@pytest.mark.parametrize("raised", [{2: 7}, {0: 3, 4: 1}, {0: 1, 2: 20, 3: 2}])
def test_a_slice_hidden_in_its_values_comes_first(raised: dict[int, int]) -> None:
    for seed in range(3):
        codes, now, before = _leaves(seed, raised, 3.0)
        assert screened(codes, SIZES, now, before, before)[0] == tuple(raised)


def test_what_was_to_be_expected_is_not_told() -> None:
    codes, now, before = _leaves(1, {1: 4}, 5.0)
    due = np.where(codes[:, 1] == 4, 5.0, 1.0) * before
    assert screened(codes, SIZES, now, before, before)[0] == (1,)
    assert 1 not in screened(codes, SIZES, now, before, due)[0]


def test_cells_are_numbered_without_gaps_whatever_their_size() -> None:
    cell = np.array([70, 3, 70, 9])
    for size in (100, 2**40):
        number, count = renumbered(cell, size)
        assert (number.tolist(), count) == ([2, 0, 2, 1], 3)
