"""重开率: resolved tickets that were opened again at least once."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, tickets

METRIC = Metric(
    title=Words("重开率", "Reopen rate"),
    question=Words("解决后又被重开的比例是多少？", "Which share of resolved tickets was reopened?"),
    unit=RATIO,
    better="lower",
    kind="share",
    numerator=tickets(lambda t: t.reopens > 0, anchor="resolved_at"),
    denominator=tickets(anchor="resolved_at"),
)
