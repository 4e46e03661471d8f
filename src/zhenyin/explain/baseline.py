"""The baseline of a count: the same place with any fault, other places, or an earlier period."""

from dataclasses import replace

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.core.errors import NotFound
from zhenyin.dimensions import FAULT_DIMENSIONS, dimension
from zhenyin.explain.source import Source
from zhenyin.metrics import METRICS, relation
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.view_counts import View
from zhenyin.stats import expected_counts
from zhenyin.stats.leaves import ComparedLeaves, Leaves, align, distinct

_ONE_VALUE_SHARE = 0.98
_MAX_INNER_CELLS = 60
_LEAST_UNITS = 1e-3
"""Unit-months below which nothing is at risk."""
MAX_TOTAL_VARIATION = 0.15
"""Total variation distance between two periods above which the values of a dimension explain nothing: they shift anyway."""


def compare_counts(
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    dims: tuple[str, ...],
    period: Period | None,
    before: Period,
    periods: float,
) -> ComparedLeaves:
    """Observed and expected tickets of a slice, by the dimensions that may explain. periods: see `periods_of`.

    Without filters the expectation is the slice's own history. With filters it comes from the reference (see
    `reference_filters`): by its odds in the earlier period, or by its present mix where the slice has no history.
    """
    reference = reference_filters(filters)
    now = source.leaves(metric, dims, period, filters)
    if not filters:
        return _by_history(now, source.leaves(metric, dims, before, ()), periods)
    past = source.leaves(metric, dims, before, filters)
    if past.numerator.sum() < 1:
        others = expected_counts.difference(source.leaves(metric, dims, period, reference), now)
        return expected_counts.expected_by_mix(now, others)
    informative = [d for d in dims if not _is_constant(now, past, d)]
    inner = tuple(d for d in informative if _is_inner_dimension(source, metric, past, d, before, reference))
    common = tuple(d for d in informative if d not in inner)
    others_now, others_past = (
        expected_counts.difference(source.leaves(metric, common, span, reference), part.keep(common))
        for span, part in ((period, now), (before, past))
    )
    compared = expected_counts.expected_by_odds(now.keep(common), others_now, past.keep(common), others_past)
    if not inner:
        return compared
    return expected_counts.expected_by_share(compared, now, past, _crossable_dimensions(past, inner))


def compare_with_rest(
    source: Source,
    exposure: Source,
    metric: str,
    filters: tuple[Filter, ...],
    dims: tuple[str, ...],
    period: Period | None,
) -> ComparedLeaves:
    """Observed tickets of a slice, and those that its units would have at the rates of the rest.

    source: of the tickets. exposure: of the units in service; a source of counts alone has none.
    The rest meets all filters but the last. Dimensions whose values only the slice has are left out, and so are those whose
    units only the slice has: of a model that the rest has not, there is no rate to compare with.
    Raises Invalid (`cut-unknown`) for a filter that units in service lack, NotFound (`no-units`) without units on both sides.
    """
    now = source.leaves(metric, dims, period, filters)
    others = expected_counts.difference(source.leaves(metric, dims, period, filters[:-1]), now)
    measured = tuple(d for d in dims if _is_known_of_units(metric, d))
    units, whole = (_units(exposure, metric, measured, period, part) for part in (filters, filters[:-1]))
    others_units = expected_counts.difference(whole, units)
    if min(units.numerator.sum(), others_units.numerator.sum()) < _LEAST_UNITS:
        raise _no_units()
    without = {d for d in measured if not _present(units, d) <= _present(others_units, d)}
    without |= {d for d in dims if now.seen(d) and now.seen(d).isdisjoint(others.seen(d))}
    kept, strata = (tuple(d for d in names if d not in without) for names in (dims, measured))
    return expected_counts.expected_by_exposure(
        now.keep(kept), others.keep(kept), units.keep(strata), others_units.keep(strata)
    )


def _is_known_of_units(metric: str, dim: str) -> bool:
    of = METRICS[metric].denominator
    return of is not None and dimension(dim).fits(relation(of.fact).columns)


def _units(
    source: Source, metric: str, dims: tuple[str, ...], period: Period | None, filters: tuple[Filter, ...]
) -> Leaves:
    """What is at risk, by the dimensions that it is known by."""
    found = source.leaves(metric, dims, period, filters)
    return replace(found, numerator=found.denominator)


def _present(units: Leaves, dim: str) -> set[str]:
    """The values of a dimension with units, the unknown among them; a difference of large sums may leave a grain of nothing."""
    values = units.values[units.dims.index(dim)]
    sums = np.bincount(units.column(dim), units.numerator, len(values))
    return {value for value, total in zip(values, sums.tolist(), strict=True) if total >= _LEAST_UNITS}


def _no_units() -> NotFound:
    return NotFound(
        "no-units",
        en="There are no units in service for this slice, or for the rest of it. "
        "Name a slice that units in service are recorded by, such as a model, or compare with the period before.",
        zh="该范围或其余部分没有对应的在保量。请选择在保量中有记录的范围（例如型号），或改为与上期比较。",
    )


def baseline_views(filters: tuple[Filter, ...], period: Period | None, before: Period | None) -> tuple[View, ...]:
    """All views that `compare_counts` asks for: the slice now and before, then its reference now and before."""
    spans = (period,) if before is None else (period, before)
    return tuple(View(span, part) for part in dict.fromkeys((filters, reference_filters(filters))) for span in spans)


def reference_filters(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """The reference of a slice: the same place with any fault; of a place, all tickets that meet its other filters.

    >>> [f.dimension for f in reference_filters((Filter("province", "in", ("北京市",)), Filter("fault", "in", ("漏水",))))]
    ['province']
    >>> reference_filters((Filter("province", "in", ("北京市",)),))
    ()
    """
    places = tuple(f for f in filters if f.dimension not in FAULT_DIMENSIONS)
    return places if len(places) < len(filters) else places[:-1]


def _is_inner_dimension(
    source: Source, metric: str, past: Leaves, dim: str, before: Period, reference: tuple[Filter, ...]
) -> bool:
    """Whether only the slice has the values of a dimension, as only one province has its cities."""
    others = expected_counts.difference(source.leaves(metric, (dim,), before, reference), past.keep((dim,)))
    return bool(past.seen(dim)) and past.seen(dim).isdisjoint(others.seen(dim))


def _crossable_dimensions(past: Leaves, dims: tuple[str, ...]) -> tuple[str, ...]:
    """The dimensions that can be crossed with all others, those with fewest values first, while cells stay few."""
    kept: tuple[str, ...] = ()
    for d in sorted(dims, key=lambda one: len(past.seen(one))):
        if len(distinct(past.keep((*kept, d)).codes)[0]) <= _MAX_INNER_CELLS:
            kept = (*kept, d)
    return kept


def _is_constant(now: Leaves, past: Leaves, dim: str) -> bool:
    """Whether nearly all tickets of the slice have one value, now and before, as a city has its province."""
    one, other = align([now, past])
    size = len(one.values[one.dims.index(dim)])
    counts = [np.bincount(part.column(dim), part.numerator, size) for part in (one, other)]
    top = int((counts[0] + counts[1]).argmax())
    return all(count[top] >= _ONE_VALUE_SHARE * count.sum() for count in counts)


def _by_history(now: Leaves, past: Leaves, periods: float) -> ComparedLeaves:
    """Against the slice's own history, by the dimensions that do not shift themselves."""
    one, other = align([now, past])
    kept = stable_dimensions(one, other)
    return expected_counts.expected_by_history(one.keep(kept), other.keep(kept), periods)


def stable_dimensions(now: Leaves, past: Leaves) -> list[str]:
    """The dimensions whose values have about the shares that they had. now, past: aligned leaves."""
    distances = {d: total_variation(now.column(d), now.numerator, past.column(d), past.numerator) for d in now.dims}
    return [d for d in now.dims if distances[d] <= MAX_TOTAL_VARIATION]


def total_variation(now: Ints, figures: Floats, before: Ints, figures_before: Floats) -> float:
    """Total variation distance of the shares of a dimension's values, 0 to 1.

    now, before: codes, int [leaves]. figures, figures_before: counts, float [leaves].

    >>> total_variation(np.array([0, 1]), np.array([3.0, 1.0]), np.array([0, 1]), np.array([1.0, 1.0]))
    0.25
    """
    size = int(max(now.max(initial=0), before.max(initial=0))) + 1
    counts = (np.bincount(now, figures, size), np.bincount(before, figures_before, size))
    shares = [count / max(float(count.sum()), 1.0) for count in counts]
    return float(np.abs(shares[0] - shares[1]).sum() / 2)


def periods_of(source: Source, metric: str, period: Period | None, before: Period) -> float:
    """How many periods the baseline period makes: by the units at risk of a rate, by the days of a count."""
    days = max(before.days / period.days, 1e-6) if period else 1.0
    if METRICS[metric].kind != "rate":
        return days
    units = [float(source.leaves(metric, (), span, ()).denominator.sum()) for span in (before, period)]
    return max(units[0] / units[1], 1e-6) if min(units) >= _LEAST_UNITS else days
