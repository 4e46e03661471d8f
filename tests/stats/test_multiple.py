"""Many tests at once: the published procedures, alone and over families, and a trend with time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from fixtures_cases import table, value
from zhenyin.stats.hierarchy import family_q_values, simes
from zhenyin.stats.monotone import monotone
from zhenyin.stats.multiple import q_values

# Benjamini and Hochberg (1995), section 4.1: fifteen comparisons of two drugs after a heart attack.
DRUGS = np.array(
    [
        *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
        *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
    ]
)
chances = st.lists(st.floats(0, 1), min_size=1, max_size=30)


def test_the_four_discoveries_of_the_paper_are_made() -> None:
    assert (q_values(DRUGS) <= 0.05).sum() == 4
    assert q_values(DRUGS)[:5].round(4).tolist() == [0.0015, 0.003, 0.0095, 0.0356, 0.0603]
    assert simes(DRUGS) == pytest.approx(0.0015)


@table("stats/q_values.csv", ("p", "families", "q"))
def test_tests_are_accepted_at_these_rates(p: str, families: str, q: str) -> None:
    members = None if not families else np.array(value(families), dtype=np.int64)
    assert family_q_values(np.array(value(p), dtype=float), members).tolist() == pytest.approx(value(q))


@given(chances)
def test_q_values_are_those_of_scipy_in_the_order_given(p: list[float]) -> None:
    assert q_values(np.array(p)).tolist() == pytest.approx(false_discovery_control(p).tolist())
    assert simes(np.array(p)) == pytest.approx(false_discovery_control(p).min())


@given(chances, st.integers(1, 5), st.floats(0.01, 0.5))
def test_a_family_that_is_no_discovery_has_none(p: list[float], size: int, rate: float) -> None:
    tests, families = np.array(p), np.arange(len(p)) // size
    q = family_q_values(tests, families)
    known = np.unique(families)
    whole = q_values(np.array([simes(tests[families == family]) for family in known]))
    # What is found at a rate lies in families found at it, and at that rate times their share within.
    share = (whole <= rate).mean()
    for family, of_family in zip(known, whole, strict=True):
        inside = families == family
        within = (q_values(tests[inside]) <= rate * share * (1 - 1e-12)) & (of_family <= rate)
        assert not (q[inside] <= rate * (1 - 1e-9))[
            ~within & (q_values(tests[inside]) > rate * share * (1 + 1e-9))
        ].any()
        assert (q[inside][within] <= rate * (1 + 1e-9)).all()


@table("stats/trends.csv", ("values", "tau", "p"))
def test_a_trend_has_the_chance_of_so_many_orders(values: str, tau: str, p: str) -> None:
    assert monotone(np.array(value(values), dtype=float)) == pytest.approx((float(tau), float(p)), abs=1e-6)
