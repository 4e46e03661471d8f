"""The shelf of detectors: when does a series of counts leave its baseline? One method per file, its name is its key.

A detector scores each slice at the end of each week. What makes alarms of scores is the same for all: the baseline is
fitted (`_baseline`), the threshold is set by simulating from it (`_null`), and each alarm is dated and measured by its
best window (`_alarms`).
"""

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words
from zhenyin.detectors._detector import Detector
from zhenyin.detectors._model import NO_CONTEXT, Alarm, DetectorContext, DetectorSettings, Direction, Score

__all__ = [
    "DETECTORS",
    "NO_CONTEXT",
    "Alarm",
    "Detector",
    "DetectorContext",
    "DetectorSettings",
    "Direction",
    "Score",
]

DETECTORS: Shelf[Detector] = Shelf("zhenyin.detectors", "DETECTOR", Words("检测方法", "detector"))
