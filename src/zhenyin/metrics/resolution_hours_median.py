"""解决时长中位数: median of elapsed hours from creation."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import HOURS, taken

METRIC = Metric(
    title=Words("解决时长中位数", "Resolution time, median"),
    question=Words("解决时长的中位数是多少小时？", "What is the median of the resolution time?"),
    unit=HOURS,
    better="lower",
    kind="quantile",
    numerator=taken("resolution_seconds"),
    q=0.5,
)
