"""What goes with a worse figure, without any change in time: each value of each dimension against all the others.

For shares and rates of which every cell is told by `question`, those of a single moment included. What goes with a figure
need not be its cause; the sentence says no more than that.
"""

from collections.abc import Iterator
from math import isfinite, log

from scipy.special import ndtr, ndtri

from zhenyin.core.errors import Invalid
from zhenyin.core.words import Words
from zhenyin.dimensions import DIMENSIONS, dimension, explaining
from zhenyin.explain.method import BY_VALUES
from zhenyin.explain.models import Explanation, Suspect
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.metrics._relations import relation
from zhenyin.question.filters import Filter
from zhenyin.question.models import Cell, Question
from zhenyin.question.period import Period
from zhenyin.question.plan import allowed
from zhenyin.question.service import answer
from zhenyin.question.source_columns import source_columns
from zhenyin.stats.intervals import odds_ratio, rate_ratio

KINDS = ("share", "rate")
_LEAST_EVENTS, _LEAST_ROWS = 10, 50
_CHANCE = 0.01
"""That anything is named at all where nothing differs."""
_MATTERS = 1.2
"""Odds, or a rate, so many times those of the others are worth telling."""
_MOST = 4
_NO_CAUSE = explaining("nothing")
"""Dimensions with a value for each person or thing, and those that say what was made of a ticket."""


def explain(workspace: Workspace, metric: str, filters: tuple[Filter, ...], period: Period | None) -> Explanation:
    """The values that go with a worse figure of a share or rate, the most evidence first.

    The tickets of what was named are set aside before the next is looked for, so that nothing is named for another.
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
    fixed = {*_NO_CAUSE, *(f.dimension for f in filters)}
    own = source_columns(workspace.warehouse) if "extra" in relation(METRICS[metric].parts[0].fact).columns else ()
    plain = (d for d in allowed(METRICS[metric]) if DIMENSIONS[d].grain is None)
    dims = tuple(d for d in (*plain, *own) if d not in fixed)
    found = list(_one_by_one(workspace, metric, dims, filters, period))
    whole = answer(workspace.warehouse, Question((metric,), period=period, filters=filters)).cells[0].estimate
    return Explanation(
        metric=metric,
        where={f.dimension: "、".join(map(str, f.values)) for f in filters},
        observed=whole.numerator,
        expected=whole.numerator,
        suspects=tuple(found),
        outside=False,
        sentence=_summary(metric, found),
        dims=dims,
        method=BY_VALUES,
    )


def _one_by_one(
    workspace: Workspace, metric: str, dims: tuple[str, ...], filters: tuple[Filter, ...], period: Period | None
) -> Iterator[Suspect]:
    for _ in range(_MOST):
        compared = [s for dim in dims for s in _against_others(workspace, metric, dim, filters, period)]
        bar = -float(ndtri(_CHANCE / max(len(compared), 1)))
        worse = [s for s in compared if _errors(s) > bar and s.ratio >= _MATTERS]
        if not worse:
            return
        top = max(worse, key=_errors)
        yield top
        ((dim, value),) = top.where.items()
        filters = (*filters, Filter(dim, "not in", (value,)))


def _against_others(
    workspace: Workspace, metric: str, dim: str, filters: tuple[Filter, ...], period: Period | None
) -> Iterator[Suspect]:
    cells = answer(workspace.warehouse, Question((metric,), (dim,), period=period, filters=filters)).cells
    known = [cell for cell in cells if cell.at[dim] is not None and cell.estimate.denominator]
    events = sum(cell.estimate.numerator for cell in known)
    at_risk = sum(cell.estimate.denominator or 0.0 for cell in known)
    for cell in known:
        inside, there = cell.estimate.numerator, cell.estimate.denominator or 0.0
        # Where one value has all events, the metric is defined by it.
        if cell.estimate.n >= _LEAST_ROWS and _LEAST_EVENTS <= inside < events and at_risk > there:
            yield _suspect(metric, dim, cell, (events - inside, at_risk - there))


def _suspect(metric: str, dim: str, cell: Cell, others: tuple[float, float]) -> Suspect:
    inside, there = cell.estimate.numerator, cell.estimate.denominator or 0.0
    if METRICS[metric].kind == "share":
        # What happened against what did not: it makes no difference which of the two is counted.
        ratio, low, high = odds_ratio(inside, there, *others)
    else:
        ratio, low, high = rate_ratio(inside, there, *others)
    if METRICS[metric].better == "higher":
        ratio, low, high = 1 / ratio, 1 / high, 1 / low
    expected = there * others[0] / others[1]
    return Suspect(
        where={dim: str(cell.at[dim])},
        observed=inside,
        expected=expected,
        share=(inside - expected) / max(inside + others[0], 1e-9),
        ratio=ratio,
        low=low,
        high=high,
        p=float(ndtr(-_errors_of(ratio, low, high))),
        sentence=_sentence(metric, dim, cell, others, ratio, (low, high)),
    )


def _errors(suspect: Suspect) -> float:
    return _errors_of(suspect.ratio, suspect.low, suspect.high)


def _errors_of(ratio: float, low: float, high: float) -> float:
    """How many standard errors a ratio lies above 1, by its 95 % interval."""
    width = log(high / low) / 2 / 1.959964 if low > 0 and isfinite(high) else float("inf")
    return log(ratio) / width if ratio > 0 else 0.0


def _sentence(
    metric: str, dim: str, cell: Cell, others: tuple[float, float], ratio: float, bounds: tuple[float, float]
) -> Words:
    title, of, value = dimension(dim).title, METRICS[metric], cell.at[dim]
    scale, sign = (100.0, "%") if of.unit.key == "ratio" else (of.per, "")
    here, there = (
        f"{scale * x / n:.3g}{sign}" for x, n in ((cell.estimate.numerator, cell.estimate.denominator or 1.0), others)
    )
    low, high = bounds
    how = Words("比值比", "odds") if of.kind == "share" else Words("为", "a rate")
    so = f"{ratio:.1f} 倍，区间 {low:.1f}–{high:.1f}"
    return Words(
        f"{title.zh}为 {value} 的{of.title.zh}为 {here}，其余为 {there}（{how.zh} {so}）。",
        f"{of.title.en} is {here} where {title.en.lower()} is {value}, and {there} elsewhere "
        f"({how.en} {ratio:.1f} times as bad, interval {low:.1f} to {high:.1f}).",
    )


def _summary(metric: str, worse: list[Suspect]) -> Words:
    title = METRICS[metric].title
    if not worse:
        return Words(
            f"{title.zh}在各维度的取值之间没有可辨认的差别。",
            f"{title.en} does not differ between the values of any dimension as far as one can tell.",
        )
    return worse[0].sentence
