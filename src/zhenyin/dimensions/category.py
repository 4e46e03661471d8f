"""问题类别: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "category",
    Words("问题类别", "Category"),
    role="what",
    explains="occurrence",
    rank=60,
    watched="fault",
    uses={"case_mix": 3, "ping_pong": 1, "failure": 1, "topic_profile": 7, "report_figures": 3, "report_columns": 2},
)
