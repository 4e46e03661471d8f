"""The window scan: do the last 1 to 12 weeks differ from the slice's own history?

For every slice and window the events are compared with the history before, given the sum of both and their exposures
(conditional Poisson likelihood ratio), for a few sizes of the change. The mean of the likelihood ratios over windows and
sizes is the evidence: a change that several windows see counts for more than one that only the luckiest sees.
"""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.detectors import Detector, Direction, Settings
from zhenyin.stats.windows import SliceHistory, likelihood_ratios, window_sums

SIZES = {1.5: 0.3, 2.0: 0.3, 3.0: 0.3, 8.0: 0.1}
"""How large a change may be, and how much each is believed in: most are moderate, a new fault is a large one."""
_ROWS = 2_048  # slices scored at a time, so that what is worked on stays near the processor
_NONE = -9.0  # log evidence of a slice with too few events to speak of


def score(history: SliceHistory, settings: Settings, last: int) -> Floats:
    """Log of the mean likelihood ratio at the end of each of the last weeks, float [slices, last], in nats.

    Windows with fewer than `least` events, seen and expected, say nothing.
    Source: J. Naus and S. Wallenstein, "Temporal surveillance using scan statistics", Statistics in Medicine 25 (2006),
    for the windows; A. N. Shiryaev, Theory of Probability and its Applications 8 (1963), and S. W. Roberts,
    Technometrics 8 (1966), for the sum over them instead of the maximum.

    >>> history = SliceHistory(np.array([100.0]), np.array([50.0]), np.array([[2.0, 2, 8, 9]]), np.ones((1, 4)))
    >>> score(history, Settings(windows=3), 2).round(1).tolist()
    [[3.0, 8.0]]
    """
    rows = np.arange(len(history.past))
    parts = [_score(history.rows(rows[at : at + _ROWS]), settings, last) for at in range(0, len(rows), _ROWS)]
    return np.concatenate(parts) if parts else np.zeros((0, last))


def _score(history: SliceHistory, settings: Settings, last: int) -> Floats:
    windows = window_sums(history, settings.windows, last)
    expected = windows.past / np.maximum(windows.past_base, 1e-12) * windows.recent_base
    told = np.maximum(windows.recent, expected) >= settings.least
    summed = np.zeros(told.shape[:2])
    for size, belief in _sizes(settings.direction).items():
        ratio = np.exp(np.minimum(likelihood_ratios(windows, history.alpha, size), 500.0))
        summed += belief * np.where(told, ratio, 0.0).mean(axis=-1)
    scores: Floats = np.log(np.maximum(summed, np.exp(_NONE)))
    return scores


def _sizes(direction: Direction) -> dict[float, float]:
    falls = {1 / size: belief for size, belief in SIZES.items()}
    if direction == "both":
        return {size: belief / 2 for size, belief in (SIZES | falls).items()}
    return SIZES if direction == "higher" else falls


DETECTOR = Detector(
    title={"zh": "周窗口扫描", "en": "Weekly window scan"},
    about={
        "zh": "把最近 1–12 周与该切片自身的历史按在保量比较，综合各窗口与各种变化幅度的证据；"
        "门槛由模拟设定，使全部切片每周误报不超过给定预算。",
        "en": "Compares the last 1 to 12 weeks with the slice's own history per exposure and weighs the evidence of all "
        "windows and sizes of a change; the threshold is simulated to keep the stated number of false alarms a week "
        "over all slices.",
    },
    source="Naus and Wallenstein, Statistics in Medicine 25 (2006); Shiryaev (1963), Roberts (1966)",
    score=score,
    reach=lambda settings: settings.windows,
)
