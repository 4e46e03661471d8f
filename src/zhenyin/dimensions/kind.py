"""类型: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column("kind", Words("类型", "Kind"))
