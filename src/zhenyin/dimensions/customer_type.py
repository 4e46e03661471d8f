"""客户类型: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "customer_type",
    Words("客户类型", "Customer type"),
    role="who",
    explains="occurrence",
    rank=50,
    watched="share",
    uses={"case_mix": 8, "ping_pong": 9, "topic_profile": 9},
)
