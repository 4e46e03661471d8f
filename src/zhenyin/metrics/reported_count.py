"""报告数: all tickets, duplicates included."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric, Part
from zhenyin.metrics._parts import TICKETS

METRIC = Metric(
    title=Words("报告数", "Reports"),
    question=Words("收到了多少次报告？", "How many reports came in?"),
    unit=TICKETS,
    better="none",
    kind="count",
    numerator=Part("tickets", "created_at", lambda t: t.valid),
)
