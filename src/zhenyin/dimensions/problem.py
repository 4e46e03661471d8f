"""所属问题: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "problem_id",
    Words("所属问题", "Problem"),
    role="what",
    explains="nothing",
    rank=68,
)
