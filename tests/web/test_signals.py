"""What people are told about the watch over signals."""

from collections.abc import Callable
from datetime import date, timedelta

from tests.web.conftest import Browser

from zhenyin.account.models import Role
from zhenyin.job.workspace import Workspace
from zhenyin.watch import rules, service
from zhenyin.watch.models import Evidence, Finding, TimeSeries


def test_everybody_may_read_what_a_scan_looks_at_and_for_how_many_false_alarms(
    log_in: Callable[[Role], Browser], workspace: Workspace
) -> None:
    answer = log_in("viewer").get("/api/rules").json()

    assert answer["false_alarms_per_week"] == workspace.settings.false_alarms_per_week
    assert [rule["key"] for rule in answer["rules"]] == ["weekly", "daily", "topic"] + ["gap"] * len(rules.GAPS) + [
        "limit"
    ]
    assert all(rule["title"]["zh"] and rule["metric"]["en"] for rule in answer["rules"])


def kept(workspace: Workspace, fault: str, series: TimeSeries | None) -> str:
    """A signal, with its time series."""
    day = date(2026, 3, 2)
    end = day + timedelta(days=13)
    evidence = Evidence(series=series)
    found = Finding("ticket_count", {"fault": fault}, day, end, 30, 10, 3.0, 2.0, 4.4, 9.0, "weekly", evidence)
    with workspace.store.begin() as db:
        return service.record(db, [found], day).new[0].id


def test_a_signal_is_drawn_as_control_charts_where_it_left_its_own_history(
    log_in: Callable[[Role], Browser], workspace: Workspace
) -> None:
    series = TimeSeries(date(2026, 1, 5), 7, (10.0,) * 8 + (30.0,), (10.0,) * 9, (6.2,) * 9)
    signal = kept(workspace, "漏水", series)
    charts = log_in("viewer").get(f"/api/signals/{signal}/control").json()["charts"]
    assert list(charts) == ["u", "laney", "ewma", "cusum"]
    assert charts["u"]["title"]["en"] == "u chart: above its limit for 1 of 9, first on 2026-03-02"
    assert charts["cusum"]["series"][0]["values"][-1] > 5


def test_a_signal_against_others_has_no_control_chart(log_in: Callable[[Role], Browser], workspace: Workspace) -> None:
    signal = kept(workspace, "异响", None)
    assert log_in("viewer").get(f"/api/signals/{signal}/control").json() == {"charts": {}}
