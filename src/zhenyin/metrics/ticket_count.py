"""工单量: counted tickets, by the day they were created."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import TICKETS, tickets

METRIC = Metric(
    title=Words("工单量", "Tickets"),
    question=Words("有多少工单？", "How many tickets are there?"),
    unit=TICKETS,
    better="lower",
    kind="count",
    numerator=tickets(),
)
