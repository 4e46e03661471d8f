"""Work that outlives its request: it is followed to its end, and cancelled by whoever stops waiting."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from zhenyin.client import errors
from zhenyin.client.connection import ApiConnection, Query
from zhenyin.core.errors import Conflict, Refusal
from zhenyin.core.words import Words

ProgressCallback = Callable[[float, Words], None]

_FIRST_PAUSE, _LONGEST_PAUSE, _GROWTH = 0.02, 0.4, 1.3


def run(
    api: ApiConnection,
    path: str,
    body: object = None,
    progress: ProgressCallback | None = None,
    *,
    query: Query | None = None,
) -> dict[str, Any]:
    """Start a job by POST and wait for its result. Interrupted (Ctrl-C), it cancels the job and waits for that.

    Raises the refusal that the job ended with, or Conflict (`job-cancelled`) when somebody else cancelled it.
    """
    job = api.call("POST", path, body, query=query)
    try:
        job = _ended(api, job, progress or _no_progress)
    except BaseException:
        with suppress(Refusal):
            _cancel(api, job["id"])
        raise
    if job["state"] == "cancelled":
        raise Conflict("job-cancelled", en=f"The job {job['id']} was cancelled.", zh=f"任务 {job['id']} 已取消。")
    if job["state"] == "failed":
        raise errors.failure(job["error"])
    return dict(job["result"])


def _ended(api: ApiConnection, job: dict[str, Any], progress: ProgressCallback) -> dict[str, Any]:
    """The job in its last state. It is asked for often at first, so that a short one is not waited for."""
    pause = _FIRST_PAUSE
    while job["state"] in {"waiting", "running"}:
        if job["message"]:
            progress(job["done"], Words(**job["message"]))
        time.sleep(pause)
        pause = min(pause * _GROWTH, _LONGEST_PAUSE)
        job = api.get(f"/jobs/{job['id']}")
    return job


def _cancel(api: ApiConnection, job_id: str) -> None:
    job = api.post(f"/jobs/{job_id}/cancel")
    _ended(api, job, _no_progress)


def _no_progress(_done: float, _words: Words) -> None:
    """Nobody watches."""
