"""城市: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "city",
    Words("城市", "City"),
    parent="province",
    role="where",
    explains="occurrence",
    rank=21,
    uses={"proper_name": 6},
)
