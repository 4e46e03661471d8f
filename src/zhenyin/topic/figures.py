"""The figures of topics: how many tickets, how they grew, what sets them apart. All through `question`."""

from datetime import timedelta
from typing import Any

import numpy as np

from zhenyin.charts import topics as picture
from zhenyin.charts.topics import Bubble
from zhenyin.detectors import DETECTORS, Alarm, DetectorSettings
from zhenyin.dimensions import dimension, used_for
from zhenyin.job.workspace import Workspace
from zhenyin.question import weekly
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer
from zhenyin.question.weekly import whole_weeks
from zhenyin.text.topics import NONE
from zhenyin.topic import facts, registry
from zhenyin.topic import service as topics
from zhenyin.topic.models import Topic

DETECTOR = "weekly_scan"
"""What judges whether a topic grows: the detector of weekly signals."""
METRIC = "ticket_count"
FIELDS = used_for("topic_profile")
_LEAST_WEEKS = 26
_APART, _MOST_FIELDS = 1.3, 6
_OF_ONE = 0.8
"""Share of a topic's tickets that are of one product line, from which its label says so."""
_LOOKED_AT, _SHOWN = 400, 6


def landscape(workspace: Workspace, period: Period | None) -> dict[str, Any]:
    """All topics with their tickets in a period, the share of all, the growth, and the picture of them."""
    with workspace.store.read() as db:
        known = registry.live(db)
    by_topic, whole = counts(workspace, period)
    before, _ = counts(workspace, period.previous()) if period else ({}, 0.0)
    growth, lines = _growth(workspace, [topic.name for topic in known]), product_lines(workspace, period)
    told = [
        topic.as_dict()
        | {
            "label": label_of(topic, lines),
            "tickets": round(by_topic.get(topic.name, 0.0)),
            "before": round(before[topic.name]) if topic.name in before else None,
            "share": by_topic.get(topic.name, 0.0) / whole if whole else 0.0,
            "growth": growth.get(topic.name),
        }
        for topic in known
    ]
    told.sort(key=lambda topic: (-topic["tickets"], topic["number"]))
    without = whole - sum(topic["tickets"] for topic in told)
    return {"topics": told, "tickets": round(whole), "without": round(without), "chart": _picture(workspace, told)}


def one(workspace: Workspace, number: int, period: Period | None) -> dict[str, Any]:
    """One topic: its figures, what sets it apart, and tickets that stand for it."""
    with workspace.store.read() as db:
        topic = registry.get(db, number)
    by_topic, whole = counts(workspace, period)
    tickets = by_topic.get(topic.name, 0.0)
    return topic.as_dict() | {
        "label": label_of(topic, product_lines(workspace, period)),
        "tickets": round(tickets),
        "share": tickets / whole if whole else 0.0,
        "growth": _growth(workspace, [topic.name]).get(topic.name),
        "fields": _apart(workspace, topic, period, tickets, whole),
        "representatives": _representatives(workspace, topic),
    }


def counts(
    workspace: Workspace, period: Period | None, filters: tuple[Filter, ...] = ()
) -> tuple[dict[str, float], float]:
    """Tickets by topic, and of all."""
    told = answer(workspace.warehouse, Question((METRIC,), ("topic",), filters, period))
    by_topic = {cell.at["topic"]: cell.estimate.value or 0.0 for cell in told.cells}
    return {name: n for name, n in by_topic.items() if name}, sum(by_topic.values())


def _growth(workspace: Workspace, names: list[str]) -> dict[str, dict[str, Any]]:
    """Topics whose last weeks are out of line with their history, by the detector of signals."""
    weeks = whole_weeks(workspace, None)
    if weeks is None or weeks.count < _LEAST_WEEKS or not names:
        return {}
    table, _ = weekly.weekly(workspace, METRIC, ("topic",), weeks)
    # All topics are judged together, also when one is asked for: a share needs the whole.
    series = {key[0]: values for key, values in table.items() if key[0]}
    if not series:
        return {}
    budget = DetectorSettings(false_alarms=workspace.settings.false_alarms_per_week)
    alarms = DETECTORS[DETECTOR].run(np.array(list(series.values())), None, budget)
    order, wanted = list(series), set(names)
    return {order[alarm.slice]: _grown(alarm, weeks) for alarm in alarms if order[alarm.slice] in wanted}


def _grown(alarm: Alarm, weeks: weekly.Weeks) -> dict[str, Any]:
    since = (weeks.first + timedelta(weeks=alarm.onset)).isoformat()
    figures = {name: getattr(alarm, name) for name in ("observed", "expected", "ratio", "low", "high", "window")}
    return figures | {"since": since}


def product_lines(workspace: Workspace, period: Period | None) -> dict[str, tuple[str, float]]:
    """The commonest product line of each topic, with its share."""
    told = answer(workspace.warehouse, Question((METRIC,), ("topic", "product_line"), (), period))
    by_topic: dict[str, dict[str, float]] = {}
    for cell in told.cells:
        if cell.at["topic"] and cell.at["product_line"]:
            by_topic.setdefault(cell.at["topic"], {})[cell.at["product_line"]] = cell.estimate.value or 0.0
    most = {name: max(lines.items(), key=lambda line: (line[1], line[0])) for name, lines in by_topic.items()}
    return {name: (line, n / max(sum(by_topic[name].values()), 1.0)) for name, (line, n) in most.items()}


def label_of(topic: Topic, lines: dict[str, tuple[str, float]]) -> str:
    """The name, with the product line before it where the topic is of one alone."""
    line, share = lines.get(topic.name, ("", 0.0))
    return f"{line} {topic.name}" if share >= _OF_ONE and line not in topic.name else topic.name


def _apart(
    workspace: Workspace, topic: Topic, period: Period | None, tickets: float, whole: float
) -> list[dict[str, Any]]:
    """Values that come far more often in the topic than in all tickets, the farthest apart first."""
    found = []
    here = (Filter("topic", "in", (topic.name,)),)
    for name in FIELDS:
        inside, all_ = (
            {cell.at[name]: cell.estimate.value or 0.0 for cell in answer(workspace.warehouse, question).cells}
            for question in (Question((METRIC,), (name,), here, period), Question((METRIC,), (name,), (), period))
        )
        for value, n in inside.items():
            share, usual = n / max(tickets, 1.0), all_.get(value, 0.0) / max(whole, 1.0)
            if value and usual and share >= 0.2 and share / usual >= _APART:
                title = dimension(name).title.as_dict()
                found.append({"field": name, "title": title, "value": value, "share": share, "lift": share / usual})
    return sorted(found, key=lambda one: (-one["share"] * np.log(one["lift"]), one["field"]))[:_MOST_FIELDS]


def _representatives(workspace: Workspace, topic: Topic) -> list[dict[str, Any]]:
    """Recent tickets that say the thing most plainly, each in another way."""
    rows = facts.newest(workspace.warehouse, topic.name, _LOOKED_AT).to_pylist()
    model = topics.model(workspace)
    if not rows or model is None:
        return []
    vectors = model.placed(model.words([row["text"] for row in rows]))
    small = model.near(vectors)
    likeness = np.where(small == NONE, -1.0, (vectors * model.centres[small]).sum(axis=1))
    chosen: list[int] = []
    for row in np.argsort(-likeness, kind="stable").tolist():
        if small[row] not in small[chosen]:
            chosen.append(row)
    return [
        {
            "ticket_id": rows[row]["ticket_id"],
            "text": rows[row]["text"],
            "created_at": rows[row]["created_at"].isoformat(),
        }
        for row in chosen[:_SHOWN]
    ]


def _picture(workspace: Workspace, told: list[dict[str, Any]]) -> dict[str, Any]:
    model = topics.model(workspace)
    if not told or model is None:
        return picture.build([]).as_dict()
    numbers = [topic["number"] for topic in told]
    centres = np.array([model.centres[model.topic == n].mean(axis=0) for n in numbers])
    places = picture.spread(centres, [topic["tickets"] for topic in told])
    bubbles = [
        Bubble(topic["label"], x, y, topic["tickets"], topic["growth"]["ratio"] if topic["growth"] else None)
        for topic, (x, y) in zip(told, places, strict=True)
    ]
    return picture.build(bubbles).as_dict()
