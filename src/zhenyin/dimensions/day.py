"""日: the first day of the anchor's day."""

from zhenyin.core.words import Words
from zhenyin.dimensions import calendar

DIMENSION = calendar("day", Words("日", "Day"))
