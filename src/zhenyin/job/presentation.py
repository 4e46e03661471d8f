"""Jobs, and the checks of an installation, as the API shows them."""

from datetime import datetime

from pydantic import JsonValue

from zhenyin.core.schema import Model
from zhenyin.core.words import Words
from zhenyin.job.doctor import State as CheckState
from zhenyin.job.models import State


class FailureOut(Model):
    """Why a job failed: a stable code, and what to do, as in a problem document."""

    code: str
    details: Words


class JobOut(Model):
    """One piece of work. done: the share of it that is done, 0 to 1; result: what its kind gives, once it is done."""

    id: str
    kind: str
    title: Words
    state: State
    done: float
    message: Words | None
    result: dict[str, JsonValue] | None
    error: FailureOut | None
    made_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    by: str


class CheckOut(Model):
    """A check of the installation. todo: what to do where something is amiss."""

    key: str
    title: Words
    state: CheckState
    found: str
    todo: Words | None
