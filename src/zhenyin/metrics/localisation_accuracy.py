"""问题定位准确率: first diagnosed cause equals the confirmed one."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, tickets

METRIC = Metric(
    title=Words("问题定位准确率", "Diagnosis accuracy"),
    question=Words("初判原因与确认原因一致的比例是多少？", "How often is the first diagnosis confirmed?"),
    unit=RATIO,
    better="higher",
    kind="share",
    numerator=tickets(lambda t: t.first_cause == t.cause, anchor="resolved_at"),
    denominator=tickets(lambda t: t.first_cause.notnull() & t.cause.notnull(), anchor="resolved_at"),
)
