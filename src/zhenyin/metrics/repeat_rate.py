"""重复问题率: repairs and complaints that repeat one resolved at most 30 days before."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, tickets

METRIC = Metric(
    title=Words("重复问题率", "Repeat rate"),
    question=Words("30 天内再次出现同类问题的比例是多少？", "Which share repeats one resolved within 30 days before?"),
    unit=RATIO,
    better="lower",
    kind="share",
    numerator=tickets(lambda t: t.kind.isin(["报修", "投诉"]) & (t.repeat_days <= 30)),
    denominator=tickets(lambda t: t.kind.isin(["报修", "投诉"])),
)
