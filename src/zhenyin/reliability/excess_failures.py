"""Which groups of units are worse than their like? Held against others of the same age, and of the same month."""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pyarrow as pa

from zhenyin.core.arrays import Floats
from zhenyin.core.errors import NotFound
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.reliability import facts
from zhenyin.reliability.age_onset import Onset
from zhenyin.reliability.fleet import Fleet, Group, Where, fleet
from zhenyin.reliability.life_table import kaplan_meier, life_table
from zhenyin.reliability.peer_comparison import against_others
from zhenyin.reliability.service import Passed, begins, passed_limit

_SURE = 0.01
"""So many groups are named by chance at most, among all that were looked at."""
_RATIO, _LEAST = 2.0, 8.0
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Worn:
    """A group and a fault of which it has many times what others of its age, and in its months, have."""

    where: Where
    failed: float
    expected: float
    evidence: float
    begins: Onset | None
    passed: Passed | None

    def as_dict(self) -> dict[str, Any]:
        told = {"where": self.where, "failed": self.failed, "expected": self.expected, "evidence": self.evidence}
        told["ratio"] = self.failed / max(self.expected, 1e-9)
        told["begins"] = self.begins.as_dict() if self.begins else None
        return told | {"passed": self.passed.as_dict() if self.passed else None}


@dataclass(frozen=True, slots=True)
class Overview:
    """All groups with their figures, and what stands out among them, most evidence first."""

    by: str
    groups: list[dict[str, Any]] = field(repr=False)
    worn: list[Worn]
    unplaced: float
    before: int

    def as_dict(self) -> dict[str, Any]:
        """As JSON."""
        told = {"by": self.by, "groups": self.groups, "worn": [w.as_dict() for w in self.worn]}
        return told | {"unplaced": self.unplaced, "before": self.before}


def overview(workspace: Workspace, by: str, filters: tuple[Filter, ...] = ()) -> Overview:
    """Every group's figures; and, of batches and models, the faults that stand out. Nothing where no units are known.

    Raises Invalid as `fleet` does.
    """
    try:
        found = fleet(workspace, by, filters)
    except NotFound:
        return Overview(by, [], [], 0.0, 0)
    told = sorted((_figures(found, group) for group in found.groups), key=lambda g: -g["failed"])
    worn = _standing_out(workspace, found, filters) if by in ("batch", "model") else []
    return Overview(by, told, worn, found.unplaced, found.before)


def _figures(found: Fleet, group: Group) -> dict[str, Any]:
    table = life_table(group.cohorts)
    survival = kaplan_meier(table)
    reached = min(_YEAR, table.ages) - 1
    by_then = {
        name: None if not np.isfinite(side[reached]) else float(1 - side[reached])
        for name, side in (("failed_share", survival.share), ("low", survival.high), ("high", survival.low))
    }
    passed = passed_limit(group.cohorts, found.months)
    at_risk = float(table.at_risk.sum())
    return {
        "where": group.where,
        "units": group.cohorts.units(),
        "failed": float(table.failed.sum()),
        "rate": float(table.failed.sum()) / at_risk if at_risk > 0 else None,
        "by_months": reached + 1,
        **by_then,
        "passed": passed.as_dict() if passed else None,
    }


def _standing_out(workspace: Workspace, found: Fleet, filters: tuple[Filter, ...]) -> list[Worn]:
    """Faults of which a group has twice the others', surely; a date explains what all groups have at once, and an age
    what all groups come to: both must leave much unexplained.
    """
    keys = ("model", "batch") if found.by == "batch" else ("model",)
    by_fault = _split(facts.first_failures(workspace.warehouse, filters, (*keys, "fault")))
    needed = float(np.log(max(len(by_fault) * len(found.groups), 1) / _SURE))
    worn: list[Worn] = []
    for fault, rows in by_fault.items():
        groups = placed(found, rows, keys)
        for like in _alike(found, groups):
            worn += _worse(found, like, fault, needed)
    return sorted(worn, key=lambda w: -w.evidence)


def _split(rows: pa.Table) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows.to_pylist():
        if row["fault"]:
            found.setdefault(row["fault"], []).append(row)
    return {fault: found[fault] for fault in sorted(found)}


def placed(found: Fleet, rows: list[dict[str, Any]], keys: tuple[str, ...]) -> list[Group]:
    """The groups with the failures of these rows only."""
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


def _alike(found: Fleet, groups: list[Group]) -> list[list[Group]]:
    """Groups that can be held against each other: batches of one model, models of one product line."""
    like: dict[Any, list[Group]] = {}
    for group in groups:
        like.setdefault(group.where["model"] if found.by == "batch" else tuple(sorted(group.lines)), []).append(group)
    return [several for several in like.values() if len(several) > 1]


def _worse(found: Fleet, like: list[Group], fault: str, needed: float) -> list[Worn]:
    if sum(float(g.cohorts.failed.sum()) for g in like) < 2:
        return []
    tables = [life_table(g.cohorts) for g in like]
    size = max(t.ages for t in tables)
    by_age = against_others(*(np.stack([_wide(getattr(t, n), size) for t in tables]) for n in ("failed", "at_risk")))
    by_month = against_others(
        np.stack([g.cohorts.failed.sum(axis=0) for g in like]),
        np.stack([g.cohorts.at_risk().sum(axis=0) for g in like]),
    )
    found_here = []
    for i, group in enumerate(like):
        weaker = min((by_age, by_month), key=lambda side: float(side.evidence[i]))
        failed, expected, evidence = (float(side[i]) for side in (weaker.failed, weaker.expected, weaker.evidence))
        if evidence >= needed and failed >= max(_RATIO * expected, _LEAST):
            others = [g.cohorts for g in like if g is not group]
            told = (begins(group.cohorts, others), passed_limit(group.cohorts, found.months))
            found_here.append(Worn(group.where | {"fault": fault}, failed, expected, evidence, *told))
    return found_here


def _wide(values: Floats, size: int) -> Floats:
    return np.pad(values, (0, size - len(values)))
