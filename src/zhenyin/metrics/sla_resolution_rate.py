"""解决达标率: resolved within the target among tickets whose resolution was due."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, passed, tickets

_due = passed("resolution_due_at", 0)

METRIC = Metric(
    title=Words("解决达标率", "Resolution within target"),
    question=Words("有多大比例按时解决？", "Which share was resolved in time?"),
    unit=RATIO,
    better="higher",
    kind="share",
    numerator=tickets(lambda t: _due(t) & (t.resolved_at <= t.resolution_due_at)),
    denominator=tickets(_due),
)
