"""Key-driver analysis: each value of each dimension against all others, to see which go with a worse share or rate.

It compares no periods. What goes with a worse figure need not be its cause; the sentence says no more than that.
"""

from collections.abc import Iterator
from math import isfinite, log

from scipy.special import ndtr, ndtri

from zhenyin.core.errors import Invalid
from zhenyin.dimensions import DIMENSIONS, explaining
from zhenyin.explain import sentences
from zhenyin.explain.method import VALUE_COMPARISON
from zhenyin.explain.models import Explanation, Suspect
from zhenyin.explain.source import slice_of_filters
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.metrics._relations import relation
from zhenyin.question.filters import Filter
from zhenyin.question.models import Cell, Question
from zhenyin.question.period import Period
from zhenyin.question.plan import allowed
from zhenyin.question.service import answer
from zhenyin.question.source_columns import source_columns
from zhenyin.stats.intervals import Z_95, odds_ratio, rate_ratio

KINDS = ("share", "rate")
_LEAST_EVENTS, _LEAST_ROWS = 10, 50
_FAMILY_WISE_ERROR = 0.01
"""Chance that anything is named where nothing differs."""
_LEAST_RATIO = 1.2
"""Smaller odds or rate ratios are not named."""
_MAX_SUSPECTS = 4


def explain(workspace: Workspace, metric: str, filters: tuple[Filter, ...], period: Period | None) -> Explanation:
    """The values that go with a worse share or rate, those with most evidence first.

    The tickets of a named value are left out before the next is looked for, so that no value is named for another. Suspects
    have odds ratios of shares and rate ratios of rates; above 1 is worse.
    Raises Invalid (`compare-values-needs-share`).
    Source: O. J. Dunn, "Multiple comparisons among means", Journal of the American Statistical Association 56 (1961);
    odds ratios by B. Woolf, Annals of Human Genetics 19 (1955).
    """
    if METRICS[metric].kind not in KINDS:
        raise Invalid(
            "compare-values-needs-share",
            en=f"Values can be compared for shares and rates; {METRICS[metric].title.en} is neither. Compare with the rest.",
            zh=f"只有占比和比率可以在取值之间比较，{METRICS[metric].title.zh}不是。请改为与其余部分比较。",
        )
    dims = _dimensions(workspace, metric, filters)
    found = list(_one_by_one(workspace, metric, dims, filters, period))
    whole = answer(workspace.warehouse, Question((metric,), period=period, filters=filters)).cells[0].estimate
    return Explanation(
        metric=metric,
        where=slice_of_filters(filters),
        observed=whole.numerator,
        expected=whole.numerator,
        suspects=tuple(found),
        outside=False,
        sentence=found[0].sentence if found else sentences.drivers_summary(metric),
        dims=dims,
        method=VALUE_COMPARISON,
    )


def _dimensions(workspace: Workspace, metric: str, filters: tuple[Filter, ...]) -> tuple[str, ...]:
    """The dimensions of the metric that may explain, with the columns that sources brought along."""
    excluded = {*explaining("nothing"), *(f.dimension for f in filters)}
    has_extra = "extra" in relation(METRICS[metric].parts[0].fact).columns
    extra = source_columns(workspace.warehouse) if has_extra else ()
    known = (d for d in allowed(METRICS[metric]) if DIMENSIONS[d].grain is None)
    return tuple(d for d in (*known, *extra) if d not in excluded)


def _one_by_one(
    workspace: Workspace, metric: str, dims: tuple[str, ...], filters: tuple[Filter, ...], period: Period | None
) -> Iterator[Suspect]:
    for _ in range(_MAX_SUSPECTS):
        compared = [s for dim in dims for s in _against_others(workspace, metric, dim, filters, period)]
        critical = -float(ndtri(_FAMILY_WISE_ERROR / max(len(compared), 1)))
        worse = [s for s in compared if _z_score(s) > critical and s.ratio >= _LEAST_RATIO]
        if not worse:
            return
        top = max(worse, key=_z_score)
        yield top
        ((dim, value),) = top.where.items()
        filters = (*filters, Filter(dim, "not in", (value,)))


def _against_others(
    workspace: Workspace, metric: str, dim: str, filters: tuple[Filter, ...], period: Period | None
) -> Iterator[Suspect]:
    cells = answer(workspace.warehouse, Question((metric,), (dim,), period=period, filters=filters)).cells
    known = [cell for cell in cells if cell.at[dim] is not None and cell.estimate.denominator]
    events = sum(cell.estimate.numerator for cell in known)
    exposure = sum(cell.estimate.denominator or 0.0 for cell in known)
    for cell in known:
        inside, own = cell.estimate.numerator, cell.estimate.denominator or 0.0
        # Where one value has all events, the metric is defined by it.
        if cell.estimate.n >= _LEAST_ROWS and _LEAST_EVENTS <= inside < events and exposure > own:
            yield _suspect(metric, dim, cell, (events - inside, exposure - own))


def _suspect(metric: str, dim: str, cell: Cell, others: tuple[float, float]) -> Suspect:
    inside, exposure = cell.estimate.numerator, cell.estimate.denominator or 0.0
    # Odds are symmetric: it makes no difference whether the event or its opposite is counted.
    compare = odds_ratio if METRICS[metric].kind == "share" else rate_ratio
    ratio, low, high = compare(inside, exposure, *others)
    if METRICS[metric].better == "higher":
        ratio, low, high = 1 / ratio, 1 / high, 1 / low
    expected = exposure * others[0] / others[1]
    where = {dim: str(cell.at[dim])}
    return Suspect(
        where=where,
        observed=inside,
        expected=expected,
        share=(inside - expected) / max(inside + others[0], 1e-9),
        ratio=ratio,
        low=low,
        high=high,
        p=float(ndtr(-_z_of_interval(ratio, low, high))),
        sentence=sentences.driver_suspect(metric, where, inside / exposure, others[0] / others[1], ratio, (low, high)),
    )


def _z_score(suspect: Suspect) -> float:
    return _z_of_interval(suspect.ratio, suspect.low, suspect.high)


def _z_of_interval(ratio: float, low: float, high: float) -> float:
    """Standard errors by which the log of a ratio lies above 0, from its 95 % interval.

    >>> round(_z_of_interval(2.0, 1.0, 4.0), 2)
    1.96
    """
    width = log(high / low) / 2 / Z_95 if low > 0 and isfinite(high) else float("inf")
    return log(ratio) / width if ratio > 0 else 0.0
