"""Signals: slices whose figure left its baseline, and the evidence that a scan kept for it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from zhenyin.core.schema import Coordinates
from zhenyin.core.words import Words
from zhenyin.explain.models import Suspect
from zhenyin.reliability.age_onset import AgeOnset

SignalState = Literal["open", "dismissed", "snoozed", "inactive", "rebaselined"]
"""inactive: no scan has found it for some weeks. rebaselined: a person accepted the new level as the baseline; the slice
is judged by its weeks since then."""
STATES: tuple[SignalState, ...] = get_args(SignalState)

INACTIVE_AFTER_WEEKS = 4
"""A signal that no scan has found for so many weeks becomes inactive."""


@dataclass(frozen=True, slots=True)
class TimeSeries:
    """Counts of a slice by week or day, with their baseline: expected count and half the 95 % range of a single count.

    first: the first day. days: length of one interval, 7 or 1. observed, baseline, margin: one number per interval.
    """

    first: date
    days: int
    observed: tuple[float, ...]
    baseline: tuple[float, ...]
    margin: tuple[float, ...]

    @property
    def starts(self) -> list[date]:
        """The first day of each interval.

        >>> [str(day) for day in TimeSeries(date(2026, 3, 2), 7, (1, 2), (1, 1), (1, 1)).starts]
        ['2026-03-02', '2026-03-09']
        """
        return [self.first + timedelta(days=self.days * i) for i in range(len(self.observed))]


@dataclass(frozen=True, slots=True)
class MixRateEvidence:
    """A difference of means, split into mix and rate effect, in the metric's unit.

    by: dimensions that the split conditions on. contributors: dimension, value, part of the mix effect. reversal: whole
    and rate effect differ in sign (Simpson's paradox).
    """

    difference: float
    mix: float
    rate: float
    reversal: bool
    by: tuple[str, ...]
    sentence: Words
    contributors: tuple[tuple[str, str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What supports a finding.

    sentence: what the second-stage test concluded; None where there was none. suspects: slices that explain the change.
    outside: the change is everywhere in the slice, so that its cause is not among the recorded attributes. expected,
    observed: of the tickets that were explained, for the steps between both. series: against the own history. mix_rate:
    of a mean. onset_age: the age at which a fault begins. limit: that was crossed, in the metric's unit.
    """

    sentence: Words | None = None
    suspects: tuple[Suspect, ...] = ()
    outside: bool = False
    expected: float = 0.0
    observed: float = 0.0
    series: TimeSeries | None = None
    mix_rate: MixRateEvidence | None = None
    onset_age: AgeOnset | None = None
    limit: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one scan found about one event, before it is compared with the signals there are.

    since: the first day outside the baseline. until: the last day scanned. observed, expected: sums over these days in
    the metric's numerator; ratio: their quotient with its 95 % interval low to high. score: evidence, on the scale of the
    rule's method. rule: key of the rule that found it.
    """

    metric: str
    where: Coordinates
    since: date
    until: date
    observed: float
    expected: float
    ratio: float
    low: float
    high: float
    score: float
    rule: str
    evidence: Evidence = field(default=Evidence(), repr=False)

    @property
    def window_weeks(self) -> int:
        """Length of the event in whole weeks, at least 1."""
        return max(1, round((self.until - self.since).days / 7))

    @property
    def window_days(self) -> int:
        """Length of the event in days."""
        return (self.until - self.since).days + 1


@dataclass(frozen=True, slots=True)
class Signal:
    """A finding that is kept, and what people decided about it.

    found_at: the day on which a scan first found it. last_seen: on which one last did.
    """

    id: str
    finding: Finding
    state: SignalState
    found_at: date
    last_seen: date
    reason: str | None = None
    snoozed_until: date | None = None
    problem_id: str | None = None
    by: str | None = None
    changed_at: datetime | None = None
