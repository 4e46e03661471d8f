"""超时率: open past due among the tickets open at the end of the period."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, can_be_open, tickets, waiting

METRIC = Metric(
    title=Words("超时率", "Overdue share"),
    question=Words("期末未解决的工单中有多大比例已超时？", "Which share of open tickets was past due at the end?"),
    unit=RATIO,
    better="lower",
    kind="share",
    numerator=tickets(
        lambda t: (
            can_be_open(t)
            & (t.resolution_due_at >= t.created_at)
            & (t.ended_at.isnull() | (t.ended_at > t.resolution_due_at))
        ),
        anchor="resolution_due_at",
        leaves="ended_at",
    ),
    denominator=waiting(),
    caveat=Words(
        "时点数：取期末未解决的工单。状态为已关闭而没有关闭时间的不计入，不记录处理结果的来源（如群聊）也不计入。",
        "A figure of one moment: the tickets open at its end. What is closed without a time never counts as open, "
        "nor does what a source reports that records no ends, such as a chat.",
    ),
)
