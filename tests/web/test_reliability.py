"""Lives and volumes over HTTP, on a company with one bad batch."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import numpy as np
import pytest
from tests.web.conftest import Browser

from fixtures_facts import in_service, put, ticket
from zhenyin.account.models import Role
from zhenyin.job.workspace import Workspace

BATCHES, MONTHS, UNITS, BAD = 4, 10, 400, "B1"
FIRST = date(2025, 9, 1)


def month(number: int) -> date:
    return date(FIRST.year + (FIRST.month - 1 + number) // 12, (FIRST.month - 1 + number) % 12 + 1, 1)


@pytest.fixture(scope="module")
def fleet(workspace: Workspace) -> Workspace:
    dice = np.random.default_rng(8)
    units, failures = [], []
    for ship in range(BATCHES):
        what = {"product_line": "扫地机", "model": "X1", "batch": f"B{ship}"}
        for at in range(ship, MONTHS):
            units.append(in_service(month(at), UNITS, shipped=UNITS if at == ship else 0, **what))
            rate = 0.08 if f"B{ship}" == BAD and at - ship >= 4 else 0.01
            for unit in np.flatnonzero(dice.random(UNITS) < rate).tolist():
                when = datetime.combine(month(at), datetime.min.time()) + timedelta(
                    days=int(dice.integers(28)), hours=9
                )
                more = {"sold_at": month(ship), "device_id": f"{ship}-{unit}", "fault": "续航短", "team": "维修"}
                done = {"resolved_at": when + timedelta(days=1), "agent": f"张{unit % 3}", "ended_at": when}
                failures.append(ticket(len(failures), when, source="s", waited=True, **more, **done, **what))
    failures.append(
        ticket(10**6, datetime.combine(month(MONTHS), datetime.min.time()) - timedelta(hours=1), kind="咨询")
    )
    put(workspace.warehouse, "exposure", units)
    put(workspace.warehouse, "tickets", failures)
    return workspace


@pytest.fixture(scope="module")
def viewer(fleet: Workspace, log_in: Callable[[Role], Browser]) -> Browser:
    return log_in("viewer")


def test_the_bad_batch_is_named_with_its_age(viewer: Browser) -> None:
    found = viewer.get("/api/reliability?by=batch").json()
    assert [one["where"] for one in found["excess_failures"]] == [
        {"model": ["X1"], "batch": [BAD], "fault": ["续航短"]}
    ]
    assert found["excess_failures"][0]["onset_age"]["months"] == 4
    assert len(found["groups"]) == BATCHES


def test_its_life_is_told_with_pictures_and_cost(viewer: Browser) -> None:
    found = viewer.get(f"/api/reliability/life?by=batch&group=batch%3D{BAD}&cost=100").json()
    assert found["charts"]["ages"]["x"][:3] == ["0", "1", "2"]
    ahead = found["failure_forecast"]
    assert found["cost"]["so_far"] == 100 * found["failed"]
    assert ahead["interval"]["low"] < ahead["expected"] < ahead["interval"]["high"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/api/reliability?by=agent", "life-by-unknown"),
        ("/api/reliability?where=agent%3Dx", "life-filter"),
        ("/api/reliability/life?group=batch%3Dnone", "group-unknown"),
        ("/api/forecast?days=400", "horizon-unusable"),
        ("/api/forecast?by=agnet", "dimension-unknown"),
        ("/api/forecast/staffing?team=nobody", "team-unknown"),
    ],
)
def test_what_is_not_known_is_refused_with_its_code(viewer: Browser, path: str, code: str) -> None:
    answer = viewer.get(path)
    assert answer.status_code in (404, 422)
    assert answer.json()["code"] == code


def test_volumes_come_with_intervals_and_events(viewer: Browser) -> None:
    found = viewer.get("/api/forecast?grain=week&days=28&by=team").json()
    assert found["available"] is True
    (line,) = [one for one in found["series"] if one["where"] == {"team": ["维修"]}]
    assert len(found["steps"]) == 4
    assert all(a <= b <= c for a, b, c in zip(line["low"], line["expected"], line["high"], strict=True))
    assert found["chart"]["series"][1]["dashed_from"] == 0


def test_a_queue_with_nobody_grows_by_what_comes(viewer: Browser) -> None:
    found = viewer.get("/api/forecast/staffing?team=维修&people=-100").json()
    assert found["changed"]["backlog"][-1] > found["as_is"]["backlog"][-1]
    assert found["changed"]["doubling_day"] is not None
