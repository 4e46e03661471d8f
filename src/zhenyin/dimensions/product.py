"""产品: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "product",
    Words("产品", "Product"),
    parent="product_line",
    role="which_unit",
    explains="occurrence",
    rank=11,
    watched="units",
    uses={"ping_pong": 4, "proper_name": 2, "report_rows": 1},
)
