"""When do units fail: which groups stand out, at which age it begins, and what is still to come."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from zhenyin.core.errors import NotFound
from zhenyin.flows.ages import Onset, onset
from zhenyin.flows.lives import Fleet, Group, Where, fleet, next_month
from zhenyin.job.house import House
from zhenyin.question.filters import Filter
from zhenyin.reliability.chain_ladder import to_come
from zhenyin.reliability.cohorts import Cohorts, Floats
from zhenyin.reliability.life_table import LifeTable, life_table
from zhenyin.reliability.outlook import Outlook, outlook
from zhenyin.reliability.weibull import LEAST_FAILURES, Life, constant, fit
from zhenyin.watch.rules import LIMITS

AHEAD = 6
LIMIT = LIMITS[0].above / 1_000
"""The share of units that may fail in a month; the rule that nightly signals follow."""
_LEAST_FAILED = 20.0


@dataclass(frozen=True, slots=True)
class Passed:
    """The first month in which more of a group's units failed than the limit allows."""

    month: date
    rate: float

    def as_dict(self) -> dict[str, Any]:
        return {"month": self.month.isoformat(), "rate": self.rate, "limit": LIMIT}


@dataclass(frozen=True, slots=True)
class LifeStory:
    """Everything told of one group. fitted: what the life leads one to expect, as a share by age; the rest by name."""

    where: Where
    months: list[date] = field(repr=False)
    cohorts: Cohorts = field(repr=False)
    table: LifeTable = field(repr=False)
    others: LifeTable | None = field(repr=False)
    life: Life = field(repr=False)
    wears: bool
    ahead: Outlook
    ladder: Floats | None
    begins: Onset | None
    passed: Passed | None
    whole: int
    unplaced: float
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
        months = [self.months[self.whole]] if self.whole < len(self.months) else [next_month(self.months[-1])]
        while len(months) < AHEAD:
            months.append(next_month(months[-1]))
        return months


def passed_limit(cohorts: Cohorts, months: list[date]) -> Passed | None:
    """The limit counts when it is passed, with at least 20 failures; months that are not over do not count."""
    failed = (cohorts.failed if cohorts.own is None else cohorts.own).sum(axis=0)
    at_risk = cohorts.at_risk().sum(axis=0)
    whole = _whole(cohorts)
    rate = np.where(at_risk > 0, failed / np.maximum(at_risk, 1e-12), 0.0)[:whole]
    over = np.flatnonzero((rate > LIMIT) & (failed[:whole] >= _LEAST_FAILED))
    return Passed(months[int(over[0])], float(rate[over[0]])) if len(over) else None


def story(
    house: House, by: str, group: Where, filters: Iterable[Filter] = (), cost: float | None = None, seed: int = 0
) -> LifeStory:
    """The life of one group. cost: of one repair, in the company's money.

    Raises NotFound (`group-unknown`) for a group without units, and what `fleet` raises.
    """
    found = fleet(house, by, filters)
    own = next((g for g in found.groups if group.items() <= g.where.items()), None)
    if own is None:
        named = ", ".join(group.values())
        raise NotFound("group-unknown", en=f"No units of {named!r} are known.", zh=f"没有 {named} 的在保量。")
    return tell(found, own, cost, seed)


def tell(found: Fleet, own: Group, cost: float | None = None, seed: int = 0) -> LifeStory:
    """The life of one group of a fleet."""
    season = found.season(own, AHEAD + 1)
    now = len(found.months)
    table = life_table(own.cohorts, season[:now])
    wears = table.failed.sum() >= LEAST_FAILURES
    life = fit(table) if wears else constant(table)
    whole = _whole(own.cohorts)
    known = own.cohorts.until(whole)
    return LifeStory(
        where=own.where,
        months=found.months,
        cohorts=own.cohorts,
        table=table,
        others=_others(found, own),
        life=life,
        wears=bool(wears),
        ahead=outlook(known, life, season[whole : whole + AHEAD], seed),
        ladder=to_come(known, AHEAD) if own.cohorts.share is None and len(known.shipped) else None,
        begins=begins(own.cohorts),
        passed=passed_limit(own.cohorts, found.months),
        whole=whole,
        unplaced=found.unplaced,
        before=found.before,
        cost=cost,
    )


def begins(cohorts: Cohorts) -> Onset | None:
    """The age at which failures begin, where an age explains it better than a date."""
    age, alive = cohorts.age(), cohorts.age() >= 0
    if not alive.any():
        return None
    size, months = int(age.max()) + 1, cohorts.months
    place = (age * months + np.arange(months)[None, :])[alive]
    failed = cohorts.failed if cohorts.own is None else cohorts.own

    def table(values: Floats) -> Floats:
        return np.bincount(place, values[alive], minlength=size * months).astype(np.float64).reshape(size, months)

    cases, at_risk = table(failed), table(cohorts.at_risk())
    return onset(list(range(size)), cases, np.maximum(at_risk, cases)) if size >= 3 else None


def _whole(cohorts: Cohorts) -> int:
    """How many months are over and delivered: of the last two, one of which less than its usual share is known is not."""
    usual = float(cohorts.seen.max(initial=0.0))
    late = np.flatnonzero(cohorts.seen[-2:] < usual - 1e-9)
    return cohorts.months - (len(cohorts.seen[-2:]) - int(late[0]) if len(late) else 0)


def _others(found: Fleet, own: Group) -> LifeTable | None:
    """The other groups of the same model (or, of models and versions, of the same product lines) together."""
    if "batch" in own.where:
        near = [g for g in found.groups if g.where["model"] == own.where["model"] and g is not own]
    else:
        near = [g for g in found.groups if g.lines & own.lines and g is not own]
    if not near:
        return None
    tables = [life_table(g.cohorts) for g in near]
    ages = max(t.ages for t in tables)
    failed = np.stack([np.pad(t.failed, (0, ages - t.ages)) for t in tables]).sum(axis=0)
    at_risk = np.stack([np.pad(t.at_risk, (0, ages - t.ages)) for t in tables]).sum(axis=0)
    return LifeTable(failed, at_risk)
