"""年: the first day of the anchor's year."""

from zhenyin.core.words import Words
from zhenyin.dimensions import calendar

DIMENSION = calendar("year", Words("年", "Year"))
