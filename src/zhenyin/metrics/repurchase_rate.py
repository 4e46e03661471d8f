"""复购率: customers who ordered within 90 days after one of their tickets was closed."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, passed, tickets

_is_known = passed("closed_at", 90)

METRIC = Metric(
    title=Words("复购率", "Repurchase rate"),
    question=Words("工单关闭后 90 天内再次下单的客户比例是多少？", "Which share ordered within 90 days after?"),
    unit=RATIO,
    better="higher",
    kind="share",
    numerator=tickets(
        lambda t: _is_known(t) & t.reordered,
        anchor="closed_at",
        value=lambda t: t.customer_id,
        distinct=True,
        fact="reordering",
    ),
    denominator=tickets(_is_known, anchor="closed_at", value=lambda t: t.customer_id, distinct=True, fact="reordering"),
    caveat=Words(
        "只计关闭满 90 天的工单；同一客户可能出现在多个范围中。",
        "Only tickets closed at least 90 days ago count; a customer can be in several slices.",
    ),
)
