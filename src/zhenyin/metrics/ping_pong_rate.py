"""踢皮球率: tickets that went back to a team that had them before."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, tickets

METRIC = Metric(
    title=Words("踢皮球率", "Ping-pong rate"),
    question=Words("被踢回原处理组的比例是多少？", "Which share went back to an earlier team?"),
    unit=RATIO,
    better="lower",
    kind="share",
    numerator=tickets(lambda t: t.ping_pongs > 0),
    denominator=tickets(lambda t: t.ping_pongs.notnull()),
)
