"""话题: a column of the facts, which holds the topic's name."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "topic",
    Words("话题", "Topic"),
    role="what",
    explains="handling",
    rank=64,
)
