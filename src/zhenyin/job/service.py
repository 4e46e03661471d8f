"""Jobs: a few threads, states in the store, listeners that hear of every change (decision 0004)."""

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from zoneinfo import ZoneInfo

from zhenyin.core import clock, ids, work
from zhenyin.core.errors import Conflict, NotFound, Refusal
from zhenyin.core.store import Store
from zhenyin.core.translation import refusal_of
from zhenyin.core.words import Words
from zhenyin.job import store as table
from zhenyin.job.models import ENDED, Failure, Job
from zhenyin.job.progress import Cancelled, Progress

log = logging.getLogger("zhenyin.job")

THREADS = 2

Run = Callable[[Progress], dict[str, Any]]
Listener = Callable[[Job], None]

INTERRUPTED = Failure(
    "job-interrupted",
    Words(
        "系统停止时任务尚未完成。重新打开后，已写入的批次会补全，未写入的已清除；请查看导入记录，缺少的请重新开始。",
        "The system stopped before this was done. What was in has been completed since, the rest cleared away: look at the "
        "imports, and start again what is missing.",
    ),
)


class Jobs:
    """All jobs of one workspace. Safe to use from many threads.

    Start a job outside of any `store.begin()`: it is kept by a transaction of its own.
    """

    def __init__(self, store: Store, zone: ZoneInfo, threads: int = THREADS) -> None:
        self._store, self._zone = store, zone
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="job")
        self._running: dict[str, Progress] = {}
        self._listeners: set[Listener] = set()
        self._guard, self._beginning = threading.Lock(), threading.Lock()
        self._closing = False

    def end_interrupted(self) -> int:
        """Called once at the start: jobs that a former process left are failed, and can be started again."""
        with self._store.begin() as db:
            return table.end_interrupted(db, INTERRUPTED, clock.now(self._zone))

    def start(self, kind: str, title: Words, run: Run, by: str, *, alone: bool = False) -> Job:
        """Put `run` in the queue and return at once. Its dict becomes the job's result.

        alone: a second one of the kind would do the same; while one is under way, that one is returned.
        """
        if not alone:
            return self._start(kind, title, run, by)
        with self._beginning:
            with self._guard:
                running = list(self._running)
            known = (self.get(job_id) for job_id in running)
            same_kind = next((job for job in known if job.kind == kind and job.state not in ENDED), None)
            return same_kind or self._start(kind, title, run, by)

    def _start(self, kind: str, title: Words, run: Run, by: str) -> Job:
        made = clock.now(self._zone)
        job = Job(ids.new("job"), kind, title, "waiting", 0.0, None, None, None, made, None, None, by)
        with self._store.begin() as db:
            table.insert(db, job)
        progress = Progress(lambda done, words: self._change(job.id, done=done, message=words.as_dict()))
        with self._guard:
            self._running[job.id] = progress
        self._notify(job)
        self._pool.submit(self._work, job.id, run, progress)
        return job

    def get(self, job_id: str) -> Job:
        with self._store.read() as db:
            job = table.get(db, job_id)
        if job is None:
            raise NotFound("job-unknown", en=f"There is no job {job_id!r}.", zh=f"没有任务 {job_id}。")
        return job

    def recent(self, limit: int = 50, offset: int = 0) -> tuple[list[Job], int]:
        """Part of the jobs, newest first, and how many there are."""
        with self._store.read() as db:
            return table.recent(db, limit, offset)

    def cancel(self, job_id: str) -> Job:
        """Ask a job to stop; it does at its next report or query. Raises Conflict when it has ended."""
        job = self.get(job_id)
        with self._guard:
            progress = self._running.get(job_id)
        if progress is None or job.state in ENDED:
            raise Conflict(
                "job-ended",
                en=f"The job {job_id!r} has ended ({job.state}) and cannot be cancelled.",
                zh=f"任务 {job_id} 已结束（{job.state}），无法取消。",
            )
        progress.cancel()
        return job

    @contextmanager
    def listening(self, listener: Listener) -> Iterator[None]:
        """Call `listener` with the job at each change, from the thread that made it."""
        with self._guard:
            self._listeners.add(listener)
        try:
            yield
        finally:
            with self._guard:
                self._listeners.discard(listener)

    def close(self) -> None:
        """Stop all jobs and wait until they have undone what they had begun."""
        self._closing = True
        with self._guard:
            running = list(self._running.values())
        for progress in running:
            progress.cancel()
        self._pool.shutdown(wait=True)

    def _work(self, job_id: str, run: Run, progress: Progress) -> None:
        try:
            if progress.cancel.raised:
                raise Cancelled
            self._change(job_id, state="running", started_at=clock.now(self._zone))
            with work.waited_for(work.Work()) as waited_for, progress.cancel.stopping(waited_for):
                ending: dict[str, Any] = {"state": "done", "done": 1.0, "result": run(progress)}
        except Exception as error:
            ending = self._ending(job_id, error, progress)
        with self._guard:
            self._running.pop(job_id, None)
        self._change(job_id, ended_at=clock.now(self._zone), message=None, **ending)

    def _ending(self, job_id: str, error: Exception, progress: Progress) -> dict[str, Any]:
        if progress.cancel.raised and isinstance(error, (Cancelled, Refusal)):
            if self._closing:
                return {"state": "failed", "error": INTERRUPTED.as_dict()}
            return {"state": "cancelled"}
        if refusal := refusal_of(error):
            return {"state": "failed", "error": Failure.of(refusal).as_dict()}
        log.error("job %s failed", job_id, exc_info=error)
        words = Words(f"程序内部错误，详情见日志（{job_id}）。", f"An internal error; the log has more ({job_id}).")
        return {"state": "failed", "error": Failure("internal", words).as_dict()}

    def _change(self, job_id: str, **values: Any) -> None:
        with self._store.begin() as db:
            table.change(db, job_id, **values)
            job = table.get(db, job_id)
        if job:
            self._notify(job)

    def _notify(self, job: Job) -> None:
        with self._guard:
            listeners = list(self._listeners)
        for listener in listeners:
            listener(job)
