"""The process over HTTP: the map, an edge's tickets, and what bounces."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from tests.web.conftest import Browser

from fixtures_facts import put, ticket
from zhenyin.account.models import Role
from zhenyin.job.workspace import Workspace

MONDAY = datetime(2026, 3, 2, 9)
_WAYS = {
    "straight": [(9, "reported", "客服"), (10, "assigned", "客服"), (14, "resolved", "客服")],
    "bounces": [
        (9, "reported", "客服"),
        (11, "transferred", "技术"),
        (15, "transferred", "客服"),
        (17, "resolved", "技术"),
    ],
}


@pytest.fixture(scope="module")
def log(workspace: Workspace) -> Workspace:
    """Thirty tickets that go straight, and ten about the app that bounce."""
    tickets, events = [], []
    for number in range(40):
        way, about = ("bounces", "APP") if number < 10 else ("straight", "漏水")
        steps = _WAYS[way]
        solved = MONDAY.replace(hour=steps[-1][0])
        told = {
            "fault": f"故障{number % 3}",
            "category": about,
            "province": "北京" if number % 2 else "上海",
            "resolved_at": solved,
            "ended_at": solved,
            "waited": True,
            "source": "log",
        }
        tickets.append(ticket(number, MONDAY, ping_pongs=2 if number < 10 else 0, **told))
        events += [
            {"ticket_id": f"t:{number}", "line": line, "at": MONDAY.replace(hour=hour), "activity": name, "team": team}
            for line, (hour, name, team) in enumerate(steps)
        ]
    put(workspace.warehouse, "tickets", tickets)
    put(workspace.warehouse, "events", events)
    return workspace


@pytest.fixture(scope="module")
def viewer(log_in: Callable[[Role], Browser]) -> Browser:
    return log_in("viewer")


def test_the_map_says_where_tickets_wait(log: Workspace, viewer: Browser) -> None:
    told = viewer.get("/api/process").json()
    assert (told["by"], told["tickets"], told["asked"]) == ("activity", 40, 40)
    assert told["bottlenecks"][0] | {"share": 0, "open_share": 0} == {
        "source": "assigned", "target": "resolved", "n": 30, "hours": 120.0, "mean_hours": 4.0, "worked_hours": 120.0,
        "share": 0, "open_share": 0,
    }  # fmt: skip
    assert "派单 → 解决" in told["sentence"]["zh"]
    assert "assigned → resolved" in told["sentence"]["en"]
    assert told["variants"][0] == {
        "steps": ["reported", "assigned", "resolved"],
        "tickets": 30,
        "share": 0.75,
        "hours": 5.0,
    }


def test_filters_and_the_period_choose_the_tickets(log: Workspace, viewer: Browser) -> None:
    told = viewer.get("/api/process", params={"where": ["province=北京", "category=APP"], "by": "team"}).json()
    assert (told["by"], told["tickets"]) == ("team", 5)
    assert {(edge["source"], edge["target"]): edge["n"] for edge in told["edges"]} == {
        ("客服", "技术"): 10,
        ("技术", "客服"): 5,
    }
    assert viewer.get("/api/process", params={"period": "2025"}).json()["tickets"] == 0


def test_an_edge_leads_to_its_tickets(log: Workspace, viewer: Browser) -> None:
    edge = {"source": "transferred", "target": "transferred", "limit": 3, "offset": 8}
    told = viewer.get("/api/process/tickets", params=edge).json()
    assert (told["n"], told["total"], told["median_hours"], told["p90_hours"]) == (10, 10, 4.0, 4.0)
    assert [(row["ticket_id"], row["waited_hours"]) for row in told["rows"]] == [("t:8", 4.0), ("t:9", 4.0)]


def test_a_way_leads_to_its_tickets(log: Workspace, viewer: Browser) -> None:
    way = ["reported", "assigned", "resolved"]
    told = viewer.get("/api/process/tickets/way", params={"step": way, "limit": 2, "offset": 29}).json()
    assert (told["total"], len(told["rows"]), told["rows"][0]["taken_hours"]) == (30, 1, 5.0)
    begun = viewer.get("/api/process/tickets/way", params={"step": way[:2]}).json()
    assert begun["total"] == 0, "a ticket that went on took another way"
    assert viewer.get("/api/process/tickets/way", params={"step": ["lost"]}).json()["code"] == "step-unknown"
    assert viewer.get("/api/process/tickets/way").status_code == 422


def test_a_step_leads_to_its_tickets_those_that_had_it_most_often_first(log: Workspace, viewer: Browser) -> None:
    told = viewer.get("/api/process/tickets/step", params={"step": "transferred", "limit": 3, "offset": 8}).json()
    assert (told["total"], [(row["ticket_id"], row["times"]) for row in told["rows"]]) == (10, [("t:8", 2), ("t:9", 2)])
    in_beijing = {"step": "transferred", "where": "province=北京"}
    assert viewer.get("/api/process/tickets/step", params=in_beijing).json()["total"] == 5


def test_ping_pong_tells_what_it_costs_and_what_it_is_about(log: Workspace, viewer: Browser) -> None:
    told = viewer.get("/api/process/ping-pong").json()
    assert (told["tickets"], told["bounced"], told["returns"], told["round_hours"]) == (40, 10, 20, 60.0)
    # Eight hours against the five of those that went straight.
    assert told["lost"]["hours"] == pytest.approx(10 * (8 - 5))
    about = told["about"][0]
    assert about["where"] == {"category": "APP"}
    # All ten of the ten about the app, where a quarter of forty is usual: Wilson's interval of 10 of 10 over a quarter.
    assert (about["ratio"], about["low"], about["high"]) == pytest.approx((4.0, 0.7225 * 4, 4.0), abs=0.01)


def test_hand_offs_tell_what_came_of_them(log: Workspace, viewer: Browser) -> None:
    told = viewer.get("/api/process/hand-offs").json()
    assert (told["tickets"], told["moved"], told["times"]) == (40, 10, 30)
    first = next(row for row in told["hand_offs"] if row["source"] == "客服")
    assert (first["n"], first["tickets"], first["back"], first["solved"]) == (20, 10, 0.5, 0.5)
    assert "客服 → 技术" in told["sentence"]["zh"]


def test_a_standard_is_derived_until_it_is_stated(
    log: Workspace, viewer: Browser, log_in: Callable[[Role], Browser]
) -> None:
    told = viewer.get("/api/process/conformance").json()
    assert (told["stated"], told["tickets"], told["conforming"]) == (False, 40, 40)
    admin, stated = log_in("admin"), {"text": "提交\n派单\n解决", "by": "activity"}
    assert viewer.send("PUT", "/api/process/standard", stated).status_code == 403
    assert admin.send("PUT", "/api/process/standard", stated).json() == {"stated": True}
    told = viewer.get("/api/process/conformance").json()
    assert (told["stated"], told["conforming"], told["standard"]["en"]) == (True, 30, "reported\nassigned\nresolved")
    assert [(one["kind"], one["step"], one["tickets"], one["times"]) for one in told["deviations"]] == [
        ("skipped", "assigned", 10, 10), ("unknown", "transferred", 10, 20),
    ]  # fmt: skip
    assert told["deviations"][1]["longer"]["each"] == pytest.approx(8 - 5)
    behind = {"kind": "unknown", "step": "transferred", "limit": 3, "offset": 8}
    rows = viewer.get("/api/process/conformance/tickets", params=behind).json()
    assert (rows["total"], [row["ticket_id"] for row in rows["rows"]]) == (10, ["t:8", "t:9"])
    assert admin.send("PUT", "/api/process/standard", {"text": "提交\n派蛋", "by": "activity"}).status_code == 404
    assert admin.send("PUT", "/api/process/standard", {"text": "", "by": "activity"}).json() == {"stated": False}


def test_open_tickets_are_told_by_how_likely_they_will_be_late(
    log: Workspace, viewer: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Thirty tickets were solved four hours after they were assigned; these were three hours ago.
    now = MONDAY + timedelta(days=30)
    open_ = [
        ticket(100 + n, now - timedelta(hours=4), source="log", waited=True, resolution_due_at=now + due)
        for n, due in enumerate([timedelta(minutes=30), timedelta(hours=30), timedelta(hours=-1)])
    ]
    put(
        log.warehouse,
        "events",
        [
            {
                "ticket_id": one["ticket_id"],
                "line": 1,
                "at": now - timedelta(hours=3),
                "activity": "assigned",
                "team": "客服",
            }
            for one in open_
        ],
    )
    put(log.warehouse, "tickets", [*open_, ticket(200, now, source="silent", waited=True)])
    monkeypatch.setenv("ZHENYIN_NOW", f"{now.isoformat()}+08:00")
    told = viewer.get("/api/process/remaining").json()
    with log.warehouse.writing() as cursor:
        cursor.run("DELETE FROM tickets WHERE resolved_at IS NULL")
        cursor.run("DELETE FROM events WHERE ticket_id NOT IN (SELECT ticket_id FROM tickets)")
    assert (told["open"], told["over"], told["unlimited"], told["silent"]) == (3, 1, 0, 1)
    assert [row["ticket_id"] for row in told["late"]] == ["t:100", "t:101"]
    assert told["late"][0]["likely"] == pytest.approx(1.0)
    assert told["late"][1]["likely"] == pytest.approx(0.0)
    assert (told["late"][0]["low"], told["late"][0]["mid"], told["late"][0]["high"]) == pytest.approx(
        (1.0, 1.0, 1.0), abs=0.15
    )


def test_what_is_slow_is_told(log: Workspace, viewer: Browser) -> None:
    told = viewer.get("/api/process/slow").json()
    assert (told["solved"], told["hours"]) == (40, 8.0)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/api/process?by=colour", "view-unknown"),
        ("/api/process/tickets?source=assigned&target=asigned", "step-unknown"),
        ("/api/process/conformance/tickets?kind=late&step=assigned", "deviation-unknown"),
        ("/api/process?period=sometime", "period-unreadable"),
        ("/api/process?where=province", "filter-unreadable"),
    ],
)
def test_what_cannot_be_answered_is_refused_by_name(log: Workspace, viewer: Browser, path: str, code: str) -> None:
    answer = viewer.get(path)
    assert answer.status_code in (404, 422)
    assert answer.json()["code"] == code
