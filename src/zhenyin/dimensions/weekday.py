"""星期: 0 is Monday, in the company's time."""

from datetime import date

from zhenyin.core.words import Words
from zhenyin.dimensions import Dimension

DIMENSION = Dimension(
    Words("星期", "Weekday"),
    lambda t, anchor: t[anchor].day_of_week.index(),
    kind="number",
    of_day=date.weekday,
    role="when",
    explains="handling",
    rank=210,
)
