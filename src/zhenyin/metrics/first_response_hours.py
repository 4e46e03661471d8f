"""首次响应时长: mean elapsed hours from creation."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import HOURS, taken

METRIC = Metric(
    title=Words("首次响应时长", "First response time"),
    question=Words("平均首次响应时长是多少小时？", "How long is the mean first response time?"),
    unit=HOURS,
    better="lower",
    kind="mean",
    numerator=taken("response_seconds"),
)
