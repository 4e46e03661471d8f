"""EWMA: exponentially weighted moving average of observed minus expected counts."""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.detectors import Detector, DetectorSettings
from zhenyin.stats.control_charts import ewma, ewma_variance
from zhenyin.stats.windows import SliceHistory

_WEIGHT = 0.2  # of the newest week
_REACH = 26  # weeks over which the average is formed


def score(history: SliceHistory, settings: DetectorSettings, last: int) -> Floats:
    """Standard score of the weighted mean at the end of each of the last weeks, float [slices, last].

    The residuals are counts minus the rate known `windows` weeks before times the exposure; their variance is that of an
    over-dispersed count. history: float [slices, weeks], at least `last` weeks one by one. settings:
    windows and direction.

    Source: S. W. Roberts, Technometrics 1 (1959); C. M. Borror et al., "Poisson EWMA control charts", Journal of
    Quality Technology 30 (1998).

    >>> history = SliceHistory(np.array([100.0]), np.array([50.0]), np.array([[2.0, 2, 8, 9]]), np.ones((1, 4)))
    >>> score(history, DetectorSettings(), 2).round(1).tolist()
    [[3.0, 5.5]]
    """
    mean = history.before(settings.windows) * history.base
    level = ewma(history.counts - mean, _WEIGHT)
    sigma = np.sqrt(ewma_variance(mean + history.alpha * mean**2, _WEIGHT))
    return settings.towards(np.where(sigma > 0, level / np.maximum(sigma, 1e-12), 0.0)[:, -last:])


DETECTOR = Detector(
    title={"zh": "指数加权移动平均（EWMA）", "en": "EWMA"},
    about={
        "zh": "对每周“实际减预期”做指数加权平均（最近一周权重 0.2），以标准差为单位；兼顾突变与缓升。",
        "en": "Averages what each week brought above the expected, the newest week weighing 0.2, in sigmas; sees steps "
        "and slow rises alike.",
    },
    source="Roberts, Technometrics 1 (1959); Borror, Champ and Rigdon, Journal of Quality Technology 30 (1998)",
    score=score,
    reach=lambda _settings: _REACH,
)
