"""Review of a period: plain data that the flow gathers, whatever domain it comes from."""

from dataclasses import dataclass
from datetime import date, datetime

from zhenyin.charts import ChartSpec
from zhenyin.core.words import Language, Words
from zhenyin.question.models import Cell
from zhenyin.question.period import Period
from zhenyin.stats.effects import Effect, Outcome


@dataclass(frozen=True, slots=True)
class Holder:
    """The problem that takes care of something, and who has it; `owner` None: nobody yet."""

    problem: str
    stage: Words
    owner: str | None


@dataclass(frozen=True, slots=True)
class SignalSummary:
    """A signal that was raised on a day of the period. fresh: it began within the period.

    observed, expected: counts over the window of the signal; None where the metric is a mean.
    ratio, low, high: observed over expected, with its 95 % interval. holder: the problem that takes care of it.
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
    """One figure over all tickets: against the period before, and against the same period a year before."""

    cell: Cell
    year: Cell | None = None


@dataclass(frozen=True, slots=True)
class VerdictSummary:
    """Verdict on an action. naive_sentence: what a plain before/after comparison would say, and why it misleads."""

    outcome: Outcome
    title: Words
    sentence: Words
    naive_sentence: Words
    effect: Effect | None
    judged_on: date
    chart: ChartSpec | None = None


@dataclass(frozen=True, slots=True)
class ActionSummary:
    """An action that was running, or was judged, in the period. judge_on: date of its verdict."""

    title: str
    problem: str
    owner: str
    start: date
    due: date
    judge_on: date
    state: Words
    verdict: VerdictSummary | None


@dataclass(frozen=True, slots=True)
class ReopenedProblem:
    """A problem that was reopened in the period, and why."""

    problem: str
    at: date
    why: Words
    owner: str | None


@dataclass(frozen=True, slots=True)
class SourceGap:
    """Days without a ticket of a source that brings some on most days: figures of those days cannot be judged."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class SourceState:
    """One source in the period: its tickets, the day of its last one, and its longest gap beyond chance."""

    name: str
    tickets: int
    last: date | None
    rows: int
    row_problems: int
    gap: SourceGap | None


@dataclass(frozen=True, slots=True)
class Quality:
    """Data quality of the period. reported: reports received; counted_tickets: without duplicates and invalid ones.

    unclassified: counted tickets without a category. incomplete: the period ends after the data.
    """

    sources: tuple[SourceState, ...]
    reported: int
    counted_tickets: int
    unclassified: int
    incomplete: bool


@dataclass(frozen=True, slots=True)
class Review:
    """Everything of one period. worse: cells of a cut that changed for the worse, the smallest p first.

    unknown: keys of the headline metrics that the data does not allow.
    """

    period: Period | None
    data_until: datetime | None
    made_at: datetime
    signals: tuple[SignalSummary, ...]
    worse: tuple[Cell, ...]
    actions: tuple[ActionSummary, ...]
    reopened: tuple[ReopenedProblem, ...]
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
