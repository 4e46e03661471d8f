"""The track record as an answer."""

import json
from datetime import date

import pytest

from zhenyin.watch.backtest.presentation import present_replay, present_track_record
from zhenyin.watch.backtest.record import METHODS, EventDelays, FalseAlarm, MethodResult, Precision, Record

EVENT = EventDelays({"fault": "漏水", "city": "成都市"}, date(2026, 2, 9), {"scan": 2, "fixed": None, "sigma": 1})
RECORD = Record(
    first=date(2025, 11, 24),
    until=date(2026, 11, 23),
    slices=812,
    budget=0.6,
    fixed_threshold=41.0,
    methods=tuple(MethodResult(key, 0.1, 1, 1, 2.0) for key in METHODS),
    events=(EVENT,),
    false_alarms=(FalseAlarm({"fault": "异响"}, date(2026, 5, 3)),),
)
UNDECIDED = Precision(0, 0, 4, None, None, None)


def test_a_record_is_a_period_with_methods_events_and_false_alarms() -> None:
    answer = json.loads(present_track_record(RECORD, False, UNDECIDED).model_dump_json())
    record = answer["record"]
    assert answer["available"] is True
    assert record["period"] == {"start": "2025-11-24", "end": "2026-11-23"}
    assert [method["key"] for method in record["methods"]] == ["scan", "fixed", "sigma"]
    assert all(method["title"]["zh"] and method["title"]["en"] for method in record["methods"])
    assert record["events"][0]["where"] == {"fault": ["漏水"], "city": ["成都市"]}
    assert record["events"][0]["delay_weeks"] == {"scan": 2, "fixed": None, "sigma": 1}
    assert record["false_alarms"] == [{"where": {"fault": ["异响"]}, "reported_on": "2026-05-03"}]


@pytest.mark.parametrize("possible", [True, False])
def test_before_the_first_replay_there_is_only_whether_one_is_possible(possible: bool) -> None:
    answer = present_track_record(None, possible, UNDECIDED)
    assert (answer.record, answer.available) == (None, possible)


def test_precision_has_an_interval_once_something_is_decided() -> None:
    decided = present_track_record(None, True, Precision(3, 1, 2, 0.75, 0.3, 0.95)).precision
    assert (decided.confirmed, decided.dismissed, decided.open, decided.share) == (3, 1, 2, 0.75)
    assert decided.interval == {"low": 0.3, "high": 0.95, "level": 0.95}
    assert present_track_record(None, True, UNDECIDED).precision.interval is None


def test_the_result_of_a_replay_is_that_of_its_job() -> None:
    assert present_replay(RECORD).model_dump() == {"replayed": True, "events": 1}
    assert present_replay(None).model_dump() == {"replayed": False, "events": 0}
