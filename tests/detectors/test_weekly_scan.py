"""The scan keeps its budget of false alarms and finds steps, whatever the season and the growth."""

import numpy as np
import pytest
from tests.detectors.companies import WEEKS, unaffected

from zhenyin.detectors import DETECTORS, DetectorContext, DetectorSettings

SCAN = DETECTORS["weekly_scan"]


@pytest.mark.parametrize("noise", [0.0, 0.1])
def test_the_budget_of_new_false_alarms_is_kept(noise: float) -> None:
    nights = [SCAN.run(*unaffected(seed, noise), DetectorSettings(false_alarms=5.0)) for seed in range(8)]
    assert 3.2 <= np.mean([sum(alarm.new for alarm in alarms) for alarms in nights]) <= 6.8


def test_a_tripling_is_found_with_its_onset_and_ratio() -> None:
    counts, exposure = unaffected(1)
    rng = np.random.default_rng(2)
    planted = np.flatnonzero(exposure[:, -1] > 2.5)[:20]
    for at in planted:
        counts[at, -5:] = rng.poisson(3 * 1.35 * exposure[at, -5:])
    found = {a.slice: a for a in SCAN.run(counts, exposure, DetectorSettings(false_alarms=1.0))}
    hits = [found[at] for at in planted if at in found]
    assert len(hits) >= 15
    assert np.median([abs(a.onset - (WEEKS - 5)) for a in hits]) <= 1
    assert np.mean([a.low <= 3 <= a.high for a in hits]) >= 0.8
    assert max(a.q for a in hits) < 0.1


def test_without_exposure_a_rise_of_everything_alarms_nobody() -> None:
    alarms = [
        len(SCAN.run(unaffected(seed, lift=2.0)[0], None, DetectorSettings(false_alarms=1.0))) for seed in range(6)
    ]
    assert np.mean(alarms) <= 3
    assert len(SCAN.run(*unaffected(0, lift=2.0), DetectorSettings(false_alarms=1.0))) > 20


def test_a_slice_without_history_is_held_against_its_parent() -> None:
    counts, exposure = unaffected(3)
    for at, recent in ((0, 12.0), (1, 3.0)):
        counts[at], exposure[at] = 0.0, 0.0
        counts[at, -3:], exposure[at, -3:] = recent, 2.0
    found = [a.slice for a in SCAN.run(counts, exposure, DetectorSettings(false_alarms=1.0))]
    assert 0 in found
    assert 1 not in found


def test_a_parent_of_its_own_says_what_a_young_slice_should_have() -> None:
    counts, exposure = unaffected(4)
    counts[0], exposure[0] = 0.0, 0.0
    counts[0, -3:], exposure[0, -3:] = 12.0, 2.0
    parents = np.full(len(counts), 1.35)
    parents[0] = 6.0
    assert 0 not in [
        a.slice for a in SCAN.run(counts, exposure, DetectorSettings(false_alarms=1.0), DetectorContext(parents))
    ]


def test_an_alarm_is_new_only_in_its_first_week() -> None:
    counts, exposure = unaffected(5)
    counts[0, -3:], exposure[0] = 40.0, 4.0
    found = {a.slice: a for a in SCAN.run(counts, exposure)}
    assert not found[0].new
    earlier = {a.slice: a for a in SCAN.run(counts[:, :-2], exposure[:, :-2])}
    assert earlier[0].new


def test_the_same_data_gives_the_same_alarms() -> None:
    counts, exposure = unaffected(5)
    one, two = (SCAN.run(counts, exposure, DetectorSettings(false_alarms=20.0)) for _ in range(2))
    assert [(a.slice, a.score, a.p) for a in one] == [(a.slice, a.score, a.p) for a in two]
    assert one


def test_a_fall_is_only_an_alarm_when_asked_for() -> None:
    counts, exposure = unaffected(6)
    exposure[0], counts[0] = 10.0, 13.0
    counts[0, -6:] = 1.0
    assert 0 not in [a.slice for a in SCAN.run(counts, exposure)]
    assert 0 in [a.slice for a in SCAN.run(counts, exposure, DetectorSettings(direction="lower"))]
    assert 0 in [a.slice for a in SCAN.run(counts, exposure, DetectorSettings(direction="both"))]


def test_too_few_weeks_are_refused() -> None:
    with pytest.raises(ValueError, match="weeks are needed"):
        SCAN.run(np.ones((3, 20)))
