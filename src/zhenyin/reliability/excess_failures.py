"""Excess failures: groups of units that fail more often than their peers of the same age and in the same months."""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pyarrow as pa

from zhenyin.core.arrays import Floats
from zhenyin.core.errors import NotFound
from zhenyin.core.schema import Coordinates
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.reliability import facts
from zhenyin.reliability.age_onset import AgeOnset
from zhenyin.reliability.fleet import Fleet, Group, fleet
from zhenyin.reliability.life_table import kaplan_meier, life_table
from zhenyin.reliability.peer_comparison import compare_with_peers
from zhenyin.reliability.service import LimitCrossing, find_onset_age, limit_crossing

_FALSE_DISCOVERY_RATE = 0.01
"""Share of the groups named that are named by chance, at most."""
_LEAST_RATIO, _LEAST_FAILURES = 2.0, 8.0
_YEAR = 12


@dataclass(frozen=True, slots=True)
class ExcessFailures:
    """A group, or one of its faults, with more failures than its peers at the same age and in the same months.

    where: the group and the fault. failed, expected: first failures, observed and at the peers' rates. evidence: log
    likelihood ratio in nats, of the weaker of both comparisons. onset_age: the age at which they begin, limit_crossing: the
    first month above the failure limit; None where there is none.
    """

    where: Coordinates
    failed: float
    expected: float
    evidence: float
    onset_age: AgeOnset | None
    limit_crossing: LimitCrossing | None

    @property
    def ratio(self) -> float:
        """Observed over expected failures."""
        return self.failed / max(self.expected, 1e-9)


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """The figures of a group.

    where: the group. units: in the field. failed: first failures. rate: failures per unit and month. failed_share: the share
    that failed by `at_months` months in service, with its 95 % interval low, high; None where no unit is so old.
    limit_crossing: the first month above the failure limit.
    """

    where: Coordinates
    units: float
    failed: float
    rate: float | None
    at_months: int
    failed_share: float | None
    low: float | None
    high: float | None
    limit_crossing: LimitCrossing | None


@dataclass(frozen=True, slots=True)
class Overview:
    """All groups, most failures first, and the excess failures among them, most evidence first.

    by: what groups are (model, batch or version). unassigned, before: see Fleet.
    """

    by: str
    groups: list[GroupFigures] = field(repr=False)
    excess: list[ExcessFailures]
    unassigned: float
    before: int


def overview(workspace: Workspace, by: str, filters: tuple[Filter, ...] = ()) -> Overview:
    """The figures of every group, and the excess failures of batches and models. Empty where no units are known.

    by: what groups are. filters: of units and of failures. Raises Invalid as `fleet` does.
    """
    try:
        found = fleet(workspace, by, filters)
    except NotFound:
        return Overview(by, [], [], 0.0, 0)
    groups = sorted((_figures(found, group) for group in found.groups), key=lambda g: -g.failed)
    excess = _find_excess(workspace, found, filters) if by in ("batch", "model") else []
    return Overview(by, groups, excess, found.unassigned, found.before)


def _figures(found: Fleet, group: Group) -> GroupFigures:
    table = life_table(group.cohorts)
    survival = kaplan_meier(table)
    reached = min(_YEAR, table.ages) - 1
    shares = (survival.share[reached], survival.high[reached], survival.low[reached])
    failed_share, low, high = (float(1 - share) if np.isfinite(share) else None for share in shares)
    failed, at_risk = float(table.failed.sum()), float(table.at_risk.sum())
    return GroupFigures(
        where=group.where,
        units=group.cohorts.units(),
        failed=failed,
        rate=failed / at_risk if at_risk > 0 else None,
        at_months=reached + 1,
        failed_share=failed_share,
        low=low,
        high=high,
        limit_crossing=limit_crossing(group.cohorts, found.months, found.failure_limit),
    )


def _find_excess(workspace: Workspace, found: Fleet, filters: tuple[Filter, ...]) -> list[ExcessFailures]:
    """Faults of which a group has twice the others', surely; a date explains what all groups have at once, and an age
    what all groups come to: both must leave much unexplained.
    """
    keys = ("model", "batch") if found.by == "batch" else ("model",)
    by_fault = _split(facts.first_failures(workspace.warehouse, filters, (*keys, "fault")))
    needed = float(np.log(max(len(by_fault) * len(found.groups), 1) / _FALSE_DISCOVERY_RATE))
    excess: list[ExcessFailures] = []
    for fault, rows in by_fault.items():
        groups = placed(found, rows, keys)
        for peers in _peer_groups(found, groups):
            excess += _excess_in(found, peers, fault, needed)
    return sorted(excess, key=lambda w: -w.evidence)


def _split(rows: pa.Table) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows.to_pylist():
        if row["fault"]:
            found.setdefault(row["fault"], []).append(row)
    return {fault: found[fault] for fault in sorted(found)}


def placed(found: Fleet, rows: list[dict[str, Any]], keys: tuple[str, ...]) -> list[Group]:
    """The groups of a fleet with only the failures of these rows. keys: the dimensions that name a group."""
    at = {month: i for i, month in enumerate(found.months)}
    failed = {tuple(g.where[k] for k in keys): np.zeros_like(g.cohorts.failed) for g in found.groups}
    months = {tuple(g.where[k] for k in keys): g.cohorts.month for g in found.groups}
    for row in rows:
        key, sold, month = tuple(row[k] for k in keys), at.get(row["sold"]), at.get(row["month"])
        if key not in failed or sold is None or month is None:
            continue
        cohort = int(np.searchsorted(months[key], sold, side="right")) - 1
        if cohort >= 0 and months[key][cohort] <= month:
            failed[key][cohort, month] += row["units"]
    return [
        replace(g, cohorts=replace(g.cohorts, failed=failed[tuple(g.where[k] for k in keys)])) for g in found.groups
    ]


def _peer_groups(found: Fleet, groups: list[Group]) -> list[list[Group]]:
    """Groups that are compared with each other: batches of one model, models of one product line."""
    peers: dict[Any, list[Group]] = {}
    for group in groups:
        peers.setdefault(group.where["model"] if found.by == "batch" else tuple(sorted(group.lines)), []).append(group)
    return [several for several in peers.values() if len(several) > 1]


def _excess_in(found: Fleet, peers: list[Group], fault: str, needed: float) -> list[ExcessFailures]:
    if sum(float(g.cohorts.failed.sum()) for g in peers) < 2:
        return []
    tables = [life_table(g.cohorts) for g in peers]
    size = max(t.ages for t in tables)
    by_age = compare_with_peers(
        *(np.stack([_wide(getattr(t, n), size) for t in tables]) for n in ("failed", "at_risk"))
    )
    by_month = compare_with_peers(
        np.stack([g.cohorts.failed.sum(axis=0) for g in peers]),
        np.stack([g.cohorts.at_risk().sum(axis=0) for g in peers]),
    )
    found_here = []
    for i, group in enumerate(peers):
        weaker = min((by_age, by_month), key=lambda side: float(side.evidence[i]))
        failed, expected, evidence = (float(side[i]) for side in (weaker.failed, weaker.expected, weaker.evidence))
        if evidence >= needed and failed >= max(_LEAST_RATIO * expected, _LEAST_FAILURES):
            others = [g.cohorts for g in peers if g is not group]
            when = (
                find_onset_age(group.cohorts, others),
                limit_crossing(group.cohorts, found.months, found.failure_limit),
            )
            found_here.append(ExcessFailures(group.where | {"fault": fault}, failed, expected, evidence, *when))
    return found_here


def _wide(values: Floats, size: int) -> Floats:
    return np.pad(values, (0, size - len(values)))
