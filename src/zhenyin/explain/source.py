"""Figures for the numerics: weekly tables of slices, and leaves of many dimensions, all through `question`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from zhenyin.core.errors import Invalid
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.explain.binning import NUMBERS, banded
from zhenyin.job.workspace import Workspace
from zhenyin.question.cube import cube
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.source_columns import candidate_dimensions
from zhenyin.question.view_counts import View, ViewCounts, is_quantile, is_row_count, view_counts
from zhenyin.stats.leaves import Leaves, distinct


def leaves(
    workspace: Workspace, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter] = ()
) -> Leaves:
    """The leaves of some dimensions over one period as a whole."""
    sums = cube(workspace.warehouse, metric, tuple(dims), period=period, grain="year", filters=tuple(filters))
    return Leaves(tuple(dims), sums.values, sums.codes, sums.numerator.sum(axis=1), sums.denominator.sum(axis=1))


class Source(Protocol):
    """Where an explanation gets its figures from."""

    def candidates(self) -> tuple[str, ...]:
        """The dimensions that may explain."""

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        """The leaves of some dimensions over one period as a whole."""


@dataclass(frozen=True, slots=True)
class Live:
    """Asks the warehouse each time. dims: those that may explain, if not all candidates."""

    workspace: Workspace
    dims: tuple[str, ...] | None = None

    def candidates(self) -> tuple[str, ...]:
        return self.dims or candidate_dimensions(self.workspace.warehouse)

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        return leaves(self.workspace, metric, dims, period, filters)

    def at_once(self, metric: str, dims: tuple[str, ...], views: Sequence[View]) -> ViewCounts | None:
        """The leaves of all dimensions in several views by one pass; None of a figure that is no number of rows."""
        if not is_row_count(metric, dims):
            return None
        bands = banded(self.workspace.warehouse, metric, dims, views)
        return view_counts(self.workspace.warehouse, metric, dims, views, bands=bands)

    def numbers(self, metric: str, filters: Sequence[Filter]) -> tuple[str, ...]:
        """Dimensions that are numbers, and may explain once they are cut into bands; none where the dimensions are given."""
        asked = {f.dimension for f in filters}
        known = self.dims is None and (is_row_count(metric, NUMBERS) or is_quantile(metric, NUMBERS))
        return tuple(d for d in NUMBERS if known and d not in asked)


@dataclass(frozen=True, slots=True)
class AtHand:
    """Answers from the leaves of some views, and asks the source behind it for all else."""

    source: Source
    metric: str
    views: tuple[View, ...]
    all: ViewCounts

    def candidates(self) -> tuple[str, ...]:
        return self.source.candidates()

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        view, of = View(period, tuple(filters)), self.all
        if metric != self.metric or view not in self.views or not set(dims) <= set(of.dims):
            return self.source.leaves(metric, dims, period, filters)
        at = [of.dims.index(d) for d in dims]
        total = of.totals[self.views.index(view)]
        there = total > 0
        cells, cell = distinct(of.codes[:, at][there])
        summed = np.bincount(cell, total[there], len(cells)).astype(np.float64)
        return Leaves(tuple(dims), [of.values[i] for i in at], cells, summed, np.ones(len(cells)))


def nothing() -> Invalid:
    return Invalid(
        "nothing-to-explain",
        en="There are no tickets in this slice and period, or in what it is compared with. Choose a wider one.",
        zh="该切片和时段（或与之比较的部分）没有工单，无法解释。请放宽筛选或换一个时段。",
    )


def dims_of(source: Source, filters: Sequence[Filter]) -> tuple[str, ...]:
    """The dimensions that may explain: not those that are filtered already, nor a fault where one is named."""
    fixed = {f.dimension for f in filters}
    told = fixed & set(FAULT_DIMENSIONS)
    return tuple(d for d in source.candidates() if d not in fixed and not (told and d in FAULT_DIMENSIONS))


def named(filters: Sequence[Filter]) -> dict[str, str]:
    return {f.dimension: ",".join(f.values) for f in filters}
