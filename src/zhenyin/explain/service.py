"""Why is a figure what it is? One entry for every kind of metric and comparison."""

from collections.abc import Sequence
from dataclasses import replace

from zhenyin.core.errors import Invalid
from zhenyin.explain import count, forecast_baseline, key_drivers, mean, quantile, sentences
from zhenyin.explain.models import ExplainCompare, Explanation
from zhenyin.explain.onset import add_onsets
from zhenyin.explain.source import Source, WarehouseSource
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.question.cube import no_sums
from zhenyin.question.filters import Filter
from zhenyin.question.models import Compare, Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer

_SURE = 0.001
"""Chance of its evidence below which a slice is named though the whole has not changed."""


def explain(
    workspace: Workspace,
    metric: str,
    filters: Sequence[Filter],
    period: Period | None,
    compare: ExplainCompare = "previous",
    before: Period | None = None,
    source: Source | None = None,
    method: str | None = None,
) -> Explanation:
    """Explain a slice of a metric in a period against a baseline: an earlier period, the rest, or its forecast.

    filters: the slice; `rest` compares with the tickets that meet all of them but the last. compare: see `ExplainCompare`.
    before: another baseline period. source: of the leaves, if not the warehouse. method: the locator of a count, if not the
    one that suits (`explain/method.py`).
    A count is not compared with the rest, which says only how large the two are; a rate is, by the units of both.
    Raises Invalid (`compare-without-period`, `compare-without-slice`, `rest-needs-exposure`, `metric-has-no-sums`,
    `nothing-to-explain`).
    """
    if compare == "values":
        return key_drivers.explain(workspace, metric, tuple(filters), period)
    _check(metric, compare, filters, period)
    before = _baseline_period(compare, period, before)
    source = source or WarehouseSource(workspace)
    found = _explain_by_kind(workspace, source, metric, tuple(filters), period, before, compare, method)
    # A scan has its own source of leaves, and finds onsets itself.
    if period is None or not isinstance(source, WarehouseSource):
        return found
    found = _with_figure(workspace, found, tuple(filters), period, compare)
    return add_onsets(workspace, found, tuple(filters), period, before, against_rest=compare == "rest")


def _check(metric: str, compare: ExplainCompare, filters: Sequence[Filter], period: Period | None) -> None:
    if compare == "rest" and not filters:
        raise _rest_needs_slice()
    if compare == "rest" and METRICS[metric].kind == "count":
        raise _rest_needs_exposure(metric)
    if compare != "rest" and period is None:
        raise Invalid(
            "compare-without-period",
            en="A comparison with an earlier span needs a period, such as last-8-weeks.",
            zh="与此前比较需要给定时段，例如 last-8-weeks。",
        )


def _rest_needs_slice() -> Invalid:
    return Invalid(
        "compare-without-slice",
        en="To compare with the rest, name a slice, such as province=北京市.",
        zh="与其余部分比较需要先给定范围，例如 province=北京市。",
    )


def _with_figure(
    workspace: Workspace, found: Explanation, filters: tuple[Filter, ...], period: Period, compare: ExplainCompare
) -> Explanation:
    """The answer to the question itself stands over its explanation; a change within chance has none."""
    of: Compare | None = compare if compare in ("previous", "year") else None
    question = Question((found.metric,), filters=filters, period=period, compare=of)
    try:
        cells = answer(workspace.warehouse, question).cells
    except Invalid:
        # Tickets may be cut where the units at risk are not: then there is no figure, and an explanation by counts alone.
        return found
    found = replace(found, figure=cells[0] if cells else None)
    change = found.figure.change if found.figure else None
    if change is None or change.new or change.significant or change.low is None:
        return found
    # What rose in one place and fell in another is worth naming, where chance alone does not make it.
    sure = tuple(suspect for suspect in found.suspects if 0 < suspect.p < _SURE)
    return replace(
        found,
        suspects=sure,
        outside=False,
        attribution=found.attribution if sure else None,
        sentence=sentences.within_chance(found.metric, sure[0].sentence if sure else None),
    )


def choices(metric: str, filters: Sequence[Filter]) -> dict[ExplainCompare, Invalid | None]:
    """What a figure can be compared with: each comparison with the refusal that it would meet, None where it works."""
    of = METRICS[metric]
    sums = None if of.kind == "quantile" or (of.additive and not of.stock) else no_sums(of, metric)
    rest = _rest_needs_exposure(metric) if of.kind == "count" else None if filters else _rest_needs_slice()
    forecast = None if of.kind == "count" else _forecast_needs_count(metric)
    return {"previous": sums, "year": sums, "forecast": sums or forecast, "rest": sums or rest, "values": None}


def _forecast_needs_count(metric: str) -> Invalid:
    title = METRICS[metric].title
    return Invalid(
        "forecast-needs-count",
        en=f"Only counts have a forecast; {title.en} ({metric}) is none.",
        zh=f"只有数量类指标有预测，{title.zh}（{metric}）没有。",
    )


def _rest_needs_exposure(metric: str) -> Invalid:
    title = METRICS[metric].title
    return Invalid(
        "rest-needs-exposure",
        en=f"{title.en} ({metric}) of a slice and of the rest say only how large they are. "
        "Use a rate such as failure_rate, a share or a mean, or compare with the period before.",
        zh=f"{title.zh}（{metric}）与其余部分相比只反映两者的规模。"
        "请改用比率（例如 failure_rate）、占比或均值类指标，或改为与上期比较。",
    )


def _baseline_period(compare: ExplainCompare, period: Period | None, before: Period | None) -> Period | None:
    if compare == "rest":
        return None
    if before is None and period is not None and compare in ("previous", "year"):
        return period.previous() if compare == "previous" else period.year_before()
    return before


def _explain_by_kind(
    workspace: Workspace,
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    period: Period | None,
    before: Period | None,
    compare: ExplainCompare,
    method: str | None,
) -> Explanation:
    if compare == "forecast" and period is not None:
        return forecast_baseline.explain(workspace, source, metric, filters, period)
    of = METRICS[metric]
    if of.kind == "quantile":
        return quantile.explain(workspace, source, metric, filters, period, before)
    if not of.additive or of.stock:
        # Different customers of two slices, or what is open on two days, are not as many together.
        raise no_sums(of, metric)
    if of.kind in ("count", "rate"):
        own = compare in ("previous", "year") and not filters
        against = compare if own or compare == "rest" else "expected"
        return count.explain(source, metric, filters, period, before, method, against)
    return mean.explain_mean(source, metric, filters, period, before)
