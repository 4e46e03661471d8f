"""渠道: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column("channel", Words("渠道", "Channel"))
