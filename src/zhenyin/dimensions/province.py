"""省份: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "province",
    Words("省份", "Province"),
    role="where",
    explains="occurrence",
    rank=20,
    watched="units",
    uses={"proper_name": 5, "topic_profile": 4, "report_figures": 2},
)
