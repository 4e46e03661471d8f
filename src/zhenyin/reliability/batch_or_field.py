"""Batch or field: the same failures by the month of production and by the month of report, each scanned for a raised run."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.errors import Invalid, NotFound
from zhenyin.core.schema import Coordinates
from zhenyin.dimensions import FAULT_DIMENSIONS, with_role
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.reliability.fleet import Fleet, by_age, fleet

Conclusion = Literal["production", "field", "unclear"]
_UNITS = with_role("which_unit", watched="units")
_LONGEST_RUN = {"production": 3, "field": 24}
_LEAST_GAIN = 5.0  # nats by which one must explain more than the other
_LEAST = 20.0  # failures below which nothing is concluded


@dataclass(frozen=True, slots=True)
class RaisedRun:
    """Neighbours on one axis, from `first` to `last`, that have `ratio` times the others' rate; gain: nats, net of search."""

    first: int
    last: int
    ratio: float
    gain: float


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis. places: their names. failed, at_risk: float [places]. run: the raised places, None where there are none."""

    places: list[str]
    failed: Floats = field(repr=False)
    at_risk: Floats = field(repr=False)
    run: RaisedRun | None

    @property
    def raised(self) -> str:
        """The places that are raised, such as `B4` or `2025-06–2025-08`; empty where none is."""
        if self.run is None:
            return ""
        first, last = self.places[self.run.first], self.places[self.run.last]
        return first if first == last else f"{first}–{last}"


@dataclass(frozen=True, slots=True)
class BatchOrField:
    """Both axes, `production` and `reported`, and the `conclusion`: which of them explains the rise."""

    conclusion: Conclusion
    production: Axis
    reported: Axis


def batch_or_field(workspace: Workspace, where: Coordinates) -> BatchOrField | None:
    """Both views of a slice's fault on its product; None without units, without a fault, or with too few failures.

    What a slice says beside them (a batch, a version, a phone) is left out, so that the others can be compared with it.
    """
    if not where.keys() & set(FAULT_DIMENSIONS):
        return None
    filters = [Filter(d, "in", (v,)) for d, v in where.items() if d in (*FAULT_DIMENSIONS, *_UNITS)]
    try:
        found = fleet(workspace, "batch", filters)
    except (Invalid, NotFound):
        return None
    return compare(*_matrix(found))


def compare(
    made: list[str], months: list[str], failed: Floats, at_risk: Floats, expected_failures: Floats
) -> BatchOrField | None:
    """Both axes and the conclusion; None below 20 failures.

    made: names of batches or months of production, in order. months: names of the months of report. failed, at_risk: float
    [made, months]. expected_failures: float [made, months], if the rate of each model depended on the age of units and the
    season alone. The rise is in the field when a run of months explains it better, and in production when a run of batches
    does: by 5 nats of the Poisson log likelihood of one raised run, less the log of the number of runs.
    Source: M. Kulldorff, "A spatial scan statistic", Communications in Statistics 26 (1997), on each axis.
    """
    if failed.sum() < _LEAST:
        return None
    runs = (
        _best_run(failed.sum(axis=1 - axis), expected_failures.sum(axis=1 - axis), most)
        for axis, most in enumerate(_LONGEST_RUN.values())
    )
    by_made, by_month = runs
    production = Axis(made, failed.sum(axis=1), at_risk.sum(axis=1), by_made)
    reported = Axis(months, failed.sum(axis=0), at_risk.sum(axis=0), by_month)
    gains = [run.gain if run else 0.0 for run in (by_made, by_month)]
    conclusion: Conclusion = "unclear"
    if abs(gains[0] - gains[1]) >= _LEAST_GAIN:
        conclusion = "production" if gains[0] > gains[1] else "field"
    return BatchOrField(conclusion, production, reported)


def _best_run(failed: Floats, expected_failures: Floats, longest: int) -> RaisedRun | None:
    """The run of neighbours with most evidence of a raised rate; None where none has any.

    >>> run = _best_run(np.array([10.0, 10, 40, 10]), np.full(4, 17.5), 2)
    >>> run.first, run.last, round(run.ratio, 1)
    (2, 2, 4.0)
    """
    n, total = len(failed), float(failed.sum())
    best: RaisedRun | None = None
    searched = np.log(max(n * min(longest, n), 1))
    for first in range(n):
        for last in range(first, min(first + longest, n)):
            seen, expected = float(failed[first : last + 1].sum()), float(expected_failures[first : last + 1].sum())
            rest, rest_expected = total - seen, float(expected_failures.sum()) - expected
            if min(expected, rest_expected) <= 0 or seen * rest_expected <= rest * expected:
                continue
            gain = seen * np.log(seen / expected) + (rest * np.log(rest / rest_expected) if rest else 0.0) - searched
            if gain > (best.gain if best else 0.0):
                best = RaisedRun(first, last, seen / expected / max(rest / rest_expected, 1e-9), float(gain))
    return best


def _matrix(found: Fleet) -> tuple[list[str], list[str], Floats, Floats, Floats]:
    """Batches of one model one by one; of many models by the month in which each was first shipped."""
    failed = np.array([group.cohorts.failed.sum(axis=0) for group in found.groups])
    at_risk = np.array([group.cohorts.at_risk().sum(axis=0) for group in found.groups])
    expected_failures = _expected(found)
    born = np.array([int(group.cohorts.month.min()) for group in found.groups])
    if len({group.where["model"] for group in found.groups}) == 1:
        order = np.argsort(born, kind="stable")
        places, at = [found.groups[i].where["batch"] for i in order.tolist()], np.argsort(order)
    else:
        known, at = np.unique(born, return_inverse=True)
        places = [f"{found.months[i]:%Y-%m}" for i in known.tolist()]
    summed = [np.zeros((len(places), failed.shape[1])) for _ in range(3)]
    for total, part in zip(summed, (failed, at_risk, expected_failures), strict=True):
        np.add.at(total, at, part)
    return places, [f"{month:%Y-%m}" for month in found.months], summed[0], summed[1], summed[2]


def _expected(found: Fleet) -> Floats:
    """float [groups, months]: failures if the rate of each model hung on the age of units and the season alone."""
    seasonal = [group.cohorts.at_risk() * found.season(group) for group in found.groups]
    expected_failures = np.zeros((len(found.groups), len(found.months)))
    for model in {group.where["model"] for group in found.groups}:
        own = [i for i, group in enumerate(found.groups) if group.where["model"] == model]
        failed, at_risk = np.sum([by_age(found, found.groups[i]) for i in own], axis=0)
        rate = np.divide(failed, at_risk, out=np.zeros_like(failed), where=at_risk > 0)
        for i in own:
            # Before they were shipped none is at risk, whatever the rate.
            expected_failures[i] = (seasonal[i] * rate[np.maximum(found.groups[i].cohorts.age(), 0)]).sum(axis=0)
    return expected_failures
