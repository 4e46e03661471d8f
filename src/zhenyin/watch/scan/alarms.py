"""First stage: slices whose counts left their baseline, as one event after another is removed from them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.schema import Coordinates
from zhenyin.detectors import DETECTORS, Alarm, DetectorSettings
from zhenyin.watch.scan.slices import Slices, matches_last_year

_LEAST_RATIO_WITHOUT_LAST_YEAR = 2.0  # of a rise that cannot be compared with last year


@dataclass(frozen=True, slots=True)
class SliceAlarm:
    """A slice with an alarm."""

    where: Coordinates
    alarm: Alarm


class AlarmScan:
    """All slices of a scan with their baselines, fitted once.

    Only slices that had an alarm at first are tested again: removing the tickets of an event raises no count.
    """

    def __init__(
        self, slices: Slices, settings: DetectorSettings, detector: str = "weekly_scan", weeks: bool = True
    ) -> None:
        """There is no alarm when there are too few weeks to fit a baseline.

        weeks: False where the columns are not weeks, so that those of last year cannot be found among them.
        """
        self._weeks, self._slices, self._counts = weeks, slices, slices.counts
        self._faults = {tuple(where.items()): i for i, where in enumerate(slices.where) if len(where) == 1}
        enough = bool(slices.where) and slices.counts.shape[1] >= 2 * settings.windows + 1
        method = DETECTORS[detector]
        self._prepared = method.prepare(slices.counts, slices.base, settings, slices.context) if enough else None
        self._alarms = self._prepared.alarms(slices.counts) if self._prepared else []

    def alarms(self) -> list[SliceAlarm]:
        """Alarms that the same weeks of last year do not explain, most evidence first."""
        named = ((self._slices.where[alarm.slice], alarm) for alarm in self._alarms)
        return [SliceAlarm(where, alarm) for where, alarm in named if alarm.expected > 0 and not self._seasonal(alarm)]

    def remove_event(self, inside: Callable[[Coordinates], Floats | None], explained: Coordinates) -> None:
        """Test again without the tickets of one event, and without the slice whose alarm it explained.

        inside: the event's counts in a slice, float [weeks], None for none.
        """
        left = [alarm.slice for alarm in self._alarms if self._slices.where[alarm.slice] != explained]
        if self._prepared is None:
            return
        # The season of a slice that is too young is read from its fault as a whole.
        touched = sorted({*left, *self._faults.values()})
        self._counts = self._counts.copy() if self._counts is self._slices.counts else self._counts
        for i in touched:
            taken = inside(self._slices.where[i])
            if taken is not None:
                self._counts[i] = np.maximum(self._counts[i] - taken, 0.0)
        rows = np.array(left, dtype=np.int64)
        self._alarms = self._prepared.alarms(self._counts[rows], rows) if left else []

    def _seasonal(self, alarm: Alarm) -> bool:
        """Whether last year's same weeks were (nearly) as high: of the slice, or of its fault where that is too young.

        Where neither has such weeks, the ratio must be a large one.
        """
        where = self._slices.where[alarm.slice]
        for i in (alarm.slice, self._faults.get(tuple(where.items())[:1])):
            same = (
                None
                if i is None or not self._weeks
                else matches_last_year(self._counts[i], self._slices.base[i], alarm.window)
            )
            if same is not None:
                return same
        return alarm.ratio < _LEAST_RATIO_WITHOUT_LAST_YEAR


def slice_alarms(slices: Slices, settings: DetectorSettings, detector: str = "weekly_scan") -> list[SliceAlarm]:
    """Alarms of some slices, most evidence first; none when there are too few weeks to fit a baseline."""
    return AlarmScan(slices, settings, detector).alarms()
