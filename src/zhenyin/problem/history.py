"""History of a problem: typed events, one frozen dataclass per kind, oldest first.

An event keeps fields and no sentence; the sentences of both languages are made when it is shown
(`history_sentences.py`). A `note` is the exception: it keeps the text of a line written before events had kinds.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from zhenyin.core.schema import ALWAYS_SENT, Slice
from zhenyin.core.words import Words
from zhenyin.problem.vocabulary import Grade, Stage
from zhenyin.stats.effects import Outcome

EditableField = Literal["title", "description", "owner", "due"]


class _Data:
    """What an event of one kind says."""

    __slots__ = ()
    __pydantic_config__ = ALWAYS_SENT


@dataclass(frozen=True, slots=True)
class Created(_Data):
    kind: Literal["created"] = "created"


@dataclass(frozen=True, slots=True)
class Edited(_Data):
    """value: the new one; None where the field was emptied."""

    field: EditableField
    value: str | None
    kind: Literal["edited"] = "edited"


@dataclass(frozen=True, slots=True)
class Moved(_Data):
    """To another stage. reason: as the person gave it, empty where none is needed."""

    stage: Stage
    reason: str = ""
    kind: Literal["moved"] = "moved"


@dataclass(frozen=True, slots=True)
class ReopenedBySignal(_Data):
    """A new signal about the same slice began after the problem was resolved. ratio: observed over expected."""

    signal_id: str
    where: Slice
    ratio: float
    kind: Literal["reopened_by_signal"] = "reopened_by_signal"


@dataclass(frozen=True, slots=True)
class ReopenedByFigure(_Data):
    """The problem's own figure rose again. ratio, low, high: the last weeks over the verified level, 95 % interval."""

    weeks: int
    ratio: float
    low: float
    high: float
    kind: Literal["reopened_by_figure"] = "reopened_by_figure"


@dataclass(frozen=True, slots=True)
class ReopenedByVerdict(_Data):
    """The last action that ran did not work."""

    action_id: str | None
    title: str
    outcome: Outcome
    kind: Literal["reopened_by_verdict"] = "reopened_by_verdict"


@dataclass(frozen=True, slots=True)
class TicketsAdded(_Data):
    """By hand."""

    count: int
    kind: Literal["tickets_added"] = "tickets_added"


@dataclass(frozen=True, slots=True)
class TicketsRemoved(_Data):
    """By hand."""

    count: int
    kind: Literal["tickets_removed"] = "tickets_removed"


@dataclass(frozen=True, slots=True)
class CauseStated(_Data):
    grade: Grade
    text: str
    kind: Literal["cause_stated"] = "cause_stated"


@dataclass(frozen=True, slots=True)
class CauseConfirmed(_Data):
    text: str
    kind: Literal["cause_confirmed"] = "cause_confirmed"


@dataclass(frozen=True, slots=True)
class ActionSaved(_Data):
    """target: ratio aimed at. compared: whether the plan names a comparison slice. judge_on: date of the verdict."""

    action_id: str | None
    title: str
    target: float
    start: date
    window_weeks: int
    compared: bool
    judge_on: date
    kind: Literal["action_saved"] = "action_saved"


@dataclass(frozen=True, slots=True)
class ActionCancelled(_Data):
    action_id: str | None
    title: str
    reason: str
    kind: Literal["action_cancelled"] = "action_cancelled"


@dataclass(frozen=True, slots=True)
class Judged(_Data):
    """An action got its final verdict; what it says stands in the verdict of that action."""

    action_id: str | None
    title: str
    outcome: Outcome
    kind: Literal["judged"] = "judged"


@dataclass(frozen=True, slots=True)
class Note(_Data):
    """A line from before events had kinds, of which the kind could not be recognised."""

    text: Words
    kind: Literal["note"] = "note"


Reopening = ReopenedBySignal | ReopenedByFigure | ReopenedByVerdict
"""Why a problem was reopened without a person deciding it."""
EventData = Annotated[
    Created
    | Edited
    | Moved
    | ReopenedBySignal
    | ReopenedByFigure
    | ReopenedByVerdict
    | TicketsAdded
    | TicketsRemoved
    | CauseStated
    | CauseConfirmed
    | ActionSaved
    | ActionCancelled
    | Judged
    | Note,
    Field(discriminator="kind"),
]


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """What happened to a problem, when, and by whom. by: a login, or `zhenyin` for what the nightly run did."""

    at: datetime
    by: str
    data: EventData

    @property
    def stage(self) -> Stage | None:
        """The stage that the problem came to with this event; None where it stayed in its stage."""
        if isinstance(self.data, Reopening):
            return "reopened"
        return self.data.stage if isinstance(self.data, Moved) else None
