"""Sums over the last weeks against the history before, for many slices at once."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_LEAST_SEASON = 64  # weeks of history below which no season is taken out
_YEAR = 52
_SMOOTH = 5  # weeks the season is averaged over


@dataclass(frozen=True, slots=True)
class Windows:
    """recent, past: events in the last 1..w weeks and before; *_base: exposure. float [slices, windows]."""

    recent: Floats
    past: Floats
    recent_base: Floats
    past_base: Floats


def window_sums(counts: Floats, base: Floats, windows: int, history: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Sums of counts and base, float [slices, weeks], over each of the last windows and before.

    >>> r, p, rb, pb = window_sums(np.array([[1.0, 2, 3]]), np.ones((1, 3)), 2, 10)
    >>> r.tolist(), p.tolist(), pb.tolist()
    ([[3.0, 5.0]], [[3.0, 1.0]], [[2.0, 1.0]])
    """
    kept = slice(max(counts.shape[1] - windows - history, 0), None)
    sums = []
    for values in (counts[:, kept], base[:, kept]):
        recent = np.cumsum(values[:, ::-1][:, :windows], axis=1)
        sums.append((recent, values.sum(axis=1, keepdims=True) - recent))
    return sums[0][0], sums[0][1], sums[1][0], sums[1][1]


def scores(windows: Windows, alpha: float, direction: Literal["higher", "lower", "both"] = "higher") -> Floats:
    """Conditional Poisson log likelihood ratio of each window, in nats: [slices, windows].

    alpha: over-dispersion, variance of a week = mean + alpha mean^2. 0 in the other direction.
    Source: M. Kulldorff, Communications in Statistics: Theory and Methods 26 (1997), eq. 2.
    """
    total, base = windows.recent + windows.past, windows.recent_base + windows.past_base
    expected = total * windows.recent_base / np.where(base > 0, base, 1.0)
    gain = _xlog(windows.recent, expected) + _xlog(windows.past, total - expected)
    length = np.arange(1, windows.recent.shape[1] + 1)
    gain = np.maximum(gain, 0.0) / (1 + alpha * expected / length)
    if direction == "both":
        return gain
    return np.where((windows.recent > expected) == (direction == "higher"), gain, 0.0)


def overdispersion(counts: Floats, base: Floats) -> float:
    """Pooled alpha in variance = mean + alpha mean^2 of a week; 0 for Poisson.

    counts, base: float [slices, weeks]. From differences of neighbouring weeks, so that trend and
    season are no noise; the wildest slice-weeks (1 in 200) are left out.
    Source: method of moments, N. Breslow, Applied Statistics 33 (1984).

    >>> rng = np.random.default_rng(0)
    >>> noisy = rng.poisson(rng.gamma(5.0, 1.0, (500, 60))).astype(float)
    >>> 0.15 < overdispersion(noisy, np.ones_like(noisy)) < 0.25
    True
    """
    rate = counts.sum(axis=1, keepdims=True) / np.maximum(base.sum(axis=1, keepdims=True), 1e-12)
    mean = rate * base
    difference = (counts[:, 1:] - mean[:, 1:]) - (counts[:, :-1] - mean[:, :-1])
    excess = difference**2 - (mean[:, 1:] + mean[:, :-1])
    scale = mean[:, 1:] ** 2 + mean[:, :-1] ** 2
    wild = excess > np.quantile(excess / np.maximum(mean[:, 1:], 0.1), 0.9995) * np.maximum(mean[:, 1:], 0.1)
    return max(float(excess[~wild].sum() / max(scale[~wild].sum(), 1e-12)), 0.0)


def seasonal(counts: Floats, base: Floats, recent: int) -> Floats:
    """The season that all slices share: float [weeks], mean 1; flat while history is short.

    counts, base: float [slices, weeks]. recent: last weeks that may carry a signal and are not
    learned from. The rate is taken relative to a yearly moving mean, averaged by week of year.
    Source: classical decomposition, W. S. Cleveland et al., Journal of Official Statistics 6 (1990).
    """
    weeks = counts.shape[1]
    learned = weeks - recent
    if learned < _LEAST_SEASON:
        return np.ones(weeks)
    rate = counts.sum(axis=0) / np.maximum(base.sum(axis=0), 1e-12)
    trend = np.polyval(np.polyfit(np.arange(learned), rate[:learned], 1), np.arange(learned))
    relative = rate[:learned] / np.maximum(trend, 1e-12)
    phase = np.arange(weeks) % _YEAR
    mean = np.bincount(phase[:learned], relative, _YEAR) / np.bincount(phase[:learned], minlength=_YEAR)
    around = np.concatenate([mean[-(_SMOOTH // 2) :], mean, mean[: _SMOOTH // 2]])
    smooth = np.convolve(around, np.full(_SMOOTH, 1 / _SMOOTH), mode="valid")
    season: Floats = (smooth / max(smooth.mean(), 1e-12))[phase]
    return season


def _xlog(a: Floats, b: Floats) -> Floats:
    positive = a > 0
    ratio = np.where(positive, a, 1.0) / np.where(positive, np.maximum(b, 1e-12), 1.0)
    return np.where(positive, a * np.log(ratio), 0.0)
