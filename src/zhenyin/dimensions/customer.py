"""客户: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "customer_id",
    Words("客户", "Customer"),
    role="who",
    explains="nothing",
    rank=80,
)
