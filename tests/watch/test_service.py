"""Findings of one scan after another become signals, and people decide about them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.engine import Connection

from zhenyin.core import store as store_module
from zhenyin.core.errors import Conflict, Invalid, NotFound, Refusal
from zhenyin.core.schema import Coordinates
from zhenyin.core.settings import Settings
from zhenyin.core.words import Words
from zhenyin.explain.models import Suspect
from zhenyin.reliability.age_onset import AgeOnset
from zhenyin.watch import service, store
from zhenyin.watch.models import Evidence, Finding, MixRateEvidence, TimeSeries
from zhenyin.watch.presentation import title

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9)
CRASH = {"fault": "闪退"}
EVIDENCE = Evidence(
    sentence=Words("集中在 5.4.0。", "It lies in 5.4.0."),
    suspects=(
        Suspect({"version": "5.4.0"}, 20, 4, 0.8, 5.0, 3.1, 1e9, 1e-6, Words("版本", "Version"), DAY, ({"os": "15"},)),
    ),
    outside=False,
    expected=10,
    observed=30,
    series=TimeSeries(date(2026, 2, 16), 7, (4.0, 9.0, 21.0), (5.0, 5.0, 5.0), (4.4, 4.4, 4.4)),
    mix_rate=MixRateEvidence(2.0, 0.5, 1.5, False, ("hour",), Words("相差", "differs"), (("hour", "9", 0.4),)),
    onset_age=AgeOnset(6, 3.0),
    limit=50.0,
)


@pytest.fixture
def db(settings: Settings) -> Iterator[Connection]:
    settings.data_dir.mkdir(parents=True)
    opened = store_module.connect(settings)
    store_module.METADATA.create_all(opened.engine)
    with opened.begin() as connection:
        yield connection
    opened.engine.dispose()


def finding(where: Coordinates = CRASH, since: date = DAY, rule: str = "weekly") -> Finding:
    return Finding("ticket_count", where, since, since + timedelta(days=13), 30, 10, 3.0, 2.1, 4.2, 12.0, rule)


def test_the_same_event_is_the_same_signal_however_often_it_is_scanned(db: Connection) -> None:
    first = service.record(db, [finding()], DAY)
    again = service.record(db, [finding(since=DAY + timedelta(days=7))], DAY + timedelta(days=7))
    assert [s.id for s in again.seen] == [s.id for s in first.new]
    assert again.seen[0].finding.since == DAY, "an event does not begin later because the window slides on"


def test_a_wider_slice_of_the_same_weeks_is_the_same_event(db: Connection) -> None:
    service.record(db, [finding()], DAY)
    assert not service.record(db, [finding({"fault": "闪退", "version": "5.4.0"})], DAY).new


def test_another_fault_is_another_signal(db: Connection) -> None:
    service.record(db, [finding()], DAY)
    assert len(service.record(db, [finding({"fault": "卡顿"})], DAY).new) == 1


def test_two_findings_of_one_scan_stay_two_signals(db: Connection) -> None:
    scanned = service.record(db, [finding(), finding({"version": "5.4.0", "fault": "闪退"})], DAY)
    assert len(scanned.new) == 2


def test_a_signal_that_no_scan_sees_for_four_weeks_becomes_inactive_and_may_open_again(db: Connection) -> None:
    service.record(db, [finding()], DAY)
    assert not service.record(db, [], DAY + timedelta(weeks=3)).inactive
    assert len(service.record(db, [], DAY + timedelta(weeks=4)).inactive) == 1
    assert len(service.record(db, [finding()], DAY + timedelta(weeks=5)).reopened) == 1


def test_a_dismissed_signal_is_not_reported_again(db: Connection) -> None:
    (signal,) = service.record(db, [finding()], DAY).new
    service.dismiss(db, signal.id, "发布已回滚", "li", NOW)
    scanned = service.record(db, [finding()], DAY + timedelta(days=7))
    assert not scanned.new
    assert not scanned.reopened
    assert service.get(db, signal.id).state == "dismissed"


def test_a_snoozed_signal_comes_back_on_its_day(db: Connection) -> None:
    (signal,) = service.record(db, [finding()], DAY).new
    service.snooze(db, signal.id, DAY + timedelta(days=10), "li", NOW)
    assert not service.record(db, [finding()], DAY + timedelta(days=7)).reopened
    assert len(service.record(db, [finding()], DAY + timedelta(days=14)).reopened) == 1


def test_a_signal_has_one_problem(db: Connection) -> None:
    (signal,) = service.record(db, [finding()], DAY).new
    assert service.link_problem(db, signal.id, "p1", "li", NOW).problem_id == "p1"
    service.link_problem(db, signal.id, "p1", "li", NOW)
    with pytest.raises(Conflict, match="signal-has-problem"):
        service.link_problem(db, signal.id, "p2", "li", NOW)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (lambda db, known: service.get(db, "sig-none"), NotFound),
        (lambda db, known: service.dismiss(db, known, "  ", "li", NOW), Invalid),
        (lambda db, known: service.snooze(db, known, DAY, "li", NOW), Invalid),
    ],
)
def test_refusals_speak_both_languages(db: Connection, act: object, kind: type[Refusal]) -> None:
    (signal,) = service.record(db, [finding()], DAY).new
    with pytest.raises(kind) as caught:
        act(db, signal.id)
    words = caught.value.words
    assert words.zh
    assert words.en
    assert words.zh != words.en


def test_a_title_says_what_a_figure_is_compared_with() -> None:
    titles = {title(replace(finding(), rule=rule)).zh for rule in ("weekly", "gap", "limit")}
    assert titles == {"闪退：是预期的 3.0 倍", "闪退：是其他的 3.0 倍", "闪退：超过上限，为上限的 3.0 倍"}


def test_a_signal_is_kept_with_its_evidence(db: Connection) -> None:
    (signal,) = service.record(db, [replace(finding(), evidence=EVIDENCE)], DAY).new
    (kept,) = store.signals(db, "open")
    assert kept == signal


def test_an_accepted_level_is_no_signal_until_it_is_left_again(db: Connection) -> None:
    (signal,) = service.record(db, [finding()], DAY).new
    service.rebaseline(db, signal.id, "wang", NOW)
    assert [one.where for one in service.rebaselined_findings(db)] == [CRASH]
    later = DAY + timedelta(weeks=30)
    assert not service.record(db, [], later).inactive, "it stays so, however long nothing is found"
    left = service.record(db, [finding(since=later)], later)
    assert [s.state for s in left.open] == ["open"]


def test_a_slice_compared_with_its_peers_has_no_baseline(db: Connection) -> None:
    (signal,) = service.record(db, [finding(rule="gap")], DAY).new
    with pytest.raises(Conflict, match="signal-no-baseline"):
        service.rebaseline(db, signal.id, "wang", NOW)
