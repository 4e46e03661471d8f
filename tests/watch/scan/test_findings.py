"""The weekly scan on a small company: which alarm is explained first, one event one finding, and accepted levels."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from tests.watch.cubes import alarm, cube

from fixtures_facts import put, ticket
from zhenyin.core.schema import Coordinates
from zhenyin.core.settings import Settings
from zhenyin.detectors import DetectorSettings
from zhenyin.job.workspace import Workspace, open_workspace
from zhenyin.question import weekly
from zhenyin.question.weekly import Weeks
from zhenyin.watch import rules, service
from zhenyin.watch.models import Finding
from zhenyin.watch.scan import findings
from zhenyin.watch.scan import weekly as weekly_scan
from zhenyin.watch.scan.alarms import SliceAlarm
from zhenyin.watch.scan.ticket_cube import ticket_cube

FIRST, WEEKS = datetime(2025, 1, 6, 10), 60
ONSET = FIRST.date() + timedelta(weeks=57)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Sixty weeks of five faults; in the last three `f3` of version 2 in Chengdu has twenty more a week."""
    workspace = open_workspace(Settings(data_dir=tmp_path_factory.mktemp("weekly")))
    dice, rows = np.random.default_rng(4), []
    for week in range(WEEKS):
        at = FIRST + timedelta(weeks=week)
        for fault in range(5):
            for _ in range(int(dice.poisson(12))):
                rows.append(case(len(rows), at, dice, fault=f"f{fault}"))
        for _ in range(20 if week >= 57 else 0):
            rows.append(case(len(rows), at, dice, fault="f3", version="2", city="成都市"))
    rows.append(ticket(len(rows), FIRST + timedelta(weeks=WEEKS, days=1)))
    put(workspace.warehouse, "tickets", rows)
    yield workspace
    workspace.close()


def case(number: int, at: datetime, dice: np.random.Generator, **given: Any) -> dict[str, Any]:
    day = at + timedelta(days=int(dice.integers(7)))
    place = {"version": str(dice.integers(1, 4)), "city": str(dice.choice(["成都市", "绵阳市", "德阳市"]))}
    place["channel"] = str(dice.choice(["热线", "在线"]))
    return ticket(number, day, category="c", **(place | given))


def weeks(workspace: Workspace) -> Weeks:
    found = weekly.whole_weeks(workspace, None)
    assert found is not None
    return found


def scan(workspace: Workspace, ago: int = 0) -> list[Finding]:
    whole = weeks(workspace)
    return list(findings.weekly_events(workspace, Weeks(whole.first, whole.count - ago)))


def test_one_event_is_one_finding_with_its_slice_and_onset(company: Workspace) -> None:
    (found,) = scan(company)
    assert found.where == {"fault": "f3", "version": "2", "city": "成都市"}
    assert found.since == ONSET
    assert found.until == FIRST.date() + timedelta(weeks=WEEKS, days=-1)
    assert found.low > 3
    assert found.rule == rules.WEEKLY.key


def test_a_finding_carries_its_evidence(company: Workspace) -> None:
    (found,) = scan(company)
    evidence = found.evidence
    assert evidence.series is not None
    assert evidence.series.first == FIRST.date()
    assert len(evidence.series.observed) == WEEKS
    assert sum(evidence.series.observed[57:]) == found.observed
    assert sum(evidence.series.baseline[57:]) == pytest.approx(found.expected, abs=0.1)
    assert all(suspect.since == ONSET for suspect in evidence.suspects)
    assert not evidence.outside


def test_nothing_is_found_before_the_event(company: Workspace) -> None:
    assert scan(company, ago=3) == []


def test_what_a_person_accepted_as_the_baseline_is_not_found_again(company: Workspace) -> None:
    (found,) = scan(company)
    at = datetime(2026, 3, 2, 9)
    with company.store.begin() as db:
        (signal,) = service.record(db, [found], date(2026, 3, 2)).new
        service.rebaseline(db, signal.id, "li", at)
    try:
        assert scan(company) == []
    finally:
        with company.store.begin() as db:
            service.dismiss(db, signal.id, "test", "li", at)


@pytest.mark.parametrize(("kept", "short"), [(WEEKS, False), (24, True), (25, False)])
def test_a_baseline_needs_twice_the_windows_and_one_week(
    company: Workspace, monkeypatch: pytest.MonkeyPatch, kept: int, short: bool
) -> None:
    monkeypatch.setattr(findings, "whole_weeks", lambda *_: Weeks(FIRST.date(), kept))
    reason = findings.history_too_short(company)
    assert (reason is not None) is short
    if reason is not None:
        assert str(kept) in reason.zh
        assert "25" in reason.en


@pytest.mark.parametrize(
    ("scores", "taken"),
    [
        ([({"category": "c"}, 20.0), ({"fault": "f3"}, 12.0)], {"fault": "f3"}),
        ([({"category": "c"}, 20.0), ({"fault": "f3"}, 9.0)], {"category": "c"}),
        ([({"category": "c"}, 20.0), ({"city": "成都市"}, 19.0)], {"category": "c"}),
        ([({"fault": "f3", "city": "成都市"}, 20.0), ({"fault": "f3"}, 19.0)], {"fault": "f3", "city": "成都市"}),
        ([], None),
    ],
)
def test_a_fault_is_explained_before_its_category(
    scores: list[tuple[Coordinates, float]], taken: Coordinates | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "exceeds_season", lambda *_: True)
    alarms: list[SliceAlarm] = [alarm(where, 7, score=score) for where, score in scores]
    nothing = cube([{"where": {"fault": "f3"}, "counts": [1] * 10}], 10)
    found = findings._strongest_alarm(nothing, alarms)
    assert (found.where if found else None) == taken


def test_an_alarm_of_the_season_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "exceeds_season", lambda _cube, one, _now: one.where != {"fault": "f3"})
    alarms = [alarm({"fault": "f3"}, 7, score=30.0), alarm({"fault": "f1"}, 7, score=20.0)]
    found = findings._strongest_alarm(cube([{"where": {"fault": "f3"}, "counts": [1] * 10}], 10), alarms)
    assert found is not None
    assert found.where == {"fault": "f1"}


def test_the_category_of_a_fault_is_its_most_frequent_one() -> None:
    rows = [
        {"where": {"fault": "f1", "category": "a"}, "counts": [3, 3]},
        {"where": {"fault": "f1", "category": "b"}, "counts": [1, 1]},
        {"where": {"fault": "f2", "category": "b"}, "counts": [1, 1]},
    ]
    assert findings._categories(cube(rows, 2)) == {"f1": "a", "f2": "b"}


def test_of_three_dimensions_only_slices_with_recent_tickets_are_tested(company: Workspace) -> None:
    tickets = ticket_cube(company, rules.WEEKLY.metric, weeks(company))
    settings = DetectorSettings()
    slices = findings.slices_of(tickets, settings)
    crossed = [i for i, where in enumerate(slices.where) if len(where) == 3]
    assert crossed
    assert all(slices.counts[i, -settings.windows :].sum() >= settings.least for i in crossed)
    none = findings.slices_of(tickets, settings, crossed=())
    assert max(len(where) for where in none.where) == 2
    event = frozenset({"fault", "version", "channel"})
    assert {frozenset(w) for w in findings.slices_of(tickets, settings, crossed={event}).where if len(w) == 3} == {
        event
    }


@pytest.mark.parametrize(("onset", "start", "end"), [(57, 5, 53), (30, 0, 26), (2, 0, 1)])
def test_the_reference_year_ends_before_the_event_may_have_begun(onset: int, start: int, end: int) -> None:
    tickets = cube([{"where": {"fault": "f3"}, "counts": [1] * WEEKS}], WEEKS)
    first = tickets.weeks.first
    period = weekly_scan._year_before(tickets, first + timedelta(weeks=onset))
    assert ((period.start - first).days // 7, (period.end - first).days // 7) == (start, end)


@pytest.mark.parametrize(("then", "seasonal"), [(1.0, False), (4.0, True)])
def test_a_slice_that_rose_as_much_last_year_is_seasonal(then: float, seasonal: bool) -> None:
    raised = [10.0 * (4.0 if week >= 106 else then if 54 <= week < 58 else 1.0) for week in range(110)]
    rows = [{"where": {"fault": "f3"}, "counts": raised}, {"where": {"fault": "f1"}, "counts": [200.0] * 110}]
    assert weekly_scan._seasonal(cube(rows, 110), 4, {"fault": "f3"}) is seasonal
