"""解决时长中位数: median of elapsed hours from creation."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import HOURS, hours, tickets

METRIC = Metric(
    title=Words("解决时长中位数", "Resolution time, median"),
    question=Words("解决时长的中位数是多少小时？", "What is the median of the resolution time?"),
    unit=HOURS,
    better="lower",
    kind="quantile",
    numerator=tickets(lambda t: t.resolved_at.notnull(), value=hours("created_at", "resolved_at")),
    q=0.5,
)
