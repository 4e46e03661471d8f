"""What is usual for each slice: its exposure with the season in it, its history, and what its parent says of it."""

from dataclasses import dataclass, field

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.detectors import ALONE, Beside, Settings
from zhenyin.stats.seasons import common_factor
from zhenyin.stats.shrinkage import prior_strength
from zhenyin.stats.windows import SliceHistory, overdispersion, split_history, with_prior


@dataclass(frozen=True, slots=True)
class Usual:
    """base: float [slices, weeks], exposure times what all slices share. history: with what the parents say in it.

    before: float [2, slices], events and exposure that count beside those of the weeks: what the parents say, and what
    lies before the first week. most: weeks of history at most.
    """

    base: Floats = field(repr=False)
    history: SliceHistory
    before: Floats = field(repr=False)
    most: int

    def of(self, rows: Ints, counts: Floats) -> "Usual":
        """Some of the slices with other counts, float [rows, weeks]; what all share stays as it was learned."""
        base, (events, at_risk) = self.base[rows], self.before[:, rows]
        history = split_history(counts, base, self.history.counts.shape[1], self.history.alpha, self.most)
        return Usual(base, with_prior(history, events, at_risk), self.before[:, rows], self.most)


def fit(
    counts: Floats,
    exposure: Floats | None,
    settings: Settings,
    reach: int,
    last: int = 1,
    beside: Beside = ALONE,
) -> Usual:
    """What is usual, learned from the weeks before those that `last` scores look at.

    Arguments and errors as of Detector.run; the last reach + last - 1 weeks are kept one by one.
    """
    base = _exposure(counts, exposure, settings, last, beside)
    weeks = min(reach + last - 1, counts.shape[1])
    learned = counts.shape[1] - settings.windows - last + 1
    alpha = overdispersion(counts[:, :learned], base[:, :learned])
    most = settings.windows + settings.history + last - weeks
    history = split_history(counts, base, weeks, alpha, most)
    past = np.zeros((2, len(counts))) if beside.past is None else beside.past
    rate, events = _parents(with_prior(history, *past), beside)
    before = past + np.stack([events, events / np.where(rate > 0, rate, 1.0)])
    return Usual(base, with_prior(history, *before), before, most)


def _exposure(counts: Floats, exposure: Floats | None, settings: Settings, last: int, beside: Beside) -> Floats:
    if counts.ndim != 2 or (exposure is not None and exposure.shape != counts.shape):
        given = "none" if exposure is None else str(exposure.shape)
        raise ValueError(f"Counts and exposure must be [slices, weeks], got {counts.shape} and {given}.")
    if counts.shape[1] < 2 * settings.windows + last - 1:
        raise ValueError(f"{2 * settings.windows + last - 1} weeks are needed, got {counts.shape[1]}.")
    if exposure is None:
        return np.broadcast_to(counts.sum(axis=0), counts.shape).astype(np.float64)
    if not settings.season:
        return exposure
    return exposure * common_factor(counts, exposure, counts.shape[1] - settings.windows - last + 1, beside.events)


def _parents(history: SliceHistory, beside: Beside) -> tuple[Floats, Floats]:
    """The rate of each slice's parent, and the events that it is worth; those of all slices where none is given."""
    total, at_risk = float(history.past.sum()), float(history.past_base.sum())
    given = beside.parents
    rate = np.full(len(history.past), total / max(at_risk, 1e-12)) if given is None else given
    expected = rate * history.past_base
    families = np.zeros(len(rate), dtype=np.int64) if beside.families is None else beside.families
    firm = np.zeros(len(rate))
    for family in np.unique(families).tolist():
        inside = families == family
        firm[inside] = prior_strength(history.past[inside], expected[inside])
    return rate, np.where(rate > 0, firm, 0.0)
