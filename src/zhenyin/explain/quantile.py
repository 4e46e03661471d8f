"""Why has a quantile changed? Quantiles do not add up, but the numbers of tickets above a level do.

The level is the quantile of the reference. The slices whose share above it has grown are found as for any rate, and each
suspect is confirmed by its own quantile, now and before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from zhenyin.core.errors import Invalid
from zhenyin.dimensions import handlers
from zhenyin.explain import sentences
from zhenyin.explain.binning import bin_edges, bin_filter
from zhenyin.explain.count import is_relevant
from zhenyin.explain.dimension_screening import crossable
from zhenyin.explain.method import LEVEL_EXCEEDANCE
from zhenyin.explain.models import Explanation, Suspect
from zhenyin.explain.source import Source, WarehouseSource, explaining_dimensions, nothing_to_explain, slice_of_filters
from zhenyin.job.workspace import Workspace
from zhenyin.locators import LOCATORS, LocatedSlice, Options
from zhenyin.question.filters import Filter
from zhenyin.question.models import Estimate, Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer
from zhenyin.question.view_counts import View, ViewCounts, view_counts
from zhenyin.stats.evidence import rates
from zhenyin.stats.leaves import ComparedLeaves, distinct
from zhenyin.stats.peeling import minus_log_p

_LEAST_ROWS = 30
_MAX_SUSPECTS = 6


@dataclass(frozen=True, slots=True)
class _QuantileComparison:
    """A quantile of some rows now, and of those that it is compared with."""

    workspace: Workspace
    metric: str
    now: View
    before: View

    def figure(self, view: View, where: dict[str, str]) -> Estimate:
        """The quantile of a view, within a slice of it."""
        inside = tuple(bin_filter(d, value) for d, value in where.items())
        question = Question((self.metric,), period=view.period, filters=(*view.filters, *inside))
        return answer(self.workspace.warehouse, question).cells[0].estimate


def explain(
    workspace: Workspace,
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    period: Period | None,
    before: Period | None,
) -> Explanation:
    """Explain a quantile in a period against an earlier one, or against the rest when `before` is None.

    observed, expected of the explanation and of its suspects are the quantile now and before, in the unit of the metric.
    share is the part of the additional tickets above the level. Raises Invalid (`nothing-to-explain`, `rest-needs-values`).
    Source: S. Firpo, N. Fortin and T. Lemieux, "Unconditional Quantile Regressions", Econometrica 77 (2009): a quantile
    moves as the share above it does, over the density there.
    """
    reference = View(before, filters) if before is not None else View(period, (*filters[:-1], _complement(filters[-1])))
    comparison = _QuantileComparison(workspace, metric, View(period, filters), reference)
    now, then = comparison.figure(comparison.now, {}), comparison.figure(comparison.before, {})
    if now.value is None or then.value is None:
        raise nothing_to_explain()
    counts = _above_level(comparison, _dimensions(source, metric, filters), then.value)
    found = tuple(_suspects(comparison, counts))[:_MAX_SUSPECTS]
    return Explanation(
        metric=metric,
        where=slice_of_filters(filters),
        observed=now.value,
        expected=then.value,
        suspects=found,
        outside=False,
        sentence=found[0].sentence if found else sentences.quantile_summary(metric, now.value, then.value),
        dims=counts.dims,
        method=LEVEL_EXCEEDANCE,
    )


def _dimensions(source: Source, metric: str, filters: tuple[Filter, ...]) -> tuple[str, ...]:
    """The dimensions that may explain. Who handles a ticket may well be why it takes long."""
    where = slice_of_filters(filters)
    dims = (*explaining_dimensions(source, filters), *(d for d in handlers() if d not in where))
    numeric = source.numeric_dimensions(metric, filters) if isinstance(source, WarehouseSource) else ()
    return tuple(dict.fromkeys((*dims, *numeric)))


def _complement(last: Filter) -> Filter:
    if last.op not in ("in", "not in"):
        raise Invalid(
            "rest-needs-values",
            en=f"The rest of {last} is not defined. End with a filter that names values, such as province=北京市.",
            zh=f"无法确定 {last} 的其余部分。最后一个筛选请给出取值，例如 province=北京市。",
        )
    return Filter(last.dimension, "not in" if last.op == "in" else "in", last.values)


def _above_level(comparison: _QuantileComparison, dims: tuple[str, ...], level: float) -> ViewCounts:
    """All tickets and those above the level, of both samples: four totals."""
    warehouse, metric = comparison.workspace.warehouse, comparison.metric
    samples = (comparison.now, comparison.before)
    views = [View(v.period, v.filters, above) for v in samples for above in (None, level)]
    edges = bin_edges(warehouse, metric, dims, views, sides=(1, 3))
    return _screened(view_counts(warehouse, metric, dims, views, bands=edges))


def _screened(counts: ViewCounts) -> ViewCounts:
    """The counts of the most informative dimensions, each weighed alone, while their combinations are few."""
    present = counts.totals[0] + counts.totals[2] > 0
    order = sorted(range(len(counts.dims)), key=lambda d: -_evidence(counts, d))
    kept = sorted(crossable(counts, ((d,) for d in order), present))
    codes, cell = distinct(counts.codes[:, kept])
    totals = [np.bincount(cell, total, len(codes)).astype(float) for total in counts.totals]
    return ViewCounts(tuple(counts.dims[i] for i in kept), [counts.values[i] for i in kept], codes, totals)


def _evidence(counts: ViewCounts, dim: int) -> float:
    """Minus log p of the value whose share above the level changed furthest, less its description length; nats."""
    size, codes = len(counts.values[dim]), counts.codes[:, dim]
    n, above, n_then, above_then = (np.bincount(codes, total, size).astype(float) for total in counts.totals)
    model = rates(above, n, above_then, n_then, periods=1.0)
    return float(minus_log_p(model.gain(*model.parts())).max()) - float(np.log(size))


def _suspects(comparison: _QuantileComparison, counts: ViewCounts) -> Iterator[Suspect]:
    n, above, n_then, above_then = counts.totals
    leaves = ComparedLeaves(
        counts.dims, counts.values, counts.codes, above, above_then, n, n_then, kind="rate", periods=1.0
    )
    located = LOCATORS["scan"].run(leaves, Options())
    for found in located.suspects:
        if not is_relevant(found, located):
            continue
        now = comparison.figure(comparison.now, found.where)
        then = comparison.figure(comparison.before, found.where)
        if _is_confirmed(found, now, then):
            yield _suspect(comparison.metric, found, now, then)


def _is_confirmed(found: LocatedSlice, now: Estimate, then: Estimate) -> bool:
    """Whether the quantile itself changed in the same direction, beyond the intervals of both samples."""
    if now.value is None or then.value is None or min(now.n, then.n) < _LEAST_ROWS:
        return False
    if found.ratio >= 1:
        return now.value > (then.high or then.value) and then.value < (now.low or now.value)
    return now.value < (then.low or then.value) and then.value > (now.high or now.value)


def _suspect(metric: str, found: LocatedSlice, now: Estimate, then: Estimate) -> Suspect:
    here, past = now.value or 0.0, then.value or 0.0
    return Suspect(
        where=found.where,
        observed=here,
        expected=past,
        share=found.share,
        ratio=here / max(past, 1e-9),
        low=(now.low or here) / max(then.high or past, 1e-9),
        high=(now.high or here) / max(then.low or past, 1e-9),
        p=found.p,
        sentence=sentences.quantile_suspect(metric, found.where, here, past, found.ratio),
        ambiguous_with=found.ambiguous_with,
    )
