"""季度: the first day of the anchor's quarter."""

from zhenyin.core.words import Words
from zhenyin.dimensions import calendar

DIMENSION = calendar("quarter", Words("季度", "Quarter"))
