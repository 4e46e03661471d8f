"""满意率: ratings of 4 and 5 among rated tickets."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, tickets

METRIC = Metric(
    title=Words("满意率", "Satisfied share"),
    question=Words("有多大比例的评价为 4 或 5 分？", "Which share of ratings is 4 or 5?"),
    unit=RATIO,
    better="higher",
    kind="share",
    numerator=tickets(lambda t: t.csat >= 4, anchor="scored_at"),
    denominator=tickets(lambda t: t.csat.notnull(), anchor="scored_at"),
    caveat=Words(
        "没有评价时间的评分，计入关闭（否则解决、再否则创建）的时间。",
        "A rating without a time counts at closing, or else at resolution, or else at creation.",
    ),
)
