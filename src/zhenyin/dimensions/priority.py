"""优先级: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "priority",
    Words("优先级", "Priority"),
    role="what",
    explains="nothing",
    rank=66,
    uses={"like_tickets": 3, "subgroups": 4},
)
