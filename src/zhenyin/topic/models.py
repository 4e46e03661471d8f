"""A topic as it is kept."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

State = Literal["live", "merged", "gone"]


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. Its number never changes and is never used again; tickets bear its name.

    phrases: (phrase, share of its tickets, lift), what sets it apart. by_hand: a person named it, so no re-run does.
    state: gone, when a re-run found no more tickets like it; merged, into the topic `into`.
    """

    number: int
    name: str
    phrases: tuple[tuple[str, float, float], ...]
    by_hand: bool
    state: State
    into: int | None
    made_at: datetime
    by: str

    def as_dict(self) -> dict[str, Any]:
        phrases = [{"text": text, "share": share, "lift": lift} for text, share, lift in self.phrases]
        same = ("number", "name", "by_hand", "state", "into", "by")
        told: dict[str, Any] = {name: getattr(self, name) for name in same}
        return told | {"phrases": phrases, "made_at": self.made_at.isoformat()}
