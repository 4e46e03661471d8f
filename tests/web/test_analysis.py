"""Explanations and scans over HTTP."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import numpy as np
import pytest
from tests.web.conftest import Browser

from fixtures_facts import put, ticket
from zhenyin.account.models import Role
from zhenyin.job.workspace import Workspace

CRASH = ["fault=闪退"]
PERIOD = "2026-04-06..2026-05-03"


@pytest.fixture(scope="module")
def crashes(workspace: Workspace) -> Workspace:
    """Sixteen weeks of four faults on three versions; in the last four, version 3 crashes four times as often."""
    dice = np.random.default_rng(5)
    made = []
    for week in range(16):
        for fault in ("闪退", "卡顿", "白屏", "耗电"):
            for version in ("1", "2", "3"):
                bad = week >= 12 and (fault, version) == ("闪退", "3")
                for _ in range(int(dice.poisson(40 if bad else 10))):
                    at = datetime(2026, 1, 12, 9) + timedelta(weeks=week, days=int(dice.integers(7)))
                    made.append(ticket(len(made), at, fault=fault, category="APP", version=version))
    put(workspace.warehouse, "tickets", made)
    return workspace


@pytest.fixture(scope="module")
def analyst(log_in: Callable[[Role], Browser]) -> Browser:
    return log_in("analyst")


def test_a_rise_is_explained_with_a_picture_that_adds_up(crashes: Workspace, analyst: Browser) -> None:
    query = {"metric": "ticket_count", "where": CRASH, "period": PERIOD}
    found = analyst.send("POST", "/api/explain", query).json()
    assert found["suspects"][0]["where"] == {"version": ["3"]}
    assert found["suspects"][0]["interval"]["level"] == 0.95
    assert found["where"] == {"fault": ["闪退"]}
    assert found["sentence"]["zh"] != found["sentence"]["en"]
    chart = found["chart"]
    assert chart["kind"] == "waterfall"
    values = chart["series"][0]["values"]
    assert (chart["x"][0], chart["x"][-1]) == ("start", "end")
    assert sum(values[:-1]) == pytest.approx(values[-1])
    assert values[-1] == found["observed"]


def test_what_did_not_change_has_no_suspects_and_no_picture(crashes: Workspace, analyst: Browser) -> None:
    query = {"metric": "ticket_count", "where": ["fault=白屏"], "period": PERIOD}
    found = analyst.send("POST", "/api/explain", query).json()
    assert (found["suspects"], found["outside"], found["chart"]) == ([], False, None)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"metric": "ticket_count", "period": "all"}, "compare-without-period"),
        ({"metric": "ticket_count", "compare": "rest"}, "compare-without-slice"),
        ({"metric": "ticket_cuont"}, "metric-unknown"),
        ({"metric": "ticket_count", "where": ["闪退"]}, "filter-unreadable"),
        ({"metric": "ticket_count", "period": "soon"}, "period-unreadable"),
    ],
)
def test_a_refusal_has_a_code_and_both_languages(analyst: Browser, query: dict[str, object], code: str) -> None:
    answer = analyst.send("POST", "/api/explain", query)
    assert 400 <= answer.status_code < 500
    problem = answer.json()
    assert problem["code"] == code
    assert problem["details"].keys() == {"zh", "en"}


def test_a_scan_is_a_job_and_its_signals_are_listed(crashes: Workspace, analyst: Browser) -> None:
    answer = analyst.send("POST", "/api/scans")
    assert answer.status_code == 202
    job = answer.json()
    until = time.monotonic() + 60
    while job["state"] not in ("done", "failed", "cancelled") and time.monotonic() < until:
        time.sleep(0.1)
        job = analyst.get(f"/api/jobs/{job['id']}").json()
    assert job["state"] == "done", job
    assert job["result"]["signals"] == analyst.get("/api/signals").json()["total"]
    assert job["result"].keys() >= {"signals", "new", "inactive", "reopened", "judged"}


def test_a_reader_may_ask_why_but_not_scan(crashes: Workspace, log_in: Callable[[Role], Browser]) -> None:
    reader = log_in("viewer")
    assert reader.send("POST", "/api/explain", {"metric": "ticket_count", "where": CRASH, "period": PERIOD}).is_success
    assert reader.send("POST", "/api/scans").status_code == 403
