"""Where an explanation gets its leaves from: the warehouse, or leaves of several views from one pass over it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from zhenyin.core.errors import Invalid
from zhenyin.core.schema import Slice
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.explain.binning import NUMERIC_DIMENSIONS, bin_edges
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
    """Where an explanation gets its leaves from."""

    def candidates(self) -> tuple[str, ...]:
        """The dimensions that may explain."""

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        """The leaves of some dimensions over one period as a whole."""


@dataclass(frozen=True, slots=True)
class WarehouseSource:
    """Asks the warehouse each time. dims: the dimensions that may explain, if not all candidates."""

    workspace: Workspace
    dims: tuple[str, ...] | None = None

    def candidates(self) -> tuple[str, ...]:
        return self.dims or candidate_dimensions(self.workspace.warehouse)

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        return leaves(self.workspace, metric, dims, period, filters)

    def leaves_of_views(self, metric: str, dims: tuple[str, ...], views: Sequence[View]) -> ViewCounts | None:
        """Counts of all dimensions in several views from one pass; None of a metric that is no number of rows."""
        if not is_row_count(metric, dims):
            return None
        edges = bin_edges(self.workspace.warehouse, metric, dims, views)
        return view_counts(self.workspace.warehouse, metric, dims, views, bands=edges)

    def numeric_dimensions(self, metric: str, filters: Sequence[Filter]) -> tuple[str, ...]:
        """Numeric dimensions that may explain once they are binned; none where the dimensions are given."""
        filtered = {f.dimension for f in filters}
        usable = is_row_count(metric, NUMERIC_DIMENSIONS) or is_quantile(metric, NUMERIC_DIMENSIONS)
        return tuple(d for d in NUMERIC_DIMENSIONS if self.dims is None and usable and d not in filtered)


@dataclass(frozen=True, slots=True)
class PrefetchedSource:
    """Answers from the counts of some views of a metric, and asks the source behind it for all else."""

    source: Source
    metric: str
    views: tuple[View, ...]
    counts: ViewCounts

    def candidates(self) -> tuple[str, ...]:
        return self.source.candidates()

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        view, counts = View(period, tuple(filters)), self.counts
        if metric != self.metric or view not in self.views or not set(dims) <= set(counts.dims):
            return self.source.leaves(metric, dims, period, filters)
        at = [counts.dims.index(d) for d in dims]
        total = counts.totals[self.views.index(view)]
        present = total > 0
        cells, cell = distinct(counts.codes[:, at][present])
        summed = np.bincount(cell, total[present], len(cells)).astype(np.float64)
        return Leaves(tuple(dims), [counts.values[i] for i in at], cells, summed, np.ones(len(cells)))


def nothing_to_explain() -> Invalid:
    """The refusal of an explanation without tickets."""
    return Invalid(
        "nothing-to-explain",
        en="There are no tickets in this slice and period, or in what it is compared with. Choose a wider one.",
        zh="该范围和时段（或与之比较的部分）没有工单，无法解释。请放宽筛选或换一个时段。",
    )


def explaining_dimensions(source: Source, filters: Sequence[Filter]) -> tuple[str, ...]:
    """The dimensions that may explain: not those that are filtered, nor a fault dimension where one is filtered."""
    filtered = {f.dimension for f in filters}
    fault = filtered & set(FAULT_DIMENSIONS)
    return tuple(d for d in source.candidates() if d not in filtered and not (fault and d in FAULT_DIMENSIONS))


def slice_of_filters(filters: Sequence[Filter]) -> Slice:
    """The values that filters name, by dimension.

    >>> slice_of_filters([Filter("province", "in", ("北京市", "上海市"))])
    {'province': ['北京市', '上海市']}
    """
    return {f.dimension: list(f.values) for f in filters}
