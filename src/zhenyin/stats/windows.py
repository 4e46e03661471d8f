"""Sums over windows of the last weeks, and over the history before them, for many slices at once."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats

_SAMPLE = 5_000  # slices that over-dispersion is estimated from, evenly taken
_WILD = 0.9995  # quantile above which a slice-week is no noise
_LEAST_ALPHA = 1e-3
_MOST_TAKEN = 1.25  # what leaving out the wildest weeks takes from noise is at most this
_SEED = 7


@dataclass(frozen=True, slots=True)
class SliceHistory:
    """The history of many slices: the last weeks one by one, and everything before as one sum.

    past, past_base: float [slices], events and exposure of everything before; the prior of `shrinkage` is added to both.
    counts, base: float [slices, weeks], events and exposure. alpha: over-dispersion, variance of a week = mean + alpha mean^2.
    """

    past: Floats = field(repr=False)
    past_base: Floats = field(repr=False)
    counts: Floats = field(repr=False)
    base: Floats = field(repr=False)
    alpha: float = 0.0

    def rows(self, chosen: NDArray[np.int64]) -> "SliceHistory":
        """Some of the slices, in the order given. chosen: int [n], their indices."""
        return SliceHistory(
            self.past[chosen], self.past_base[chosen], self.counts[chosen], self.base[chosen], self.alpha
        )

    def until(self, weeks: int) -> "SliceHistory":
        """The history with only the first `weeks` of its single weeks."""
        return replace(self, counts=self.counts[:, :weeks], base=self.base[:, :weeks])

    def before(self, guard: int) -> Floats:
        """The rate of each slice from all but the `guard` weeks up to and with each week: float [slices, weeks].

        >>> h = SliceHistory(np.array([4.0]), np.array([2.0]), np.array([[6.0, 0.0]]), np.array([[3.0, 1.0]]))
        >>> h.before(1).tolist(), h.before(2).tolist()
        ([[2.0, 2.0]], [[2.0, 2.0]])
        """
        kept = max(self.counts.shape[1] - guard, 0)
        sums = []
        for past, weekly in ((self.past, self.counts), (self.past_base, self.base)):
            known = np.tile(past[:, None], (1, weekly.shape[1]))
            known[:, guard:] += np.cumsum(weekly[:, :kept], axis=1)
            sums.append(known)
        rate: Floats = sums[0] / np.maximum(sums[1], 1e-12)
        return rate


@dataclass(frozen=True, slots=True)
class Windows:
    """Sums over windows, each float [slices, weeks, windows].

    recent, recent_base: events and exposure of the 1 to w weeks that end with each of the last weeks. past, past_base: of
    everything before the window.
    """

    recent: Floats = field(repr=False)
    past: Floats = field(repr=False)
    recent_base: Floats = field(repr=False)
    past_base: Floats = field(repr=False)


def split_history(counts: Floats, base: Floats, weeks: int, alpha: float, history: int | None = None) -> SliceHistory:
    """The history of whole matrices, with the last `weeks` one by one.

    counts, base: float [slices, all weeks], events and exposure. alpha: as of `SliceHistory`. history: weeks before those
    that count at most; None for all.

    >>> h = split_history(np.array([[1.0, 2, 3, 4]]), np.ones((1, 4)), 2, 0.0, history=1)
    >>> h.past.tolist(), h.counts.tolist()
    ([2.0], [[3.0, 4.0]])
    """
    cut = max(counts.shape[1] - weeks, 0)
    first = 0 if history is None else max(cut - history, 0)
    past, at_risk = counts[:, first:cut].sum(axis=1), base[:, first:cut].sum(axis=1)
    return SliceHistory(past, at_risk, counts[:, cut:], base[:, cut:], alpha)


def with_prior(history: SliceHistory, events: Floats, exposure: Floats) -> SliceHistory:
    """The history with a prior: pseudo-events and their exposure, float [slices] each, are added to the past.

    >>> bare = SliceHistory(np.array([9.0]), np.array([3.0]), np.ones((1, 2)), np.ones((1, 2)))
    >>> prior = with_prior(bare, np.array([4.0]), np.array([2.0]))
    >>> prior.past.tolist(), prior.past_base.tolist()
    ([13.0], [5.0])
    """
    return replace(history, past=history.past + events, past_base=history.past_base + exposure)


def window_sums(history: SliceHistory, windows: int, last: int = 1) -> Windows:
    """Sums over the 1 to `windows` weeks that end with each of the `last` weeks, and over everything before.

    history: with at least windows + last - 1 single weeks, else ValueError.

    >>> h = SliceHistory(np.array([9.0]), np.array([3.0]), np.array([[1.0, 2, 3]]), np.ones((1, 3)))
    >>> w = window_sums(h, 2)
    >>> w.recent.tolist(), w.past.tolist(), w.past_base.tolist()
    ([[[3.0, 5.0]]], [[[12.0, 10.0]]], [[[5.0, 4.0]]])
    """
    weeks = history.counts.shape[1]
    if weeks < windows + last - 1:
        raise ValueError(f"{windows + last - 1} single weeks are needed, got {weeks}.")
    ends = np.arange(weeks - last, weeks)[:, None] + 1
    starts = ends - np.arange(1, windows + 1)[None, :]
    sums = []
    for past, weekly in ((history.past, history.counts), (history.past_base, history.base)):
        running = np.concatenate([np.zeros((len(weekly), 1)), np.cumsum(weekly, axis=1)], axis=1)
        sums.append((running[:, ends] - running[:, starts], past[:, None, None] + running[:, starts]))
    return Windows(sums[0][0], sums[0][1], sums[1][0], sums[1][1])


def likelihood_ratios(windows: Windows, alpha: float, ratio: float) -> Floats:
    """Log likelihood ratio, nats, of a rate `ratio` times that of the history against an unchanged one.

    windows: sums of k windows. alpha: over-dispersion as of `SliceHistory`. Returns float [slices, weeks, windows]. Given
    the sum of both, recent events are binomial, so that the unknown rate of the slice drops out. Over-dispersion divides
    the result, as in a quasi-likelihood, by the relative variance halfway between both rates.
    Source: J. Przyborowski and H. Wilenski, Biometrika 31 (1940), for the conditional test; P. McCullagh and
    J. A. Nelder, "Generalized Linear Models" (1989), chapter 9, for the dispersion.

    >>> w = Windows(*(np.array([[[x]]]) for x in (20.0, 100.0, 10.0, 100.0)))
    >>> float(likelihood_ratios(w, 0.0, 2.0).round(2)[0, 0, 0])
    3.42
    """
    total, base = windows.recent + windows.past, windows.recent_base + windows.past_base
    share = windows.recent_base / np.maximum(base, 1e-12)
    gain: Floats = windows.recent * np.log(ratio) - total * np.log1p((ratio - 1) * share)
    if alpha > 0:
        length = np.arange(1, windows.recent.shape[-1] + 1)
        gain = gain / (1 + alpha * total * share / length * (1 + ratio) / 2)
    return gain


def overdispersion(counts: Floats, base: Floats) -> float:
    """Pooled over-dispersion alpha of weekly counts, in variance = mean + alpha mean^2; 0 for Poisson.

    counts, base: float [slices, weeks]. Estimated from differences of neighbouring weeks, so that trend and season are no
    noise. The most extreme slice-weeks (1 in 2,000) are left out, and the bias of that is corrected by what it takes from
    counts simulated with the same alpha.
    Source: method of moments, N. Breslow, Applied Statistics 33 (1984); the correction is the
    bootstrap's, B. Efron and R. J. Tibshirani (1993), chapter 10.

    >>> rng = np.random.default_rng(0)
    >>> noisy = rng.poisson(rng.gamma(5.0, 1.0, (500, 60))).astype(float)
    >>> 0.18 < overdispersion(noisy, np.ones_like(noisy)) < 0.22
    True
    """
    step = max(len(counts) // _SAMPLE, 1)
    counts, base = counts[::step], base[::step]
    rate = counts.sum(axis=1, keepdims=True) / np.maximum(base.sum(axis=1, keepdims=True), 1e-12)
    mean = rate * base
    alpha = _trimmed(counts, mean)
    if alpha < _LEAST_ALPHA:
        return alpha
    rng = np.random.default_rng(_SEED)
    simulated = rng.poisson(mean * rng.standard_gamma(1 / alpha, mean.shape) * alpha).astype(np.float64)
    return alpha * min(alpha / max(_trimmed(simulated, mean), 1e-12), _MOST_TAKEN)


def _trimmed(counts: Floats, mean: Floats) -> float:
    """Alpha without the wildest weeks. counts, mean: float [slices, weeks]."""
    difference = (counts[:, 1:] - mean[:, 1:]) - (counts[:, :-1] - mean[:, :-1])
    excess = difference**2 - (mean[:, 1:] + mean[:, :-1])
    scale = mean[:, 1:] ** 2 + mean[:, :-1] ** 2
    scale_of_excess = np.maximum(mean[:, 1:], 0.1)
    wild = excess > np.quantile(excess / scale_of_excess, _WILD) * scale_of_excess
    return max(float(excess[~wild].sum() / max(scale[~wild].sum(), 1e-12)), 0.0)
