"""周: the first day of the anchor's week."""

from zhenyin.core.words import Words
from zhenyin.dimensions import calendar

DIMENSION = calendar("week", Words("周", "Week"))
