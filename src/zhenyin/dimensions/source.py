"""来源: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "source",
    Words("来源", "Source"),
    role="where",
    explains="handling",
    rank=90,
    uses={"report_rows": 4},
)
