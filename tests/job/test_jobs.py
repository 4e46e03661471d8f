"""Jobs: states in the store, cancelling, and what a stop leaves behind."""

import threading
import time
from collections.abc import Iterator

import pytest

from zhenyin.core import clock, store
from zhenyin.core.errors import Conflict, Invalid, NotFound
from zhenyin.core.migrations import upgrade
from zhenyin.core.settings import Settings
from zhenyin.core.store import Store
from zhenyin.core.words import Words
from zhenyin.job import store as table
from zhenyin.job.models import ENDED, Job
from zhenyin.job.progress import Progress
from zhenyin.job.service import Jobs

TITLE = Words("测试", "Test")
STEP = Words("进行中", "at work")


@pytest.fixture
def kept(settings: Settings) -> Store:
    opened = store.connect(settings)
    upgrade(opened)
    return opened


@pytest.fixture
def jobs(kept: Store, settings: Settings) -> Iterator[Jobs]:
    made = Jobs(kept, settings.zone)
    yield made
    made.close()


def ended(jobs: Jobs, job: Job) -> Job:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        now = jobs.get(job.id)
        if now.state in ENDED:
            return now
        time.sleep(0.01)
    raise AssertionError(now)


def until_cancelled(progress: Progress) -> dict:
    while True:
        progress(0.5, STEP)
        time.sleep(0.01)


def test_the_result_of_a_job_is_kept(jobs: Jobs) -> None:
    job = jobs.start("test", TITLE, lambda _: {"rows": 3}, "ann")
    assert job.state == "waiting"
    done = ended(jobs, job)
    assert (done.state, done.done, done.result, done.by) == ("done", 1.0, {"rows": 3}, "ann")
    assert done.started_at is not None
    assert done.ended_at is not None


def test_a_refusal_ends_the_job_with_its_code_and_both_languages(jobs: Jobs) -> None:
    def refuse(_: Progress) -> dict:
        raise Invalid("file-empty", en="The file is empty.", zh="文件为空。")

    failed = ended(jobs, jobs.start("test", TITLE, refuse, "ann"))
    assert failed.state == "failed"
    assert failed.as_dict()["error"] == {
        "code": "file-empty",
        "details": {"en": "The file is empty.", "zh": "文件为空。"},
    }


def test_an_error_of_ours_is_logged_and_not_shown(jobs: Jobs, caplog: pytest.LogCaptureFixture) -> None:
    failed = ended(jobs, jobs.start("test", TITLE, lambda _: {"x": 1 / 0}, "ann"))
    assert failed.error is not None
    assert failed.error.code == "internal"
    assert "ZeroDivisionError" in caplog.text
    assert "Zero" not in str(failed.as_dict())


def test_a_running_job_is_cancelled_at_its_next_report(jobs: Jobs) -> None:
    job = jobs.start("test", TITLE, until_cancelled, "ann")
    time.sleep(0.05)
    jobs.cancel(job.id)
    assert ended(jobs, job).state == "cancelled"


def test_a_waiting_job_is_cancelled_without_being_begun(jobs: Jobs) -> None:
    begun = []
    running = [jobs.start("test", TITLE, until_cancelled, "ann") for _ in range(2)]
    waiting = jobs.start("test", TITLE, lambda _: begun.append(1) or {}, "ann")
    jobs.cancel(waiting.id)
    for job in running:
        jobs.cancel(job.id)
    assert ended(jobs, waiting).state == "cancelled"
    assert begun == []


def test_an_ended_job_cannot_be_cancelled(jobs: Jobs) -> None:
    job = jobs.start("test", TITLE, lambda _: {}, "ann")
    ended(jobs, job)
    with pytest.raises(Conflict, match="job-ended"):
        jobs.cancel(job.id)
    with pytest.raises(NotFound, match="job-unknown"):
        jobs.cancel("job-0")


def test_listeners_hear_of_every_change_of_state(jobs: Jobs) -> None:
    events: list[str] = []
    with jobs.listening(lambda job: events.append(job.state)):
        ended(jobs, jobs.start("test", TITLE, lambda _: {}, "ann"))
        time.sleep(0.05)
    assert events == ["waiting", "running", "done"]


def test_reports_are_throttled(jobs: Jobs) -> None:
    def busy(progress: Progress) -> dict:
        for step in range(2000):
            progress(step / 2000, STEP)
        return {}

    events: list[Job] = []
    with jobs.listening(events.append):
        ended(jobs, jobs.start("test", TITLE, busy, "ann"))
        time.sleep(0.05)
    assert len(events) <= 6


def test_a_stop_fails_what_runs_and_says_that_it_can_be_started_again(kept: Store, settings: Settings) -> None:
    jobs = Jobs(kept, settings.zone)
    job = jobs.start("test", TITLE, until_cancelled, "ann")
    time.sleep(0.05)
    jobs.close()
    failed = jobs.get(job.id)
    assert failed.state == "failed"
    assert failed.error is not None
    assert failed.error.code == "job-interrupted"


def test_what_a_killed_process_left_is_settled_at_the_next_start(kept: Store, settings: Settings) -> None:
    left = Job("job-1", "test", TITLE, "running", 0.3, None, None, None, clock.now(), clock.now(), None, "ann")
    with kept.begin() as db:
        table.insert(db, left)
    jobs = Jobs(kept, settings.zone)
    assert jobs.end_interrupted() == 1
    assert jobs.get("job-1").state == "failed"
    assert jobs.end_interrupted() == 0


def test_two_jobs_run_at_the_same_time(jobs: Jobs) -> None:
    both = threading.Barrier(2, timeout=5)

    def meet(_: Progress) -> dict:
        both.wait()
        return {}

    started = [jobs.start("test", TITLE, meet, "ann") for _ in range(2)]
    assert [ended(jobs, job).state for job in started] == ["done", "done"]


def test_a_job_that_is_to_be_alone_is_begun_once_at_a_time(jobs: Jobs) -> None:
    first = jobs.start("replay", TITLE, until_cancelled, "ann", alone=True)
    assert jobs.start("replay", TITLE, until_cancelled, "bob", alone=True).id == first.id
    other = jobs.start("test", TITLE, lambda _: {}, "bob", alone=True)
    assert other.id != first.id
    jobs.cancel(first.id)
    ended(jobs, first)
    again = jobs.start("replay", TITLE, lambda _: {"again": True}, "bob", alone=True)
    assert ended(jobs, again).result == {"again": True}
