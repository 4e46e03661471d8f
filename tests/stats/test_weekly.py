"""Levels and dispersion of weekly figures by hand, and two seasons held against each other."""

import numpy as np
import pytest

from fixtures_cases import table, value
from zhenyin.stats.shared_season import shares_season
from zhenyin.stats.weekly import Kind, Weekly, dispersion, level

YEAR = np.arange(60) * 2 * np.pi / 52


def _series(cell: str) -> np.ndarray | None:
    return np.array(value(cell), dtype=float) if cell else None


@table("stats/levels.csv", ("kind", "total", "base", "squares", "phi", "value", "variance", "events"))
def test_a_level_is_total_over_base_with_the_variance_of_its_logarithm(
    kind: Kind, total: str, base: str, squares: str, phi: str, value: str, variance: str, events: str
) -> None:
    of_total, of_base = _series(total), _series(base)
    assert of_total is not None
    assert of_base is not None
    found = level(Weekly(of_total, of_base, kind, _series(squares)), np.ones(2, dtype=bool), float(phi))
    if not value:
        assert found is None
        return
    assert found is not None
    assert (found.value, found.variance, found.events) == pytest.approx((float(value), float(variance), float(events)))


def test_only_the_chosen_weeks_count() -> None:
    series = Weekly(np.array([4.0, 60.0, 6.0]), np.array([100.0, 1.0, 300.0]))
    found = level(series, np.array([True, False, True]))
    assert found is not None
    assert (found.value, found.variance, found.events) == (0.025, 0.1, 10.0)


@pytest.mark.parametrize(
    ("total", "base", "expected"),
    [
        # Of equal exposure a pair adds (a - b)^2 / (a + b).
        ([10, 20, 10, 20, 10], [1, 1, 1, 1, 1], 100 / 30),
        ([10, 20, 10, 20], [1, 1, 1, 1], 1.0),  # three pairs tell nothing
        ([10, 10, 10, 10, 10], [1, 1, 1, 1, 1], 1.0),
        ([10, 20, 10, 20, 10], [1, 2, 1, 2, 1], 1.0),  # twice the exposure brings twice the events
        ([10, 10, 10, 10, 10, 400], [1, 1, 1, 1, 1, 1], 25 / 5),  # one step counts 25 and not 371
        ([0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1], 1.0),
        # A week without exposure is passed over: 10, 20, 10, 20, 10 are neighbours.
        ([10, 0, 20, 10, 20, 10], [1, 0, 1, 1, 1, 1], 100 / 30),
        # Shares of exposure of 3 to 1: 20 of 60 where 45 were due, over 60 * 3/4 * 1/4.
        ([20, 40, 20, 40, 20], [3, 1, 3, 1, 3], 25.0),
        # One event where a quarter was due: 0.75^2 over 1/4 * 3/4.
        ([1, 0, 1, 0, 1], [1, 3, 1, 3, 1], 3.0),
    ],
)
def test_dispersion_compares_neighbours(total: list[float], base: list[float], expected: float) -> None:
    series = Weekly(np.array(total, dtype=float), np.array(base, dtype=float))
    assert dispersion(series, np.ones(len(total), dtype=bool)) == pytest.approx(expected)


def test_means_are_dispersed_by_their_own_spread() -> None:
    # Means of 2 and 4, each of 100 values with variance 1: logarithms known by 1/400 and 1/1600.
    total, n = np.array([200.0, 400, 200, 400, 200]), np.full(5, 100.0)
    series = Weekly(total, n, "mean", n * (1 + (total / n) ** 2))
    assert dispersion(series, np.ones(5, dtype=bool)) == pytest.approx(25.0)
    close = Weekly(n * [2.0, 2.1, 2.0, 2.1, 2.0], n, "mean", n * (1 + np.array([2.0, 2.1, 2.0, 2.1, 2.0]) ** 2))
    expected = np.log(1.05) ** 2 / (1 / 400 + 1 / 441)
    assert dispersion(close, np.ones(5, dtype=bool)) == pytest.approx(max(expected, 1.0))
    wide = Weekly(n * [2.0, 3.0, 2.0, 3.0, 2.0], n, "mean", n * (1 + np.array([2.0, 3.0, 2.0, 3.0, 2.0]) ** 2))
    assert dispersion(wide, np.ones(5, dtype=bool)) == pytest.approx(25.0)


@pytest.mark.parametrize(
    ("total", "base", "kind", "message"),
    [(np.ones(3), np.ones(4), "rate", "as many totals as bases"), (np.ones(3), np.ones(3), "mean", "sums of squares")],
)
def test_a_misshapen_figure_is_refused(total: np.ndarray, base: np.ndarray, kind: Kind, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Weekly(total, base, kind)


def test_a_mean_of_nothing_is_passed_over() -> None:
    n, means = np.full(9, 100.0), np.array([2.0, 2.4, 2.0, 2.4, 0.0, 2.0, 2.4, 2.0, 2.4])
    equal = Weekly(n * means, n, "mean", n * means**2)
    spread = Weekly(n * means, n, "mean", n * (1 + means**2))
    everything = np.ones(9, dtype=bool)
    # Without any variance within weeks there is nothing to compare with, and no pair.
    assert dispersion(equal, everything) == 1.0
    # The week of zeros has no logarithm: three pairs before it and three after it.
    assert dispersion(spread, everything) == pytest.approx(np.log(1.2) ** 2 / (1 / 400 + 1 / 576))


def _year(depth: float, size: float = 30.0, phase: float = 0.0, base: float = 1.0) -> Weekly:
    return Weekly(size * base * (1 + depth * np.sin(YEAR + phase)), np.full(60, base))


@pytest.mark.parametrize(
    ("one", "other", "weeks", "shared"),
    [
        (_year(0.4), _year(0.4), 60, True),
        (_year(0.4), _year(0.4, size=150.0), 60, True),
        (_year(0.4), _year(0.4, base=7.0), 60, True),  # exposure is no season
        (_year(0.0), _year(0.0), 60, True),
        (_year(0.4), _year(0.0), 60, False),
        (_year(0.4), _year(0.4, phase=np.pi), 60, False),
        (_year(0.4), _year(0.4, phase=np.pi / 2), 60, False),
        (_year(0.4), _year(0.4), 52, True),
        (_year(0.4), _year(0.4), 51, False),  # less than a year tells nothing
        (_year(0.4, size=1.6), _year(0.4, size=1.6), 60, False),  # nor do fewer than 200 events
        (_year(0.4), _year(0.4, size=0.0), 60, False),
        (_year(0.4), None, 60, False),
        (Weekly(np.ones(60), np.ones(60), "mean", np.ones(60)), _year(0.4), 60, False),
        (_year(0.4), Weekly(np.ones(60), np.ones(60), "mean", np.ones(60)), 60, False),
    ],
)
def test_a_shared_season_is_one_of_the_same_weeks_and_depth(
    one: Weekly, other: Weekly | None, weeks: int, shared: bool
) -> None:
    assert shares_season(one, other, weeks) is shared


def test_restless_weeks_hide_what_would_be_a_season_in_calm_ones() -> None:
    dice = np.random.default_rng(5)
    mild = 1 + 0.1 * np.sin(YEAR)
    swing = dice.permutation(np.where(np.arange(60) % 2, 1.35, 0.65))
    flat = Weekly(np.full(60, 100.0), np.ones(60))
    assert not shares_season(Weekly(100 * mild, np.ones(60)), flat, 60)
    assert shares_season(Weekly(100 * mild * swing, np.ones(60)), Weekly(100 * swing, np.ones(60)), 60)


@pytest.mark.parametrize(("depth", "shared"), [(0.05, True), (0.06, False)])
def test_a_season_by_itself_is_one_that_chance_makes_in_a_tenth_of_years(depth: float, shared: bool) -> None:
    """104 weeks of 100 and 100 events: twice the log likelihood is 104 x 200 / 4 x depth^2 / 2, and 4.605 is its limit."""
    turn = np.arange(104) * 2 * np.pi / 52
    scale = np.sqrt(60 / 104)
    one = Weekly(100 * (1 + depth * scale * np.sin(turn)), np.ones(104))
    assert shares_season(one, Weekly(np.full(104, 100.0), np.ones(104)), 104) is shared


def test_weeks_in_which_one_of_both_has_no_exposure_do_not_count() -> None:
    one, other = _year(0.4), _year(0.4, size=90.0)
    gap, later = one.base.copy(), other.base.copy()
    gap[3:9], later[30:33] = 0.0, 0.0
    first, second = Weekly(one.total * gap, gap), Weekly(other.total * later, later)
    assert shares_season(first, second, 60)
    assert not shares_season(first, Weekly(np.full(60, 90.0) * later, later), 60)
