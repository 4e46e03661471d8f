"""The shelf of detectors: when is a figure out of line? One method per file, its name is its key."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Settings:
    """The knobs of a detector; the budget is the one that people turn.

    false_alarms: alarms a week, over all slices together, if nothing ever changed.
    windows: longest run of last weeks looked at. history: weeks before them at most.
    least: events in a window below which there is no alarm. direction: which change is
    an alarm. season: take the pooled season out (needs 64 weeks and an exposure). seed: of
    the simulation that sets the threshold.
    """

    false_alarms: float = 1.0
    windows: int = 12
    history: int = 104
    least: float = 5.0
    direction: Literal["higher", "lower", "both"] = "higher"
    season: bool = True
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Alarm:
    """A slice whose last `window` weeks from week `onset` on are out of line.

    slice, onset: indices into the given matrix. observed, expected: events over the window; ratio
    with low and high (95 %); score: evidence in nats; p: chance of such a score for one slice in
    one week; threshold: the score an alarm needed. usual, band_low, band_high: float [weeks], what
    each week should have had, and the 95 % range of single weeks, for the chart.
    """

    slice: int
    onset: int
    window: int
    observed: float
    expected: float
    ratio: float
    low: float
    high: float
    score: float
    p: float
    threshold: float
    usual: Floats = field(repr=False)
    band_low: Floats = field(repr=False)
    band_high: Floats = field(repr=False)


@dataclass(frozen=True, slots=True)
class Detector:
    """One way to detect: words for people, and the function (counts, exposure, settings) -> alarms."""

    title: dict[str, str]
    about: dict[str, str]
    run: Callable[[Floats, Floats | None, Settings | None], list[Alarm]] = field(repr=False)


DETECTORS: Shelf[Detector] = Shelf("zhenyin.detectors", "DETECTOR", Words("检测方法", "detector"))
