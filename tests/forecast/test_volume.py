"""Forecasts of series that are made here, whose rule is known."""

from datetime import date, timedelta

import numpy as np
import pytest

from zhenyin.forecast import calendar
from zhenyin.forecast.day_effects import fit as fit_effects
from zhenyin.forecast.day_effects import waves
from zhenyin.forecast.intervals import fit
from zhenyin.forecast.point_forecast import forecast, without_gaps
from zhenyin.forecast.volume import volume

FIRST = date(2024, 10, 1)
WEEKDAYS = np.array([1.3, 1.1, 1.0, 1.0, 1.0, 0.8, 0.8])


def days_of(count: int) -> list[date]:
    return [FIRST + timedelta(days=i) for i in range(count)]


def rates(level: float, count: int) -> np.ndarray:
    """Weekdays, quiet holidays and a wave over the year."""
    days = days_of(count)
    kinds = calendar.day_kinds(days)
    quiet = kinds[:, [calendar.NAMES.index("春节"), calendar.NAMES.index("假期")]].any(axis=1)
    wave = 1 + 0.3 * np.cos(2 * np.pi * np.arange(count) / 365.25)
    return level * WEEKDAYS[[day.weekday() for day in days]] * np.where(quiet, 0.5, 1.0) * wave


def test_effects_that_were_put_in_are_found() -> None:
    days = days_of(800)
    counts = np.random.default_rng(1).poisson(rates(60, 800)).astype(float)
    year = np.array([day.timetuple().tm_yday for day in days], dtype=float)
    found = fit_effects(counts, calendar.day_kinds(days), year)
    factor = dict(zip(calendar.NAMES, np.exp(found.kinds), strict=True))
    assert factor["weekday0"] / factor["weekday5"] == pytest.approx(1.3 / 0.8, rel=0.06)
    assert factor["春节"] == pytest.approx(0.5, rel=0.3)
    yearly = np.exp(waves(np.arange(1.0, 366.0)) @ found.waves)
    assert yearly.max() / yearly.min() == pytest.approx(1.3 / 0.7, rel=0.15)


def test_the_forecast_is_close_to_the_rule_behind_the_counts() -> None:
    rng = np.random.default_rng(2)
    truth = np.stack([rates(level, 828) for level in (3.0, 20.0, 80.0)])
    counts = rng.poisson(truth[:, :800]).astype(float)
    predicted = forecast(counts, FIRST, ["a", "a", "b"], 28)
    assert (np.abs(predicted - truth[:, 800:]).mean(axis=1) / truth.mean(axis=1)).max() < 0.12


@pytest.mark.parametrize("grain", ["day", "week"])
def test_intervals_hold_what_they_say(grain: str) -> None:
    rng = np.random.default_rng(3)
    levels = np.linspace(0.5, 40, 24)
    truth = np.stack([rates(level, 606) for level in levels])
    walk = np.exp(np.cumsum(rng.normal(0, 0.006, truth.shape), axis=1))
    counts = rng.poisson(truth * walk).astype(float)
    made = volume(counts[:, :550], FIRST, ["a"] * 24, 56, "day" if grain == "day" else "week")
    actual = counts[:, 550:] if grain == "day" else counts[:, 550:].reshape(24, 8, 7).sum(axis=2)
    inside = ((actual >= made.low) & (actual <= made.high)).mean()
    assert 0.72 <= inside <= 0.88
    assert made.empirical_coverage() == pytest.approx(0.8, abs=0.05)


def test_what_is_not_delivered_is_not_taken_for_quiet() -> None:
    counts = np.random.default_rng(4).poisson(rates(30, 400))[None, :].astype(float)
    broken = counts.copy()
    broken[0, 380:392] = 0
    predicted, aware = (forecast(side, FIRST, [""], 14).sum() for side in (counts, without_gaps(broken)))
    assert aware == pytest.approx(predicted, rel=0.05)
    assert forecast(broken, FIRST, [""], 14).sum() < 0.9 * predicted


def test_a_series_that_began_lately_is_carried_on() -> None:
    counts = np.random.default_rng(5).poisson(np.stack([rates(30, 400), rates(10, 400)])).astype(float)
    counts[1, :385] = 0
    predicted = forecast(without_gaps(counts), FIRST, ["", ""], 7)
    assert predicted[1].sum() == pytest.approx(counts[1, 385:].mean() * 7, rel=0.35)


def test_a_series_that_never_spoke_is_told_to_stay_silent() -> None:
    counts = np.stack([np.full(200, 5.0), np.zeros(200)])
    assert forecast(without_gaps(counts), FIRST, ["", ""], 7)[1].tolist() == [0.0] * 7


def test_wide_errors_of_the_past_give_wide_intervals() -> None:
    rng = np.random.default_rng(6)
    mean = np.full(600, 50.0)
    ahead, series = np.tile(np.arange(6), 100), np.repeat([0, 1], 300)
    stationary = rng.poisson(50, 600).astype(float)
    wild = np.where(series == 1, np.round(rng.normal(50, 30, 600)).clip(0), stationary)
    spread = fit(wild, mean, ahead, series, 2)
    low, high = spread.interval(np.full(2, 50.0), np.zeros(2, dtype=int), np.arange(2))
    assert high[1] - low[1] > 2 * (high[0] - low[0])


def test_too_little_history_is_refused() -> None:
    with pytest.raises(ValueError, match="needs 120 days"):
        volume(np.ones((1, 100)), FIRST, [""], 7)
    with pytest.raises(ValueError, match="no whole weeks"):
        volume(np.ones((1, 200)), FIRST, [""], 10, "week")


def test_the_same_history_gives_the_same_forecast() -> None:
    counts = np.random.default_rng(7).poisson(rates(9, 300))[None, :].astype(float)
    first, again = (volume(counts, FIRST, [""], 14) for _ in range(2))
    assert first.low.tolist() == again.low.tolist()
    assert first.expected.tolist() == again.expected.tolist()
