"""超时率: open past due among the tickets open at the end of the period."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, tickets, waiting

METRIC = Metric(
    title=Words("超时率", "Overdue share"),
    question=Words("期末未解决的工单中有多大比例已超时？", "Which share of open tickets was past due at the end?"),
    unit=RATIO,
    better="lower",
    kind="share",
    numerator=tickets(
        lambda t: (
            (t.resolution_due_at >= t.created_at) & (t.resolved_at.isnull() | (t.resolved_at > t.resolution_due_at))
        ),
        anchor="resolution_due_at",
        leaves="resolved_at",
    ),
    denominator=waiting(),
    caveat=Words("时点数：取期末未解决的工单。", "A figure of one moment: the tickets open at the end of the period."),
)
