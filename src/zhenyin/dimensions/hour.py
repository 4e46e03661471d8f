"""小时: 0 to 23, in the company's time."""

from zhenyin.core.words import Words
from zhenyin.dimensions import Dimension

# A whole day has no hour: what is kept by month lacks the column named here, so it refuses the cut.
DIMENSION = Dimension(
    Words("小时", "Hour of day"),
    lambda t, anchor: t[anchor].hour(),
    ("created_at",),
    kind="number",
    role="when",
    explains="handling",
    rank=211,
    uses={"case_mix": 1, "subgroups": 1},
)
