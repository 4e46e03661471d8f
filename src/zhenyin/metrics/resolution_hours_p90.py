"""解决时长P90: 90th percentile of elapsed hours from creation."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import HOURS, taken

METRIC = Metric(
    title=Words("解决时长P90", "Resolution time, 90th percentile"),
    question=Words("解决时长的P90是多少小时？", "What is the 90th percentile of the resolution time?"),
    unit=HOURS,
    better="lower",
    kind="quantile",
    numerator=taken("resolution_seconds"),
    q=0.9,
)
