"""A step is where it is published to be, a first stage where one can count it, and chance steps nowhere."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from fixtures_cases import table, value
from zhenyin.stats.changepoint import gain, step
from zhenyin.stats.onset import onset

# Disasters in British coal mines, 1851 to 1962: Carlin, Gelfand and Smith, Applied Statistics 41 (1992), table 1.
COAL = np.array(
    [
        *(4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2, 3, 4),
        *(2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2),
        *(1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0),
        *(0, 1, 0, 1),
    ],
    dtype=float,
)


def test_disasters_in_coal_mines_became_fewer_after_41_years() -> None:
    assert (len(COAL), COAL.sum()) == (112, 191)
    found = step(COAL, np.ones(len(COAL)))
    assert found is not None
    # Means of 127 / 41 before and 64 / 71 after, with half an event each.
    assert found.week == 41
    assert found.ratio == pytest.approx((64.5 / 71) / (127.5 / 41))
    logs = [poisson.logpmf(side, side.mean()).sum() for side in (COAL[:41], COAL[41:])]
    assert found.gain == pytest.approx(sum(logs) - poisson.logpmf(COAL, COAL.mean()).sum())


@given(st.lists(st.tuples(st.integers(0, 40), st.floats(0.1, 10)), min_size=6, max_size=30), st.integers(1, 3))
def test_the_step_is_the_one_of_the_largest_likelihood(weeks: list[tuple[int, float]], shortest: int) -> None:
    total, base = (np.array(column, dtype=float) for column in zip(*weeks, strict=True))
    found = step(total, base, shortest)
    if total.sum() == 0:
        assert found is None
        return
    assert found is not None

    def likelihood(*parts: slice) -> float:
        means = [base[part] * total[part].sum() / base[part].sum() for part in parts]
        return float(poisson.logpmf(total, np.concatenate(means)).sum())

    cuts = {cut: likelihood(slice(cut), slice(cut, None)) for cut in range(shortest, len(total) - shortest + 1)}
    assert cuts[found.week] == pytest.approx(max(cuts.values()))
    assert found.gain == pytest.approx(max(cuts.values()) - likelihood(slice(None)), abs=1e-6)


def test_dispersion_divides_the_evidence_and_moves_no_step() -> None:
    one, twice = step(COAL, np.ones(112)), step(COAL, np.ones(112), phi=2.0)
    assert one is not None
    assert twice is not None
    assert (twice.week, twice.ratio, twice.gain) == (one.week, one.ratio, pytest.approx(one.gain / 2))


@pytest.mark.parametrize(
    ("total", "base"), [(np.ones(5), np.ones(5)), (np.zeros(9), np.ones(9)), (np.ones(9), np.zeros(9)), ([], [])]
)
def test_what_is_short_or_empty_has_no_step(total: np.ndarray, base: np.ndarray) -> None:
    assert step(np.asarray(total, dtype=float), np.asarray(base, dtype=float)) is None


def test_six_weeks_are_enough_for_one_step() -> None:
    found = step(np.array([1.0, 1, 1, 9, 9, 9]), np.ones(6))
    assert found is not None
    assert (found.week, found.ratio) == (3, pytest.approx(27.5 / 3.5))


@given(st.integers(0, 200), st.floats(0.01, 200))
def test_the_gain_of_an_own_rate_is_a_difference_of_log_likelihoods(seen: int, expected: float) -> None:
    own = poisson.logpmf(seen, seen) if seen else 0.0
    found = gain(np.array([float(seen)]), np.array([expected]))[0]
    assert found == pytest.approx(own - poisson.logpmf(seen, expected), abs=1e-8)
    assert found >= -1e-9


@table("stats/onsets.csv", ("seen", "expected", "up", "first"))
def test_a_level_begins_with_its_first_bucket(seen: str, expected: str, up: str, first: str) -> None:
    series = np.array(value(seen), dtype=float)
    due = np.broadcast_to(np.array(value(expected), dtype=float), series.shape)
    assert onset(series, due, up == "yes") == value(first)


@pytest.mark.parametrize("times", [1.0, 3.0])
def test_chance_hardly_ever_begins_anything(times: float) -> None:
    """Two hundred series of thirty buckets, whose counts scatter by so many times the variance of chance."""
    dice = np.random.default_rng(11)
    rate = 20 * (dice.gamma(20 / (times - 1), (times - 1) / 20, (200, 30)) if times > 1 else np.ones((200, 30)))
    begun = [onset(series, np.full(30, 20.0)) for series in dice.poisson(rate).astype(float)]
    assert sum(first is not None for first in begun) <= 6


def test_a_step_has_the_same_ratio_in_any_unit_of_exposure() -> None:
    base = np.linspace(1.0, 2.0, 112)
    one, other = step(COAL, base), step(COAL, base / 1e4)
    assert one is not None
    assert other is not None
    assert (other.week, other.ratio, other.gain) == (one.week, pytest.approx(one.ratio), pytest.approx(one.gain))
