"""故障: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column("fault", Words("故障", "Fault"), parent="category")
