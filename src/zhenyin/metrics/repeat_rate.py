"""重复问题率: repairs and complaints that repeat one resolved at most 30 days before."""

from ibis.expr.types import BooleanValue, Table

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, tickets


def _serious(t: Table) -> BooleanValue:
    kept: BooleanValue = t.kind.isin(["报修", "投诉"])
    return kept


METRIC = Metric(
    title=Words("重复问题率", "Repeat rate"),
    question=Words("30 天内再次出现同类问题的比例是多少？", "Which share repeats one resolved within 30 days before?"),
    unit=RATIO,
    better="lower",
    kind="share",
    numerator=tickets(lambda t: _serious(t) & (t.repeat_days <= 30)),
    denominator=tickets(_serious),
)
