"""Onset at an age: whether a fault begins at an age (wear) rather than on a date (a bad release)."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.weekly import Weeks, weekly

AGE = "age"
_LEAST_GAIN = 5.0  # nats by which an age must explain more than the best date, and than nothing
_LEAST_RATIO = 2.0
_OLDEST = 120
"""Months; what is older was sold before its record begins, or its date is wrong."""


@dataclass(frozen=True, slots=True)
class AgeOnset:
    """From so many `months` in service on, the share or rate of the fault is `ratio` times that before."""

    months: int
    ratio: float


def age_onset_of(workspace: Workspace, metric: str, filters: Iterable[Filter], weeks: Weeks) -> AgeOnset | None:
    """The age at which the fault of a slice begins; None where a date explains it as well, or there are no ages.

    metric: of tickets. filters: the slice, with one on the fault and one or more on its units. weeks: those that count.
    Raises what a question about the metric raises. Source: as of `age_onset`.
    """
    filters = tuple(filters)
    place = [f for f in filters if f.dimension not in FAULT_DIMENSIONS]
    if len(place) == len(filters) or not place:
        return None
    cases, _ = weekly(workspace, metric, (AGE,), weeks, filters)
    everything, _ = weekly(workspace, metric, (AGE,), weeks, place)
    months = sorted(key for key in everything if key[0] and 0 <= float(key[0]) <= _OLDEST)
    months.sort(key=lambda key: float(key[0]))
    if len(months) < 3:
        return None
    seen = np.array([cases.get(key, np.zeros(weeks.count)) for key in months])
    total = np.array([everything[key] for key in months])
    return age_onset([int(float(key[0])) for key in months], seen, total)


def age_onset(months: list[int], cases: Floats, total: Floats) -> AgeOnset | None:
    """The age of the best step of the share of a fault; None where a step at a date explains the tickets as well.

    months: the ages, rising, [ages]. cases, total: float [ages, weeks], tickets of the fault, and of all faults of the same
    units. The log likelihood of one step at an age has to be 5 nats above that of one at a date, and the ratio at least 2.
    Source: D. V. Hinkley and E. A. Hinkley, "Inference about the change-point in a sequence of binomial variables",
    Biometrika 57 (1970).

    >>> total = np.full((4, 6), 20.0)
    >>> cases = np.where(np.arange(4)[:, None] >= 2, 10.0, 1.0) * np.ones(6)
    >>> age_onset([0, 1, 2, 3], cases, total).months
    2
    """
    by_age, at = _best_step(cases.sum(axis=1), total.sum(axis=1))
    by_date, _ = _best_step(cases.sum(axis=0), total.sum(axis=0))
    if by_age < max(by_date, 0.0) + _LEAST_GAIN:
        return None
    before = (cases[:at].sum() + 0.5) / (total[:at].sum() + 1)
    after = (cases[at:].sum() + 0.5) / (total[at:].sum() + 1)
    ratio = float(after / before)
    return AgeOnset(months[at], ratio) if ratio >= _LEAST_RATIO else None


def _best_step(cases: Floats, total: Floats) -> tuple[float, int]:
    """The gain in log likelihood of the best single step of a share, and the place of its first value."""
    first, at_risk = np.cumsum(cases)[:-1], np.cumsum(total)[:-1]
    gain = (
        _likelihood(first, at_risk)
        + _likelihood(cases.sum() - first, total.sum() - at_risk)
        - _likelihood(cases.sum(keepdims=True), total.sum(keepdims=True))
    )
    best = int(np.argmax(gain))
    return float(gain[best]), best + 1


def _likelihood(cases: Floats, total: Floats) -> Floats:
    """Binomial log likelihood at the observed share."""
    share = cases / np.maximum(total, 1e-12)
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = np.where(cases > 0, cases * np.log(share), 0.0)
        rest = np.where(total > cases, (total - cases) * np.log1p(-share), 0.0)
    summed: Floats = parts + rest
    return summed
