"""Jobs as answers show them."""

from datetime import datetime

from pydantic import JsonValue

from zhenyin.core.schema import Model
from zhenyin.core.words import Words
from zhenyin.job.models import Job, State


class JobFailure(Model):
    """Why a job failed: a stable code, and what to do, in both languages."""

    code: str
    zh: str
    en: str


class JobResponse(Model):
    """One piece of work in the background. done: the share that is done, 0 to 1. result: what its kind gives."""

    id: str
    kind: str
    title: Words
    state: State
    done: float
    message: Words | None
    result: dict[str, JsonValue] | None
    error: JobFailure | None
    made_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    by: str


def present_job(job: Job) -> JobResponse:
    error = job.error
    return JobResponse(
        id=job.id,
        kind=job.kind,
        title=job.title,
        state=job.state,
        done=job.done,
        message=job.message,
        result=job.result,
        error=JobFailure(code=error.code, zh=error.words.zh, en=error.words.en) if error else None,
        made_at=job.made_at,
        started_at=job.started_at,
        ended_at=job.ended_at,
        by=job.by,
    )
