"""Effect of an action: difference in differences on the logarithm.

The change of the treated slice from before the start to after it, less the change of a comparison slice, less the change
over the same weeks a year earlier. The weeks just before the start are left out of the level before: a bad week triggers
an action, and is followed by better ones without any action (regression to the mean).

Source: J. Angrist and J.-S. Pischke, "Mostly Harmless Econometrics" (2009), ch. 5;
A. G. Barnett et al., "Regression to the mean: what it is and how to deal with it",
International Journal of Epidemiology 34 (2005).
"""

from dataclasses import dataclass
from math import ceil, erf, exp, log, sqrt
from typing import Literal

import numpy as np

from zhenyin.core.arrays import Floats, Mask
from zhenyin.stats.changepoint import step
from zhenyin.stats.intervals import Z_95
from zhenyin.stats.shared_season import shares_season
from zhenyin.stats.weekly import Level, Weekly, dispersion, level

Outcome = Literal["effective", "not_effective", "too_early", "not_measurable"]

_POWER = 0.841621  # 80 %
_YEAR = 52
_THIN = 30.0  # events below which last year's own season is too noisy to use
_ALIKE = (0.7, 0.2)  # share of comparison slices with nearly the same season; how far theirs differs, in logarithms
_UNLIKE = (0.3, 0.7)  # the same of the others
_SHARED = (1.0, 0.1)  # of slices whose share of both has no season by itself
_STEP = 8.0  # nats beyond which an earlier step counts as the level the action met


@dataclass(frozen=True, slots=True)
class VerdictInput:
    """The plan of an action, as it was when the action was saved, and the weekly figures.

    treated, comparison: the figure per full week, oldest first, the same weeks in both; comparison may be None.
    start: index of the first week with the action. window: weeks to observe. direction: which way is better.
    target: ratio aimed at (0.7 = 30 % less), or None. guard_weeks: weeks before the start that are not part of the level
    before. longest: weeks of that level at most. least_weeks: weeks observed without which there is no verdict.
    least_events: events, before and expected after, without which nothing can be measured.
    """

    treated: Weekly
    start: int
    comparison: Weekly | None = None
    window: int = 8
    direction: Literal["lower", "higher"] = "lower"
    target: float | None = None
    guard_weeks: int = 2
    longest: int = 26
    least_weeks: int = 4
    least_events: float = 10.0


@dataclass(frozen=True, slots=True)
class Effect:
    """A ratio with its 95 % interval low, high. p: two-sided, probability of as large a change if there were no effect."""

    ratio: float
    low: float
    high: float
    p: float

    @property
    def percent(self) -> float:
        """Change in per cent: -40 means 40 % less."""
        return (self.ratio - 1) * 100


@dataclass(frozen=True, slots=True)
class EffectEstimate:
    """The verdict and what it rests on.

    outcome, reason: what was concluded, and the rule that decided (a code). effect: adjusted for season and comparison;
    naive: after against as many weeks before, unadjusted; both None where unknown. n: events after the start. weeks: weeks
    observed; weeks_needed: weeks until the target has a power of 80 %. detectable: the ratio nearest to 1 that these
    numbers detect with that power. before: level before, per unit of exposure. seasonal: change over the same weeks a year
    earlier, None where unknown. counterfactual: float [weeks], the figure expected without the action, NaN before the
    start. comparison: change of the comparison slice; trigger: the most unusual guard week against the level before.
    """

    outcome: Outcome
    reason: str
    effect: Effect | None
    naive: Effect | None
    n: float
    weeks: int
    weeks_needed: int | None
    detectable: float | None
    before: float | None
    seasonal: Effect | None
    counterfactual: Floats
    comparison: Effect | None = None
    trigger: Effect | None = None

    @property
    def season(self) -> float:
        """The ratio of `seasonal`; 1 where it is unknown."""
        return self.seasonal.ratio if self.seasonal else 1.0


def judge(case: VerdictInput) -> EffectEstimate:
    """The verdict on an action. case: plan and weekly figures. Raises ValueError when its start lies outside the weeks.

    >>> before, after = [20.0] * 20, [10.0] * 8
    >>> treated = Weekly(np.array(before + after), np.full(28, 1000.0))
    >>> verdict = judge(VerdictInput(treated, start=20))
    >>> verdict.outcome, round(verdict.effect.ratio, 2)
    ('effective', 0.5)
    """
    weeks = len(case.treated.total)
    if not 0 <= case.start <= weeks:
        raise ValueError(f"The action starts in week {case.start}, but there are weeks 0 to {weeks}.")
    after = _span(weeks, case.start, case.start + case.window)
    before = _weeks_before(case)
    phi = dispersion(case.treated, _span(weeks, 0, case.start))
    old, new = level(case.treated, before, phi), level(case.treated, after, phi)
    if old is None or old.events <= 0:
        return _unknown(case, "not_measurable", "no-baseline", int(after.sum()))
    if new is None:
        return _unknown(case, "not_measurable" if after.any() else "too_early", "nothing-at-risk", int(after.sum()))
    others, season = _others(case, before, after), _season(case, before, after, phi)
    baseline = _summed(season)
    if season and others:
        baseline = _shrunk_to_zero(
            *baseline, alike=shares_season(case.treated, case.comparison, int(np.argmax(before)))
        )
    moved, variance = _summed([(new, 1), (old, -1), *others])
    effect, error = _effect(moved + baseline[0], variance + baseline[1])
    observed = int(after.sum())
    needed = _weeks_needed(case, new, error, observed)
    outcome, reason = _rule(case, effect, old, new, observed)
    return EffectEstimate(
        outcome,
        reason,
        effect,
        _against(new, level(case.treated, _span(weeks, case.start - observed, case.start), phi)),
        new.events,
        observed,
        needed,
        exp(-(Z_95 + _POWER) * error) if case.direction == "lower" else exp((Z_95 + _POWER) * error),
        old.value,
        _inverse(season),
        _expected(case, new.value / effect.ratio, after),
        _inverse(others),
        _trigger(case, old, phi),
    )


def _rule(case: VerdictInput, effect: Effect, old: Level, new: Level, observed: int) -> tuple[Outcome, str]:
    """Outcome and reason, by rules in order: enough weeks, enough events, a clear change, the target within the interval."""
    if observed < min(case.least_weeks, case.window):
        return "too_early", "few-weeks"
    better = effect.high < 1 if case.direction == "lower" else effect.low > 1
    if observed < case.window and not better:
        return "too_early", "window-open"
    if max(new.events, new.events / effect.ratio) < case.least_events or old.events < case.least_events:
        return "not_measurable", "few-events"
    if not better:
        return "not_effective", "no-clear-difference"
    if case.target is not None and (
        effect.low > case.target if case.direction == "lower" else effect.high < case.target
    ):
        return "not_effective", "target-missed"
    return "effective", "difference"


def _weeks_before(case: VerdictInput) -> Mask:
    """The level the action met: since the last clear step, without the weeks that triggered it."""
    weeks = len(case.treated.total)
    end = max(case.start - case.guard_weeks, 0)
    first = max(end - case.longest, 0)
    if case.treated.kind != "mean":
        total, base = case.treated.total[first:end], case.treated.base[first:end]
        phi = dispersion(case.treated, _span(weeks, first, end))
        found = step(total, base, phi=phi)
        if found is not None and found.gain > _STEP:
            first += found.week
    return _span(weeks, first, end if end > first else case.start)


def _inverse(levels: list[tuple[Level, int]]) -> Effect | None:
    """The change that was subtracted, as an effect of its own."""
    return _effect(*_summed([(one, -sign) for one, sign in levels]))[0] if levels else None


def _against(one: Level, other: Level | None) -> Effect | None:
    return None if other is None else _effect(*_summed([(one, 1), (other, -1)]))[0]


def _trigger(case: VerdictInput, old: Level, phi: float) -> Effect | None:
    """The most unusual of the weeks that the level before leaves out, against that level."""
    weeks = len(case.treated.total)
    single = (_span(weeks, week, week + 1) for week in range(max(case.start - case.guard_weeks, 0), case.start))
    found = [_against(one, old) for week in single if (one := level(case.treated, week, phi)) is not None]
    verdict = [one for one in found if one is not None]
    worst = max if case.direction == "lower" else min
    return worst(verdict, key=lambda one: one.ratio) if verdict else None


def _others(case: VerdictInput, before: Mask, after: Mask) -> list[tuple[Level, int]]:
    """The comparison slice over the same weeks, its change taken off."""
    if case.comparison is None:
        return []
    phi = dispersion(case.comparison, _span(len(before), 0, case.start))
    old, new = level(case.comparison, before, phi), level(case.comparison, after, phi)
    return [] if old is None or new is None else [(new, -1), (old, 1)]


def _season(case: VerdictInput, before: Mask, after: Mask, phi: float) -> list[tuple[Level, int]]:
    """What the same weeks did a year earlier; beyond the comparison slice when there is one."""
    then_before, then_after = _year_before(before), _year_before(after)
    if then_before.sum() < min(before.sum(), 4) or then_after.sum() < after.sum() or not then_before.any():
        return []
    own = [level(case.treated, weeks, phi) for weeks in (then_after, then_before)]
    if any(one is None or one.events < _THIN for one in own):
        return []
    signed = [(one, sign) for one, sign in zip(own, (-1, 1), strict=True) if one is not None]
    if case.comparison is None:
        return signed
    other = [level(case.comparison, weeks, phi) for weeks in (then_after, then_before)]
    return signed + [(one, -sign) for one, sign in zip(other, (-1, 1), strict=True) if one is not None]


def _year_before(weeks: Mask) -> Mask:
    return np.concatenate([weeks[_YEAR:], np.zeros(min(_YEAR, len(weeks)), dtype=bool)])


def _summed(levels: list[tuple[Level, int]]) -> tuple[float, float]:
    """The signed sum of logarithms, and its variance."""
    return sum(sign * log(one.value) for one, sign in levels), sum(one.variance for one, _ in levels)


def _shrunk_to_zero(moved: float, variance: float, alike: bool = False) -> tuple[float, float]:
    """Posterior mean and variance of the seasonal difference between the treated and the comparison slice.

    moved, variance: last year's difference of logarithms, and its sampling variance. The prior is a mixture: most
    comparison slices have nearly the same season (_ALIKE), where last year's figures add more noise than information; the
    others have another one (_UNLIKE), which those figures show clearly. alike: a whole year shows the same season (_SHARED).
    Source: A. Gelman et al., "Bayesian Data Analysis" (2013), ch. 2.5, with a mixture of two normal priors.

    >>> [round(x, 2) for x in _shrunk_to_zero(0.1, 0.06)], [round(x, 2) for x in _shrunk_to_zero(-1.0, 0.01)]
    ([0.05, 0.03], [-0.98, 0.01])
    """
    priors = (_SHARED,) if alike else (_ALIKE, _UNLIKE)
    kept = [(share, prior**2 / (prior**2 + variance), prior**2 + variance) for share, prior in priors]
    odds = [share * exp(-(moved**2) / (2 * width)) / sqrt(width) for share, _, width in kept]
    means = [factor * moved for _, factor, _ in kept]
    weights = [odd / sum(odds) for odd in odds]
    mean = sum(weight * one for weight, one in zip(weights, means, strict=True))
    second = sum(
        weight * (factor * variance + one**2) for weight, one, (_, factor, _) in zip(weights, means, kept, strict=True)
    )
    return mean, second - mean**2


def _effect(centre: float, variance: float) -> tuple[Effect, float]:
    """A change in logarithms as a ratio with its interval; and its standard error."""
    error = sqrt(max(variance, 1e-12))
    p = float(1 - _normal(abs(centre) / error)) * 2
    return Effect(exp(centre), exp(centre - Z_95 * error), exp(centre + Z_95 * error), p), error


def _normal(z: float) -> float:
    return 0.5 * (1 + erf(z / sqrt(2)))


def _weeks_needed(case: VerdictInput, new: Level, error: float, observed: int) -> int:
    """Weeks until the verdict: the window, or more when the target could not be detected by then.

    Detected means: 80 % power for the target (30 % when none is set). Only the variance of the
    level after the start shrinks with time; when the rest alone is too much, the window stands.
    """
    aim = case.target or (0.7 if case.direction == "lower" else 1.3)
    if aim <= 0 or aim == 1:
        return case.window
    room = (log(aim) / (Z_95 + _POWER)) ** 2 - max(error**2 - new.variance, 0.0)
    if room <= 0:
        return case.window
    return min(max(ceil(new.variance * observed / room), case.window), _YEAR)


def _expected(case: VerdictInput, value: float, after: Mask) -> Floats:
    return np.where(after & (case.treated.base > 0), value, np.nan)


def _span(weeks: int, first: int, end: int) -> Mask:
    at = np.arange(weeks)
    return (at >= first) & (at < end)


def _unknown(case: VerdictInput, outcome: Outcome, reason: str, observed: int) -> EffectEstimate:
    nothing = np.full(len(case.treated.total), np.nan)
    return EffectEstimate(outcome, reason, None, None, 0.0, observed, case.window, None, None, None, nothing)
