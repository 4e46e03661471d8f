"""A difference between two groups splits exactly, and a reversal is flagged."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from zhenyin.stats.mixrate import split

cells = st.lists(st.tuples(*[st.floats(0, 100), st.integers(0, 50), st.floats(0, 100), st.integers(0, 50)]), min_size=1)


@given(cells)
def test_mix_and_rate_add_up_to_the_difference(rows: list[tuple[float, int, float, int]]) -> None:
    mean, n, other_mean, other_n = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    n[0], other_n[0] = n[0] + 1, other_n[0] + 1
    found = split(mean * n, n, other_mean * other_n, other_n)
    assert np.isclose(found.mix + found.rate, found.difference, atol=1e-9)
    assert np.isclose(found.mix_by.sum() + found.rate_by.sum(), found.difference, atol=1e-9)


def test_the_agent_with_the_hardest_tickets_looks_slow_but_is_not() -> None:
    hard_and_easy, others = np.array([90.0, 10.0]), np.array([10.0, 90.0])
    found = split(hard_and_easy * [9.0, 1.5], hard_and_easy, others * [10.0, 2.0], others)
    assert found.difference > 0
    assert found.rate < 0
    assert found.reversal


def test_the_same_mix_leaves_only_rate() -> None:
    n = np.array([10.0, 20.0])
    found = split(n * [3.0, 4.0], n, n * [2.0, 3.0], n)
    assert np.isclose(found.mix, 0)
    assert np.isclose(found.rate, 1)
    assert not found.reversal
