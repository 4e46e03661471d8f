"""Topics that grow: what customers talk about more than before, though no field that agents fill in says so."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial

import numpy as np

from zhenyin.charts import signal as chart
from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.detectors import Settings
from zhenyin.forecast.common_days import common_days
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.weekly import Table, Weeks, Where, weekly
from zhenyin.watch import rules
from zhenyin.watch.models import Finding, title
from zhenyin.watch.scan.alarms import Out, Watched
from zhenyin.watch.scan.slices import Slices

TOPIC = "topic"
MOST_TOPICS = 5


def topic_events(workspace: Workspace, weeks: Weeks, told: Sequence[Finding] = ()) -> Iterator[Finding]:
    """Topics out of line with their share of all tickets, when the tickets of events that were told are taken out.

    Nothing where no ticket has a topic.
    """
    table, _ = weekly(workspace, rules.TOPICS.metric, (TOPIC,), weeks)
    names = sorted(key[0] for key in table if key[0])
    if not names:
        return
    everything = np.sum(list(table.values()), axis=0)
    counts = np.array([table[name,] for name in names])
    slices = Slices(
        [{TOPIC: name} for name in names], counts, np.tile(everything, (len(names), 1)), None, None, common_days(weeks)
    )
    watched = Watched(slices, settings_of(workspace), rules.TOPICS.detector)
    for finding in told:
        if not watched.out():
            return
        event = _of_event(workspace, weeks, finding)
        watched.take_out(partial(_tickets, event), finding.where)
    for out in watched.out()[:MOST_TOPICS]:
        yield _finding(weeks, out, table[out.where[TOPIC],])


def settings_of(workspace: Workspace) -> Settings:
    """The budget of a week: the topics' part of it."""
    return Settings(false_alarms=rules.TOPICS.false_alarms(workspace.settings.false_alarms_per_week))


def _of_event(workspace: Workspace, weeks: Weeks, finding: Finding) -> Table:
    asked = Filter.of_slice(finding.where)
    return weekly(workspace, finding.metric, (TOPIC,), weeks, asked)[0]


def _tickets(event: Table, where: Where) -> Floats | None:
    return event.get((where[TOPIC],))


def _finding(weeks: Weeks, out: Out, seen: Floats) -> Finding:
    alarm = out.alarm
    finding = Finding(
        metric=rules.TOPICS.metric,
        where=out.where,
        since=weeks.first + timedelta(weeks=alarm.onset),
        until=weeks.end - timedelta(days=1),
        observed=alarm.observed,
        expected=alarm.expected,
        ratio=alarm.ratio,
        low=alarm.low,
        high=alarm.high,
        score=alarm.score,
        rule=rules.TOPICS.key,
    )
    mondays = [weeks.first + timedelta(weeks=i) for i in range(weeks.count)]
    spread = (alarm.band_high - alarm.usual).tolist()
    drawn = chart.build(title(finding), mondays, seen.tolist(), alarm.usual.tolist(), spread, finding.since)
    finding.evidence.update(sentence=_sentence(finding).as_dict(), suspects=[], chart=drawn.as_dict())
    return finding


def _sentence(finding: Finding) -> Words:
    name, times = finding.where[TOPIC], f"{finding.ratio:.1f}"
    seen, usual = round(finding.observed), round(finding.expected)
    return Words(
        f"话题“{name}”有 {seen} 件，按以往占比应有 {usual} 件，是 {times} 倍；已知的预警解释不了这些工单。",
        f"The topic “{name}” has {seen} tickets where its usual share would be {usual}, {times} times as many; "
        "no signal that is known explains them.",
    )
