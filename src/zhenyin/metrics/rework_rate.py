"""重修率: resolved repairs whose device was reported for repair again within 30 days."""

from ibis.expr.types import BooleanValue, Table

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, passed, tickets

_passed = passed("resolved_at", 30)


def _is_known(t: Table) -> BooleanValue:
    kept: BooleanValue = (t.kind == "报修") & _passed(t)
    return kept


METRIC = Metric(
    title=Words("重修率", "Rework rate"),
    question=Words("修好后 30 天内又报修的比例是多少？", "Which share was repaired again within 30 days?"),
    unit=RATIO,
    better="lower",
    kind="share",
    numerator=tickets(lambda t: _is_known(t) & (t.next_repair_days <= 30), anchor="resolved_at"),
    denominator=tickets(_is_known, anchor="resolved_at"),
    caveat=Words("只计解决满 30 天的报修。", "Only repairs resolved at least 30 days ago count."),
)
