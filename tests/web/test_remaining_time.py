"""What remains of one ticket over HTTP: hours estimated from comparable tickets, or the reason why there are none."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import Browser

from fixtures_facts import put, ticket
from zhenyin.account.models import Role
from zhenyin.job.workspace import Workspace

NOW = datetime(2026, 3, 12, 13, 30)
LOG = {"source": "log", "waited": True, "valid": True}


@pytest.fixture(scope="module")
def log(workspace: Workspace) -> Workspace:
    """Sixty tickets that ended one to sixty hours after they were assigned, and open ones of every sort."""
    ended, events = [], []
    for n in range(60):
        made = NOW - timedelta(days=9, hours=n)
        over = made + timedelta(hours=1 + n + 1)
        ended.append(ticket(n, made, ended_at=over, resolved_at=over, team="客服", **LOG))
        events.append(_assigned(n, made + timedelta(hours=1)))
    hour_ago = NOW - timedelta(hours=1)
    open_ = [
        ticket(100, hour_ago - timedelta(hours=1), team="客服", resolution_due_at=NOW + timedelta(hours=30), **LOG),
        ticket(101, NOW - timedelta(days=200), team="客服", **LOG),
        ticket(102, hour_ago, duplicate_of="t:100", **LOG),
        ticket(103, hour_ago, **LOG | {"source": "群聊"}),
        ticket(104, NOW + timedelta(days=1), **LOG),
        ticket(105, hour_ago, **LOG | {"valid": False}),
        ticket(106, hour_ago, status="已关闭", **LOG),
    ]
    put(workspace.warehouse, "tickets", [*ended, *open_])
    put(workspace.warehouse, "events", [*events, _assigned(100, hour_ago)])
    return workspace


def _assigned(number: int, at: datetime) -> dict[str, object]:
    return {"ticket_id": f"t:{number}", "line": 1, "at": at, "activity": "assigned", "team": "客服"}


@pytest.fixture(autouse=True)
def _frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHENYIN_NOW", f"{NOW.isoformat()}+08:00")


def test_hours_come_with_what_they_are_estimated_from(log: Workspace, log_in: Callable[[Role], Browser]) -> None:
    answer = log_in("agent").get("/api/process/remaining-time/t:100").json()
    # An hour after it was assigned: those that then took 1 to 60 hours had up to 59 left. Ages count to a twentieth.
    assert (answer["interval"]["low"], answer["median_hours"], answer["interval"]["high"]) == pytest.approx(
        (5, 29, 53), abs=2
    )
    assert (answer["available"], answer["n"], answer["step"]["zh"]) == (True, 60, "派单")
    assert answer["late_probability"] == pytest.approx(0.5, abs=0.05)
    assert answer["basis"]["zh"].startswith("依据 60 件已结束、曾停在“派单”至少")
    assert "same source, team and kind" in answer["basis"]["en"]
    assert answer["sentence"]["en"].startswith("About ")
    assert answer["sentence"]["zh"].startswith("预计还需 ")


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (0, "ticket-over", "已经结束"),
        (101, "too-few", "只有 0 件"),
        (102, "ticket-duplicate", "t:100"),
        (103, "source-silent", "群聊"),
        (104, "ticket-undated", "未来"),
        (105, "ticket-invalid", "无效"),
        (106, "ticket-over", "已经结束"),
    ],
)
def test_what_cannot_be_estimated_says_why(
    log: Workspace, log_in: Callable[[Role], Browser], number: int, code: str, text: str
) -> None:
    answer = log_in("agent").get(f"/api/process/remaining-time/t:{number}").json()
    assert (answer["available"], answer["code"]) == (False, code)
    assert text in answer["reason"]["zh"]
    assert answer["sentence"]["en"].startswith("Cannot say how long it still takes: ")


def test_more_rows_are_used_at_once(log: Workspace, log_in: Callable[[Role], Browser]) -> None:
    reader = log_in("agent")
    before = reader.get("/api/process/remaining-time/t:100").json()["n"]
    made = NOW - timedelta(days=12)
    over = made + timedelta(hours=9)
    put(log.warehouse, "tickets", [ticket(300, made, ended_at=over, resolved_at=over, team="客服", **LOG)])
    put(log.warehouse, "events", [_assigned(300, made + timedelta(hours=1))])
    assert reader.get("/api/process/remaining-time/t:100").json()["n"] == before + 1


def test_only_who_may_read_tickets_gets_it(
    log: Workspace, stranger: TestClient, log_in: Callable[[Role], Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert stranger.get("/api/process/remaining-time/t:100").status_code == 401
    viewer = log_in("viewer")
    assert viewer.get("/api/process/remaining-time/t:100").status_code == 200
    missing = viewer.get("/api/process/remaining-time/t:999")
    assert (missing.status_code, missing.json()["code"]) == (404, "ticket-unknown")
    # Every role that there is may read tickets; one that may not is made here.
    from zhenyin.account import models

    monkeypatch.setitem(models.ROLES, "viewer", models.ROLES["viewer"] - {"ticket.read"})
    refused = viewer.get("/api/process/remaining-time/t:100")
    assert (refused.status_code, refused.json()["code"]) == (403, "permission-missing")
