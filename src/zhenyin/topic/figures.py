"""The figures of topics: tickets, growth, and the values and tickets that distinguish them. All through `question`."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from zhenyin.charts import topics as picture
from zhenyin.detectors import DETECTORS, Alarm, DetectorSettings
from zhenyin.dimensions import dimension, used_for
from zhenyin.job.workspace import Workspace
from zhenyin.question import weekly
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer
from zhenyin.question.weekly import Weeks, whole_weeks
from zhenyin.text.topics import NONE
from zhenyin.topic import facts, registry
from zhenyin.topic import service as topics
from zhenyin.topic.models import (
    DistinguishingValue,
    Growth,
    Landscape,
    Representative,
    Topic,
    TopicDetail,
    TopicFigures,
)

DETECTOR = "weekly_scan"
"""What decides whether a topic grows: the detector of weekly signals."""
METRIC = "ticket_count"
FIELDS = used_for("topic_profile")
_LEAST_WEEKS = 26
_LEAST_SHARE, _LEAST_LIFT, _MAX_FIELDS = 0.2, 1.3, 6
_LEAST_LINE_SHARE = 0.8
"""Share of a topic's tickets that are of one product line, from which its label says so."""
_CANDIDATES, _SHOWN = 400, 6


@dataclass(frozen=True, slots=True)
class _Counts:
    """Tickets by topic and of all in a period and the one before, with growth and product lines."""

    by_topic: dict[str, float]
    total: float
    before: dict[str, float]
    growth: dict[str, Growth]
    lines: dict[str, tuple[str, float]]

    def of(self, topic: Topic) -> TopicFigures:
        tickets = self.by_topic.get(topic.name, 0.0)
        return TopicFigures(
            topic=topic,
            label=label_of(topic, self.lines),
            tickets=round(tickets),
            before=round(self.before[topic.name]) if topic.name in self.before else None,
            share=tickets / self.total if self.total else 0.0,
            growth=self.growth.get(topic.name),
        )


def landscape(workspace: Workspace, period: Period | None) -> Landscape:
    """All topics with their tickets in a period, the share of all, the growth, and places for a picture."""
    with workspace.store.read() as db:
        known = registry.live(db)
    counted = _counts(workspace, known, period)
    ranked = sorted((counted.of(topic) for topic in known), key=lambda one: (-one.tickets, one.topic.number))
    without_topic = counted.total - sum(one.tickets for one in ranked)
    return Landscape(tuple(ranked), round(counted.total), round(without_topic), _places(workspace, ranked))


def topic_detail(workspace: Workspace, number: int, period: Period | None) -> TopicDetail:
    """One topic: its figures, the values that distinguish it, and tickets that represent it. Raises NotFound."""
    with workspace.store.read() as db:
        topic = registry.get(db, number)
    counted = _counts(workspace, [topic], period)
    tickets = counted.by_topic.get(topic.name, 0.0)
    fields = _distinguishing_values(workspace, topic, period, tickets, counted.total)
    return TopicDetail(counted.of(topic), fields, _representatives(workspace, topic))


def _counts(workspace: Workspace, known: list[Topic], period: Period | None) -> _Counts:
    by_topic, total = counts(workspace, period)
    before, _ = counts(workspace, period.previous()) if period else ({}, 0.0)
    growth = _growth(workspace, [topic.name for topic in known])
    return _Counts(by_topic, total, before, growth, product_lines(workspace, period))


def counts(
    workspace: Workspace, period: Period | None, filters: tuple[Filter, ...] = ()
) -> tuple[dict[str, float], float]:
    """Tickets by topic, and of all."""
    found = answer(workspace.warehouse, Question((METRIC,), ("topic",), filters, period))
    by_topic = {cell.at["topic"]: cell.estimate.value or 0.0 for cell in found.cells}
    return {name: n for name, n in by_topic.items() if name}, sum(by_topic.values())


def _growth(workspace: Workspace, names: list[str]) -> dict[str, Growth]:
    """Topics whose last weeks exceed their baseline, by the detector of signals."""
    weeks = whole_weeks(workspace, None)
    if weeks is None or weeks.count < _LEAST_WEEKS or not names:
        return {}
    table, _ = weekly.weekly(workspace, METRIC, ("topic",), weeks)
    # All topics are tested together, also when one is asked for: a share needs the whole.
    series = {key[0]: values for key, values in table.items() if key[0]}
    if not series:
        return {}
    budget = DetectorSettings(false_alarms=workspace.settings.false_alarms_per_week)
    alarms = DETECTORS[DETECTOR].run(np.array(list(series.values())), None, budget)
    order, wanted = list(series), set(names)
    return {order[alarm.slice]: growth_of(alarm, weeks) for alarm in alarms if order[alarm.slice] in wanted}


def growth_of(alarm: Alarm, weeks: Weeks) -> Growth:
    """The growth that an alarm of a topic's weekly counts shows."""
    since = weeks.first + timedelta(weeks=alarm.onset)
    return Growth(alarm.observed, alarm.expected, alarm.ratio, alarm.low, alarm.high, alarm.window, since)


def product_lines(workspace: Workspace, period: Period | None) -> dict[str, tuple[str, float]]:
    """The most frequent product line of each topic, with its share of the topic's tickets."""
    found = answer(workspace.warehouse, Question((METRIC,), ("topic", "product_line"), (), period))
    by_topic: dict[str, dict[str, float]] = {}
    for cell in found.cells:
        if cell.at["topic"] and cell.at["product_line"]:
            by_topic.setdefault(cell.at["topic"], {})[cell.at["product_line"]] = cell.estimate.value or 0.0
    most = {name: max(lines.items(), key=lambda line: (line[1], line[0])) for name, lines in by_topic.items()}
    return {name: (line, n / max(sum(by_topic[name].values()), 1.0)) for name, (line, n) in most.items()}


def label_of(topic: Topic, lines: dict[str, tuple[str, float]]) -> str:
    """The name, with the product line before it where nearly all tickets are of one.

    lines: by topic name, the most frequent line and its share.
    """
    line, share = lines.get(topic.name, ("", 0.0))
    return f"{line} {topic.name}" if share >= _LEAST_LINE_SHARE and line not in topic.name else topic.name


def _distinguishing_values(
    workspace: Workspace, topic: Topic, period: Period | None, tickets: float, total: float
) -> tuple[DistinguishingValue, ...]:
    """Values that are more frequent in the topic than in all tickets, by share times log lift."""
    found = []
    here = (Filter("topic", "in", (topic.name,)),)
    for name in FIELDS:
        inside, all_ = (
            {cell.at[name]: cell.estimate.value or 0.0 for cell in answer(workspace.warehouse, question).cells}
            for question in (Question((METRIC,), (name,), here, period), Question((METRIC,), (name,), (), period))
        )
        for value, n in inside.items():
            share, base_share = n / max(tickets, 1.0), all_.get(value, 0.0) / max(total, 1.0)
            if value and base_share and share >= _LEAST_SHARE and share / base_share >= _LEAST_LIFT:
                found.append(DistinguishingValue(name, dimension(name).title, value, share, share / base_share))
    return tuple(sorted(found, key=lambda one: (-one.share * np.log(one.lift), one.dimension))[:_MAX_FIELDS])


def _representatives(workspace: Workspace, topic: Topic) -> tuple[Representative, ...]:
    """Recent tickets nearest to the centres of the topic's small clusters, one of each."""
    rows = facts.newest(workspace.warehouse, topic.name, _CANDIDATES).to_pylist()
    model = topics.model(workspace)
    if not rows or model is None:
        return ()
    vectors = model.placed(model.words([row["text"] for row in rows]))
    small = model.near(vectors)
    likeness = np.where(small == NONE, -1.0, (vectors * model.centres[small]).sum(axis=1))
    chosen: list[int] = []
    for row in np.argsort(-likeness, kind="stable").tolist():
        if small[row] not in small[chosen]:
            chosen.append(row)
    return tuple(
        Representative(rows[row]["ticket_id"], rows[row]["text"], rows[row]["created_at"]) for row in chosen[:_SHOWN]
    )


def _places(workspace: Workspace, ranked: list[TopicFigures]) -> tuple[tuple[float, float], ...]:
    """Where topics lie in the picture, similar ones near each other; none before topics were found."""
    model = topics.model(workspace)
    if not ranked or model is None:
        return ()
    centres = np.array([model.centres[model.topic == one.topic.number].mean(axis=0) for one in ranked])
    return tuple(picture.layout(centres, [one.tickets for one in ranked]))
