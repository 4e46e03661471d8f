"""满意度评分: mean rating from 1 to 5."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import POINTS, tickets

METRIC = Metric(
    title=Words("满意度评分", "Satisfaction score"),
    question=Words("客户平均打几分？", "What is the mean rating?"),
    unit=POINTS,
    better="higher",
    kind="mean",
    numerator=tickets(lambda t: t.csat.notnull(), anchor="rated_at", value=lambda t: t.csat),
)
