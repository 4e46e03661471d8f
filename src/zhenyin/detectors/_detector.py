"""The detector: a score for each slice and week, and what makes alarms of scores, which all detectors share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from zhenyin.core.arrays import Floats
from zhenyin.detectors._alarms import PreparedDetector
from zhenyin.detectors._baseline import fit_baseline
from zhenyin.detectors._model import NO_CONTEXT, Alarm, DetectorContext, DetectorSettings, Score


@dataclass(frozen=True, slots=True)
class Detector:
    """One method of change detection.

    title, about: its name and description in both languages. score: evidence at the end of each of the last weeks; it
    reads no later week. reach: number of single weeks that the score reads, the scored one included. source: reference
    of the method.

    >>> import numpy as np
    >>> from zhenyin.detectors import DETECTORS
    >>> counts = np.random.default_rng(0).poisson(4.0, (30, 60)).astype(float)
    >>> counts[7, -3:] = 25.0
    >>> [(alarm.slice, alarm.onset) for alarm in DETECTORS["weekly_scan"].run(counts)]
    [(7, 57)]
    """

    title: dict[str, str]
    about: dict[str, str]
    source: str
    score: Score = field(repr=False)
    reach: Callable[[DetectorSettings], int] = field(repr=False)

    def run(
        self,
        counts: Floats,
        exposure: Floats | None = None,
        settings: DetectorSettings | None = None,
        context: DetectorContext = NO_CONTEXT,
    ) -> list[Alarm]:
        """Alarms at the end of the given weeks, most evidence first.

        counts: float [slices, weeks], events per full week, oldest first (without the incomplete week). exposure: the
        same shape, units at risk; None takes each week's total over all slices, so that a slice is judged by its share.
        settings: parameters, the defaults when None. context: side information on slices and weeks. Raises ValueError
        on other shapes, and on fewer than twice `windows` weeks: there must be a history to compare with.
        """
        return self.prepare(counts, exposure, settings or DetectorSettings(), context).alarms(counts)

    def prepare(
        self,
        counts: Floats,
        exposure: Floats | None,
        settings: DetectorSettings,
        context: DetectorContext = NO_CONTEXT,
    ) -> PreparedDetector:
        """Baseline and threshold of `run`, fitted once, to be applied to counts of which an event is removed.

        counts, exposure, settings, context: as of `run`, with its errors.
        """
        return PreparedDetector(self.score, self.reach(settings), counts, exposure, settings, context)

    def scores(
        self,
        counts: Floats,
        exposure: Floats | None,
        settings: DetectorSettings,
        last: int,
        context: DetectorContext = NO_CONTEXT,
    ) -> Floats:
        """The evidence at the end of each of the last weeks, as it was known then: float [slices, last].

        counts, exposure, settings, context: as of `run`, with its errors. last: weeks that are scored. The baseline is fitted
        once, to the weeks before all of these.
        """
        baseline = fit_baseline(counts, exposure, settings, self.reach(settings), last, context)
        return self.score(baseline.history, settings, last)
