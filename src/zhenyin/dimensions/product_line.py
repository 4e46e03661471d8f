"""产品线: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "product_line",
    Words("产品线", "Product line"),
    role="which_unit",
    explains="occurrence",
    rank=10,
    watched="units",
    uses={
        "case_mix": 6,
        "like_tickets": 4,
        "ping_pong": 3,
        "proper_name": 1,
        "topic_context": 1,
        "topic_profile": 1,
        "forecast": 2,
        "report_figures": 1,
        "report_rows": 3,
    },
)
