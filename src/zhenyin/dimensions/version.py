"""固件版本: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column("version", Words("固件版本", "Version"), parent="model")
