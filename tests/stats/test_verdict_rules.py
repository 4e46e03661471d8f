"""A verdict by hand: the rules in their order, the interval, the power, and what last year and others did."""

from math import ceil, exp, log, sqrt

import numpy as np
import pytest
from scipy.stats import norm

from fixtures_cases import table
from zhenyin.stats.effects import VerdictInput, judge
from zhenyin.stats.intervals import Z_95
from zhenyin.stats.weekly import Weekly, dispersion

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
    whole = judge(VerdictInput(_weeks((30, 20), (26, 21), (2, 20), (8, 21)), start=58))
    assert whole.before == pytest.approx(0.021)
    assert judge(VerdictInput(_weeks((2, 20), (8, 10)), start=2)).before == pytest.approx(0.02)


@pytest.mark.parametrize("start", [-1, 29])
def test_an_action_outside_the_weeks_is_refused(start: int) -> None:
    with pytest.raises(ValueError, match=f"week {start}, but there are weeks 0 to 28"):
        judge(VerdictInput(_weeks((28, 5)), start))


def _swinging(low: float, high: float, *after: tuple[int, float]) -> Weekly:
    """Twenty weeks that swing between two counts, and those after the start."""
    return Weekly(np.append(np.tile([low, high], 10), _weeks(*after).total), np.full(28, 1000.0))


def test_weeks_that_swing_widen_every_interval() -> None:
    # Neighbours of 15 and 25 differ 2.5 times as much as chance lets them, those of 30 and 50 five times.
    found = judge(VerdictInput(_swinging(15, 25, (8, 10)), 20, _swinging(30, 50, (8, 32))))
    assert found.effect is not None
    assert found.comparison is not None
    assert found.naive is not None
    assert found.trigger is not None
    variances = {
        2.5 * (1 / 360 + 1 / 80) + 5 * (1 / 720 + 1 / 256): found.effect,
        5 * (1 / 720 + 1 / 256): found.comparison,
        2.5 * (1 / 80 + 1 / 160): found.naive,
        2.5 * (1 / 25 + 1 / 360): found.trigger,
    }
    for variance, effect in variances.items():
        assert log(effect.high / effect.low) / 2 / Z_95 == pytest.approx(sqrt(variance))


@pytest.mark.parametrize(("direction", "worst"), [("lower", 30 / 20), ("higher", 12 / 20)])
def test_the_trigger_is_the_worst_of_the_guard_weeks_alone(direction: str, worst: float) -> None:
    series = _weeks((5, 20), (1, 70), (13, 20), (1, 12), (1, 30), (8, 20))
    case = VerdictInput(series, 21, direction="lower" if direction == "lower" else "higher", longest=13)
    found = judge(case)
    assert found.trigger is not None
    assert found.trigger.ratio == pytest.approx(worst)


def test_guard_weeks_without_exposure_have_no_trigger_and_weeks_after_no_counterfactual() -> None:
    base = np.full(28, 1000.0)
    base[[18, 19, 22]] = 0.0
    found = judge(VerdictInput(Weekly(np.where(base > 0, 20.0, 0.0), base), 20))
    assert found.trigger is None
    assert np.isnan(found.counterfactual).tolist() == [True] * 20 + [False] * 2 + [True] + [False] * 5


def test_a_comparison_without_exposure_since_takes_nothing_off() -> None:
    comparison = Weekly(np.append(np.full(20, 40.0), np.zeros(8)), np.append(np.full(20, 1000.0), np.zeros(8)))
    found = judge(VerdictInput(_weeks((20, 20), (8, 10)), 20, comparison))
    assert found.comparison is None


def test_where_higher_is_better_the_smallest_rise_that_can_be_detected_is_above_one() -> None:
    found = judge(VerdictInput(_weeks((20, 20), (8, 40)), 20, direction="higher"))
    assert found.detectable == pytest.approx(exp((Z_95 + POWER) * sqrt(1 / 360 + 1 / 320)), rel=1e-5)


def test_without_exposure_since_nothing_is_measurable_and_everything_unknown() -> None:
    found = judge(VerdictInput(Weekly(np.full(28, 20.0), np.append(np.full(20, 1000.0), np.zeros(8))), 20, window=6))
    assert (found.outcome, found.reason) == ("not_measurable", "nothing-at-risk")
    assert (found.n, found.weeks, found.weeks_needed) == (0.0, 6, 6)
    assert (found.effect, found.naive, found.before, found.detectable) == (None, None, None, None)
    assert len(found.counterfactual) == 28
    assert np.isnan(found.counterfactual).all()
    none = judge(VerdictInput(_weeks((20, 0), (8, 20)), 20, window=6))
    assert (none.reason, none.weeks, none.weeks_needed) == ("no-baseline", 6, 6)


def test_a_step_of_a_mean_is_no_step_of_counts() -> None:
    n, means = np.full(30, 50.0), np.append(np.full(12, 2.0), np.full(18, 6.0))
    found = judge(VerdictInput(Weekly(n * means, n, "mean", n * (1 + means**2)), 22))
    assert found.before == pytest.approx((12 * 2 + 8 * 6) / 20)


@pytest.mark.parametrize(
    ("bump", "priors"),
    [
        (1.1, [(1.0, 0.1)]),  # eight weeks a little higher are no season: the treated slice shares that of the others
        (2.0, [(0.7, 0.2), (0.3, 0.7)]),
        (0.4, [(0.7, 0.2), (0.3, 0.7)]),
    ],
)
def test_last_year_beyond_the_comparison_is_shrunk_by_a_mixture_of_normal_priors(
    bump: float, priors: list[tuple[float, float]]
) -> None:
    total = np.full(80, 40.0)
    if len(priors) == 1:
        total[20:28] *= bump
    else:
        total[20:46] *= bump
    found = judge(
        VerdictInput(Weekly(total, np.full(80, 1e3)), 72, Weekly(np.full(80, 40.0), np.full(80, 1e3)), longest=18)
    )
    assert found.seasonal is not None
    assert found.effect is not None
    moved, error = log(found.seasonal.ratio), log(found.seasonal.high / found.seasonal.low) / 2 / Z_95
    # The posterior by summing over a grid of true differences.
    true = np.linspace(-4, 4, 80_001)
    weight = sum(share * norm.pdf(true, 0, sd) for share, sd in priors) * norm.pdf(moved, true, error)
    mean = float((true * weight).sum() / weight.sum())
    variance = float((true**2 * weight).sum() / weight.sum()) - mean**2
    own = log(total[72:].sum() / 8) - log(total[52:70].sum() / 18)
    assert log(found.effect.ratio) == pytest.approx(own - mean, abs=1e-6)
    phi = dispersion(Weekly(total, np.full(80, 1e3)), np.arange(80) < 72)
    raw = phi * (1 / total[72:].sum() + 1 / total[52:70].sum()) + 1 / 720 + 1 / 320
    assert (log(found.effect.high / found.effect.low) / 2 / Z_95) ** 2 == pytest.approx(raw + variance, rel=1e-5)


def test_the_season_of_the_comparison_is_taken_off_that_of_the_treated_slice() -> None:
    """A year ago the treated slice halved and the comparison fell to four fifths, in weeks that swing."""
    swing = np.tile([0.8, 1.2], 40)
    total, other = np.full(80, 40.0), np.full(80, 100.0)
    total[20:28], other[20:28] = 20.0, 80.0
    comparison = Weekly(other * swing, np.full(80, 1e3))
    found = judge(VerdictInput(Weekly(total, np.full(80, 1e3)), 72, comparison, longest=18))
    assert found.seasonal is not None
    # Weeks 0 to 17 and 20 to 27 are a year before weeks 52 to 69 and 72 to 79.
    phi = dispersion(Weekly(total, np.full(80, 1e3)), np.arange(80) < 72)
    assert found.season == pytest.approx(0.5 / 0.8)
    assert (log(found.seasonal.high / found.seasonal.low) / 2 / Z_95) ** 2 == pytest.approx(
        phi * (1 / 720 + 1 / 160 + 1 / 1800 + 1 / 640)
    )


@pytest.mark.parametrize(("start", "known"), [(57, False), (58, True)])
def test_a_season_needs_four_of_its_weeks_before(start: int, known: bool) -> None:
    found = judge(VerdictInput(_weeks((start, 40), (8, 40)), start, longest=18))
    assert (found.seasonal is not None) is known


def test_a_step_in_weeks_that_swing_is_no_step() -> None:
    total = np.concatenate([np.tile([10.0, 50.0], 6), np.tile([22.0, 62.0], 6), np.full(8, 40.0)])
    found = judge(VerdictInput(Weekly(total, np.full(32, 1000.0)), 24))
    assert found.before == pytest.approx(780 / 22_000)
