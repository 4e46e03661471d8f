"""Baseline of every slice: its exposure with the season in it, its history, and the prior that its parent gives."""

from dataclasses import dataclass, field

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.detectors._model import NO_CONTEXT, DetectorContext, DetectorSettings
from zhenyin.stats.seasons import common_factor
from zhenyin.stats.shrinkage import prior_strength
from zhenyin.stats.windows import SliceHistory, overdispersion, split_history, with_prior


@dataclass(frozen=True, slots=True)
class Baseline:
    """Expected counts of many slices under no change.

    base: float [slices, weeks], exposure times the season that all slices share. history: counts and exposure with the
    prior in them. prior: float [2, slices], events and exposure that count besides those of the weeks: the parent's
    rate as pseudo-events, and what lies before the first week. max_window: weeks of history at most.
    """

    base: Floats = field(repr=False)
    history: SliceHistory
    prior: Floats = field(repr=False)
    max_window: int

    def of(self, rows: Ints, counts: Floats) -> "Baseline":
        """The baseline of some slices with other counts, float [rows, weeks]; season and prior stay as fitted."""
        base, (events, at_risk) = self.base[rows], self.prior[:, rows]
        history = split_history(counts, base, self.history.counts.shape[1], self.history.alpha, self.max_window)
        return Baseline(base, with_prior(history, events, at_risk), self.prior[:, rows], self.max_window)


def fit_baseline(
    counts: Floats,
    exposure: Floats | None,
    settings: DetectorSettings,
    reach: int,
    last: int = 1,
    context: DetectorContext = NO_CONTEXT,
) -> Baseline:
    """Season, over-dispersion and prior, fitted to the weeks before those that the `last` scores test.

    counts, exposure, settings, context: as of Detector.run, with its errors. reach: single weeks that a score reads; the
    last reach + last - 1 weeks are kept one by one, the weeks before them as one sum.
    Source: as of `common_factor`, `overdispersion` and `prior_strength`, of which it is made.

    >>> counts = np.tile([4.0, 2.0], (3, 30))
    >>> baseline = fit_baseline(counts, np.ones_like(counts), DetectorSettings(season=False), reach=12)
    >>> baseline.history.counts.shape, (baseline.history.past / baseline.history.past_base).round(2).tolist()
    ((3, 12), [3.0, 3.0, 3.0])
    """
    base = _base(counts, exposure, settings, last, context)
    weeks = min(reach + last - 1, counts.shape[1])
    learned = counts.shape[1] - settings.windows - last + 1
    alpha = overdispersion(counts[:, :learned], base[:, :learned])
    max_window = settings.windows + settings.history + last - weeks
    history = split_history(counts, base, weeks, alpha, max_window)
    prior_counts = np.zeros((2, len(counts))) if context.prior_counts is None else context.prior_counts
    rate, strength = _prior(with_prior(history, *prior_counts), context)
    prior = prior_counts + np.stack([strength, strength / np.where(rate > 0, rate, 1.0)])
    return Baseline(base, with_prior(history, *prior), prior, max_window)


def _base(
    counts: Floats, exposure: Floats | None, settings: DetectorSettings, last: int, context: DetectorContext
) -> Floats:
    """Exposure times the common season: float [slices, weeks]."""
    if counts.ndim != 2 or (exposure is not None and exposure.shape != counts.shape):
        given = "none" if exposure is None else str(exposure.shape)
        raise ValueError(f"Counts and exposure must be [slices, weeks], got {counts.shape} and {given}.")
    if counts.shape[1] < 2 * settings.windows + last - 1:
        raise ValueError(f"{2 * settings.windows + last - 1} weeks are needed, got {counts.shape[1]}.")
    if exposure is None:
        return np.broadcast_to(counts.sum(axis=0), counts.shape).astype(np.float64)
    if not settings.season:
        return exposure
    return exposure * common_factor(counts, exposure, counts.shape[1] - settings.windows - last + 1, context.events)


def _prior(history: SliceHistory, context: DetectorContext) -> tuple[Floats, Floats]:
    """The rate of each slice's parent (of all slices where none is given), and its prior strength in pseudo-events."""
    total, at_risk = float(history.past.sum()), float(history.past_base.sum())
    given = context.parents
    rate = np.full(len(history.past), total / max(at_risk, 1e-12)) if given is None else given
    expected = rate * history.past_base
    families = np.zeros(len(rate), dtype=np.int64) if context.families is None else context.families
    strength = np.zeros(len(rate))
    for family in np.unique(families).tolist():
        inside = families == family
        strength[inside] = prior_strength(history.past[inside], expected[inside])
    return rate, np.where(rate > 0, strength, 0.0)
