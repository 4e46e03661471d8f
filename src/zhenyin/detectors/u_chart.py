"""Shewhart u chart: the events per unit of one week against the rate of the slice, in Poisson sigmas."""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.detectors import Detector, DetectorSettings
from zhenyin.stats.control_charts import u_chart
from zhenyin.stats.windows import SliceHistory


def score(history: SliceHistory, settings: DetectorSettings, last: int) -> Floats:
    """Standard scores of single weeks, float [slices, last]; sigma is Poisson, over-dispersion is ignored.

    settings: windows and direction. history: float [slices, weeks], at least `last` weeks one by one. A week without
    exposure scores 0.

    Source: D. C. Montgomery, "Introduction to Statistical Quality Control", section 7.3.

    >>> history = SliceHistory(np.array([100.0]), np.array([50.0]), np.array([[2.0, 8]]), np.ones((1, 2)))
    >>> score(history, DetectorSettings(windows=1), 2).round(1).tolist()
    [[0.0, 4.2]]
    """
    z = u_chart(history.counts, history.base, history.before(settings.windows)).z[:, -last:]
    return np.where(history.base[:, -last:] > 0, settings.towards(z), 0.0)


DETECTOR = Detector(
    title={"zh": "u 控制图", "en": "u chart"},
    about={
        "zh": "只看最近一周：单位在保量的件数超出该范围均值多少个标准差。简单直观，但看不到缓慢上升。",
        "en": "Looks at the last week only: how many sigmas its events per unit lie above the slice's mean. Simple, and "
        "blind to slow rises.",
    },
    source="Montgomery, Introduction to Statistical Quality Control, section 7.3",
    score=score,
    reach=lambda settings: settings.windows + 1,
)
