"""Life tables against a textbook, against another library, and against counting by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenyin.reliability.cohorts import Cohorts
from zhenyin.reliability.life_table import LifeTable, kaplan_meier, life_table

# Remission of leukaemia under 6-MP, weeks; D. R. Cox, D. Oakes, "Analysis of Survival Data" (1984), table 1.1.
RELAPSED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
STILL_WELL = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
PUBLISHED = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}


def of_ages(failed: list[int], censored: list[int]) -> LifeTable:
    ages = np.arange(max(failed + censored) + 1)
    durations = np.array(failed + censored)
    return LifeTable(
        np.array([failed.count(int(age)) for age in ages], dtype=float),
        (durations[None, :] >= ages[:, None]).sum(axis=1),
    )


def test_the_share_without_failure_is_that_of_the_textbook() -> None:
    survival = kaplan_meier(of_ages(RELAPSED, STILL_WELL))
    assert {age: round(float(survival.share[age]), 3) for age in PUBLISHED} == PUBLISHED


def test_share_and_error_are_those_of_another_library() -> None:
    from surpyval import KaplanMeier

    survival = kaplan_meier(of_ages(RELAPSED, STILL_WELL))
    other = KaplanMeier.fit(x=RELAPSED + STILL_WELL, c=[0] * len(RELAPSED) + [1] * len(STILL_WELL))
    ages = sorted(PUBLISHED)
    assert survival.share[ages] == pytest.approx(other.sf(ages), abs=1e-9)
    bounds = np.sort(np.asarray(other.cb(ages, on="sf", bound="two-sided", bound_type="exp")), axis=1)
    assert survival.low[ages] == pytest.approx(bounds[:, 0], abs=2e-3)
    assert survival.high[ages] == pytest.approx(bounds[:, 1], abs=2e-3)


def test_units_too_young_for_an_age_are_not_at_risk_at_it() -> None:
    cohorts = Cohorts(
        shipped=np.array([100.0, 200.0, 50.0]),
        month=np.array([0, 1, 2]),
        failed=np.array([[0.0, 10, 5], [0, 0, 20], [0, 0, 0]]),
        seen=np.ones(3),
    )
    table = life_table(cohorts)
    assert table.at_risk.tolist() == [350, 300, 90]
    assert table.failed.tolist() == [0, 30, 5]


def test_a_month_of_which_half_is_known_counts_half() -> None:
    whole = Cohorts(np.array([100.0]), np.array([0]), np.array([[4.0, 0.0]]), np.ones(2))
    half = Cohorts(np.array([100.0]), np.array([0]), np.array([[4.0, 0.0]]), np.array([1.0, 0.5]))
    assert life_table(whole).at_risk.tolist() == [100, 96]
    assert life_table(half).at_risk.tolist() == [100, 48]


def test_nothing_at_risk_is_unknown_and_not_zero() -> None:
    table = LifeTable(np.zeros(3), np.array([10.0, 0.0, 10.0]))
    assert np.isnan(table.rate()[1])
    assert np.isnan(kaplan_meier(table).share[1:]).all()


def test_where_nothing_failed_everything_survives_for_sure_of_the_interval_too() -> None:
    survival = kaplan_meier(LifeTable(np.zeros(2), np.array([10.0, 5.0])))
    assert survival.share.tolist() == survival.low.tolist() == survival.high.tolist() == [1, 1]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 60)), min_size=1, max_size=12))
def test_the_share_never_rises_and_lies_in_its_interval(steps: list[tuple[int, int]]) -> None:
    at_risk = np.cumsum([left for _, left in steps][::-1])[::-1].astype(float)
    failed = np.minimum([f for f, _ in steps], at_risk).astype(float)
    survival = kaplan_meier(LifeTable(failed, at_risk))
    known = np.isfinite(survival.share)
    assert (np.diff(survival.share[known]) <= 1e-12).all()
    estimated = np.isfinite(survival.low) & np.isfinite(survival.high) & known
    assert (survival.low[estimated] <= survival.share[estimated] + 1e-9).all()
    assert (survival.share[estimated] <= survival.high[estimated] + 1e-9).all()


def test_the_past_knows_nothing_of_what_came_later() -> None:
    failed = np.array([[1.0, 2, 3], [0, 4, 5], [0, 0, 6]])
    cohorts = Cohorts(np.array([10.0, 20, 30]), np.array([0, 1, 2]), failed, np.ones(3))
    past = cohorts.until(2)
    assert past.failed.tolist() == [[1, 2], [0, 4]]
    assert past.shipped.tolist() == [10, 20]
