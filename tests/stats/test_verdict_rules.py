"""A verdict by hand: the rules in their order, the interval, the power, and what last year and others did."""

from math import ceil, exp, log, sqrt

import numpy as np
import pytest
from scipy.stats import norm

from fixtures_cases import table
from zhenyin.stats.effects import VerdictInput, judge
from zhenyin.stats.intervals import Z_95
from zhenyin.stats.weekly import Weekly

POWER = norm.ppf(0.8)


def _weeks(*parts: tuple[int, float]) -> Weekly:
    """So many weeks of so many events each, over 1,000 units at risk."""
    total = np.concatenate([np.full(count, float(events)) for count, events in parts])
    return Weekly(total, np.full(len(total), 1000.0))


def _part(text: str) -> tuple[int, float]:
    count, events = text.split("x")
    return int(count), float(events)


@table("stats/verdicts.csv", ("before", "after", "window", "direction", "target", "outcome", "reason"))
def test_a_verdict_follows_the_rules_in_their_order(
    before: str, after: str, window: str, direction: str, target: str, outcome: str, reason: str
) -> None:
    case = VerdictInput(
        _weeks(_part(before), _part(after)),
        start=_part(before)[0],
        window=int(window),
        direction="lower" if direction == "lower" else "higher",
        target=float(target) if target else None,
    )
    found = judge(case)
    assert (found.outcome, found.reason) == (outcome, reason)


def test_the_effect_is_the_ratio_of_rates_with_the_interval_of_its_logarithm() -> None:
    found = judge(VerdictInput(_weeks((20, 20), (8, 10)), start=20))
    # Two guard weeks leave 18 weeks with 360 events before; 80 after.
    error = sqrt(1 / 360 + 1 / 80)
    assert found.effect is not None
    assert found.effect.ratio == pytest.approx(0.5)
    assert (found.effect.low, found.effect.high) == pytest.approx((0.5 * exp(-Z_95 * error), 0.5 * exp(Z_95 * error)))
    assert found.effect.p == pytest.approx(2 * norm.sf(log(2) / error), rel=1e-6)
    assert found.effect.percent == pytest.approx(-50)
    assert (found.n, found.weeks, found.before, found.season) == (80.0, 8, pytest.approx(0.02), 1.0)
    assert found.detectable == pytest.approx(exp(-(Z_95 + POWER) * error), rel=1e-5)
    assert np.isnan(found.counterfactual[:20]).all()
    assert found.counterfactual[20:].tolist() == pytest.approx([0.02] * 8)
    assert found.naive is not None
    assert found.trigger is not None
    assert (found.naive.ratio, found.trigger.ratio, found.comparison) == (pytest.approx(0.5), pytest.approx(1.0), None)


def test_the_change_of_the_comparison_is_taken_off() -> None:
    found = judge(VerdictInput(_weeks((20, 20), (8, 10)), 20, _weeks((20, 40), (8, 32))))
    assert found.effect is not None
    assert found.comparison is not None
    assert found.effect.ratio == pytest.approx(0.5 / 0.8)
    assert log(found.effect.high / found.effect.low) / 2 / Z_95 == pytest.approx(
        sqrt(1 / 360 + 1 / 80 + 1 / 720 + 1 / 256)
    )
    assert found.comparison.ratio == pytest.approx(0.8)
    assert found.counterfactual[-1] == pytest.approx(0.02 * 0.8)


def test_without_exposure_the_comparison_takes_nothing_off() -> None:
    found = judge(VerdictInput(_weeks((20, 20), (8, 10)), 20, Weekly(np.zeros(28), np.zeros(28))))
    assert found.effect is not None
    assert (found.effect.ratio, found.comparison) == (pytest.approx(0.5), None)


def test_the_same_fall_a_year_ago_is_a_season() -> None:
    """52 weeks earlier the same weeks fell from 40 to 20 as well, and nobody had done anything."""
    total = np.full(28 + 52, 40.0)
    total[20:52] = 20.0
    total[72:] = 20.0
    found = judge(VerdictInput(Weekly(total, np.full(80, 1000.0)), start=72, least_weeks=4, longest=18))
    assert found.seasonal is not None
    assert found.effect is not None
    assert found.season == pytest.approx(0.5)
    assert found.effect.ratio == pytest.approx(1.0)
    assert (found.outcome, found.reason) == ("not_effective", "no-clear-difference")
    # A year of few events is too noisy to take off.
    few = judge(VerdictInput(Weekly(total / 20, np.full(80, 1000.0)), start=72, longest=18))
    assert (few.seasonal, few.season) == (None, 1.0)


@pytest.mark.parametrize(
    ("direction", "after", "target", "aim"),
    [("lower", 10, None, 0.7), ("higher", 10, None, 1.3), ("lower", 10, 0.6, 0.6), ("lower", 40, 0.75, 0.75)],
)
def test_a_verdict_needs_as_many_weeks_as_its_power_takes(
    direction: str, after: float, target: float | None, aim: float
) -> None:
    case = VerdictInput(
        _weeks((20, 20), (4, after)),
        20,
        window=2,
        direction="lower" if direction == "lower" else "higher",
        target=target,
    )
    # Four weeks are there, two of them are in the window: their variance shrinks with time, that of 360 events does not.
    room = (log(aim) / (Z_95 + POWER)) ** 2 - 1 / 360
    assert judge(case).weeks_needed == max(ceil(1 / (2 * after) * 2 / room), 2)


@pytest.mark.parametrize("target", [0.95, 1.0, -0.5])
def test_what_can_never_be_detected_needs_no_more_than_the_window(target: float) -> None:
    assert judge(VerdictInput(_weeks((20, 20), (8, 10)), 20, target=target)).weeks_needed == 8


def test_a_verdict_never_needs_more_than_a_year() -> None:
    assert judge(VerdictInput(_weeks((40, 20), (8, 0.3)), 40, longest=40, target=0.8)).weeks_needed == 52


def test_the_level_before_begins_with_the_last_clear_step() -> None:
    found = judge(VerdictInput(_weeks((12, 20), (12, 60), (8, 30)), start=24))
    assert found.before == pytest.approx(0.06)
    assert found.effect is not None
    assert found.effect.ratio == pytest.approx(0.5)
    # At most 26 weeks of it count, and a start within the guard leaves all weeks that there are.
    longer = judge(VerdictInput(_weeks((30, 20), (26, 21), (2, 20), (8, 21)), start=58))
    assert longer.before == pytest.approx(0.021)
    assert judge(VerdictInput(_weeks((2, 20), (8, 10)), start=2)).before == pytest.approx(0.02)


@pytest.mark.parametrize("start", [-1, 29])
def test_an_action_outside_the_weeks_is_refused(start: int) -> None:
    with pytest.raises(ValueError, match=f"week {start}, but there are weeks 0 to 28"):
        judge(VerdictInput(_weeks((28, 5)), start))
