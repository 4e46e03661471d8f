"""The early warning's own record: what is counted, and how."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenyin.flows.track_record import PATIENCE, _apart, _delay, _told, fixed_threshold, fresh


def test_an_alarm_that_lasts_is_one_alarm() -> None:
    alarms = np.array([[False, True, True, False, True]])
    assert fresh(alarms).tolist() == [[False, True, False, False, True]]


@pytest.mark.parametrize(
    ("weeks", "took"), [([20], 1), ([21, 22], 2), ([19, 20], 1), ([20 + PATIENCE], None), ([5], None), ([], None)]
)
def test_an_event_is_seen_at_the_end_of_a_week_or_missed(weeks: list[int], took: int | None) -> None:
    alarm = np.zeros(52, dtype=bool)
    alarm[weeks] = True
    assert _delay(alarm, 20) == took


def test_alarms_of_one_week_that_meet_are_one() -> None:
    city = {"province": "四川省", "city": "成都市"}
    assert _apart([city, {"province": "四川省"}, {"fault": "漏水", "city": "成都市"}, {"fault": "闪退"}]) == 2
    assert _apart([]) == 0


def test_the_median_is_of_what_was_seen() -> None:
    told = _told("scan", [0, 1, 0, 0], [1, 3, None, 8])
    assert (told.seen, told.events, told.weeks, told.false_alarms) == (3, 4, 3.0, 0.25)


@given(st.integers(0, 10_000), st.floats(0.05, 20))
def test_a_fixed_threshold_keeps_the_budget_and_one_ticket_less_does_not(seed: int, budget: float) -> None:
    counts = np.random.default_rng(seed).poisson(3.0, (50, 30)).astype(float)
    at = fixed_threshold(counts, budget)
    assert fresh(counts >= at)[:, 1:].sum(axis=0).mean() <= budget
