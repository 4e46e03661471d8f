"""Slices that are worse than their peers for long, and slices above a limit."""

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from tests.watch.cubes import cases, names

from fixtures_facts import in_service, put, ticket
from zhenyin.job.workspace import Workspace
from zhenyin.question.weekly import Weeks
from zhenyin.watch.models import Finding
from zhenyin.watch.rules import LimitRule, PeerGapRule
from zhenyin.watch.scan.peers_and_limits import _LEAST_Z, gap_findings, limit_findings, mean_ratio

MEANS = cases("means")
FIRST, WEEKS = datetime(2026, 1, 5, 9), 12
GAP = PeerGapRule("first_response_hours", "province", weeks=WEEKS)
LIMIT = LimitRule("failure_rate", ("model",), above=50.0)


@pytest.mark.parametrize("case", MEANS, ids=names(MEANS))
def test_the_ratio_of_two_means(case: dict[str, Any]) -> None:
    sides = (np.array(case[name], dtype=float) for name in ("total", "n", "other", "other_n"))
    ratio, half, score = mean_ratio(*sides)
    assert ratio == pytest.approx(case["ratio"])
    assert (score >= _LEAST_Z) is case["certain"]
    assert half >= 0


def answered(workspace: Workspace, hours: dict[str, float], each: int = 10) -> list[Finding]:
    """Twelve weeks of so many tickets in each province, first answered after so many hours."""
    rows: list[dict[str, Any]] = []
    for week in range(WEEKS):
        for province, late in hours.items():
            for i in range(each):
                at = FIRST + timedelta(weeks=week, hours=i)
                wait = timedelta(hours=late * (1 + 0.1 * ((week + i) % 3)))
                rows.append(ticket(len(rows), at, province=province, first_response_at=at + wait))
    put(workspace.warehouse, "tickets", rows)
    return list(gap_findings(workspace, GAP, Weeks(FIRST.date(), WEEKS)))


def test_a_province_that_is_slow_in_every_week_is_found(workspace: Workspace) -> None:
    (found,) = answered(workspace, {"北京市": 4.0, "上海市": 2.0, "四川省": 2.0})
    assert found.where == {"province": "北京市"}
    assert (found.since, found.until) == (FIRST.date(), FIRST.date() + timedelta(weeks=WEEKS, days=-1))
    assert found.low < 2.0 < found.high
    assert found.observed / found.expected == pytest.approx(found.ratio)
    assert found.evidence.mix_rate is not None
    assert found.evidence.series is None


@pytest.mark.parametrize(
    ("hours", "each"),
    [({"北京市": 2.8, "上海市": 2.0}, 10), ({"北京市": 4.0, "上海市": 2.0}, 4), ({"北京市": 2.0}, 10)],
)
def test_a_small_gap_few_tickets_or_no_peers_are_no_finding(
    workspace: Workspace, hours: dict[str, float], each: int
) -> None:
    assert answered(workspace, hours, each) == []


def failed(workspace: Workspace, failures: dict[str, int]) -> list[Finding]:
    """March: so many failures of 500 units of each model; there were few before."""
    months = [date(2026, month, 1) for month in range(1, 5)]
    put(workspace.warehouse, "exposure", [in_service(m, 500.0, model=model) for m in months for model in failures])
    rows: list[dict[str, Any]] = []
    for model, n in failures.items():
        days = [datetime(2026, 3, 1 + i % 30, 9) for i in range(n)] + [datetime(2026, 1, 10, 9)] * 3
        rows += [ticket(len(rows) + i, day, model=model, fault="漏水", category="机身") for i, day in enumerate(days)]
    put(workspace.warehouse, "tickets", rows)
    return list(limit_findings(workspace, LIMIT, date(2026, 4, 6)))


def test_a_model_above_the_limit_is_found_in_the_month_that_is_over(workspace: Workspace) -> None:
    (found,) = failed(workspace, {"A": 40, "B": 20})
    assert found.where == {"model": "A"}
    assert (found.since, found.until) == (date(2026, 3, 1), date(2026, 3, 31))
    assert found.observed == 40.0
    assert found.expected == pytest.approx(25.0, rel=0.05)
    assert found.ratio == pytest.approx(found.observed / found.expected)
    assert found.low < found.ratio < found.high
    assert found.evidence.limit == 50.0


def test_few_failures_cross_no_limit(workspace: Workspace) -> None:
    assert failed(workspace, {"A": 19}) == []


def test_a_limit_on_a_dimension_that_exposure_lacks_is_passed_over(workspace: Workspace) -> None:
    put(workspace.warehouse, "exposure", [in_service(date(2026, 3, 1), 10.0, model="A")])
    assert list(limit_findings(workspace, LimitRule("failure_rate", ("agent",), 50.0), date(2026, 4, 6))) == []
