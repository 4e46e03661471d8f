"""CUSUM: the log likelihood ratio of a doubled rate, summed over weeks and never below zero."""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.detectors import Detector, DetectorSettings
from zhenyin.stats.control_charts import cusum
from zhenyin.stats.windows import SliceHistory

_SIZE = 2.0  # rate ratio that the chart is designed for
_REACH = 26  # weeks over which the sum is formed


def score(history: SliceHistory, settings: DetectorSettings, last: int) -> Floats:
    """Upper cumulative sum at the end of each of the last weeks, float [slices, last], in nats.

    Each week adds the log likelihood ratio of twice the rate known `windows` weeks before, divided by the variance
    inflation of an over-dispersed count. history: float [slices, weeks], at least `last` weeks one by one. settings:
    windows and direction.
    Source: E. S. Page, Biometrika 41 (1954); J. M. Lucas, Technometrics 27 (1985).

    >>> history = SliceHistory(np.array([100.0]), np.array([50.0]), np.array([[2.0, 2, 8, 9]]), np.ones((1, 4)))
    >>> score(history, DetectorSettings(), 2).round(1).tolist()
    [[3.5, 7.8]]
    """
    mean = history.before(settings.windows) * history.base
    sums = [cusum(_log_likelihood_ratio(history, mean, size)) for size in _sizes(settings)]
    strongest: Floats = np.max(sums, axis=0)[:, -last:]
    return strongest


def _log_likelihood_ratio(history: SliceHistory, mean: Floats, size: float) -> Floats:
    ratio: Floats = history.counts * np.log(size) - (size - 1) * mean
    ratio /= 1 + history.alpha * mean * (1 + size) / 2
    return ratio


def _sizes(settings: DetectorSettings) -> list[float]:
    return {"higher": [_SIZE], "lower": [1 / _SIZE], "both": [_SIZE, 1 / _SIZE]}[settings.direction]


DETECTOR = Detector(
    title={"zh": "累积和（CUSUM）", "en": "CUSUM"},
    about={
        "zh": "逐周累加“翻一倍”相对“没有变化”的证据，低于零则归零；对持续的小幅上升敏感，起点是最近一次归零之后。",
        "en": "Adds up, week by week, the evidence for a doubling against no change, and begins anew at zero; keen on "
        "small rises that last. It began after the sum was last at zero.",
    },
    source="Page, Biometrika 41 (1954); Lucas, Technometrics 27 (1985)",
    score=score,
    reach=lambda _settings: _REACH,
)
