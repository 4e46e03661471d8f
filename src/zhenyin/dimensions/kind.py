"""类型: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "kind",
    Words("类型", "Kind"),
    role="what",
    explains="handling",
    rank=62,
    uses={
        "case_mix": 4,
        "like_tickets": 2,
        "ping_pong": 7,
        "topic_context": 2,
        "topic_profile": 6,
        "report_columns": 3,
    },
)
