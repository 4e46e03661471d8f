"""The scan keeps its budget of false alarms and finds steps, whatever the season and the growth."""

import time

import numpy as np
import pytest

from zhenyin.detectors import Floats, Settings
from zhenyin.detectors.weekly_scan import detect

SLICES, WEEKS = 2_500, 104


def _quiet(seed: int, noise: float = 0.0, slices: int = SLICES, lift: float = 1.0) -> tuple[Floats, Floats]:
    """Weekly mean 1.35 per slice, growing exposure, 15 % season; the last four weeks times `lift`."""
    rng = np.random.default_rng(seed)
    exposure = rng.gamma(1.0, 1.0, (slices, 1)) * np.linspace(0.7, 1.3, WEEKS)
    mean = 1.35 * exposure * (1 + 0.15 * np.sin(2 * np.pi * np.arange(WEEKS) / 52))
    mean[:, -4:] *= lift
    factor = rng.gamma(1 / noise, noise, mean.shape) if noise else 1.0
    return rng.poisson(mean * factor).astype(float), exposure


@pytest.mark.parametrize("noise", [0.0, 0.1])
def test_the_budget_of_false_alarms_is_kept(noise: float) -> None:
    alarms = [len(detect(*_quiet(seed, noise), Settings(false_alarms=5.0))) for seed in range(12)]
    assert 1.5 <= np.mean(alarms) <= 7.0


def test_a_tripling_is_found_with_its_onset_and_ratio() -> None:
    counts, exposure = _quiet(1)
    rng = np.random.default_rng(2)
    planted = np.flatnonzero(exposure[:, -1] > 2.5)[:20]
    for at in planted:
        counts[at, -5:] = rng.poisson(3 * 1.35 * exposure[at, -5:])
    found = {a.slice: a for a in detect(counts, exposure, Settings(false_alarms=1.0))}
    hits = [found[at] for at in planted if at in found]
    assert len(hits) >= 15
    assert np.median([abs(a.onset - (WEEKS - 5)) for a in hits]) <= 1
    assert np.mean([a.low <= 3 <= a.high for a in hits]) >= 0.8


def test_without_exposure_a_rise_of_everything_alarms_nobody() -> None:
    alarms = [len(detect(_quiet(seed, lift=2.0)[0], None, Settings(false_alarms=1.0))) for seed in range(6)]
    assert np.mean(alarms) <= 3
    assert len(detect(*_quiet(0, lift=2.0), Settings(false_alarms=1.0))) > 20


def test_the_same_data_gives_the_same_alarms() -> None:
    counts, exposure = _quiet(5)
    one, two = (detect(counts, exposure, Settings(false_alarms=20.0)) for _ in range(2))
    assert [(a.slice, a.score, a.p) for a in one] == [(a.slice, a.score, a.p) for a in two]
    assert one


def test_a_fall_is_only_an_alarm_when_asked_for() -> None:
    counts, exposure = _quiet(6)
    exposure[0], counts[0] = 10.0, 13.0
    counts[0, -6:] = 1.0
    assert 0 not in [a.slice for a in detect(counts, exposure)]
    assert 0 in [a.slice for a in detect(counts, exposure, Settings(direction="lower"))]


def test_too_few_weeks_are_refused() -> None:
    with pytest.raises(ValueError, match="24 weeks"):
        detect(np.ones((3, 20)))


def test_a_hundred_thousand_slices_take_seconds() -> None:
    counts = np.random.default_rng(0).poisson(1.35, (100_000, 120)).astype(float)
    start = time.process_time()
    detect(counts, np.ones_like(counts))
    assert time.process_time() - start < 10
