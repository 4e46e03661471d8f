"""闭环率: closed among counted tickets; resolved and seven days without objection is closed too."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, passed, tickets

_unopposed = passed("resolved_at", 7)

METRIC = Metric(
    title=Words("闭环率", "Closure rate"),
    question=Words("有多大比例的工单已关闭？", "Which share of tickets is closed?"),
    unit=RATIO,
    better="higher",
    kind="share",
    numerator=tickets(lambda t: t.ends_recorded & (t.closed | _unopposed(t))),
    denominator=tickets(lambda t: t.ends_recorded),
    caveat=Words(
        "近期工单尚未到期，比例会偏低。不记录处理结果的来源（如群聊）不计入。",
        "Recent tickets have had less time to close. Sources that record no ends, such as chats, are left out.",
    ),
)
