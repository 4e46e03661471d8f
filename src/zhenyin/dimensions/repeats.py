"""回头次数: how often a fault had come back to the customer: 0, 1, or 2 times and more."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "repeats",
    Words("客户回头次数", "Repeats of the customer"),
    role="what",
    explains="handling",
    rank=69,
)
