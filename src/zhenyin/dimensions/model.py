"""型号: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column("model", Words("型号", "Model"), parent="product")
