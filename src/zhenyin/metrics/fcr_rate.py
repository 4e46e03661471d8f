"""一次性解决率: resolved for good at the first attempt, by the one who took it."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, passed, tickets

_is_known = passed("resolved_at", 7)

METRIC = Metric(
    title=Words("一次性解决率", "First-contact resolution"),
    question=Words(
        "有多大比例未经转派和重开即解决，且 7 天内未复发？",
        "Which share was resolved without transfer, reopening, or a repeat within 7 days?",
    ),
    unit=RATIO,
    better="higher",
    kind="share",
    numerator=tickets(
        lambda t: (
            _is_known(t)
            & (t.reopens.fill_null(0) == 0)
            & (t.transfers.fill_null(0) == 0)
            & (t.next_repeat_days.isnull() | (t.next_repeat_days > 7))
        ),
        anchor="resolved_at",
    ),
    denominator=tickets(_is_known, anchor="resolved_at"),
    caveat=Words("只计解决满 7 天的工单。", "Only tickets resolved at least 7 days ago count."),
)
