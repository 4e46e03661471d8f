"""评价回收率: rated among closed tickets."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, tickets

METRIC = Metric(
    title=Words("评价回收率", "Survey response rate"),
    question=Words("关闭的工单中有多大比例得到评价？", "Which share of closed tickets was rated?"),
    unit=RATIO,
    better="higher",
    kind="share",
    numerator=tickets(lambda t: t.csat.notnull(), anchor="closed_at"),
    denominator=tickets(anchor="closed_at"),
)
