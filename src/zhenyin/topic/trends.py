"""What rose against the time before: topics for what was in service, words and phrases for tickets; and the vital few."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
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
from zhenyin.topic.models import Topic
from zhenyin.warehouse.data_version import DataVersion, data_version
from zhenyin.warehouse.gateway import Warehouse

SAMPLE = 20_000
"""Tickets of each time that phrases are counted in."""
_WEEKS = 26
"""Weeks by which it is told how restless topics are."""
_MOST_PHRASES = 40
_VITAL = 0.8
"""The topics that make up this share of tickets in topics are the vital few."""


@dataclass(frozen=True, slots=True)
class Spans:
    """A time and the one before, with what was at risk in each: units in service times months, or days where none are known."""

    now: Period
    before: Period
    at_risk: tuple[float, float]
    by_units: bool


def trends_of(workspace: Workspace, period: Period) -> dict[str, Any]:
    """Topics with their rise and running share, most tickets first; words and phrases that rose, most clearly first.

    `sentence` is the finding.
    """
    spans = _spans(workspace, period)
    told_topics, phrases = _topics(workspace, spans), _phrases(workspace, spans)
    return {
        "period": _told(spans.now),
        "before": _told(spans.before),
        "by_units": spans.by_units,
        "topics": told_topics,
        "phrases": phrases,
        "sentence": _sentence(told_topics, phrases).as_dict(),
    }


def _spans(workspace: Workspace, period: Period) -> Spans:
    before = period.previous()
    units = [_units(workspace, one) for one in (period, before)]
    if all(units):
        return Spans(period, before, (units[0], units[1]), by_units=True)
    return Spans(period, before, (float(period.days), float(before.days)), by_units=False)


def _units(workspace: Workspace, period: Period) -> float:
    """Units in service, summed over months."""
    told = answer(workspace.warehouse, Question(("failure_rate",), period=period))
    return next((cell.estimate.denominator or 0.0 for cell in told.cells), 0.0)


def _topics(workspace: Workspace, spans: Spans) -> list[dict[str, Any]]:
    with workspace.store.read() as db:
        known = registry.live(db)
    (now, _), (before, _) = (topic_figures.counts(workspace, one) for one in (spans.now, spans.before))
    lines = topic_figures.product_lines(workspace, spans.now)
    ordered = sorted(known, key=lambda topic: (-now.get(topic.name, 0.0), topic.number))
    seen = [now.get(topic.name, 0.0) for topic in ordered], [before.get(topic.name, 0.0) for topic in ordered]
    found = rate_changes(*seen, spans.at_risk, weekly_dispersion(_weekly(workspace, spans.now.end)))
    whole, running = sum(rise.now for rise in found) or 1.0, 0.0
    told = []
    for topic, rise in zip(ordered, found, strict=True):
        vital, running = running < _VITAL, running + rise.now / whole
        told.append(_topic(topic, lines, rise) | {"share": rise.now / whole, "running": running, "vital": vital})
    return told


def _weekly(workspace: Workspace, until: date) -> Floats:
    """Tickets of each topic in each of the last weeks, float [topics, weeks]."""
    end = until - timedelta(days=until.weekday())
    table, _ = weekly(workspace, topic_figures.METRIC, ("topic",), Weeks(end - timedelta(weeks=_WEEKS), _WEEKS))
    return np.array([counts for (name,), counts in table.items() if name]).reshape(-1, _WEEKS)


def _topic(topic: Topic, lines: dict[str, tuple[str, float]], rise: RateChange) -> dict[str, Any]:
    return {"number": topic.number, "label": topic_figures.label_of(topic, lines), **_figures(rise)}


def _phrases(workspace: Workspace, spans: Spans) -> list[dict[str, Any]]:
    """Phrases that come in more tickets of a thousand than before: when all tickets rise, so does every word."""
    model = topics.model(workspace)
    more = model.segmenter.more if model else None
    found, texts, parts = _counted(
        workspace.warehouse, spans.now, spans.before, more, data_version(workspace.warehouse)
    )
    told = rate_changes([one.now for one in found], [one.before for one in found], texts) if all(texts) else []
    up = [(phrase, rise) for phrase, rise in zip(found, told, strict=False) if rise.increased]
    up.sort(key=lambda pair: (-pair[1].low, pair[0].text))
    rise_of = dict(up[: 10 * _MOST_PHRASES])
    return [
        {"text": phrase.text, **_figures(_whole(rise_of[phrase], parts))}
        for phrase in trends.of_their_own(list(rise_of))[:_MOST_PHRASES]
    ]


@lru_cache(16)
def _counted(
    warehouse: Warehouse, now: Period, before: Period, more: tuple[str, ...] | None, _rows: DataVersion
) -> tuple[tuple[Phrase, ...], tuple[float, float], tuple[float, float]]:
    """Phrases in the texts of two times, how many texts of each time were read, and what part of all they are.

    more: words of the model beside the dictionary's; learned from the texts where there is no model. Kept until tickets
    come or go: to cut some ten thousand texts takes a second.
    """
    (said_now, all_now), (said_before, all_before) = (
        facts.said(warehouse, one.start, one.end, SAMPLE) for one in (now, before)
    )
    segmenter = learned(said_now + said_before) if more is None else Segmenter(more)
    without = split_names(segmenter, facts.names(warehouse), least=2)
    found = trends.phrases(map(segmenter.runs, said_now), map(segmenter.runs, said_before), without, LEAST_EVENTS)
    texts = float(len(said_now)), float(len(said_before))
    return tuple(found), texts, (texts[0] / max(all_now, 1), texts[1] / max(all_before, 1))


def _whole(rise: RateChange, parts: tuple[float, float]) -> RateChange:
    """Of all tickets, where they were counted in a part."""
    now, before = round(rise.now / parts[0]), round(rise.before / parts[1])
    return RateChange(now, before, rise.expected / parts[0], rise.ratio, rise.low, rise.high, rise.increased)


def _figures(rise: RateChange) -> dict[str, Any]:
    known = {name: getattr(rise, name) for name in ("expected", "ratio", "low", "high")}
    return {"tickets": rise.now, "before": rise.before, **known, "rose": rise.increased}


def _told(period: Period) -> dict[str, str]:
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}


def _sentence(told: Sequence[dict[str, Any]], phrases: Sequence[dict[str, Any]]) -> Words:
    vital = [one for one in told if one["vital"] and one["tickets"]]
    risen = sorted((one for one in told if one["rose"]), key=lambda one: one["expected"] - one["tickets"])
    named = (
        risen[0] | {"name": risen[0]["label"]}
        if risen
        else phrases[0] | {"name": phrases[0]["text"]}
        if phrases
        else None
    )
    zh = f"{len(vital)} 个话题占话题工单的 {vital[-1]['running']:.0%}" if vital else "本期没有话题工单"
    en = (
        f"{len(vital)} topics make up {vital[-1]['running']:.0%} of tickets in topics"
        if vital
        else "No tickets in topics"
    )
    if named is None:
        return Words(f"{zh}；没有明显上升的话题和说法。", f"{en}; no topic or phrase rose clearly.")
    # Of what did not double, the tenths alone would read as if it might not have risen at all.
    digits = 1 if named["low"] >= 2 else 2
    figures = [f"{named[name]:.{digits}f}" for name in ("ratio", "low", "high")]
    many = Words(f"{len(risen)} 个话题", f"{len(risen)} topics") if risen else Words("只有一些说法", "only phrases")
    return Words(
        f"{zh}；{many.zh}上升，上升最多的是“{named['name']}”，为上期的 {figures[0]} 倍（{figures[1]} 至 {figures[2]}）。",
        f"{en}; {many.en} rose, most of all “{named['name']}”, {figures[0]} times the time before "
        f"({figures[1]} to {figures[2]}).",
    )
