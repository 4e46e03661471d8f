"""渠道: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "channel",
    Words("渠道", "Channel"),
    role="where",
    explains="occurrence",
    rank=40,
    watched="share",
    uses={"case_mix": 5, "ping_pong": 8, "topic_profile": 5, "report_figures": 4},
)
