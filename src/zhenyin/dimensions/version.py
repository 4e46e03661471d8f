"""固件版本: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "version",
    Words("固件版本", "Version"),
    parent="model",
    role="which_unit",
    explains="occurrence",
    rank=30,
    watched="share",
    uses={"ping_pong": 6, "proper_name": 4, "topic_profile": 3},
)
