"""处理人: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "agent",
    Words("处理人", "Agent"),
    parent="team",
    role="who",
    explains="handling",
    rank=71,
    uses={"subgroups": 3},
)
