"""解决时长: mean elapsed hours from creation."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import HOURS, taken

METRIC = Metric(
    title=Words("解决时长", "Resolution time"),
    question=Words("平均解决时长是多少小时？", "How long is the mean resolution time?"),
    unit=HOURS,
    better="lower",
    kind="mean",
    numerator=taken("resolution_seconds"),
)
