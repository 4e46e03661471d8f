"""净推荐值: promoters (9, 10) minus detractors (0 to 6) among answers, times 100."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import POINTS, tickets

METRIC = Metric(
    title=Words("净推荐值", "Net promoter score"),
    question=Words("愿意推荐的客户比不愿意的多多少？", "By how much do promoters outnumber detractors?"),
    unit=POINTS,
    better="higher",
    kind="score",
    numerator=tickets(
        lambda t: t.nps.notnull(),
        anchor="scored_at",
        value=lambda t: (t.nps >= 9).cast("int64") - (t.nps <= 6).cast("int64"),
    ),
    per=100,
    caveat=Words(
        "没有评价时间的评分，计入关闭（否则解决、再否则创建）的时间。",
        "A rating without a time counts at closing, or else at resolution, or else at creation.",
    ),
)
