"""平均转派次数: transfers per counted ticket."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric, Unit
from zhenyin.metrics._parts import tickets

METRIC = Metric(
    title=Words("平均转派次数", "Transfers per ticket"),
    question=Words("每张工单平均被转派几次？", "How often is a ticket handed over?"),
    unit=Unit("transfers", Words("次", "transfers")),
    better="lower",
    kind="mean",
    numerator=tickets(lambda t: t.transfers.notnull(), value=lambda t: t.transfers),
)
