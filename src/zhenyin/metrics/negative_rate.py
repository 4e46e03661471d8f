"""负面情绪占比: negative sentiment among counted tickets with a text."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric
from zhenyin.metrics._parts import RATIO, tickets

METRIC = Metric(
    title=Words("负面情绪占比", "Negative share"),
    question=Words("有多大比例的工单情绪为负面？", "Which share of tickets sounds negative?"),
    unit=RATIO,
    better="lower",
    kind="share",
    numerator=tickets(lambda t: t.sentiment == "negative"),
    denominator=tickets(lambda t: t.sentiment.notnull()),
)
