"""What was learned: symptom, cause, what was done about it, and with which effect."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from zhenyin.core.words import Words

State = Literal["proposed", "published", "retired"]


@dataclass(frozen=True, slots=True)
class Article:
    """One lesson. It is proposed when an action was verified, and counts once a person has reviewed it.

    by, at: who proposed or last edited it, and when. effect: as it was measured; nobody edits it.
    """

    id: str
    title: str
    problem_id: str
    symptom: str
    cause: str
    fix: str
    effect: Words
    state: State
    by: str
    at: datetime
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None

    def as_dict(self) -> dict[str, Any]:
        same = ("id", "title", "problem_id", "symptom", "cause", "fix", "state", "by", "reviewed_by")
        told: dict[str, Any] = {name: getattr(self, name) for name in same} | {"effect": self.effect.as_dict()}
        reviewed = self.reviewed_at.isoformat() if self.reviewed_at else None
        return told | {"at": self.at.isoformat(), "reviewed_at": reviewed}
