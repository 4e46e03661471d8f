"""处理组: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column("team", Words("处理组", "Team"))
