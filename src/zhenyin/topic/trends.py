"""Topics and phrases against the period before: rate changes, and the few topics that make up most tickets."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.job.workspace import Workspace
from zhenyin.question.models import Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer
from zhenyin.question.weekly import Weeks, weekly
from zhenyin.stats.rate_changes import LEAST_EVENTS, RateChange, rate_changes, weekly_dispersion
from zhenyin.text import trends
from zhenyin.text.segment import Segmenter, learned
from zhenyin.text.topics import split_names
from zhenyin.text.trends import Phrase
from zhenyin.topic import facts, registry
from zhenyin.topic import figures as topic_figures
from zhenyin.topic import service as topics
from zhenyin.topic.models import PhraseTrend, Topic, TopicTrend, Trends
from zhenyin.warehouse.data_version import DataVersion, data_version
from zhenyin.warehouse.gateway import Warehouse

SAMPLE = 20_000
"""Tickets of each period that phrases are counted in."""
_WEEKS = 26
"""Weeks from which the dispersion of topics is estimated."""
_MAX_PHRASES = 40
_PARETO_SHARE = 0.8
"""The largest topics that make up this share of tickets in topics are the vital few."""


@dataclass(frozen=True, slots=True)
class Periods:
    """A period and the one before. exposure: of each, units in service times months; days where no units are known."""

    now: Period
    before: Period
    exposure: tuple[float, float]
    per_unit: bool


def trends_of(workspace: Workspace, period: Period) -> Trends:
    """Topics and phrases of a period against the one before."""
    periods = _periods(workspace, period)
    by_topic, phrases = _topics(workspace, periods), _phrases(workspace, periods)
    return Trends(periods.now, periods.before, periods.per_unit, by_topic, phrases)


def _periods(workspace: Workspace, period: Period) -> Periods:
    before = period.previous()
    units = [_units(workspace, one) for one in (period, before)]
    if all(units):
        return Periods(period, before, (units[0], units[1]), per_unit=True)
    return Periods(period, before, (float(period.days), float(before.days)), per_unit=False)


def _units(workspace: Workspace, period: Period) -> float:
    """Units in service, summed over months."""
    found = answer(workspace.warehouse, Question(("failure_rate",), period=period))
    return next((cell.estimate.denominator or 0.0 for cell in found.cells), 0.0)


def _topics(workspace: Workspace, periods: Periods) -> tuple[TopicTrend, ...]:
    with workspace.store.read() as db:
        known = registry.live(db)
    (now, _), (before, _) = (topic_figures.counts(workspace, one) for one in (periods.now, periods.before))
    lines = topic_figures.product_lines(workspace, periods.now)
    ranked = sorted(known, key=lambda topic: (-now.get(topic.name, 0.0), topic.number))
    tickets = [now.get(topic.name, 0.0) for topic in ranked], [before.get(topic.name, 0.0) for topic in ranked]
    dispersion = weekly_dispersion(_weekly(workspace, periods.now.end))
    return with_shares(ranked, rate_changes(*tickets, periods.exposure, dispersion), lines)


def with_shares(
    ranked: list[Topic], changes: list[RateChange], lines: dict[str, tuple[str, float]]
) -> tuple[TopicTrend, ...]:
    """Topics, largest first, with their share and cumulative share of tickets in topics (Pareto analysis)."""
    total, cumulative = sum(change.now for change in changes) or 1.0, 0.0
    found = []
    for topic, change in zip(ranked, changes, strict=True):
        pareto, cumulative = cumulative < _PARETO_SHARE, cumulative + change.now / total
        label = topic_figures.label_of(topic, lines)
        found.append(TopicTrend(topic.number, label, change, change.now / total, cumulative, pareto))
    return tuple(found)


def _weekly(workspace: Workspace, until: date) -> Floats:
    """Tickets of each topic in each of the last weeks, float [topics, weeks]."""
    end = until - timedelta(days=until.weekday())
    table, _ = weekly(workspace, topic_figures.METRIC, ("topic",), Weeks(end - timedelta(weeks=_WEEKS), _WEEKS))
    return np.array([counts for (name,), counts in table.items() if name]).reshape(-1, _WEEKS)


def _phrases(workspace: Workspace, periods: Periods) -> tuple[PhraseTrend, ...]:
    """Phrases in a larger share of tickets than before: when all tickets increase, so does every word."""
    model = topics.model(workspace)
    more = model.segmenter.more if model else None
    found, texts, parts = _phrase_counts(
        workspace.warehouse, periods.now, periods.before, more, data_version(workspace.warehouse)
    )
    if not all(texts):
        return ()
    changes = rate_changes([one.now for one in found], [one.before for one in found], texts)
    up = [(phrase, change) for phrase, change in zip(found, changes, strict=True) if change.increased]
    up.sort(key=lambda pair: (-pair[1].low, pair[0].text))
    change_of = dict(up[: 10 * _MAX_PHRASES])
    own = trends.of_their_own(list(change_of))[:_MAX_PHRASES]
    return tuple(PhraseTrend(phrase.text, extrapolated(change_of[phrase], parts)) for phrase in own)


@lru_cache(16)
def _phrase_counts(
    warehouse: Warehouse, now: Period, before: Period, more: tuple[str, ...] | None, _rows: DataVersion
) -> tuple[tuple[Phrase, ...], tuple[float, float], tuple[float, float]]:
    """Phrases in the texts of two periods, how many texts of each were read, and what share of all they are.

    more: words of the model besides the dictionary's; learned from the texts where there is no model. Cached until tickets
    come or go: segmenting some ten thousand texts takes a second.
    """
    (texts_now, all_now), (texts_before, all_before) = (
        facts.texts_between(warehouse, one.start, one.end, SAMPLE) for one in (now, before)
    )
    segmenter = learned(texts_now + texts_before) if more is None else Segmenter(more)
    without = split_names(segmenter, facts.names(warehouse), least=2)
    found = trends.phrases(map(segmenter.runs, texts_now), map(segmenter.runs, texts_before), without, LEAST_EVENTS)
    texts = float(len(texts_now)), float(len(texts_before))
    return tuple(found), texts, (texts[0] / max(all_now, 1), texts[1] / max(all_before, 1))


def extrapolated(change: RateChange, parts: tuple[float, float]) -> RateChange:
    """The counts of all tickets, where they were counted in a share of them: parts, of now and before."""
    now, before = round(change.now / parts[0]), round(change.before / parts[1])
    return replace(change, now=now, before=before, expected=change.expected / parts[0])
