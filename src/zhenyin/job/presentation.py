"""Jobs, and the checks of an installation, as answers show them."""

from datetime import datetime
from typing import Generic, TypeVar

from pydantic import JsonValue

from zhenyin.core.schema import Model
from zhenyin.core.words import Words
from zhenyin.job.doctor import State as CheckState
from zhenyin.job.models import Job, State

T = TypeVar("T")


class JobFailure(Model):
    """Why a job failed: a stable code, and what to do, as in a problem document."""

    code: str
    details: Words


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


class JobOf(JobResponse, Generic[T]):
    """A job that a route has begun: what its result will be, once it is done."""

    result: T | None  # type: ignore[assignment]


class CheckResponse(Model):
    """A check of the installation. todo: what to do where something is amiss."""

    key: str
    title: Words
    state: CheckState
    found: str
    todo: Words | None


def present_job(job: Job) -> JobResponse:
    return JobResponse.model_validate(job)
