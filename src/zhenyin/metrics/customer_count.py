"""受影响客户数: distinct customers of counted tickets."""

from zhenyin.core.words import Words
from zhenyin.metrics import Metric, Unit
from zhenyin.metrics._parts import tickets

METRIC = Metric(
    title=Words("受影响客户数", "Customers affected"),
    question=Words("有多少客户受影响？", "How many customers are affected?"),
    unit=Unit("customers", Words("人", "customers")),
    better="lower",
    kind="distinct",
    numerator=tickets(lambda t: t.customer_id.notnull(), value=lambda t: t.customer_id, distinct=True),
    caveat=Words(
        "同一客户可能出现在多个范围中，各部分不能相加。", "A customer can be in several slices: parts do not add up."
    ),
)
