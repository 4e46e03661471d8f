"""From scores to alarms: the threshold that keeps the budget, and each alarm told by the window behind it."""

from typing import Any

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.detectors import Alarm, Beside, Detector, Settings
from zhenyin.detectors._null import simulate
from zhenyin.detectors._usual import Usual, fit
from zhenyin.stats.hierarchy import family_q_values
from zhenyin.stats.windows import SliceHistory, likelihood_ratios, window_sums

_Z = 1.959964
_SIZES = (1.5, 2.0, 3.0, 6.0)


class Watch:
    """Slices under one idea of what is usual, and one threshold; their counts may be looked at again without an event.

    Arguments and errors as of Detector.run.
    """

    def __init__(
        self, detector: Detector, counts: Floats, exposure: Floats | None, settings: Settings, beside: Beside
    ) -> None:
        self._detector, self._settings = detector, settings
        self._families, self._many = beside.families, len(counts)
        self._usual = fit(counts, exposure, settings, detector.reach(settings), 2, beside)
        self._null = simulate(detector, self._usual.history, settings)
        self.threshold = self._null.threshold(settings.false_alarms / self._many)

    def alarms(self, counts: Floats, rows: Ints | None = None) -> list[Alarm]:
        """Alarms at the end of the weeks, most evidence first.

        counts: float [rows, weeks]. rows: which of the slices these are; None for all. `slice` of an alarm is the index
        among all slices.
        """
        usual = self._usual if rows is None else self._usual.of(rows, counts)
        rows = np.arange(self._many) if rows is None else rows
        found = self._detector.score(usual.history, self._settings, 2)
        hits = np.flatnonzero(found[:, 1] >= self.threshold)
        hits = hits[np.argsort(-found[hits, 1], kind="stable")]
        p, q = self._chances(rows[hits], found[hits, 1])
        lengths = _windows(usual.history.rows(hits), self._settings)
        alarms = []
        for i, at in enumerate(hits.tolist()):
            told = _figures(counts[at], usual, at, int(lengths[i]))
            told |= {"p": float(p[i]), "q": float(q[i]), "threshold": self.threshold}
            score, before = float(found[at, 1]), float(found[at, 0])
            alarms.append(Alarm(int(rows[at]), score=score, new=before < self.threshold, **told))
        return alarms

    def _chances(self, hits: Ints, scores: Floats) -> tuple[Floats, Floats]:
        """p and q of alarms; a slice without one counts as a test that found nothing."""
        p = np.ones(self._many)
        p[hits] = self._null.chances(scores)
        return p[hits], family_q_values(p, self._families)[hits]


def _windows(history: SliceHistory, settings: Settings) -> Floats:
    """The run of last weeks that explains each slice best: float [slices]."""
    if not len(history.past):
        return np.zeros(0)
    sums = window_sums(history, min(settings.windows, history.counts.shape[1]))
    down = settings.direction == "lower"
    sizes = [1 / s for s in _SIZES] if down else [*_SIZES, *([1 / s for s in _SIZES] * (settings.direction == "both"))]
    best = np.max([likelihood_ratios(sums, history.alpha, size)[:, 0] for size in sizes], axis=0)
    lengths: Floats = np.argmax(best, axis=1) + 1.0
    return lengths


def _figures(counts: Floats, usual: Usual, at: int, window: int) -> dict[str, Any]:
    """Observed, expected and their ratio over a window, and the band of every week."""
    end, base, alpha = len(counts), usual.base[at], usual.history.alpha
    sums = window_sums(usual.history.rows(np.array([at])), window)
    seen, before = float(sums.recent[0, 0, -1]), float(sums.past[0, 0, -1])
    at_risk, at_risk_before = float(sums.recent_base[0, 0, -1]), max(float(sums.past_base[0, 0, -1]), 1e-12)
    expected = before / at_risk_before * at_risk
    weekly = before / at_risk_before * base
    spread = _Z * np.sqrt(weekly + alpha * weekly**2)
    half = _Z * float(
        np.sqrt((1 + alpha * seen / window) / (seen + 0.5) + (1 + alpha * weekly.mean()) / (before + 0.5))
    )
    centre = (seen + 0.5) / (before + 0.5) * at_risk_before / max(at_risk, 1e-12)
    return {
        "onset": end - window,
        "window": window,
        "observed": seen,
        "expected": expected,
        "ratio": seen / expected if expected > 0 else float("inf"),
        "low": centre * float(np.exp(-half)),
        "high": centre * float(np.exp(half)),
        "usual": weekly,
        "band_low": np.maximum(weekly - spread, 0.0),
        "band_high": weekly + spread,
    }
