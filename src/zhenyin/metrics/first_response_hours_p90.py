"""首次响应时长P90: 90th percentile of elapsed hours from creation."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import HOURS, taken

METRIC = Metric(
    title=Words("首次响应时长P90", "First response time, 90th percentile"),
    question=Words("首次响应时长的P90是多少小时？", "What is the 90th percentile of the first response time?"),
    unit=HOURS,
    better="lower",
    kind="quantile",
    numerator=taken("response_seconds"),
    q=0.9,
)
