"""The process over HTTP: the map, an edge's tickets, and what bounces."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from tests.web.conftest import Browser

from fixtures_facts import put, ticket
from zhenyin.account.models import Role
from zhenyin.job.workspace import Workspace

MONDAY = datetime(2026, 3, 2, 9)
_VARIANTS = {
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
        variant, about = ("bounces", "APP") if number < 10 else ("straight", "漏水")
        steps = _VARIANTS[variant]
        solved = MONDAY.replace(hour=steps[-1][0])
        columns = {
            "fault": f"故障{number % 3}",
            "category": about,
            "province": "北京" if number % 2 else "上海",
            "resolved_at": solved,
            "ended_at": solved,
            "waited": True,
            "source": "log",
        }
        tickets.append(ticket(number, MONDAY, ping_pongs=2 if number < 10 else 0, **columns))
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
    answer = viewer.get("/api/process").json()
    assert (answer["by"], answer["tickets"], answer["tickets_selected"]) == ("activity", 40, 40)
    assert answer["bottlenecks"][0] | {"share": 0, "open_share": 0} == {
        "source": "assigned", "target": "resolved", "n": 30, "hours": 120.0, "mean_hours": 4.0, "worked_hours": 120.0,
        "share": 0, "open_share": 0,
    }  # fmt: skip
    assert "派单 → 解决" in answer["sentence"]["zh"]
    assert "assigned → resolved" in answer["sentence"]["en"]
    assert answer["variants"][0] == {
        "steps": ["reported", "assigned", "resolved"],
        "tickets": 30,
        "share": 0.75,
        "mean_hours": 5.0,
    }


def test_filters_and_the_period_choose_the_tickets(log: Workspace, viewer: Browser) -> None:
    answer = viewer.get("/api/process", params={"where": ["province=北京", "category=APP"], "by": "team"}).json()
    assert (answer["by"], answer["tickets"]) == ("team", 5)
    assert {(edge["source"], edge["target"]): edge["n"] for edge in answer["edges"]} == {
        ("客服", "技术"): 10,
        ("技术", "客服"): 5,
    }
    assert viewer.get("/api/process", params={"period": "2025"}).json()["tickets"] == 0


def test_an_edge_leads_to_its_tickets(log: Workspace, viewer: Browser) -> None:
    edge = {"source": "transferred", "target": "transferred", "limit": 3, "offset": 8}
    answer = viewer.get("/api/process/edges/tickets", params=edge).json()
    assert (answer["n"], answer["total"], answer["median_hours"], answer["p90_hours"]) == (10, 10, 4.0, 4.0)
    assert [(row["ticket_id"], row["waited_hours"]) for row in answer["items"]] == [("t:8", 4.0), ("t:9", 4.0)]


def test_a_variant_leads_to_its_tickets(log: Workspace, viewer: Browser) -> None:
    variant = ["reported", "assigned", "resolved"]
    answer = viewer.get("/api/process/variants/tickets", params={"step": variant, "limit": 2, "offset": 29}).json()
    assert (answer["total"], len(answer["items"]), answer["items"][0]["duration_hours"]) == (30, 1, 5.0)
    begun = viewer.get("/api/process/variants/tickets", params={"step": variant[:2]}).json()
    assert begun["total"] == 0, "a ticket that went on took another variant"
    assert viewer.get("/api/process/variants/tickets", params={"step": ["lost"]}).json()["code"] == "step-unknown"
    assert viewer.get("/api/process/variants/tickets").status_code == 422


def test_a_step_leads_to_its_tickets_those_that_had_it_most_often_first(log: Workspace, viewer: Browser) -> None:
    answer = viewer.get("/api/process/steps/tickets", params={"step": "transferred", "limit": 3, "offset": 8}).json()
    assert (answer["total"], [(row["ticket_id"], row["occurrences"]) for row in answer["items"]]) == (
        10,
        [("t:8", 2), ("t:9", 2)],
    )
    in_beijing = {"step": "transferred", "where": "province=北京"}
    assert viewer.get("/api/process/steps/tickets", params=in_beijing).json()["total"] == 5


def test_ping_pong_says_what_it_costs_and_what_it_is_about(log: Workspace, viewer: Browser) -> None:
    answer = viewer.get("/api/process/ping-pong").json()
    assert (answer["tickets"], answer["ping_pong_tickets"], answer["returns"], answer["round_trip_hours"]) == (
        40,
        10,
        20,
        60.0,
    )
    # Eight hours against the five of those that went straight.
    assert answer["excess_duration"]["hours"] == pytest.approx(10 * (8 - 5))
    subgroup = answer["subgroups"][0]
    assert subgroup["where"] == {"category": ["APP"]}
    # All ten of the ten about the app, where a quarter of forty is expected: Wilson's interval of 10 of 10 over a quarter.
    assert (subgroup["ratio"], subgroup["interval"]["low"], subgroup["interval"]["high"]) == pytest.approx(
        (4.0, 0.7225 * 4, 4.0), abs=0.01
    )


def test_handovers_say_what_came_of_them(log: Workspace, viewer: Browser) -> None:
    answer = viewer.get("/api/process/handovers").json()
    assert (answer["tickets"], answer["transferred"], answer["n"]) == (40, 10, 30)
    first = next(row for row in answer["handovers"] if row["source"] == "客服")
    assert (first["n"], first["tickets"], first["returned"], first["resolved"]) == (20, 10, 0.5, 0.5)
    assert "客服 → 技术" in answer["sentence"]["zh"]


def test_a_reference_model_is_derived_until_it_is_stated(
    log: Workspace, viewer: Browser, log_in: Callable[[Role], Browser]
) -> None:
    answer = viewer.get("/api/process/conformance").json()
    assert (answer["reference_model"]["stated"], answer["tickets"], answer["conforming"]) == (False, 40, 40)
    assert answer["fitness"] == 1.0
    admin, stated = log_in("admin"), {"text": "提交\n派单\n解决", "by": "activity"}
    path = "/api/process/reference-model"
    assert viewer.send("PUT", path, stated).status_code == 403
    assert admin.send("PUT", path, stated).json()["stated"] is True
    assert viewer.get(path, params={"by": "activity"}).json()["text"]["zh"] == stated["text"]
    answer = viewer.get("/api/process/conformance").json()
    assert (answer["reference_model"]["stated"], answer["conforming"], answer["fitness"]) == (True, 30, 0.75)
    assert answer["reference_model"]["text"]["en"] == "reported\nassigned\nresolved"
    assert [(one["kind"], one["step"], one["tickets"], one["times"]) for one in answer["deviations"]] == [
        ("skipped", "assigned", 10, 10), ("unexpected_step", "transferred", 10, 20),
    ]  # fmt: skip
    assert answer["deviations"][1]["excess_duration"]["hours_per_ticket"] == pytest.approx(8 - 5)
    deviation = {"kind": "unexpected_step", "step": "transferred", "limit": 3, "offset": 8}
    rows = viewer.get("/api/process/deviations/tickets", params=deviation).json()
    assert (rows["total"], [row["ticket_id"] for row in rows["items"]]) == (10, ["t:8", "t:9"])
    assert admin.send("PUT", path, {"text": "提交\n派蛋", "by": "activity"}).status_code == 404
    assert admin.send("PUT", path, stated | {"answer_by": "team"}).status_code == 422
    assert viewer.send("DELETE", f"{path}?by=activity").status_code == 403
    assert admin.send("DELETE", f"{path}?by=activity").json()["stated"] is False


def test_open_tickets_come_by_how_likely_they_will_be_late(
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
    answer = viewer.get("/api/process/remaining-time").json()
    with log.warehouse.writing() as cursor:
        cursor.run("DELETE FROM tickets WHERE resolved_at IS NULL")
        cursor.run("DELETE FROM events WHERE ticket_id NOT IN (SELECT ticket_id FROM tickets)")
    assert (answer["open"], answer["overdue"], answer["without_limit"], answer["without_end_times"]) == (3, 1, 0, 1)
    assert [row["ticket_id"] for row in answer["at_risk"]] == ["t:100", "t:101"]
    assert answer["at_risk"][0]["late_probability"] == pytest.approx(1.0)
    assert answer["at_risk"][1]["late_probability"] == pytest.approx(0.0)
    first = answer["at_risk"][0]
    times = first["interval"]["low"], first["median_hours"], first["interval"]["high"]
    assert times == pytest.approx((1.0, 1.0, 1.0), abs=0.15)
    assert first["interval"]["level"] == answer["nominal_coverage"] == 0.8


def test_the_slowest_tickets_are_found(log: Workspace, viewer: Browser) -> None:
    answer = viewer.get("/api/process/slow-tickets").json()
    assert (answer["resolved"], answer["hours"]) == (40, 8.0)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/api/process?by=colour", "view-unknown"),
        ("/api/process/edges/tickets?source=assigned&target=asigned", "step-unknown"),
        ("/api/process/deviations/tickets?kind=late&step=assigned", "deviation-unknown"),
        ("/api/process?period=sometime", "period-unreadable"),
        ("/api/process?where=province", "filter-unreadable"),
    ],
)
def test_what_cannot_be_answered_is_refused_by_name(log: Workspace, viewer: Browser, path: str, code: str) -> None:
    answer = viewer.get(path)
    assert answer.status_code in (404, 422)
    assert answer.json()["code"] == code
