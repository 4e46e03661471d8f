"""What a review is made of: plain data that the flow gathers, whatever domain it comes from."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from zhenyin.charts import ChartSpec
from zhenyin.core.words import Language, Words
from zhenyin.question.models import Cell
from zhenyin.question.period import Period

Outcome = Literal["effective", "not_effective", "too_early", "not_measurable"]


@dataclass(frozen=True, slots=True)
class Holder:
    """The problem that takes care of something, and who has it; `owner` None: nobody yet."""

    problem: str
    stage: Words
    owner: str | None


@dataclass(frozen=True, slots=True)
class Alarm:
    """A slice out of line in the period. `fresh`: it began within it.

    observed, expected: numbers of things; None where the figure is a mean, of which only the ratio says something.
    """

    title: Words
    sentence: Words
    since: date
    observed: float | None
    expected: float | None
    ratio: float
    low: float
    high: float
    fresh: bool
    holder: Holder | None
    chart: ChartSpec | None


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure of the whole: against the span before, and against the same span a year before."""

    cell: Cell
    year: Cell | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """A ratio after to before, with its 95 % interval."""

    ratio: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of an action. naive_sentence: what plain before and after would say, and why it misleads."""

    outcome: Outcome
    title: Words
    sentence: Words
    naive_sentence: Words
    effect: Effect | None
    judged_on: date
    chart: ChartSpec | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """An action that was at work in the period."""

    title: str
    problem: str
    owner: str
    start: date
    due: date
    judge_on: date
    state: Words
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class Returned:
    """A problem that was open again, and why."""

    problem: str
    at: date
    why: Words
    owner: str | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without a ticket of a source that usually brings some: figures of those days cannot be judged."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class SourceState:
    """One source in the period: its tickets, its last one, and the longest silence that chance does not explain."""

    name: str
    tickets: int
    last: date | None
    rows: int
    row_problems: int
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Quality:
    """How far the figures can be trusted. The counts are of tickets in the period."""

    sources: tuple[SourceState, ...]
    reported: int
    counted: int
    unclassified: int
    unfinished: bool


@dataclass(frozen=True, slots=True)
class Review:
    """Everything of one period, ready to be told. `worse`: cells of a cut that changed for the worse, clearest first."""

    period: Period | None
    data_until: datetime | None
    made_at: datetime
    alarms: tuple[Alarm, ...]
    worse: tuple[Cell, ...]
    measures: tuple[Measure, ...]
    returned: tuple[Returned, ...]
    headlines: tuple[Headline, ...]
    unknown: tuple[str, ...]
    charts: tuple[ChartSpec, ...]
    quality: Quality


@dataclass(frozen=True, slots=True)
class Report:
    """A review that was written down: its files lie in the data folder under its id."""

    id: str
    title: Words
    period: Period
    language: Language
    made_at: datetime
    made_by: str

    def as_dict(self) -> dict[str, Any]:
        last = self.period.end - timedelta(days=1)
        return {
            "id": self.id,
            "title": self.title.as_dict(),
            "period": {"from": self.period.start.isoformat(), "until": last.isoformat()},
            "language": self.language,
            "made_at": self.made_at.isoformat(),
            "made_by": self.made_by,
        }
