"""月: the first day of the anchor's month."""

from zhenyin.core.words import Words
from zhenyin.dimensions import calendar

DIMENSION = calendar("month", Words("月", "Month"))
