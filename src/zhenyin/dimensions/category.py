"""问题类别: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column("category", Words("问题类别", "Category"))
