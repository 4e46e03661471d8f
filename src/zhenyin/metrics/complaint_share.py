"""投诉占比: complaints among counted tickets."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, tickets

METRIC = Metric(
    title=Words("投诉占比", "Share of complaints"),
    question=Words("工单中有多大比例是投诉？", "Which share of tickets are complaints?"),
    unit=RATIO,
    better="lower",
    kind="share",
    numerator=tickets(lambda t: t.kind == "投诉"),
    denominator=tickets(),
)
