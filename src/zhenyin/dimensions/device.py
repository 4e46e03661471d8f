"""设备: a column of the facts."""

from zhenyin.core.words import Words
from zhenyin.dimensions import column

DIMENSION = column(
    "device_id",
    Words("设备", "Device"),
    role="which_unit",
    explains="nothing",
    rank=81,
)
