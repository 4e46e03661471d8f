"""Exposure of a scan: units in service, standardised for their age, and the share of reports that has come in.

Units fail more often when they are young (or old), so that without their age every launch of a model would be an event.
Late reports are missing from the last days of every slice.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.errors import Invalid, NotFound
from zhenyin.job.workspace import Workspace
from zhenyin.question.sums import span
from zhenyin.question.weekly import Table, Weeks, summed, weekly
from zhenyin.reliability.completeness import completeness_by_day
from zhenyin.reliability.fleet import Fleet, Group, by_age, fleet
from zhenyin.warehouse.data_version import DataVersion, data_version

_PRIOR_FAILURES = 50.0
"""Failures by which the relative rate of an age is shrunk towards 1."""
_ROUNDS = 30
_BY = "model"


@dataclass(frozen=True, slots=True)
class AgeRates:
    """Relative failure rate of each model's units for their age. months: first days. of: by model, float [months]."""

    months: list[date]
    of: dict[str, Floats] = field(repr=False)

    def weekly(self, model: str, weeks: Weeks) -> Floats:
        """The relative rate of a model in each week: float [weeks], by the month of its middle; 1 for an unknown model."""
        own = self.of.get(model)
        if own is None:
            return np.ones(weeks.count)
        middle = [weeks.first + timedelta(days=weeks.days * i + weeks.days // 2) for i in range(weeks.count)]
        at = np.searchsorted(
            np.array(self.months, dtype="datetime64[D]"), np.array(middle, dtype="datetime64[D]"), "right"
        )
        factors: Floats = own[np.clip(at - 1, 0, len(own) - 1)]
        return factors


def weekly_exposure(workspace: Workspace, dims: tuple[str, ...], weeks: Weeks) -> Table:
    """Age-standardised units in service by week and by the dimensions `dims`: units times their relative failure rate.

    Without known ages these are the units in service. Source: as of `rate_by_age`.
    """
    known, by_model = age_rates(workspace), tuple(dict.fromkeys((*dims, _BY)))
    if known is None:
        return weekly(workspace, "failure_rate", dims, weeks)[1]
    rates = weekly(workspace, "failure_rate", by_model, weeks)[1]
    weighed = {key: all_ * known.weekly(key[by_model.index(_BY)], weeks) for key, all_ in rates.items()}
    return summed(weighed, by_model, dims)


def age_rates(workspace: Workspace) -> AgeRates | None:
    """Relative failure rates for age; None where shipments do not say how old units are. Cached until the data changes."""
    return _age_rates(workspace, data_version(workspace.warehouse))


@lru_cache(4)
def _age_rates(workspace: Workspace, _rows: DataVersion) -> AgeRates | None:
    try:
        found = fleet(workspace, _BY)
    except (Invalid, NotFound):
        return None
    # Where nothing was ever shipped, nobody has an age.
    if not found.groups:
        return None
    rate = rate_by_age(found)
    return AgeRates(found.months, {group.where[_BY]: _of(group, rate) for group in found.groups})


def rate_by_age(found: Fleet) -> Floats:
    """The relative failure rate of each age, given the model: float [months], shrunk towards 1 by 50 failures.

    found: the groups of a fleet, one a model. Level of each model and rates by age are fitted in turn, as a model with young
    units would otherwise seem to be a bad one.
    Source: indirect standardisation, N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987).
    """
    failed, at_risk = (np.array(side) for side in zip(*(by_age(found, group) for group in found.groups), strict=True))
    rate: Floats = np.ones(len(found.months))
    for _ in range(_ROUNDS):
        level = failed.sum(axis=1) / np.maximum(at_risk @ rate, 1e-9)
        rate = (failed.sum(axis=0) + _PRIOR_FAILURES) / (level @ at_risk + _PRIOR_FAILURES)
    return rate


def _of(group: Group, rate: Floats) -> Floats:
    """float [months]: the mean of the rates by age of a group's units; 1 before it has any."""
    there = group.cohorts.surviving()[:, :-1]
    summed, weighed = there.sum(axis=0), (there * rate[np.maximum(group.cohorts.age(), 0)]).sum(axis=0)
    mean: Floats = np.divide(weighed, summed, out=np.ones_like(summed), where=summed > 0)
    return mean


def reported_share(workspace: Workspace, weeks: Weeks) -> Floats:
    """The share of each week's tickets that is in the data, by the usual delay of reports: float [weeks]."""
    known = span(workspace.warehouse)
    if known is None:
        return np.ones(weeks.count)
    days = [weeks.first + timedelta(days=i) for i in range(weeks.days * weeks.count)]
    seen: Floats = (
        completeness_by_day(workspace, days, known.until.date()).reshape(weeks.count, weeks.days).mean(axis=1)
    )
    return seen
