"""生产批次: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "batch",
    Words("生产批次", "Production batch"),
    role="which_unit",
    explains="occurrence",
    rank=31,
    watched="share",
)
