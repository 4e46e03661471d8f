"""响应达标率: responded within the target among tickets whose response was due."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, passed, tickets

_due = passed("response_due_at", 0)

METRIC = Metric(
    title=Words("响应达标率", "Response within target"),
    question=Words("有多大比例按时响应？", "Which share was answered in time?"),
    unit=RATIO,
    better="higher",
    kind="share",
    numerator=tickets(lambda t: _due(t) & (t.first_response_at <= t.response_due_at)),
    denominator=tickets(_due),
)
