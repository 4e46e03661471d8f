"""Which slices are out of line, as one event after another is taken out of them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.detectors import DETECTORS, Alarm, Settings
from zhenyin.question.weekly import Where
from zhenyin.watch.scan.slices import Slices, as_last_year

_STEEP = 2.0  # a rise that cannot be held against last year must be so many times the expected


@dataclass(frozen=True, slots=True)
class Out:
    """A slice that is out of line."""

    where: Where
    alarm: Alarm


class Watched:
    """All slices of a scan with what is usual for them, fitted once.

    Only what was out of line at first is looked at again: taking an event's tickets out makes nothing rise.
    """

    def __init__(self, slices: Slices, settings: Settings, detector: str = "weekly_scan", weeks: bool = True) -> None:
        """Nothing is ever out of line when there are too few weeks to judge by.

        weeks: False where the slices are told by other stretches of time, and so without those of last year.
        """
        self._weeks, self._slices, self._counts = weeks, slices, slices.counts
        self._faults = {tuple(where.items()): i for i, where in enumerate(slices.where) if len(where) == 1}
        enough = bool(slices.where) and slices.counts.shape[1] >= 2 * settings.windows + 1
        found = DETECTORS[detector]
        self._watch = found.watch(slices.counts, slices.base, settings, slices.beside) if enough else None
        self._alarms = self._watch.alarms(slices.counts) if self._watch else []

    def out(self) -> list[Out]:
        """Slices out of line with their history, and with the same weeks of last year where there is one.

        Most evidence first.
        """
        told = ((self._slices.where[alarm.slice], alarm) for alarm in self._alarms)
        return [Out(where, alarm) for where, alarm in told if alarm.expected > 0 and not self._seasonal(alarm)]

    def take_out(self, inside: Callable[[Where], Floats | None], explained: Where) -> None:
        """Look again without the tickets of one event, and without the slice whose alarm it explained.

        inside: the event's weekly tickets in a slice, float [weeks], None for none.
        """
        left = [alarm.slice for alarm in self._alarms if self._slices.where[alarm.slice] != explained]
        if self._watch is None:
            return
        # Faults as a whole are asked for the season of those of their slices that are too young.
        touched = sorted({*left, *self._faults.values()})
        self._counts = self._counts.copy() if self._counts is self._slices.counts else self._counts
        for i in touched:
            taken = inside(self._slices.where[i])
            if taken is not None:
                self._counts[i] = np.maximum(self._counts[i] - taken, 0.0)
        rows = np.array(left, dtype=np.int64)
        self._alarms = self._watch.alarms(self._counts[rows], rows) if left else []

    def _seasonal(self, alarm: Alarm) -> bool:
        """Whether last year's same weeks were (nearly) as high: of the slice, or of its fault where that is too young.

        Where neither has such weeks, a rise that may be a season must be a steep one.
        """
        where = self._slices.where[alarm.slice]
        for i in (alarm.slice, self._faults.get(tuple(where.items())[:1])):
            same = (
                None
                if i is None or not self._weeks
                else as_last_year(self._counts[i], self._slices.base[i], alarm.window)
            )
            if same is not None:
                return same
        return alarm.ratio < _STEEP


def out_of_line(slices: Slices, settings: Settings, detector: str = "weekly_scan") -> list[Out]:
    """Slices out of line, most evidence first; nothing when there are too few weeks to judge by."""
    return Watched(slices, settings, detector).out()
