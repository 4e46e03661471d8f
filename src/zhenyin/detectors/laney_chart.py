"""Laney u' chart: a u chart whose sigma is scaled by the week-to-week variation of the slice (moving ranges)."""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.detectors import Detector, DetectorSettings
from zhenyin.stats.control_charts import overdispersion_ratio, u_chart
from zhenyin.stats.windows import SliceHistory

_REACH = 52  # weeks from which the variation is estimated


def score(history: SliceHistory, settings: DetectorSettings, last: int) -> Floats:
    """Standard scores of single weeks, float [slices, last]; sigma from the moving ranges of the weeks before them.

    settings: windows and direction. history: float [slices, weeks], at least `last` + 2 weeks one by one. A week
    without exposure scores 0.

    Source: D. B. Laney, "Improved control charts for attributes", Quality Engineering 14 (2002).

    >>> history = SliceHistory(np.array([100.0]), np.array([50.0]), np.array([[2.0, 5, 0, 4, 8]]), np.ones((1, 5)))
    >>> score(history, DetectorSettings(windows=1), 1).round(1).tolist()
    [[1.6]]
    """
    rate = history.before(settings.windows)
    z = u_chart(history.counts, history.base, rate).z[:, -last:]
    before = slice(0, max(history.counts.shape[1] - last, 2))
    z = z / overdispersion_ratio(history.counts[:, before], history.base[:, before], rate[:, before])
    return np.where(history.base[:, -last:] > 0, settings.towards(z), 0.0)


DETECTOR = Detector(
    title={"zh": "Laney u′ 控制图", "en": "Laney u′ chart"},
    about={
        "zh": "与 u 图相同，但用该范围各周的实际波动（移动极差）放宽界限，件数大时不会处处报警。",
        "en": "A u chart with limits as wide as the slice's weeks really vary (moving ranges), so that large counts do "
        "not alarm everywhere.",
    },
    source="Laney, Quality Engineering 14 (2002)",
    score=score,
    reach=lambda _settings: _REACH,
)
