"""投诉率: complaints per thousand units in service per month."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import PER_THOUSAND, tickets, unit_months

METRIC = Metric(
    title=Words("投诉率", "Complaint rate"),
    question=Words("每千台在保设备每月有多少起投诉？", "How many complaints are there per thousand units and month?"),
    unit=PER_THOUSAND,
    better="lower",
    kind="rate",
    numerator=tickets(lambda t: t.kind == "投诉"),
    denominator=unit_months(),
    per=1_000,
)
