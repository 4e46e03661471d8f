"""What a detector is given and what it returns: settings, side information, alarms. Arrays are [series, weeks]."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.stats.windows import SliceHistory

Direction = Literal["higher", "lower", "both"]
Score = Callable[[SliceHistory, "DetectorSettings", int], Floats]
"""(history, settings, last) -> float [slices, last]: the evidence at the end of each of the last weeks, larger for more."""


@dataclass(frozen=True, slots=True)
class DetectorSettings:
    """The parameters of a detector. `false_alarms` is the one that people set.

    false_alarms: expected new alarms per week over all slices together while no rate changes (the false-alarm budget); an
    alarm is new when the slice had none the week before. windows: longest run of last weeks tested, in weeks. history:
    weeks before them used at most. least: fewest events, observed or expected, of a window that can raise an alarm.
    direction: the change that raises an alarm. season: divide the pooled season out (needs 56 weeks of history and an
    exposure). seed: of the simulation that sets the threshold.
    """

    false_alarms: float = 1.0
    windows: int = 12
    history: int = 104
    least: float = 5.0
    direction: Direction = "higher"
    season: bool = True
    seed: int = 7

    def towards(self, sigmas: Floats) -> Floats:
        """Standard scores signed so that larger is more evidence for a change in `direction`; any shape.

        >>> DetectorSettings(direction="lower").towards(np.array([2.0, -3.0])).tolist()
        [-2.0, 3.0]
        """
        return {"higher": sigmas, "lower": -sigmas, "both": np.abs(sigmas)}[self.direction]


@dataclass(frozen=True, slots=True)
class DetectorContext:
    """Side information besides counts and exposure; each part may be None.

    parents: float [slices], events per unit of exposure that the rate of a slice is shrunk towards; None for the rate of
    all slices together. families: int [slices], from 0 on: slices of the same dimensions, which share one prior strength
    and one family of tests. events: float [weeks, kinds], holidays and promotions in each week. prior_counts: float
    [2, slices], events and exposure before the first week.
    """

    parents: Floats | None = field(default=None, repr=False)
    families: Ints | None = field(default=None, repr=False)
    events: Floats | None = field(default=None, repr=False)
    prior_counts: Floats | None = field(default=None, repr=False)


NO_CONTEXT = DetectorContext()


@dataclass(frozen=True, slots=True)
class Alarm:
    """A slice whose last `window` weeks, from week `onset` on, differ from its baseline.

    slice, onset: indices into the given matrix. observed, expected: events over the window; ratio: their quotient, with
    its 95 % interval low to high. score: evidence on the detector's own scale, of which an alarm needs at least
    `threshold`. p: probability that one slice reaches such a score anew in one week while its rate is unchanged. q:
    false-discovery rate among alarms at least as strong (over families of slices). baseline: float [weeks], expected
    count of each week; band_low, band_high: float [weeks], 95 % range of single weeks around it. new: whether the week
    before had no alarm.
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
    baseline: Floats = field(repr=False)
    band_low: Floats = field(repr=False)
    band_high: Floats = field(repr=False)
    q: float = 1.0
    new: bool = True
