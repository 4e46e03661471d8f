"""The early warning's own record: what is counted, and how."""

from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures_facts import put, ticket
from zhenyin.core.schema import Coordinates
from zhenyin.job.workspace import Workspace
from zhenyin.watch.backtest.record import (
    FILE,
    MAX_DELAY_WEEKS,
    classify_events,
    detection_delay,
    load,
    method_result,
    run,
)
from zhenyin.watch.backtest.replay import ReplayedEvent, merge_finding
from zhenyin.watch.backtest.simple_methods import count_independent, fixed_threshold, new_alarms
from zhenyin.watch.models import Finding, Signal, SignalState

WEEKS = 20
FAULTS = ("异响", "死机", "漏电", "掉漆", "断连", "卡顿")
MONDAY = date(2026, 3, 2)


def finding(where: Coordinates, week: int, reported: int) -> Finding:
    """Reported by the scan of one week, 0 for the first, of an event that began in another."""
    since, until = (MONDAY + timedelta(weeks=n) for n in (week, reported + 1))
    return Finding("ticket_count", where, since, until - timedelta(days=1), 30, 10, 3.0, 2.1, 4.2, 12.0, "weekly")


def signal(found: Finding, state: SignalState = "open", problem: str | None = None) -> Signal:
    return Signal("sig-1", found, state, found.until, found.until, problem_id=problem)


def test_an_alarm_that_lasts_is_one_alarm() -> None:
    alarms = np.array([[False, True, True, False, True]])
    assert new_alarms(alarms).tolist() == [[False, True, False, False, True]]


@pytest.mark.parametrize(
    ("weeks", "delay"),
    [([20], 1), ([21, 22], 2), ([19, 20], 1), ([20 + MAX_DELAY_WEEKS], None), ([5], None), ([], None)],
)
def test_an_event_is_seen_at_the_end_of_a_week_or_missed(weeks: list[int], delay: int | None) -> None:
    reported = np.zeros(52, dtype=bool)
    reported[weeks] = True
    assert detection_delay(reported, 20) == delay


def test_alarms_of_one_week_that_meet_are_one() -> None:
    city = {"province": "四川省", "city": "成都市"}
    assert (
        count_independent([city, {"province": "四川省"}, {"fault": "漏水", "city": "成都市"}, {"fault": "闪退"}]) == 2
    )
    assert count_independent([]) == 0


def test_the_median_is_of_what_was_seen() -> None:
    result = method_result("scan", [0, 1, 0, 0], [1, 3, None, 8])
    assert (result.detected, result.events, result.median_delay_weeks, result.false_alarms) == (3, 4, 3.0, 0.25)


def test_what_scan_after_scan_reports_is_one_event_from_its_earliest_day_on() -> None:
    events: list[ReplayedEvent] = []
    for at, week in ((5, 4), (6, 3), (7, 5)):
        merge_finding(events, finding({"fault": "闪退"}, week, at), at)
    merge_finding(events, finding({"fault": "闪退", "version": "2"}, 6, 7), 7)
    merge_finding(events, finding({"fault": "漏水"}, 6, 7), 7)
    assert [(event.reported_in, event.since) for event in events] == [
        ((5, 6, 7), MONDAY + timedelta(weeks=3)),
        ((7,), MONDAY + timedelta(weeks=6)),
    ]


@pytest.mark.parametrize(
    ("reported", "state", "problem", "verdict"),
    [
        ((5, 6), "open", None, "event"),
        ((5,), None, None, "false"),
        ((WEEKS - 1,), "open", None, "open"),
        ((5,), "open", "pr-1", "event"),
        ((5, 6, 7), "dismissed", None, "false"),
        ((), "open", "pr-1", "event"),
        ((), "dismissed", None, "open"),
    ],
)
def test_what_one_scan_told_or_a_person_dismissed_was_a_false_alarm(
    reported: tuple[int, ...], state: SignalState | None, problem: str | None, verdict: str
) -> None:
    found = finding({"fault": "闪退"}, 4, reported[-1] if reported else 6)
    signals = [signal(found, state, problem)] if state else []
    events, false = classify_events([ReplayedEvent(found, reported)] if reported else [], signals, WEEKS)
    assert (len(events), len(false)) == {"event": (1, 0), "false": (0, 1), "open": (0, 0)}[verdict]


def year(**given: str) -> list[dict[str, object]]:
    """A hundred weeks of three tickets each; in the last twelve twenty are alike."""
    first, made = datetime(2024, 6, 3), list[dict[str, object]]()
    for week in range(100):
        for number in range(20 if week >= 88 and given else 3):
            made.append(ticket(len(made), first + timedelta(weeks=week, hours=number), **given))
    return made


def test_a_year_without_any_attribute_is_replayed_too(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", year())
    record = run(workspace)
    assert record is not None
    assert (record.slices, record.events, record.false_alarms) == (0, (), ())
    assert {method.key: method.false_alarms for method in record.methods} == {"scan": 0, "fixed": 0, "sigma": 0}


def test_the_record_is_kept_with_the_event_that_scan_after_scan_told(workspace: Workspace) -> None:
    others = [row | {"ticket_id": f"{fault}{i}", "fault": fault} for fault in FAULTS for i, row in enumerate(year())]
    put(workspace.warehouse, "tickets", [*others, *year(fault="漏水")])
    record = run(workspace)
    assert record is not None
    (event,) = record.events
    assert (event.where, event.since) == ({"fault": "漏水"}, date(2026, 2, 9))
    assert (event.delay_weeks["scan"] or 99) <= 2
    assert load(workspace) == record
    assert record.methods[0].detected == record.methods[0].events == 1


def test_a_record_kept_in_an_earlier_form_is_none(workspace: Workspace) -> None:
    (workspace.settings.data_dir / FILE).write_text('{"first": "2025-01-06", "rows": [], "once": []}', "utf-8")
    assert load(workspace) is None


@given(st.integers(0, 10_000), st.floats(0.05, 20))
def test_a_fixed_threshold_keeps_the_budget_and_one_ticket_less_does_not(seed: int, budget: float) -> None:
    counts = np.random.default_rng(seed).poisson(3.0, (50, 30)).astype(float)
    at = fixed_threshold(counts, budget)
    assert new_alarms(counts >= at)[:, 1:].sum(axis=0).mean() <= budget
