"""Remaining time: how long an open case still takes, and the probability that it is still open at its limit.

The remaining time is read from the completion curve of past sojourns of the same state and age (`sojourn_history`), at
shares that are corrected by how earlier predictions turned out (`calibration`).
"""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.process.mining.calibration import Calibration, Outcomes
from zhenyin.process.mining.completion_curve import CompletionCurve
from zhenyin.process.mining.sojourn_history import SojournHistory
from zhenyin.process.mining.sojourns import Sojourns


@dataclass(frozen=True, slots=True)
class RemainingTime:
    """Seconds until cases end: float64 [cases] each; inf where the record does not reach so far.

    low, high: ends of a prediction interval. median: passed with a probability of one half.
    """

    low: Floats
    median: Floats
    high: Floats


def predict(
    history: SojournHistory, sojourns: Sojourns, moment: float, calibration: Calibration, nominal_coverage: float
) -> RemainingTime:
    """The remaining time of cases that are in `sojourns` at a moment.

    Parameters
    - history: what is recorded of past sojourns. calibration: of its predictions.
    - sojourns: one for each open case. moment: seconds since 1970.
    - nominal_coverage: the share of cases that the interval should hold, such as 0.8.

    Source: W. van der Aalst, M. H. Schonenberg and M. Song, Time prediction based on process mining, Information Systems 36
    (2011); here with censored cases, and by the age of the sojourn.

    >>> past = Sojourns(np.zeros((40, 4), dtype=np.int64), np.zeros(40), np.full(40, np.inf), np.arange(40) + 1.0)
    >>> now = Sojourns(np.zeros((1, 4), dtype=np.int64), np.zeros(1), np.full(1, np.inf), np.full(1, np.inf))
    >>> found = predict(SojournHistory(past, 100.0), now, 0.0, Calibration(None), 0.8)
    >>> found.low.tolist(), found.median.tolist(), found.high.tolist()
    ([4.0], [20.0], [36.0])
    """
    tails = (1 - nominal_coverage) / 2, 0.5, (1 + nominal_coverage) / 2
    levels = [calibration.level(share) for share in tails]
    ends = np.array([[curve.quantile(level) for level in levels] for curve in _curves(history, sojourns, moment)])
    return RemainingTime(*ends.reshape(-1, 3).T)


def late_probability(
    history: SojournHistory, sojourns: Sojourns, moment: float, calibration: Calibration, limits: Floats
) -> Floats:
    """The probability that cases are still open at their limit, float64 [cases], 0 to 1.

    limits: float64 [cases], seconds since 1970, inf for none. history, sojourns, moment, calibration: as of `predict`.

    >>> past = Sojourns(np.zeros((40, 4), dtype=np.int64), np.zeros(40), np.full(40, np.inf), np.arange(40) + 1.0)
    >>> now = Sojourns(np.zeros((1, 4), dtype=np.int64), np.zeros(1), np.full(1, np.inf), np.full(1, np.inf))
    >>> late_probability(SojournHistory(past, 100.0), now, 0.0, Calibration(None), np.array([30.0])).round(2).tolist()
    [0.25]
    """
    return 1 - calibration.calibrated(_predicted(history, sojourns, moment, limits))


def outcomes(history: SojournHistory, sojourns: Sojourns, moment: float, until: float) -> Outcomes:
    """How predictions for cases that were in `sojourns` at a moment turned out, as far as is known at another, `until`.

    history: of the predictions. moment, until: seconds since 1970.

    >>> past = Sojourns(np.zeros((40, 4), dtype=np.int64), np.zeros(40), np.full(40, np.inf), np.arange(40) + 1.0)
    >>> then = Sojourns(np.zeros((2, 4), dtype=np.int64), np.zeros(2), np.full(2, np.inf), np.array([30.0, np.inf]))
    >>> found = outcomes(SojournHistory(past, 100.0), then, 0.0, 60.0)
    >>> found.predicted.round(2).tolist(), found.completed.tolist()
    ([0.75, 1.0], [True, False])
    """
    completed = sojourns.end <= until
    return Outcomes(_predicted(history, sojourns, moment, np.minimum(sojourns.end, until)), completed)


def _predicted(history: SojournHistory, sojourns: Sojourns, moment: float, by: Floats) -> Floats:
    """The share of comparable cases that were completed by then, float64 [cases]."""
    each = zip(_curves(history, sojourns, moment), by - moment, strict=True)
    return np.array([curve.completed(np.array([left]))[0] for curve, left in each], dtype=np.float64)


def _curves(history: SojournHistory, sojourns: Sojourns, moment: float) -> list[CompletionCurve]:
    ages = moment - sojourns.since
    rows = zip(sojourns.state.tolist(), ages.tolist(), strict=True)
    return [history.curve(tuple(state), age) for state, age in rows]
