"""Jobs over HTTP, and the stream of their changes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from zhenyin.account.access import CurrentWorkspace, Person, Workspace, needs, visitor
from zhenyin.account.paging import Paged
from zhenyin.core.errors import Forbidden, Refusal
from zhenyin.core.schema import Page
from zhenyin.job.models import Job
from zhenyin.job.presentation import JobResponse, present_job

router = APIRouter(tags=["jobs"])

Reader = Annotated[Person, Depends(needs("question.read"))]

HEARTBEAT_SECONDS = 15.0


class EventStream(StreamingResponse):
    """Server-sent events."""

    media_type = "text/event-stream"


@router.get("/jobs", dependencies=[Depends(needs("question.read"))])
def list_jobs(workspace: CurrentWorkspace, page: Paged) -> Page[JobResponse]:
    """The jobs, newest first."""
    jobs, total = workspace.jobs.recent(page.limit, page.offset)
    return Page[JobResponse].of([present_job(job) for job in jobs], total, page.offset)


@router.get("/jobs/{job_id}", dependencies=[Depends(needs("question.read"))])
def get_job(job_id: str, workspace: CurrentWorkspace) -> JobResponse:
    return present_job(workspace.jobs.get(job_id))


@router.post("/jobs/{job_id}/cancel", status_code=202)
def cancel_job(job_id: str, workspace: CurrentWorkspace, person: Reader) -> JobResponse:
    """Cancel a job: one's own, or any for who may change settings."""
    job = workspace.jobs.get(job_id)
    if job.by != person.login and not person.may("settings.write"):
        raise Forbidden(
            "job-of-another",
            en=f"The job was started by {job.by!r}. Ask them or an administrator.",
            zh=f"该任务由 {job.by} 发起。请联系其本人或管理员。",
        )
    return present_job(workspace.jobs.cancel(job_id))


@router.get("/events", dependencies=[Depends(needs("question.read"))], response_class=EventStream)
async def stream_events(workspace: CurrentWorkspace, request: Request) -> EventStream:
    """Server-sent events: `job` with the job's JSON at each change, and a comment as heartbeat.

    The stream ends with the session or the access token that it was asked for with.
    """
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return EventStream(_stream(workspace, lambda: _may_listen(request)), headers=headers)


async def _stream(workspace: Workspace, may_listen: Callable[[], bool]) -> AsyncIterator[str]:
    loop, queue = asyncio.get_running_loop(), asyncio.Queue[Job]()
    # Changes come from the threads that work; the queue belongs to the loop.
    with workspace.jobs.listening(lambda job: _hand_over(loop, queue, job)):
        yield ": hello\n\n"
        while True:
            try:
                job = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
                event = f"event: job\ndata: {present_job(job).model_dump_json()}\n\n"
            except TimeoutError:
                event = ": beat\n\n"
            if not await run_in_threadpool(may_listen):
                return
            yield event


def _may_listen(request: Request) -> bool:
    """Whether who asked is still somebody who may: sessions end, tokens are revoked, roles change."""
    try:
        found = visitor(request)
    except Refusal:
        return False
    return found is not None and found.person.may("question.read")


def _hand_over(loop: asyncio.AbstractEventLoop, queue: asyncio.Queue[Job], job: Job) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(queue.put_nowait, job)
