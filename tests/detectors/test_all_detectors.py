"""What holds for every detector on the shelf."""

import numpy as np
import pytest
from tests.detectors.companies import unaffected

from zhenyin.detectors import DETECTORS, DetectorSettings


@pytest.mark.parametrize("key", DETECTORS)
def test_the_budget_of_new_false_alarms_is_kept(key: str) -> None:
    nights = [DETECTORS[key].run(*unaffected(seed, 0.1), DetectorSettings(false_alarms=5.0)) for seed in range(4)]
    assert 2.25 <= np.mean([sum(alarm.new for alarm in alarms) for alarms in nights]) <= 8.0


@pytest.mark.parametrize("key", DETECTORS)
def test_a_sudden_flood_is_seen(key: str) -> None:
    counts, exposure = unaffected(1)
    counts[3, -1:], exposure[3] = 40.0, 2.0
    assert DETECTORS[key].run(counts, exposure)[0].slice == 3


@pytest.mark.parametrize("key", DETECTORS)
def test_scores_read_no_later_week(key: str) -> None:
    counts, exposure = unaffected(2)
    whole = DETECTORS[key].scores(counts, exposure, DetectorSettings(), 6)
    changed = counts.copy()
    changed[:, -3:] += 50
    again = DETECTORS[key].scores(changed, exposure, DetectorSettings(), 6)
    assert np.allclose(whole[:, :3], again[:, :3])
    assert (again[:, 3:].mean(axis=0) > whole[:, 3:].mean(axis=0)).all()


@pytest.mark.parametrize("key", DETECTORS)
def test_one_week_and_many_weeks_are_scored_alike(key: str) -> None:
    counts, exposure = unaffected(3)
    settings = DetectorSettings(season=False)
    many = DETECTORS[key].scores(counts, exposure, settings, 2)[:, 1]
    one = DETECTORS[key].scores(counts, exposure, settings, 1)[:, 0]
    assert np.corrcoef(many, one)[0, 1] > 0.99


@pytest.mark.parametrize("key", DETECTORS)
def test_nothing_at_risk_alarms_nobody(key: str) -> None:
    counts, exposure = unaffected(4)
    counts[:50], exposure[:50] = 0.0, 0.0
    assert all(alarm.slice >= 50 for alarm in DETECTORS[key].run(counts, exposure))


@pytest.mark.parametrize("key", DETECTORS)
def test_words_are_there_in_both_languages(key: str) -> None:
    detector = DETECTORS[key]
    assert detector.title["zh"]
    assert detector.title["en"]
    assert detector.about["zh"]
    assert detector.about["en"]
    assert detector.source
