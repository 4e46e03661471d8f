"""A topic as it is kept, and the figures of topics."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from zhenyin.core.words import Words
from zhenyin.question.period import Period
from zhenyin.stats.rate_changes import RateChange

TopicState = Literal["live", "merged", "gone"]


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. Its number never changes and is never used again; tickets bear its name.

    phrases: (phrase, share of its tickets, lift over all tickets). by_hand: a person named it, so no re-run does. state:
    gone, when a re-run found no more tickets like it; merged, into the topic `into`.
    """

    number: int
    name: str
    phrases: tuple[tuple[str, float, float], ...]
    by_hand: bool
    state: TopicState
    into: int | None
    made_at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Growth:
    """A topic whose last `window` weeks, from `since` on, exceed its baseline; ratio with its 95 % interval."""

    observed: float
    expected: float
    ratio: float
    low: float
    high: float
    window: int
    since: date


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """The figures of a topic in a period.

    label: the name, with the product line before it where nearly all tickets are of one. before: tickets of the period
    before; None where there is none. share: of all tickets. growth: None where the topic is at its baseline.
    """

    topic: Topic
    label: str
    tickets: int
    before: int | None
    share: float
    growth: Growth | None


@dataclass(frozen=True, slots=True)
class DistinguishingValue:
    """A value that is more frequent in a topic than in all tickets. share: of the topic's tickets; lift: times the base."""

    dimension: str
    title: Words
    value: str
    share: float
    lift: float


@dataclass(frozen=True, slots=True)
class Representative:
    """A recent ticket that is typical of a topic."""

    ticket_id: str
    text: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class TopicDetail:
    """A topic with what distinguishes it, and tickets that represent it."""

    figures: TopicFigures
    fields: tuple[DistinguishingValue, ...]
    representatives: tuple[Representative, ...]


@dataclass(frozen=True, slots=True)
class Landscape:
    """All topics, most tickets first. tickets: of the period; without_topic: those in none. places: x, y of each, 0 to 1."""

    topics: tuple[TopicFigures, ...]
    tickets: int
    without_topic: int
    places: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class TopicTrend:
    """A topic against the period before. share: of tickets in topics; cumulative_share: with all larger topics.

    pareto: it is one of the few that make up most of the tickets.
    """

    number: int
    label: str
    change: RateChange
    share: float
    cumulative_share: float
    pareto: bool


@dataclass(frozen=True, slots=True)
class PhraseTrend:
    """A phrase that increased against the period before, among all tickets."""

    text: str
    change: RateChange


@dataclass(frozen=True, slots=True)
class Trends:
    """Topics, most tickets first, and phrases that increased, most certain first.

    per_unit: rates are per unit in service; else per day.
    """

    period: Period
    before: Period
    per_unit: bool
    topics: tuple[TopicTrend, ...]
    phrases: tuple[PhraseTrend, ...]


@dataclass(frozen=True, slots=True)
class TopicRun:
    """What a run found: topics that tickets bear now, numbers of the new ones, and the number of tickets assigned."""

    topics: tuple[Topic, ...]
    new: tuple[int, ...]
    tickets: int
