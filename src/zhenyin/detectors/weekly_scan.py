"""Scan statistic over the last 1 to 12 weeks: does the rate of a slice differ from its own history?

For every slice and window the events are compared with the history before, given the sum of both and their exposures
(conditional Poisson likelihood ratio), for a few rate ratios. The evidence is the mean of the likelihood ratios over
windows and rate ratios (Shiryaev-Roberts), not their maximum: a change supported by several windows scores higher.
"""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.detectors import Detector, DetectorSettings, Direction
from zhenyin.stats.windows import SliceHistory, likelihood_ratios, window_sums

SIZES = {1.5: 0.3, 2.0: 0.3, 3.0: 0.3, 8.0: 0.1}
"""Prior over the rate ratio of a change: most changes are moderate, a new fault is a large one."""
_ROWS = 2_048  # slices scored at a time, so that what is worked on stays near the processor
_LEAST_LOG_EVIDENCE = -9.0  # of a slice with too few events


def score(history: SliceHistory, settings: DetectorSettings, last: int) -> Floats:
    """Log of the mean likelihood ratio at the end of each of the last weeks, float [slices, last], in nats.

    A window with fewer than `least` events, both observed and expected, counts as a likelihood ratio of 0. history:
    float [slices, weeks], at least `windows` + `last` - 1 weeks one by one. settings: windows, least and direction.
    Source: J. Naus and S. Wallenstein, "Temporal surveillance using scan statistics", Statistics in Medicine 25 (2006),
    for the windows; A. N. Shiryaev, Theory of Probability and its Applications 8 (1963), and S. W. Roberts,
    Technometrics 8 (1966), for the sum over them instead of the maximum.

    >>> history = SliceHistory(np.array([100.0]), np.array([50.0]), np.array([[2.0, 2, 8, 9]]), np.ones((1, 4)))
    >>> score(history, DetectorSettings(windows=3), 2).round(1).tolist()
    [[3.0, 8.0]]
    """
    rows = np.arange(len(history.past))
    parts = [_score(history.rows(rows[at : at + _ROWS]), settings, last) for at in range(0, len(rows), _ROWS)]
    return np.concatenate(parts) if parts else np.zeros((0, last))


def _score(history: SliceHistory, settings: DetectorSettings, last: int) -> Floats:
    windows = window_sums(history, settings.windows, last)
    expected = windows.past / np.maximum(windows.past_base, 1e-12) * windows.recent_base
    enough = np.maximum(windows.recent, expected) >= settings.least
    summed = np.zeros(enough.shape[:2])
    for size, weight in _sizes(settings.direction).items():
        ratio = np.exp(np.minimum(likelihood_ratios(windows, history.alpha, size), 500.0))
        summed += weight * np.where(enough, ratio, 0.0).mean(axis=-1)
    scores: Floats = np.log(np.maximum(summed, np.exp(_LEAST_LOG_EVIDENCE)))
    return scores


def _sizes(direction: Direction) -> dict[float, float]:
    falls = {1 / size: weight for size, weight in SIZES.items()}
    if direction == "both":
        return {size: weight / 2 for size, weight in (SIZES | falls).items()}
    return SIZES if direction == "higher" else falls


DETECTOR = Detector(
    title={"zh": "周窗口扫描", "en": "Weekly window scan"},
    about={
        "zh": "把最近 1–12 周与该范围自身的历史按在保量比较，综合各窗口与各种变化幅度的证据；"
        "门槛由模拟设定，使全部范围每周误报不超过给定预算。",
        "en": "Compares the last 1 to 12 weeks with the slice's own history per exposure and weighs the evidence of all "
        "windows and sizes of a change; the threshold is simulated to keep the stated number of false alarms a week "
        "over all slices.",
    },
    source="Naus and Wallenstein, Statistics in Medicine 25 (2006); Shiryaev (1963), Roberts (1966)",
    score=score,
    reach=lambda settings: settings.windows,
)
