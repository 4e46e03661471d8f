"""星期: 0 is Monday, in the company's time."""

from zhenyin.core.words import Words
from zhenyin.dimensions import Dimension

DIMENSION = Dimension(
    Words("星期", "Weekday"), lambda t, anchor: t[anchor].day_of_week.index(), ("created_at",), kind="number"
)
