"""Jobs over HTTP, and the stream of their changes. They lie here because `job` is below the rooms that know persons."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import StreamingResponse

from zhenyin.account.access import House, InHouse, Person, needs
from zhenyin.core.errors import Forbidden
from zhenyin.job.models import Job

router = APIRouter(tags=["jobs"])

Reader = Annotated[Person, Depends(needs("question.read"))]

HEARTBEAT_SECONDS = 15.0


@router.get("/jobs", dependencies=[Depends(needs("question.read"))])
def list_jobs(house: InHouse, limit: int = 50) -> list[dict[str, Any]]:
    return [job.as_dict() for job in house.jobs.recent(min(limit, 500))]


@router.get("/jobs/{job_id}", dependencies=[Depends(needs("question.read"))])
def get_job(job_id: str, house: InHouse) -> dict[str, Any]:
    return house.jobs.get(job_id).as_dict()


@router.delete("/jobs/{job_id}", status_code=202)
def cancel_job(job_id: str, house: InHouse, person: Reader) -> dict[str, Any]:
    """Cancel a job: one's own, or any for who may change settings."""
    job = house.jobs.get(job_id)
    if job.by != person.login and not person.may("settings.write"):
        raise Forbidden(
            "job-of-another",
            en=f"The job was started by {job.by!r}. Ask them or an administrator.",
            zh=f"该任务由 {job.by} 发起。请联系其本人或管理员。",
        )
    return house.jobs.cancel(job_id).as_dict()


@router.get("/events", dependencies=[Depends(needs("question.read"))])
async def stream_events(house: InHouse) -> StreamingResponse:
    """Server-sent events: `job` with the job's JSON at each change, and a comment as heartbeat."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_stream(house), media_type="text/event-stream", headers=headers)


async def _stream(house: House) -> AsyncIterator[str]:
    loop, queue = asyncio.get_running_loop(), asyncio.Queue[Job]()
    # Changes come from the threads that work; the queue belongs to the loop.
    with house.jobs.listening(lambda job: _hand_over(loop, queue, job)):
        yield ": hello\n\n"
        while True:
            try:
                job = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
                yield f"event: job\ndata: {json.dumps(job.as_dict(), ensure_ascii=False, default=str)}\n\n"
            except TimeoutError:
                yield ": beat\n\n"


def _hand_over(loop: asyncio.AbstractEventLoop, queue: asyncio.Queue[Job], job: Job) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(queue.put_nowait, job)
