"""首次响应时长P90: 90th percentile of elapsed hours from creation."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import HOURS, hours, tickets

METRIC = Metric(
    title=Words("首次响应时长P90", "First response time, 90th percentile"),
    question=Words("首次响应时长的P90是多少小时？", "What is the 90th percentile of the first response time?"),
    unit=HOURS,
    better="lower",
    kind="quantile",
    numerator=tickets(lambda t: t.first_response_at.notnull(), value=hours("created_at", "first_response_at")),
    q=0.9,
)
