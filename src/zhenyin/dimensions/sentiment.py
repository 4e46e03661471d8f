"""情绪: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "sentiment",
    Words("情绪", "Sentiment"),
    role="what",
    explains="nothing",
    rank=65,
)
