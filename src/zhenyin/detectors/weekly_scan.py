"""The window scan: do the last 1 to 12 weeks differ from the slice's own history?

For every slice and window the events are compared with the history before, given the total of
both and their exposures (conditional Poisson likelihood ratio). The best window counts. The
threshold is set by simulating the fitted null, so that a stated number of false alarms a week
is kept over all slices together.
"""

from dataclasses import dataclass

import numpy as np

from zhenyin.detectors import Alarm, Detector, Floats, Settings
from zhenyin.stats.windows import Windows, overdispersion, scores, seasonal, window_sums

_DRAWS = 40_000  # null slices simulated
_TAIL = 0.02  # share of them that the exponential tail is fitted to
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Null:
    """Scores of slices where nothing happened: above `start` they fall off exponentially."""

    start: float
    excess: float

    def threshold(self, chance: float) -> float:
        """The score that one slice passes with this chance in one week."""
        return self.start + self.excess * float(np.log(max(_TAIL / chance, 1e-9)))

    def chance(self, score: float) -> float:
        """The other way round; at most 1."""
        return float(min(_TAIL * np.exp(-(score - self.start) / self.excess), 1.0))


def detect(counts: Floats, exposure: Floats | None = None, settings: Settings | None = None) -> list[Alarm]:
    """Alarms at the end of the given weeks, most evidence first.

    counts: float [slices, weeks], events per full week, oldest first (leave the unfinished week
    out). exposure: the same shape, units at risk; None takes each week's total over all slices,
    so that a slice is judged by its share. Raises ValueError on other shapes and on fewer than
    twice `windows` weeks (there must be a history to compare with).
    Source: J. Naus and S. Wallenstein, "Temporal surveillance using scan statistics", Statistics
    in Medicine 25 (2006); threshold by parametric bootstrap with an exponential tail.

    >>> quiet = np.random.default_rng(1).poisson(4.0, (200, 60)).astype(float)
    >>> quiet[17, -4:] *= 4
    >>> strongest = detect(quiet, np.ones_like(quiet))[0]
    >>> strongest.slice, strongest.onset
    (17, 56)
    """
    settings = settings or Settings()
    base = _exposure(counts, exposure, settings)
    recent, past, recent_base, past_base = window_sums(counts, base, settings.windows, settings.history)
    alpha = overdispersion(counts, base)
    found = scores(Windows(recent, past, recent_base, past_base), alpha, settings.direction)
    null = _null(counts, base, alpha, settings)
    bar = null.threshold(settings.false_alarms / len(counts))
    best = np.argmax(found, axis=1)
    top = found[np.arange(len(counts)), best]
    enough = np.maximum(recent, past * recent_base / np.maximum(past_base, 1e-12))
    hits = np.flatnonzero((top >= bar) & (enough[np.arange(len(counts)), best] >= settings.least))
    order = hits[np.argsort(-top[hits])]
    return [
        _alarm(counts[i], base[i], int(i), int(best[i]) + 1, float(top[i]), alpha, null, bar, settings) for i in order
    ]


def _exposure(counts: Floats, exposure: Floats | None, settings: Settings) -> Floats:
    if counts.ndim != 2 or (exposure is not None and exposure.shape != counts.shape):
        given = "none" if exposure is None else str(exposure.shape)
        raise ValueError(f"Counts and exposure must be [slices, weeks], got {counts.shape} and {given}.")
    if counts.shape[1] < 2 * settings.windows:
        raise ValueError(f"{2 * settings.windows} weeks are needed, got {counts.shape[1]}.")
    if exposure is None:
        return np.broadcast_to(counts.sum(axis=0), counts.shape).astype(np.float64)
    return exposure * seasonal(counts, exposure, settings.windows) if settings.season else exposure


def _null(counts: Floats, base: Floats, alpha: float, settings: Settings) -> Null:
    """Scores of slices drawn from the fitted null, and the exponential tail of their best windows."""
    rng = np.random.default_rng(settings.seed)
    drawn = rng.integers(0, len(counts), _DRAWS)
    weeks = min(counts.shape[1], settings.history + settings.windows)
    rate = counts.sum(axis=1) / np.maximum(base.sum(axis=1), 1e-12)
    usual = (rate[:, None] * base[:, -weeks:])[drawn]
    mean, shape = _history_as_one(usual, alpha, settings.windows)
    events = rng.poisson(mean * _gamma(rng, shape)).astype(np.float64)
    at_risk = mean / np.maximum(rate[drawn, None], 1e-12)
    best = scores(Windows(*window_sums(events, at_risk, settings.windows, 1)), alpha, settings.direction)
    top = np.sort(best.max(axis=1))
    start = top[int(len(top) * (1 - _TAIL))]
    return Null(float(start), max(float(np.mean(top[top > start] - start)), 0.1) if (top > start).any() else 1.0)


def _history_as_one(usual: Floats, alpha: float, windows: int) -> tuple[Floats, Floats]:
    """Means of the history as one and of the last weeks, and the shape of the gamma that each is spread by.

    A sum of negative binomials has nearly the distribution of one with its mean and variance; a tenth of the draws.
    """
    history, recent = usual[:, :-windows], usual[:, -windows:]
    total, squares = history.sum(axis=1, keepdims=True), (history**2).sum(axis=1, keepdims=True)
    shape = np.concatenate([total**2 / np.maximum(squares, 1e-12), np.ones_like(recent)], axis=1) / max(alpha, 1e-12)
    return np.concatenate([total, recent], axis=1), np.maximum(shape, 1e-6)


def _gamma(rng: np.random.Generator, shape: Floats) -> Floats:
    """Factors with mean 1 and variance 1 / shape: Poisson times these is negative binomial."""
    if (shape > 1e6).all():
        return np.ones_like(shape)
    factors: Floats = rng.standard_gamma(shape) / shape
    return factors


def _alarm(
    counts: Floats,
    base: Floats,
    at: int,
    window: int,
    score: float,
    alpha: float,
    null: Null,
    bar: float,
    settings: Settings,
) -> Alarm:
    end = len(counts)
    first = max(end - settings.windows - settings.history, 0)
    seen, before = float(counts[-window:].sum()), float(counts[first : end - window].sum())
    rate = before / max(float(base[first : end - window].sum()), 1e-12)
    expected = rate * float(base[-window:].sum())
    usual = rate * base
    spread = _Z * np.sqrt(usual + alpha * usual**2)
    half = _Z * float(np.sqrt((1 + alpha * seen / window) / (seen + 0.5) + (1 + alpha * usual.mean()) / (before + 0.5)))
    ratio = seen / expected if expected > 0 else float("inf")
    at_risk, at_risk_before = float(base[-window:].sum()), float(base[first : end - window].sum())
    centre = (seen + 0.5) / (before + 0.5) * at_risk_before / max(at_risk, 1e-12)
    return Alarm(
        slice=at,
        onset=end - window,
        window=window,
        observed=seen,
        expected=expected,
        ratio=ratio,
        low=centre * float(np.exp(-half)),
        high=centre * float(np.exp(half)),
        score=score,
        p=null.chance(score),
        threshold=bar,
        usual=usual,
        band_low=np.maximum(usual - spread, 0.0),
        band_high=usual + spread,
    )


DETECTOR = Detector(
    title={"zh": "周窗口扫描", "en": "Weekly window scan"},
    about={
        "zh": "把最近 1–12 周与该切片自身的历史按在保量比较，取证据最强的窗口；"
        "门槛由模拟设定，使全部切片每周误报不超过给定预算。",
        "en": "Compares the last 1 to 12 weeks with the slice's own history per exposure and takes the strongest "
        "window; the threshold is simulated to keep the stated number of false alarms a week over all slices.",
    },
    run=detect,
)
