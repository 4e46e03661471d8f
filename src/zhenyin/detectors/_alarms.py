"""From scores to alarms: the threshold that keeps the false-alarm budget, and each alarm measured over its best window."""

from typing import Any

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.detectors._baseline import Baseline, fit_baseline
from zhenyin.detectors._model import Alarm, DetectorContext, DetectorSettings, Score
from zhenyin.detectors._null import simulate
from zhenyin.stats.hierarchy import family_q_values
from zhenyin.stats.intervals import Z_95
from zhenyin.stats.windows import SliceHistory, likelihood_ratios, window_sums

_SIZES = (1.5, 2.0, 3.0, 6.0)


class PreparedDetector:
    """A detector with its baseline and threshold fitted, for counts that may be tested again without an event.

    score, reach: of the detector. The other arguments, and errors, as of Detector.run.
    """

    def __init__(
        self,
        score: Score,
        reach: int,
        counts: Floats,
        exposure: Floats | None,
        settings: DetectorSettings,
        context: DetectorContext,
    ) -> None:
        self._score, self._settings = score, settings
        self._families, self._many = context.families, len(counts)
        self._baseline = fit_baseline(counts, exposure, settings, reach, 2, context)
        self._null = simulate(score, self._baseline.history, settings)
        self.threshold = self._null.threshold(settings.false_alarms / self._many)

    def alarms(self, counts: Floats, rows: Ints | None = None) -> list[Alarm]:
        """Alarms at the end of the weeks, most evidence first.

        counts: float [rows, weeks]. rows: int [rows], which of the slices these are; None for all. `slice` of an alarm
        is the index among all slices.
        """
        baseline = self._baseline if rows is None else self._baseline.of(rows, counts)
        rows = np.arange(self._many) if rows is None else rows
        scores = self._score(baseline.history, self._settings, 2)
        hits = np.flatnonzero(scores[:, 1] >= self.threshold)
        hits = hits[np.argsort(-scores[hits, 1], kind="stable")]
        p, q = self._significance(rows[hits], scores[hits, 1])
        lengths = _best_windows(baseline.history.rows(hits), self._settings)
        alarms = []
        for i, at in enumerate(hits.tolist()):
            data = _figures(counts[at], baseline, at, int(lengths[i]))
            data |= {"p": float(p[i]), "q": float(q[i]), "threshold": self.threshold}
            score, before = float(scores[at, 1]), float(scores[at, 0])
            alarms.append(Alarm(int(rows[at]), score=score, new=before < self.threshold, **data))
        return alarms

    def _significance(self, hits: Ints, scores: Floats) -> tuple[Floats, Floats]:
        """p and q values of alarms; a slice without one counts as a test with p = 1."""
        p = np.ones(self._many)
        p[hits] = self._null.chances(scores)
        return p[hits], family_q_values(p, self._families)[hits]


def _best_windows(history: SliceHistory, settings: DetectorSettings) -> Floats:
    """The run of last weeks of the largest likelihood ratio in each slice, in weeks: float [slices]."""
    if not len(history.past):
        return np.zeros(0)
    sums = window_sums(history, min(settings.windows, history.counts.shape[1]))
    down = settings.direction == "lower"
    sizes = [1 / s for s in _SIZES] if down else [*_SIZES, *([1 / s for s in _SIZES] * (settings.direction == "both"))]
    best = np.max([likelihood_ratios(sums, history.alpha, size)[:, 0] for size in sizes], axis=0)
    lengths: Floats = np.argmax(best, axis=1) + 1.0
    return lengths


def _figures(counts: Floats, baseline: Baseline, at: int, window: int) -> dict[str, Any]:
    """Observed, expected and their ratio over a window, and the 95 % range of every week."""
    end, base, alpha = len(counts), baseline.base[at], baseline.history.alpha
    sums = window_sums(baseline.history.rows(np.array([at])), window)
    seen, before = float(sums.recent[0, 0, -1]), float(sums.past[0, 0, -1])
    at_risk, at_risk_before = float(sums.recent_base[0, 0, -1]), max(float(sums.past_base[0, 0, -1]), 1e-12)
    expected = before / at_risk_before * at_risk
    weekly = before / at_risk_before * base
    margin = Z_95 * np.sqrt(weekly + alpha * weekly**2)
    half = Z_95 * float(
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
        "baseline": weekly,
        "band_low": np.maximum(weekly - margin, 0.0),
        "band_high": weekly + margin,
    }
