"""省份: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column("province", Words("省份", "Province"))
