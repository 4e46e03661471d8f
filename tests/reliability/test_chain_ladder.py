"""Chain-ladder against the example that every paper on it uses, and groups held against others."""

import numpy as np
import pytest

from zhenyin.reliability.chain_ladder import chain_ladder, to_come, triangle_of
from zhenyin.reliability.cohorts import Cohorts
from zhenyin.reliability.peer_comparison import compare_with_peers

# G. C. Taylor, F. R. Ashe (1983), as in T. Mack, ASTIN Bulletin 23 (1993), tables 1 to 3.
TAYLOR_ASHE = """
357848 1124788 1735330 2218270 2745596 3319994 3466336 3606286 3833515 3901463
352118 1236139 2170033 3353322 3799067 4120063 4647867 4914039 5339085
290507 1292306 2218525 3235179 3985995 4132918 4628910 4909315
310608 1418858 2195047 3757447 4029929 4381982 4588268
443160 1136350 2128333 2897821 3402672 3873311
396132 1333217 2180715 2985752 3691712
440832 1288463 2419861 3483130
359480 1421128 2864498
376686 1363294
344014
"""
FACTORS = [3.491, 1.747, 1.457, 1.174, 1.104, 1.086, 1.054, 1.077, 1.018]
TO_COME, ERROR = 18_680_856, 2_447_095


def triangle() -> np.ndarray:
    rows = [[float(value) for value in line.split()] for line in TAYLOR_ASHE.split("\n") if line]
    return np.array([row + [np.nan] * (len(rows) - len(row)) for row in rows])


def test_factors_reserve_and_error_are_those_of_the_paper() -> None:
    found = chain_ladder(triangle())
    latest = sum(row[np.isfinite(row)][-1] for row in triangle())
    assert found.factors.round(3).tolist() == FACTORS
    assert found.ultimate.sum() - latest == pytest.approx(TO_COME, abs=1)
    assert found.standard_error == pytest.approx(ERROR, rel=1e-4)


def test_a_cohort_without_its_first_age_is_refused() -> None:
    broken = triangle()
    broken[3, 0] = np.nan
    with pytest.raises(ValueError, match="known at its first age"):
        chain_ladder(broken)


def test_cohorts_become_a_triangle_and_what_is_to_come_is_one_diagonal_a_month() -> None:
    failed = np.array([[1.0, 2, 3], [0, 2, 4], [0, 0, 4]])
    cohorts = Cohorts(np.full(3, 100.0), np.array([0, 1, 2]), failed, np.ones(3))
    triangle = triangle_of(cohorts)
    assert triangle[1, :2].tolist() == [2, 6]
    assert np.isnan(triangle[1, 2])
    # Factors: (3 + 6) / (1 + 2) = 3, then 6 / 3 = 2.
    assert to_come(cohorts, 2).tolist() == [6 + 8, 12]
    assert to_come(cohorts, 3)[2] == 0


def test_a_group_is_held_against_others_of_the_same_age() -> None:
    """The old group has more failures because it is old; the bad one because it is bad."""
    at_risk = np.array([[1000.0, 1000, 1000, 1000], [1000, 1000, 1000, 1000], [1000, 1000, 0, 0]])
    rate = np.array([0.001, 0.002, 0.03, 0.04])
    failed = at_risk * rate
    failed[2] = [10, 20, 0, 0]
    found = compare_with_peers(failed, at_risk)
    assert found.expected[0] == pytest.approx(failed[0].sum(), rel=0.25)
    assert found.expected[2] == pytest.approx(3, rel=0.25)
    assert found.evidence[2] > 20
    assert found.evidence[2] > 10 * abs(found.evidence[:2]).max()


def test_a_handful_is_not_much_evidence_where_the_others_have_nothing_to_compare_with() -> None:
    at_risk = np.full((20, 3), 1000.0)
    failed = np.zeros((20, 3))
    failed[0, 1] = 4
    assert 0 < compare_with_peers(failed, at_risk).evidence[0] < 12
    failed[0] = 20
    assert compare_with_peers(failed, at_risk).evidence[0] > 100
