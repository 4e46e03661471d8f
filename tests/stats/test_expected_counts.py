"""Expected counts on leaves that one can count: by odds, by share, by mix, by history."""

import numpy as np
import pytest

from zhenyin.stats.expected_counts import (
    difference,
    expected_by_history,
    expected_by_mix,
    expected_by_odds,
    expected_by_share,
    main_effects,
)
from zhenyin.stats.leaves import ComparedLeaves, Leaves


def _leaves(**counts: float) -> Leaves:
    """Leaves of one dimension, by value."""
    figures = np.array(list(counts.values()), float)
    return Leaves(("version",), [list(counts)], np.arange(len(counts))[:, None], figures, np.ones(len(counts)))


def _of(found: ComparedLeaves, value: str) -> tuple[float, float]:
    inside = found.inside({"version": value})
    return float(found.observed[inside].sum()), float(found.expected[inside].sum())


def test_cases_are_expected_at_the_odds_that_each_value_had_before() -> None:
    found = expected_by_odds(
        _leaves(a=10, b=90), _leaves(a=2000, b=1000), _leaves(a=1000, b=3000), _leaves(a=10_000, b=10_000)
    )
    assert _of(found, "a") == (10.0, pytest.approx(200, rel=0.03))
    assert _of(found, "b") == (90.0, pytest.approx(300, rel=0.03))


def test_a_value_that_is_new_is_expected_at_the_common_odds() -> None:
    found = expected_by_odds(_leaves(new=50), _leaves(new=1000), _leaves(old=100), _leaves(old=1000))
    assert _of(found, "new") == (50.0, pytest.approx(100, rel=0.01))


def test_a_value_with_few_events_is_shrunk_towards_the_common_odds() -> None:
    cases, others = _leaves(few=3, many=1000), _leaves(few=10, many=10_000)
    few, many = main_effects(cases, others, np.array([[0], [1]]))
    assert many == pytest.approx(0.1, rel=0.02)
    assert 0.1 < few < 0.15


def test_the_less_is_known_of_the_controls_the_fewer_periods_stand_behind_the_expectation() -> None:
    now, before = _leaves(a=100), _leaves(a=100)
    many = expected_by_odds(now, _leaves(a=10_000), before, _leaves(a=10_000))
    few = expected_by_odds(now, _leaves(a=100), before, _leaves(a=100))
    assert many.periods == pytest.approx(1 / (1 + 0.02), rel=0.01)
    assert few.periods == pytest.approx(1 / 3, rel=0.01)


def test_values_that_only_cases_have_are_expected_at_their_shares_before() -> None:
    codes = np.array([[0, 0], [0, 1]])
    values = [["x"], ["成都市", "绵阳市"]]
    before = Leaves(("model", "city"), values, codes, np.array([30.0, 10.0]), np.ones(2))
    now = Leaves(("model", "city"), values, codes, np.array([90.0, 10.0]), np.ones(2))
    common = ComparedLeaves(("model",), [["x"]], np.array([[0]]), np.array([100.0]), np.array([40.0]), periods=2.0)
    found = expected_by_share(common, now, before, ("city",))
    assert found.expected[found.inside({"city": "成都市"})].sum() == 30.0
    assert found.observed[found.inside({"city": "成都市"})].sum() == 90.0
    assert found.periods == 2.0


def test_cases_without_a_history_are_expected_in_the_mix_of_the_others() -> None:
    found = expected_by_mix(_leaves(a=60, b=40), _leaves(a=300, b=700))
    assert (_of(found, "a"), _of(found, "b")) == ((60.0, pytest.approx(30.0)), (40.0, pytest.approx(70.0)))
    assert found.periods == pytest.approx(10.0)


@pytest.mark.parametrize(("periods", "seen", "expected"), [(4.0, None, 10.0), (4.0, 1.5, 10.0), (0.5, None, 80.0)])
def test_history_is_scaled_to_the_length_of_the_period(periods: float, seen: float | None, expected: float) -> None:
    found = expected_by_history(_leaves(a=12), _leaves(a=40), periods, seen)
    assert _of(found, "a") == (12.0, expected)
    assert found.periods == (seen or periods)


def test_what_is_left_of_a_whole_without_a_part_has_no_empty_leaves() -> None:
    rest = difference(_leaves(a=5, b=7, c=9), _leaves(b=7, c=4))
    assert {
        rest.values[0][code]: count for (code,), count in zip(rest.codes.tolist(), rest.numerator, strict=True)
    } == {
        "a": 5.0,
        "c": 5.0,
    }
