"""Why has a number of tickets changed? Root-cause localisation of a count: slices that changed by a factor of their own."""

from collections.abc import Callable, Sequence

from zhenyin.dimensions import handlers
from zhenyin.explain import baseline, sentences
from zhenyin.explain.binning import NUMERIC_DIMENSIONS
from zhenyin.explain.dimension_screening import screen_dimensions
from zhenyin.explain.hierarchy import add_parents, drop_implied_values, replace_parents_by_children
from zhenyin.explain.method import choose_method, with_overlaps
from zhenyin.explain.models import Explanation, Method, Suspect
from zhenyin.explain.source import (
    PrefetchedSource,
    Source,
    WarehouseSource,
    explaining_dimensions,
    nothing_to_explain,
    slice_of_filters,
)
from zhenyin.locators import LOCATORS, Localisation, LocatedSlice, Options
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.view_counts import View, ViewCounts
from zhenyin.stats.attribution import AttributionNode, attribute_change
from zhenyin.stats.intervals import rate_ratio
from zhenyin.stats.leaves import ComparedLeaves

_LEAST_SHARE, _LEAST_SHARE_OUTSIDE = 0.05, 0.25
"""Share of the whole change that a suspect needs; the larger one where most of the change is everywhere alike."""
_AGEING_SHARE = 0.5
"""Excess that a slice of all ages needs, as a share of the excess of its age band."""


def explain(
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    period: Period | None,
    before: Period | None,
    method: str | None = None,
    against: str = "expected",
) -> Explanation:
    """Explain a count in a period against an earlier one; a rate also against the rest, when `before` is None.

    method: the key of a locator, if not the one that suits. against: what sentences call the baseline.
    Raises Invalid (`nothing-to-explain`), and what `compare_with_rest` raises.
    """
    # Who handles a ticket is not the cause that it exists.
    dims = tuple(d for d in explaining_dimensions(source, filters) if d not in handlers())
    dims = (*dims, *source.numeric_dimensions(metric, filters)) if isinstance(source, WarehouseSource) else dims
    periods = baseline.periods_of(source, metric, period, before) if before else None
    exposure = source
    source, dims = prefetch(source, metric, dims, baseline.baseline_views(filters, period, before), periods)
    compared = (
        baseline.compare_counts(source, metric, filters, dims, period, before, periods)
        if before is not None and periods is not None
        else baseline.compare_with_rest(source, exposure, metric, filters, dims, period)
    )
    return explanation_of(
        metric,
        filters,
        compared,
        lambda found: _own_history_changed(source, metric, filters, period, before, found),
        method,
        earlier=before is not None,
        against=against,
    )


def explanation_of(
    metric: str,
    filters: tuple[Filter, ...],
    compared: ComparedLeaves,
    own_history_changed: Callable[[Localisation], bool],
    method_key: str | None = None,
    *,
    earlier: bool = True,
    against: str = "expected",
) -> Explanation:
    """The explanation of tickets against those expected.

    own_history_changed: whether the whole has left its own baseline too. earlier: whether the expectation comes from an
    earlier period.
    """
    if not len(compared.codes):
        raise nothing_to_explain()
    method, located = _locate(compared, method_key)
    suspects = tuple(
        _suspect(replace_parents_by_children(s, compared), against)
        for s in located.suspects
        if is_relevant(s, located) and not (earlier and is_ageing_artifact(s, compared))
    )
    outside = located.outside and not suspects and own_history_changed(located)
    summary = sentences.count_summary(located.observed, located.expected, outside=outside)
    return Explanation(
        metric=metric,
        where=slice_of_filters(filters),
        observed=located.observed,
        expected=located.expected,
        suspects=suspects,
        outside=outside,
        sentence=suspects[0].sentence if suspects else summary,
        dims=compared.dims,
        values=compared.values,
        attribution=_attribution(compared, NUMERIC_DIMENSIONS if earlier else ()),
        method=with_overlaps(method, [s.where for s in suspects]),
    )


def _attribution(compared: ComparedLeaves, without: Sequence[str]) -> AttributionNode:
    """The change level by level. without: dimensions that are left out, since units grow older by themselves."""
    codes = compared.codes.copy()
    for i, d in enumerate(compared.dims):
        if d in without:
            codes[:, i] = 0
    return attribute_change(codes, [len(values) for values in compared.values], compared.observed, compared.expected)


def prefetch(
    source: Source, metric: str, dims: tuple[str, ...], views: tuple[View, ...], periods: float | None
) -> tuple[Source, tuple[str, ...]]:
    """A source with all leaves of an explanation from one pass, where that is possible, and the dimensions worth crossing.

    views: see `baseline.baseline_views`. periods: length of the baseline period over that of the period; None against the
    rest.
    """
    counts = source.leaves_of_views(metric, dims, views) if isinstance(source, WarehouseSource) else None
    if counts is None:
        return source, dims
    screened = counts.dims if periods is None else screen_dimensions(counts, periods)
    kept = tuple(d for d in screened if periods is None or not _is_ageing_dimension(counts, d))
    return PrefetchedSource(source, metric, views, counts), kept


def _is_ageing_dimension(counts: ViewCounts, dim: str) -> bool:
    """Whether a number rose with time alone, as the months in service of one batch do: it explains nothing."""
    codes = counts.codes[:, counts.dims.index(dim)]
    distance = baseline.total_variation(codes, counts.totals[0], codes, counts.totals[1])
    return dim in NUMERIC_DIMENSIONS and distance > baseline.MAX_TOTAL_VARIATION


def _own_history_changed(
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    period: Period | None,
    before: Period | None,
    located: Localisation,
) -> bool:
    """Whether the slice left its own history as well, and not only the controls that it is compared with."""
    if period is None or before is None:
        return True
    seen, past = (float(source.leaves(metric, (), span, filters).numerator.sum()) for span in (period, before))
    _, low, high = rate_ratio(seen, period.days, past, before.days)
    return low > 1 if located.observed > located.expected else high < 1


def _locate(compared: ComparedLeaves, method_key: str | None) -> tuple[Method, Localisation]:
    method = choose_method(compared, method_key)
    return method, LOCATORS[method.key].run(compared, Options())


def is_relevant(found: LocatedSlice, located: Localisation) -> bool:
    """Whether a slice of known values changed in the direction of the whole, further than the rest, by enough of it."""
    # Where most of a change is everywhere alike, a corner with a little more of it is not its cause.
    least = _LEAST_SHARE_OUTSIDE if located.outside else _LEAST_SHARE
    rising = located.observed >= located.expected
    further = found.ratio > max(located.drift, 1.0) if rising else found.ratio < min(located.drift, 1.0)
    return "" not in found.where.values() and further and found.share >= least


def is_ageing_artifact(found: LocatedSlice, compared: ComparedLeaves) -> bool:
    """Whether an age band has only the tickets of units that grew older: the other ages of its slice have as many fewer.

    compared: against an earlier period. Units of one batch are older in every period than in the one before.
    """
    if not found.where.keys() & set(NUMERIC_DIMENSIONS):
        return False
    if found.where.keys() <= set(NUMERIC_DIMENSIONS):
        # Units sold in one season are of one age now, and of the next age a quarter later.
        return True
    all_ages = compared.inside({d: value for d, value in found.where.items() if d not in NUMERIC_DIMENSIONS})
    excess = float((compared.observed - compared.expected)[all_ages].sum())
    own = found.observed - found.expected
    return excess / own < _AGEING_SHARE if own else True


def _suspect(found: LocatedSlice, against: str) -> Suspect:
    where = add_parents(found)
    return Suspect(
        where=where,
        observed=found.observed,
        expected=found.expected,
        share=found.share,
        ratio=found.ratio,
        low=found.low,
        high=found.high,
        p=found.p,
        sentence=sentences.count_suspect(where, found.observed, found.expected, found.ratio, found.share, against),
        ambiguous_with=tuple(w for w in found.ambiguous_with if drop_implied_values(w) != drop_implied_values(where)),
    )
