"""产品: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column("product", Words("产品", "Product"), parent="product_line")
