"""What a job is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from zhenyin.core.errors import Refusal
from zhenyin.core.words import Words

State = Literal["waiting", "running", "done", "failed", "cancelled"]
ENDED: frozenset[State] = frozenset({"done", "failed", "cancelled"})


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job failed: a stable code, and what to do."""

    code: str
    details: Words

    @classmethod
    def of(cls, refusal: Refusal) -> "Failure":
        return cls(refusal.code, refusal.words)

    def as_dict(self) -> dict[str, Any]:
        return {"code": self.code, "details": self.details.as_dict()}


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work. `done` is the share of it that is done, 0 to 1; moments are company time."""

    id: str
    kind: str
    title: Words
    state: State
    done: float
    message: Words | None
    result: dict[str, Any] | None
    error: Failure | None
    made_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    by: str

    def as_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "kind": self.kind,
            "title": self.title.as_dict(),
            "state": self.state,
            "done": self.done,
            "message": self.message.as_dict() if self.message else None,
            "result": self.result,
            "error": self.error.as_dict() if self.error else None,
            "made_at": self.made_at.isoformat(),
            "started_at": self.started_at.isoformat() if self.started_at else None,
            "ended_at": self.ended_at.isoformat() if self.ended_at else None,
            "by": self.by,
        }
