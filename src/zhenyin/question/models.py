"""A question, and its answer."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from zhenyin.core.words import Words
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

Compare = Literal["previous", "year"]
Order = Literal["value", "-value", "at"]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of one metric. Without a period all time is meant; `grain` cuts by time as well."""

    metric: str
    cuts: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    period: Period | None = None
    grain: str | None = None
    compare: Compare | None = None
    order: Order = "at"
    limit: int | None = None

    @property
    def all_cuts(self) -> tuple[str, ...]:
        return ((self.grain,) if self.grain else ()) + self.cuts


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval and the number of rows behind it; None is *unknown*."""

    value: float | None
    low: float | None
    high: float | None
    n: int


UNKNOWN = Estimate(None, None, None, 0)


@dataclass(frozen=True, slots=True)
class Change:
    """Against another span: a ratio minus 1 for counts and rates, a difference in the metric's unit for the others."""

    before: Estimate
    change: float | None
    low: float | None
    high: float | None
    relative: bool

    @property
    def significant(self) -> bool:
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the cut. `unfinished`: its bucket ends after the data does."""

    at: dict[str, Any]
    estimate: Estimate
    unfinished: bool = False
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a person needs to trust a figure."""

    question: Question
    cells: tuple[Cell, ...]
    data_until: datetime | None
    definition: str
    sql: str
    caveats: tuple[Words, ...] = field(default=())
