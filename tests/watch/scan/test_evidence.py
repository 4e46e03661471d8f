"""Evidence of a finding: its baseline, its time series, and what its explanation says."""

from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from tests.watch.cubes import MONDAY, cases, cube, explanation, names, suspect

from zhenyin.watch.scan.evidence import baseline_of, evidence_of, reference_series, time_series

BASELINES = cases("baselines")
ROWS = [
    {"where": {"fault": "漏水", "city": "成都市"}, "counts": [4, 6, 30]},
    {"where": {"fault": "闪退", "city": "成都市"}, "counts": [10, 10, 20]},
    {"where": {"fault": "闪退", "city": "绵阳市"}, "counts": [7, 7, 7]},
]


@pytest.mark.parametrize("case", BASELINES, ids=names(BASELINES))
def test_the_baseline_follows_the_reference(case: dict[str, Any]) -> None:
    observed, reference = (np.array(case[name], dtype=float) for name in ("observed", "reference"))
    found = baseline_of(observed, reference, case["onset"], case["expected"])
    assert found.tolist() == pytest.approx(case["baseline"])
    assert found[case["onset"] :].sum() == pytest.approx(case["expected"])


@pytest.mark.parametrize(
    ("where", "reference"),
    [
        ({"fault": "漏水", "city": "成都市"}, [10, 10, 20]),
        ({"fault": "漏水"}, [17, 17, 27]),
        ({"city": "成都市"}, [1, 1, 1]),
        ({}, [1, 1, 1]),
    ],
)
def test_a_fault_is_compared_with_the_other_tickets_of_its_place(where: dict[str, str], reference: list[int]) -> None:
    assert reference_series(cube(ROWS, 3), where).tolist() == reference


@pytest.mark.parametrize("days", [7, 1])
def test_a_time_series_has_the_counts_their_baseline_and_their_range(days: int) -> None:
    since = MONDAY + timedelta(days=2 * days)
    found = time_series(cube(ROWS, 3, days), {"fault": "漏水", "city": "成都市"}, since, 8.0)
    assert (found.first, found.days, found.observed) == (MONDAY, days, (4.0, 6.0, 30.0))
    assert found.baseline == (5.0, 5.0, 8.0)
    assert found.margin == pytest.approx([1.96 * x**0.5 for x in found.baseline], rel=1e-3)
    assert found.starts[2] == since


def test_evidence_keeps_what_an_explanation_says() -> None:
    found = explanation([suspect({"city": "成都市"})], outside=False)
    kept = evidence_of(found)
    assert (kept.sentence, kept.suspects, kept.outside) == (found.sentence, found.suspects, False)
    assert (kept.observed, kept.expected) == (40.0, 20.0)
    assert (kept.series, kept.mix_rate, kept.limit) == (None, None, None)
