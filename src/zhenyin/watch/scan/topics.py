"""Topics whose share of all tickets left its baseline, beyond what events found in other dimensions explain."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.schema import Coordinates
from zhenyin.detectors import DetectorSettings
from zhenyin.forecast.calendar import week_covariates
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.weekly import Table, Weeks, weekly
from zhenyin.watch import rules
from zhenyin.watch.models import Evidence, Finding, TimeSeries
from zhenyin.watch.scan.alarms import AlarmScan, SliceAlarm
from zhenyin.watch.scan.slices import Slices

TOPIC = "topic"
MAX_TOPICS = 5


def topic_events(workspace: Workspace, weeks: Weeks, reported: Sequence[Finding] = ()) -> Iterator[Finding]:
    """Topics whose share of all tickets left its baseline, without the tickets of events that were reported.

    Nothing where no ticket has a topic.
    """
    table, _ = weekly(workspace, rules.TOPICS.metric, (TOPIC,), weeks)
    names = sorted(key[0] for key in table if key[0])
    if not names:
        return
    everything = np.sum(list(table.values()), axis=0)
    counts = np.array([table[name,] for name in names])
    slices = Slices(
        [{TOPIC: name} for name in names],
        counts,
        np.tile(everything, (len(names), 1)),
        None,
        None,
        week_covariates(weeks),
    )
    scan = AlarmScan(slices, settings_of(workspace), rules.TOPICS.detector)
    for finding in reported:
        if not scan.alarms():
            return
        event = _of_event(workspace, weeks, finding)
        scan.remove_event(partial(_tickets, event), finding.where)
    for alarm in scan.alarms()[:MAX_TOPICS]:
        yield _finding(weeks, alarm, table[alarm.where[TOPIC],])


def settings_of(workspace: Workspace) -> DetectorSettings:
    """The budget of a week: the topics' part of it."""
    return DetectorSettings(false_alarms=rules.TOPICS.false_alarms(workspace.settings.false_alarms_per_week))


def _of_event(workspace: Workspace, weeks: Weeks, finding: Finding) -> Table:
    return weekly(workspace, finding.metric, (TOPIC,), weeks, Filter.of_slice(finding.where))[0]


def _tickets(event: Table, where: Coordinates) -> Floats | None:
    return event.get((where[TOPIC],))


def _finding(weeks: Weeks, found: SliceAlarm, counts: Floats) -> Finding:
    alarm = found.alarm
    margin = alarm.band_high - alarm.baseline
    observed, baseline, half = (tuple(round(x, 3) for x in side.tolist()) for side in (counts, alarm.baseline, margin))
    return Finding(
        metric=rules.TOPICS.metric,
        where=found.where,
        since=weeks.first + timedelta(weeks=alarm.onset),
        until=weeks.end - timedelta(days=1),
        observed=alarm.observed,
        expected=alarm.expected,
        ratio=alarm.ratio,
        low=alarm.low,
        high=alarm.high,
        score=alarm.score,
        rule=rules.TOPICS.key,
        evidence=Evidence(series=TimeSeries(weeks.first, weeks.days, observed, baseline, half)),
    )
