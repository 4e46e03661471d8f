"""在保月龄: months in service when the anchor's moment came."""

from zhenyin.core.words import Words
from zhenyin.dimensions import Dimension

DIMENSION = Dimension(
    Words("在保月龄", "Months in service"),
    lambda t, anchor: ((t[anchor].epoch_seconds() - t.sold_at.epoch_seconds()) / (86_400 * 30.4375)).floor(),
    ("sold_at",),
    kind="number",
    role="when",
    explains="handling",
    rank=220,
)
