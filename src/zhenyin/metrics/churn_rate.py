"""流失率: customers who ordered in the 180 days before the last 180 days, and not in the last 180 days."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric, Part
from zhenyin.metrics._parts import RATIO

METRIC = Metric(
    title=Words("流失率", "Churn rate"),
    question=Words("期末有多大比例的老客户 180 天未下单？", "Which share of customers has not ordered for 180 days?"),
    unit=RATIO,
    better="lower",
    kind="share",
    numerator=Part("lapsing", "lapses_at", lambda t: t.returns_at > t.lapses_at, leaves="returns_at"),
    denominator=Part("lapsing", "lapses_at", lambda t: t.expires_at > t.lapses_at, leaves="expires_at"),
    caveat=Words("时点数：取期末前 360 天内下过单的客户。", "A figure of one moment, of buyers in 360 days."),
)
