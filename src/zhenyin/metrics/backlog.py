"""积压量: counted tickets that were created and not resolved at the end of the period."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import TICKETS, waiting

METRIC = Metric(
    title=Words("积压量", "Backlog"),
    question=Words("期末还有多少工单未解决？", "How many tickets were open at the end?"),
    unit=TICKETS,
    better="lower",
    kind="stock",
    numerator=waiting(),
    caveat=Words(
        "时点数：各时间段不能相加。状态为已关闭而没有关闭时间的不计入，不记录处理结果的来源（如群聊）也不计入。",
        "A figure of one moment: it does not add up over time. What is closed without a time never counts as open, "
        "nor does what a source reports that records no ends, such as a chat.",
    ),
)
