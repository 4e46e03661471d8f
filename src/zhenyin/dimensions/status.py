"""状态: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "status",
    Words("状态", "Status"),
    role="what",
    explains="nothing",
    rank=67,
)
