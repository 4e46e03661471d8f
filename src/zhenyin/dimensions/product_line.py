"""产品线: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column("product_line", Words("产品线", "Product line"))
