"""A change taken apart: parts add up exactly, what moved is told at its own level, and chance is not."""

from collections.abc import Iterator

import numpy as np
import pytest

from zhenyin.stats.attribution import AttributionNode, attribute_change

SIZES = [4, 5, 3]


def leaves(seed: int, moved: dict[tuple[int, int], float] | None = None) -> tuple[AttributionNode, np.ndarray]:
    """Counts around 40 on every combination; `moved`: how many times more the leaves with a value of a dimension have."""
    dice = np.random.default_rng(seed)
    codes = np.array([(a, b, c) for a in range(4) for b in range(5) for c in range(3)])
    mean = np.full(len(codes), 40.0)
    for (d, value), times in (moved or {}).items():
        mean[codes[:, d] == value] *= times
    observed = dice.poisson(mean).astype(float)
    return attribute_change(codes, SIZES, observed, np.full(len(codes), 40.0)), observed


def every(part: AttributionNode) -> Iterator[AttributionNode]:
    yield part
    for below in part.children:
        yield from every(below)


@pytest.mark.parametrize("seed", range(5))
def test_each_level_adds_up_to_the_one_above(seed: int) -> None:
    whole, observed = leaves(seed, {(0, 1): 2.0, (1, 3): 1.5})
    assert whole.observed == observed.sum()
    parents = [part for part in every(whole) if part.children]
    assert parents
    for part in parents:
        assert sum(below.observed for below in part.children) == pytest.approx(part.observed)
        assert sum(below.change for below in part.children) == pytest.approx(part.change)


def test_the_value_that_moved_most_comes_first_and_the_other_within_the_rest_of_it() -> None:
    whole, _ = leaves(1, {(0, 1): 2.5, (1, 3): 1.6})
    first = whole.children[0]
    assert first.at == (0, 1)
    assert first.children[0].at == (1, 3)
    assert whole.children[-1].at == (0, None)


def test_a_fall_is_taken_apart_like_a_rise() -> None:
    whole, _ = leaves(2, {(2, 0): 0.4})
    assert whole.change < 0
    assert whole.children[0].at == (2, 0)
    assert whole.children[0].change < 0


def test_chance_is_left_whole() -> None:
    assert sum(bool(leaves(seed)[0].children) for seed in range(60)) <= 2


def test_a_change_that_is_everywhere_alike_is_left_whole() -> None:
    assert not leaves(3, {(0, value): 1.5 for value in range(4)})[0].children


def test_nothing_is_taken_apart_where_there_is_nothing() -> None:
    assert attribute_change(np.empty((0, 2), np.int64), [1, 1], np.empty(0), np.empty(0)).children == ()
