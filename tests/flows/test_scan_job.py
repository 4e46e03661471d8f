"""A scan after an import: one at a time, again when rows came meanwhile, and not without a history."""

import threading
import time
from datetime import date, datetime, timedelta

import pytest

from fixtures_facts import put, ticket
from zhenyin.flows import nightly, scan_job
from zhenyin.job.models import ENDED, Job
from zhenyin.job.progress import ProgressCallback, no_progress
from zhenyin.job.workspace import Workspace


def ended(workspace: Workspace, job: Job) -> Job:
    until = time.monotonic() + 30
    while (now := workspace.jobs.get(job.id)).state not in ENDED and time.monotonic() < until:
        time.sleep(0.01)
    return now


def weeks_of_tickets(workspace: Workspace, weeks: int) -> None:
    monday = datetime(2026, 1, 5, 12)
    put(workspace.warehouse, "tickets", [ticket(i, monday + timedelta(days=i)) for i in range(7 * weeks + 1)])


def test_too_short_a_history_is_said_and_not_scanned(workspace: Workspace) -> None:
    weeks_of_tickets(workspace, 10)
    done = ended(workspace, scan_job.after_import(workspace, "li"))
    assert done.state == "done"
    assert done.result is not None
    assert "10 " in done.result["skipped"]["en"]
    assert "25" in done.result["skipped"]["zh"]


def test_enough_history_is_scanned(workspace: Workspace) -> None:
    weeks_of_tickets(workspace, 30)
    done = ended(workspace, scan_job.after_import(workspace, "li"))
    assert done.result == {"signals": 0, "new": 0, "inactive": 0, "reopened": [], "judged": 0}


def test_imports_during_a_scan_bring_one_more_look_and_no_second_scan(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go, scans = threading.Event(), threading.Event(), []
    real = nightly.run

    def slow(
        workspace: Workspace, progress: ProgressCallback = no_progress, as_of: date | None = None
    ) -> nightly.NightlyResult:
        scans.append(threading.get_ident())
        began.set()
        assert go.wait(20)
        return real(workspace, progress, as_of)

    monkeypatch.setattr(nightly, "run", slow)
    weeks_of_tickets(workspace, 30)
    first = scan_job.begin(workspace, "li")
    assert began.wait(20)
    assert {scan_job.after_import(workspace, "li").id for _ in range(3)} == {first.id}
    assert scan_job.begin(workspace, "wang").id == first.id
    go.set()
    assert ended(workspace, first).state == "done"
    assert len(scans) == 2
    assert ended(workspace, scan_job.begin(workspace, "li")).id != first.id


def test_a_scan_cancelled_before_it_began_leaves_its_turn(workspace: Workspace) -> None:
    hold = threading.Event()
    for _ in range(2):
        workspace.jobs.start("busy", scan_job.BY_HAND, lambda _: {"ok": hold.wait(20)}, "li")
    waiting = scan_job.begin(workspace, "li")
    workspace.jobs.cancel(waiting.id)
    hold.set()
    assert ended(workspace, waiting).state == "cancelled"
    assert ended(workspace, scan_job.begin(workspace, "li")).state == "done"
