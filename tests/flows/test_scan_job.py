"""A scan after an import: one at a time, again when rows came meanwhile, and not without a history."""

import threading
import time
from datetime import datetime, timedelta

import pytest

from fixtures_facts import put, ticket
from zhenyin.flows import nightly, scan_job
from zhenyin.job.models import ENDED, Job
from zhenyin.job.progress import Tell, silent
from zhenyin.job.workspace import House


def ended(house: House, job: Job) -> Job:
    until = time.monotonic() + 30
    while (now := house.jobs.get(job.id)).state not in ENDED and time.monotonic() < until:
        time.sleep(0.01)
    return now


def weeks_of_tickets(house: House, weeks: int) -> None:
    monday = datetime(2026, 1, 5, 12)
    put(house.warehouse, "tickets", [ticket(i, monday + timedelta(days=i)) for i in range(7 * weeks + 1)])


def test_too_short_a_history_is_said_and_not_scanned(house: House) -> None:
    weeks_of_tickets(house, 10)
    done = ended(house, scan_job.after_import(house, "li"))
    assert done.state == "done"
    assert done.result is not None
    assert "10 " in done.result["skipped"]["en"]
    assert "25" in done.result["skipped"]["zh"]


def test_enough_history_is_scanned(house: House) -> None:
    weeks_of_tickets(house, 30)
    done = ended(house, scan_job.after_import(house, "li"))
    assert done.result == {"signals": 0, "new": 0, "quiet": 0, "reopened": [], "judged": 0}


def test_imports_during_a_scan_bring_one_more_look_and_no_second_scan(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go, looks = threading.Event(), threading.Event(), []
    real = nightly.run

    def slow(house: House, progress: Tell = silent) -> nightly.NightlyResult:
        looks.append(threading.get_ident())
        began.set()
        assert go.wait(20)
        return real(house, progress)

    monkeypatch.setattr(nightly, "run", slow)
    weeks_of_tickets(house, 30)
    first = scan_job.begin(house, "li")
    assert began.wait(20)
    assert {scan_job.after_import(house, "li").id for _ in range(3)} == {first.id}
    assert scan_job.begin(house, "wang").id == first.id
    go.set()
    assert ended(house, first).state == "done"
    assert len(looks) == 2
    assert ended(house, scan_job.begin(house, "li")).id != first.id


def test_a_scan_cancelled_before_it_began_leaves_its_turn(house: House) -> None:
    hold = threading.Event()
    for _ in range(2):
        house.jobs.start("busy", scan_job.BY_HAND, lambda _: {"ok": hold.wait(20)}, "li")
    waiting = scan_job.begin(house, "li")
    house.jobs.cancel(waiting.id)
    hold.set()
    assert ended(house, waiting).state == "cancelled"
    assert ended(house, scan_job.begin(house, "li")).state == "done"
