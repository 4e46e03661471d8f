"""The stories that fool people: what a verdict says when chance, season or a bad week moved the figure."""

import numpy as np
import pytest

from zhenyin.stats.effects import EffectEstimate, VerdictInput, judge
from zhenyin.stats.weekly import Weekly

SEEDS = range(40)
WEEKS = 110
START = 90


def _counts(rng: np.random.Generator, mean: np.ndarray, units: np.ndarray, noise: float = 0.05) -> Weekly:
    """Negative binomial weeks: noise is the relative variance beyond Poisson."""
    rate = mean * units * rng.gamma(1 / noise, noise, len(mean))
    return Weekly(rng.poisson(rate).astype(float), units)


def _season(weeks: int = WEEKS, depth: float = 0.4) -> np.ndarray:
    return 1 + depth * np.sin(2 * np.pi * np.arange(weeks) / 52)


def _units(weeks: int = WEEKS) -> np.ndarray:
    return np.linspace(800.0, 1500.0, weeks)


def _share(verdicts: list[EffectEstimate], outcome: str) -> float:
    return float(np.mean([v.outcome == outcome for v in verdicts]))


def test_a_cure_ten_weeks_after_a_tripling_is_effective_and_its_interval_covers() -> None:
    mean = np.full(WEEKS, 0.02)
    mean[START - 10 : START] *= 3
    verdicts = [
        judge(VerdictInput(_counts(np.random.default_rng(seed), mean, _units()), START, window=10)) for seed in SEEDS
    ]
    assert _share(verdicts, "effective") >= 0.95
    covered = [v.effect is not None and v.effect.low <= 1 / 3 <= v.effect.high for v in verdicts]
    assert np.mean(covered) >= 0.88


def test_a_mean_response_that_falls_by_forty_percent_is_effective() -> None:
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        values = [rng.lognormal(1.0, 0.8, 40) * (0.6 if week >= START else 1.0) for week in range(WEEKS)]
        series = Weekly(
            np.array([v.sum() for v in values]),
            np.full(WEEKS, 40.0),
            "mean",
            np.array([(v**2).sum() for v in values]),
        )
        verdict = judge(VerdictInput(series, START, target=0.8))
        assert verdict.outcome == "effective"
        assert verdict.effect is not None
        assert 0.45 < verdict.effect.ratio < 0.75


def test_a_seasonal_fall_is_not_the_trainings_doing() -> None:
    fall = 0.03 * _season()  # from week 90 on the sine falls through its upper half
    cases = [judge(VerdictInput(_counts(np.random.default_rng(s), fall, _units()), 70, window=12)) for s in SEEDS]
    assert _share(cases, "effective") <= 0.07
    naive = [v.naive is not None and v.naive.high < 1 for v in cases]
    assert np.mean(naive) >= 0.5  # before/after alone would have praised it


def test_an_ordinary_week_after_a_bad_one_is_regression_to_the_mean() -> None:
    verdicts = []
    for seed in range(100):
        rng = np.random.default_rng(seed)
        series = _counts(rng, np.full(WEEKS, 0.02), _units())
        worst = 60 + int(np.argmax(series.total[60:98] / series.base[60:98]))  # the week that triggers
        verdicts.append(judge(VerdictInput(series, worst + 1, window=8)))
    assert _share(verdicts, "effective") <= 0.07
    assert _share(verdicts, "not_effective") >= 0.85


def test_three_weeks_are_too_early_and_the_date_is_told() -> None:
    series = _counts(np.random.default_rng(3), np.full(START + 3, 0.02), _units(START + 3))
    verdict = judge(VerdictInput(series, START, window=8))
    assert verdict.outcome == "too_early"
    assert verdict.weeks == 3
    assert verdict.weeks_needed is not None
    assert verdict.weeks_needed >= 4


def test_false_praise_is_rare_with_season_growth_and_a_comparison() -> None:
    verdicts = []
    for seed in range(150):
        rng = np.random.default_rng(seed)
        mean = 0.02 * _season(depth=0.3)
        treated, comparison = _counts(rng, mean, _units()), _counts(rng, mean, 5 * _units())
        verdicts.append(judge(VerdictInput(treated, START, comparison, window=8)))
    assert _share(verdicts, "effective") <= 0.07


def test_a_shared_improvement_is_not_credited_to_the_action() -> None:
    mean = np.full(WEEKS, 0.03)
    mean[START:] *= 0.6
    verdicts = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        treated, comparison = _counts(rng, mean, _units()), _counts(rng, mean, 4 * _units())
        verdicts.append(judge(VerdictInput(treated, START, comparison, window=8)))
    assert _share(verdicts, "effective") <= 0.1


def test_nothing_at_risk_before_is_not_measurable() -> None:
    series = Weekly(np.zeros(30), np.zeros(30))
    verdict = judge(VerdictInput(series, 20))
    assert (verdict.outcome, verdict.reason) == ("not_measurable", "no-baseline")


def test_a_start_outside_the_weeks_is_refused() -> None:
    with pytest.raises(ValueError, match="week 40"):
        judge(VerdictInput(Weekly(np.ones(30), np.ones(30)), 40))


def test_a_season_that_the_comparison_does_not_share_is_not_praised() -> None:
    verdicts = []
    for seed in range(200):
        rng = np.random.default_rng(seed)
        falling = 0.02 * (1 + 0.3 * np.sin(2 * np.pi * (np.arange(WEEKS) - START + 26) / 52))
        treated, comparison = _counts(rng, falling, _units()), _counts(rng, np.full(WEEKS, 0.02), _units())
        verdicts.append(judge(VerdictInput(treated, START, comparison, window=8)))
    assert _share(verdicts, "effective") <= 0.1


def test_last_year_does_not_bury_a_cure_of_a_rare_fault_in_its_noise() -> None:
    # About 13 events a week triple for ten weeks and fall again: small, as one fault of one product mostly is.
    mean = np.full(WEEKS, 0.011)
    mean[START - 10 : START] *= 2.2
    verdicts = []
    for seed in range(200):
        rng = np.random.default_rng(seed)
        treated = _counts(rng, mean, _units(), noise=0.01)
        comparison = _counts(rng, np.full(WEEKS, 0.007), _units(), noise=0.01)
        verdicts.append(judge(VerdictInput(treated, START, comparison, window=8)))
    assert _share(verdicts, "effective") >= 0.94
    covered = [v.effect is not None and v.effect.low <= 1 / 2.2 <= v.effect.high for v in verdicts]
    assert np.mean(covered) >= 0.93


def test_the_naive_figure_counts_the_bad_week_in_and_the_trigger_names_it() -> None:
    mean = np.full(START + 8, 20.0)
    mean[START - 1] = 60.0
    verdict = judge(VerdictInput(Weekly(mean, np.full(START + 8, 1000.0)), START, window=8))
    assert verdict.naive is not None
    assert verdict.trigger is not None
    assert verdict.naive.ratio == pytest.approx(20 / 25)
    assert verdict.trigger.ratio == pytest.approx(3)
    assert verdict.outcome == "not_effective"
