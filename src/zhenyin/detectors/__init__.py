"""The shelf of detectors: when is a figure out of line? One method per file, its name is its key.

A detector scores each slice at the end of each week. What makes scores into alarms is the same for all of them: what is
usual is fitted (`_usual`), the threshold is set by simulating it (`_null`), and each alarm is told with its window
(`_alarms`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words
from zhenyin.stats.windows import SliceHistory

if TYPE_CHECKING:
    from zhenyin.detectors._alarms import Watch

Direction = Literal["higher", "lower", "both"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The knobs of a detector; the budget is the one that people turn.

    false_alarms: new alarms a week, over all slices together, if nothing ever changed; an alarm is new when the slice
    had none the week before. windows: longest run of last weeks looked at. history: weeks before them at most. least:
    events in a window below which there is no alarm. direction: which change is an alarm. season: take the pooled
    season out (needs 56 weeks of history and an exposure). seed: of the simulation that sets the threshold.
    """

    false_alarms: float = 1.0
    windows: int = 12
    history: int = 104
    least: float = 5.0
    direction: Direction = "higher"
    season: bool = True
    seed: int = 7

    def towards(self, sigmas: Floats) -> Floats:
        """Sigmas above what is usual, as far as they go the way that is an alarm; any shape.

        >>> Settings(direction="lower").towards(np.array([2.0, -3.0])).tolist()
        [-2.0, 3.0]
        """
        return {"higher": sigmas, "lower": -sigmas, "both": np.abs(sigmas)}[self.direction]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside counts and exposure; each may be None.

    parents: float [slices], the rate that a slice is drawn to while its own history is short; None for that of all
    slices together. families: int [slices], from 0 on: slices that are cut alike, which differ from their parents alike
    and are tested together. events: float [weeks, kinds], holidays and promotions in each week.
    """

    parents: Floats | None = field(default=None, repr=False)
    families: Ints | None = field(default=None, repr=False)
    events: Floats | None = field(default=None, repr=False)
    past: Floats | None = field(default=None, repr=False)


ALONE = Beside()


@dataclass(frozen=True, slots=True)
class Alarm:
    """A slice whose last `window` weeks from week `onset` on are out of line.

    slice, onset: indices into the given matrix. observed, expected: events over the window; ratio with low and high
    (95 %); score: evidence, on the detector's own scale; p: chance that one slice comes to such a score anew in one week;
    q: share of false ones to expect among alarms like it (over families of slices). threshold: the score an alarm needed.
    usual, band_low, band_high: float [weeks], what each week should have had, and the 95 % range of single weeks, for the
    chart. new: whether the week before had no alarm.
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
    q: float = 1.0
    new: bool = True


Score = Callable[[SliceHistory, Settings, int], Floats]


@dataclass(frozen=True, slots=True)
class Detector:
    """One way to detect: words for people, and its function.

    score: (history, settings, last) -> float [slices, last], the evidence at the end of each of the last weeks, larger
    for more; it reads no later week. reach: single weeks that it looks back over, the one that it scores included.
    source: of the method.
    """

    title: dict[str, str]
    about: dict[str, str]
    source: str
    score: Score = field(repr=False)
    reach: Callable[[Settings], int] = field(repr=False)

    def run(
        self,
        counts: Floats,
        exposure: Floats | None = None,
        settings: Settings | None = None,
        beside: Beside = ALONE,
    ) -> list[Alarm]:
        """Alarms at the end of the given weeks, most evidence first.

        counts: float [slices, weeks], events per full week, oldest first (leave the unfinished week out). exposure: the
        same shape, units at risk; None takes each week's total over all slices, so that a slice is judged by its share.
        Raises ValueError on other shapes and on fewer than twice `windows` weeks (there must be a history to compare
        with).
        """
        return self.watch(counts, exposure, settings or Settings(), beside).alarms(counts)

    def watch(self, counts: Floats, exposure: Floats | None, settings: Settings, beside: Beside = ALONE) -> "Watch":
        """What `run` learns before it tells: to look at the same slices again when an event is taken out of them."""
        from zhenyin.detectors._alarms import Watch

        return Watch(self, counts, exposure, settings, beside)

    def bar(
        self, counts: Floats, exposure: Floats | None, settings: Settings, last: int = 1, beside: Beside = ALONE
    ) -> float:
        """The score that keeps the budget of new false alarms, by what was usual before the last weeks."""
        from zhenyin.detectors import _null, _usual

        usual = _usual.fit(counts, exposure, settings, self.reach(settings) + 1, last, beside)
        null = _null.simulate(self, usual.history.until(self.reach(settings) + 1), settings)
        return null.threshold(settings.false_alarms / len(counts))

    def scores(
        self, counts: Floats, exposure: Floats | None, settings: Settings, last: int, beside: Beside = ALONE
    ) -> Floats:
        """The evidence at the end of each of the last weeks, as it was known then: float [slices, last].

        What is usual is fitted once, to the weeks before all that are scored.
        """
        from zhenyin.detectors import _usual

        usual = _usual.fit(counts, exposure, settings, self.reach(settings), last, beside)
        return self.score(usual.history, settings, last)


DETECTORS: Shelf[Detector] = Shelf("zhenyin.detectors", "DETECTOR", Words("检测方法", "detector"))
