"""The life of one group of units: life table, fitted Weibull life, age of onset, limit, and the failures still to come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.errors import NotFound
from zhenyin.core.schema import Coordinates
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.reliability.age_onset import AgeOnset, age_onset
from zhenyin.reliability.chain_ladder import to_come
from zhenyin.reliability.cohorts import Cohorts
from zhenyin.reliability.completeness import next_month
from zhenyin.reliability.failure_forecast import FailureForecast, forecast_failures
from zhenyin.reliability.fleet import Fleet, Group, fleet
from zhenyin.reliability.life_table import LifeTable, life_table
from zhenyin.reliability.weibull import LEAST_FAILURES, WeibullLife, constant, fit, fit_from

AHEAD = 6
_LEAST_FAILED = 20.0
_DELIVERED = 0.97
_PEER_FACTOR = 2.0
_BAD_FIT = 2.0


@dataclass(frozen=True, slots=True)
class LimitCrossing:
    """The first month in which more of a group's units failed than the limit allows. rate, limit: shares of units."""

    month: date
    rate: float
    limit: float


@dataclass(frozen=True, slots=True)
class GroupLife:
    """The life of one group of units.

    where: the group. cohorts: its units and failures. onset_age: the age at which failures begin; limit_crossing: the first
    month above the failure limit; None where there is none. table, others: life tables of the group and of its peers
    together. life: the fitted Weibull life; constant rates where `wear_out` is False, for lack of failures. forecast:
    first failures of the coming months. chain_ladder: the same by chain-ladder, float [AHEAD]; None where only part of
    each cohort belongs to the group. complete_months: months that are over and reported. unassigned, before,
    failure_limit: see Fleet. cost: of one repair, in the company's money.
    """

    where: Coordinates
    months: list[date] = field(repr=False)
    cohorts: Cohorts = field(repr=False)
    table: LifeTable = field(repr=False)
    others: LifeTable | None = field(repr=False)
    life: WeibullLife = field(repr=False)
    wear_out: bool
    forecast: FailureForecast
    chain_ladder: Floats | None
    onset_age: AgeOnset | None
    limit_crossing: LimitCrossing | None
    failure_limit: float
    complete_months: int
    unassigned: float
    before: int
    cost: float | None

    @property
    def units(self) -> float:
        """Units in the field."""
        return self.cohorts.units()

    @property
    def failed(self) -> float:
        """Units that have failed."""
        return float(self.table.failed.sum())

    @property
    def coming(self) -> list[date]:
        """First days of the months to come; the unfinished month is the first of them."""
        months = (
            [self.months[self.complete_months]]
            if self.complete_months < len(self.months)
            else [next_month(self.months[-1])]
        )
        while len(months) < AHEAD:
            months.append(next_month(months[-1]))
        return months


def limit_crossing(cohorts: Cohorts, months: list[date], limit: float) -> LimitCrossing | None:
    """The first month above the limit with at least 20 failures; months that are not over do not count."""
    failed = _own(cohorts).sum(axis=0)
    at_risk = cohorts.at_risk().sum(axis=0)
    complete_months = _complete_months(cohorts)
    rate = np.where(at_risk > 0, failed / np.maximum(at_risk, 1e-12), 0.0)[:complete_months]
    over = np.flatnonzero((rate > limit) & (failed[:complete_months] >= _LEAST_FAILED))
    return LimitCrossing(months[int(over[0])], float(rate[over[0]]), limit) if len(over) else None


def group_life(
    workspace: Workspace,
    by: str,
    group: Coordinates,
    filters: Iterable[Filter] = (),
    cost: float | None = None,
    seed: int = 0,
) -> GroupLife:
    """The life of one group. cost: of one repair, in the company's money.

    Raises NotFound (`group-unknown`) for a group without units, and what `fleet` raises.
    """
    found = fleet(workspace, by, filters)
    own = next((g for g in found.groups if group.items() <= g.where.items()), None)
    if own is None:
        named = ", ".join(group.values())
        raise NotFound("group-unknown", en=f"No units of {named!r} are known.", zh=f"没有 {named} 的在保量。")
    return analyse_life(found, own, cost, seed)


def analyse_life(found: Fleet, own: Group, cost: float | None = None, seed: int = 0) -> GroupLife:
    """The life of one group of a fleet."""
    season = found.season(own, AHEAD + 1)
    now = len(found.months)
    table = life_table(own.cohorts, season[:now])
    peers = _peers(found, own)
    wear_out = table.failed.sum() >= LEAST_FAILURES
    starts = find_onset_age(own.cohorts, [g.cohorts for g in peers])
    life = _fitted(table, starts) if wear_out else constant(table)
    complete_months = _complete_months(own.cohorts)
    known = own.cohorts.until(complete_months)
    return GroupLife(
        where=own.where,
        months=found.months,
        cohorts=own.cohorts,
        table=table,
        others=_together(peers),
        life=life,
        wear_out=bool(wear_out),
        forecast=forecast_failures(known, life, season[complete_months : complete_months + AHEAD], seed),
        chain_ladder=to_come(known, AHEAD) if own.cohorts.share is None and len(known.shipped) else None,
        onset_age=starts,
        limit_crossing=limit_crossing(own.cohorts, found.months, found.failure_limit),
        failure_limit=found.failure_limit,
        complete_months=complete_months,
        unassigned=found.unassigned,
        before=found.before,
        cost=cost,
    )


def _fitted(table: LifeTable, starts: AgeOnset | None) -> WeibullLife:
    """A life from shipping on; or, where that fits badly and a fault begins at an age, from there on."""
    from_shipping = fit(table, best=starts is None)
    if starts is None:
        return from_shipping
    enough = 0 < starts.months < table.ages and table.failed[starts.months :].sum() >= LEAST_FAILURES
    if from_shipping.dispersion < _BAD_FIT or not enough:
        return fit(table)
    return fit_from(table, starts.months)


def find_onset_age(cohorts: Cohorts, others: Sequence[Cohorts] = ()) -> AgeOnset | None:
    """The age at which failures begin, where an age explains it better than a date.

    Units that were all shipped in one month have each age on one date; then it is an age if it is not the others' date.
    """
    age, alive = cohorts.age(), cohorts.age() >= 0
    if not alive.any():
        return None
    size, months = int(age.max()) + 1, cohorts.months
    place = (age * months + np.arange(months)[None, :])[alive]

    def table(values: Floats) -> Floats:
        return np.bincount(place, values[alive], minlength=size * months).astype(np.float64).reshape(size, months)

    cases, at_risk = table(_own(cohorts)), table(cohorts.at_risk())
    at_risk = np.maximum(at_risk, cases)
    if size < 3:
        return None
    if len(np.unique(cohorts.month)) > 1:
        return age_onset(list(range(size)), cases, at_risk)
    # Two equal dates: what is left to explain it is the age.
    halves = [np.repeat(side.sum(axis=1)[:, None] / 2, 2, axis=1) for side in (cases, at_risk)]
    found = age_onset(list(range(size)), *halves)
    if found is None or not others:
        return None
    return found if found.ratio >= _PEER_FACTOR * _shift(others, int(cohorts.month[0]) + found.months) else None


def _shift(others: Sequence[Cohorts], month: int) -> float:
    """How many times more of some units fail from a month on than before."""
    failed = np.sum([_own(c).sum(axis=0) for c in others], axis=0)
    at_risk = np.sum([c.at_risk().sum(axis=0) for c in others], axis=0)
    before, after = ((failed[part].sum() + 0.5) / (at_risk[part].sum() + 1) for part in (np.s_[:month], np.s_[month:]))
    return float(after / before)


def _own(cohorts: Cohorts) -> Floats:
    return cohorts.failed if cohorts.own is None else cohorts.own


def _complete_months(cohorts: Cohorts) -> int:
    """How many months are over and delivered, nearly; of the last two, one of which much is missing is not."""
    typical = float(cohorts.seen.max(initial=0.0))
    late = np.flatnonzero(cohorts.seen[-2:] < _DELIVERED * typical)
    return cohorts.months - (len(cohorts.seen[-2:]) - int(late[0]) if len(late) else 0)


def _peers(found: Fleet, own: Group) -> list[Group]:
    """The other groups of the same model; or, of models and versions, of the same product lines."""
    if "batch" in own.where:
        return [g for g in found.groups if g.where["model"] == own.where["model"] and g is not own]
    return [g for g in found.groups if g.lines & own.lines and g is not own]


def _together(groups: list[Group]) -> LifeTable | None:
    if not groups:
        return None
    tables = [life_table(g.cohorts) for g in groups]
    ages = max(t.ages for t in tables)
    failed = np.stack([np.pad(t.failed, (0, ages - t.ages)) for t in tables]).sum(axis=0)
    at_risk = np.stack([np.pad(t.at_risk, (0, ages - t.ages)) for t in tables]).sum(axis=0)
    return LifeTable(failed, at_risk)
