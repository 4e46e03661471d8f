"""故障: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "fault",
    Words("故障", "Fault"),
    parent="category",
    role="what",
    explains="occurrence",
    rank=61,
    watched="fault",
    uses={"case_mix": 2, "like_tickets": 1, "ping_pong": 2, "failure": 2, "topic_profile": 8, "report_columns": 1},
)
