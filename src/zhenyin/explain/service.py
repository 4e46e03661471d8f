"""Why is a figure what it is? Suspects with their sentence, what lies outside, and mix against rate."""

from collections.abc import Sequence
from typing import Literal

from zhenyin.core.errors import Invalid
from zhenyin.explain import count, forecast_baseline, key_drivers, quantile
from zhenyin.explain.mean import split_mix_of
from zhenyin.explain.models import Explanation
from zhenyin.explain.onset import dated
from zhenyin.explain.source import Live, Source
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

Compare = Literal["previous", "year", "rest", "values", "forecast"]
COMPARES: tuple[Compare, ...] = ("previous", "year", "rest", "values", "forecast")
_COUNTED = ("count", "rate", "distinct")


def explain(
    workspace: Workspace,
    metric: str,
    filters: Sequence[Filter],
    period: Period | None,
    compare: Compare = "previous",
    before: Period | None = None,
    source: Source | None = None,
    method: str | None = None,
) -> Explanation:
    """Explain a slice of a metric in a period against the previous one, the year before, or the rest.

    `rest` compares with the tickets that meet all filters but the last; `values` tells which values of other dimensions
    go with a worse share or rate; `forecast` compares tickets with what could be forecast the day before.
    before: another span to compare with. source: where figures are taken from, if not from the warehouse. method: the
    locator of a count, if not the one that suits (`explain/method.py`).
    Raises Invalid (`compare-without-period`, `compare-without-slice`, `nothing-to-explain`).
    """
    if compare == "values":
        return key_drivers.explain(workspace, metric, tuple(filters), period)
    if compare == "rest" and not filters:
        raise Invalid(
            "compare-without-slice",
            en="To compare with the rest, name a slice, such as province=北京市.",
            zh="与其余部分比较需要先给定切片，例如 province=北京市。",
        )
    if compare != "rest" and period is None:
        raise Invalid(
            "compare-without-period",
            en="A comparison with an earlier span needs a period, such as last-8-weeks.",
            zh="与此前比较需要给定时段，例如 last-8-weeks。",
        )
    if period is not None and compare in ("previous", "year"):
        before = before or (period.previous() if compare == "previous" else period.year_before())
    before = None if compare == "rest" else before
    source = source or Live(workspace)
    found = _explained(workspace, source, metric, tuple(filters), period, before, compare, method)
    # A scan brings its own figures, and knows since when.
    if period is None or not isinstance(source, Live):
        return found
    return dated(workspace, found, tuple(filters), period, before, rest=compare == "rest")


def _explained(
    workspace: Workspace,
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    period: Period | None,
    before: Period | None,
    compare: Compare,
    method: str | None,
) -> Explanation:
    if compare == "forecast" and period is not None:
        return forecast_baseline.explain(workspace, source, metric, filters, period)
    if METRICS[metric].kind in _COUNTED:
        return count.explain(source, metric, filters, period, before, method)
    if METRICS[metric].kind == "quantile":
        return quantile.explain(workspace, source, metric, filters, period, before)
    return split_mix_of(source, metric, filters, period, before)
