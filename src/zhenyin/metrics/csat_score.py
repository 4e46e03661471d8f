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
    numerator=tickets(lambda t: t.csat.notnull(), anchor="scored_at", value=lambda t: t.csat),
    caveat=Words(
        "没有评价时间的评分，计入关闭（否则解决、再否则创建）的时间。",
        "A rating without a time counts at closing, or else at resolution, or else at creation.",
    ),
)
