"""型号: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "model",
    Words("型号", "Model"),
    parent="product",
    role="which_unit",
    explains="occurrence",
    rank=12,
    watched="units",
    uses={"ping_pong": 5, "proper_name": 3, "topic_profile": 2, "report_rows": 2},
)
