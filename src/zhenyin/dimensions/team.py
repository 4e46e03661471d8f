"""处理组: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "team",
    Words("处理组", "Team"),
    role="who",
    explains="handling",
    rank=70,
    uses={"subgroups": 2, "topic_context": 3, "forecast": 1, "report_figures": 5},
)
