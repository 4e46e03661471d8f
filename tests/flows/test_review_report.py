"""What got worse is told at a false-discovery rate: the p of a change comes from its interval."""

import pytest

from fixtures_cases import table
from zhenyin.flows.review_report import _p_value
from zhenyin.question.models import Cell, Change, Estimate


def number(text: str) -> float | None:
    return float(text) if text else None


@table("report/change_p_values.csv", ["change", "low", "high", "relative", "rows", "p"])
def test_the_p_of_a_change_follows_from_the_width_of_its_interval(
    change: str, low: str, high: str, relative: str, rows: str, p: str
) -> None:
    estimate = Estimate(1.0, None, None, int(rows), 1.0, 1.0)
    moved = Change(estimate, number(change), number(low), number(high), relative=bool(relative))
    found = _p_value(Cell("resolution_hours", {}, estimate, change=moved))
    assert found == (pytest.approx(float(p), abs=0.0005) if p else None)
