"""A question, and its answer."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from zhenyin.core.words import Words
from zhenyin.dimensions import Grain
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

Compare = Literal["previous", "year"]
Order = Literal["value", "-value", "at"]
Assessment = Literal["worse", "better", "same", "unknown"]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of one or more metrics. Without a period all time is meant; `grain` cuts by time as well."""

    metrics: tuple[str, ...]
    cuts: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    period: Period | None = None
    grain: Grain | None = None
    compare: Compare | None = None
    order: Order = "at"
    limit: int | None = None

    @property
    def all_cuts(self) -> tuple[str, ...]:
        """The dimensions of a cell, time first."""
        return ((self.grain,) if self.grain else ()) + tuple(cut for cut in self.cuts if cut != self.grain)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last moment that the data knows of."""

    first: datetime
    until: datetime

    @property
    def period(self) -> Period:
        return Period(self.first.date(), date.fromordinal(min(self.until.toordinal() + 1, date.max.toordinal())))


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval and the number of rows behind it; None is *unknown*.

    numerator, denominator: the sums that it is made of; the denominator of a mean is the number of rows.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int
    numerator: float = 0.0
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Against another span: a ratio minus 1 for counts and rates, a difference in the metric's unit for the others.

    `new`: there is something now where there was nothing before, so that there is no ratio.
    """

    before: Estimate
    change: float | None
    low: float | None
    high: float | None
    relative: bool
    new: bool = False

    @property
    def significant(self) -> bool:
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the cut. `incomplete`: its span ends after the data does; `share`: its part of the whole numerator.

    `assessment`: how the figure stands against the span it is compared with or, without one, against the whole.
    """

    metric: str
    at: dict[str, Any]
    estimate: Estimate
    incomplete: bool = False
    change: Change | None = None
    share: float | None = None
    assessment: Assessment = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a person needs to trust a figure. `totals`: the uncut figure of each metric."""

    question: Question
    cells: tuple[Cell, ...]
    totals: dict[str, Cell]
    span: Span | None
    definitions: dict[str, str]
    sql: str
    caveats: tuple[Words, ...] = field(default=())
    took_ms: float = 0.0

    @property
    def data_until(self) -> datetime | None:
        return self.span.until if self.span else None

    @property
    def period(self) -> Period | None:
        """The span that was asked for, or that of the data."""
        return self.question.period or (self.span.period if self.span else None)

    def of(self, metric: str) -> tuple[Cell, ...]:
        """The cells of one metric."""
        return tuple(cell for cell in self.cells if cell.metric == metric)
