"""Forecast of ticket volume by team and product: daily history in, point forecast with prediction intervals out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.errors import Invalid
from zhenyin.dimensions import dimension, used_for, with_role
from zhenyin.forecast.point_forecast import WEEK
from zhenyin.forecast.volume import LEAST_DAYS, Grain, Volume, volume
from zhenyin.job.workspace import Workspace
from zhenyin.question.cube import cube
from zhenyin.question.filters import Filter
from zhenyin.question.models import Span
from zhenyin.question.period import Period
from zhenyin.question.sums import span

METRIC = "ticket_count"
GROUP_BY = used_for("forecast")
MAX_SERIES = 60
"""The largest are told one by one; the rest together."""
MAX_DAYS = 182
MAX_HISTORY_DAYS = 6 * 366
_WHOLE_DAY_HOUR = 21
"""A last day with tickets up to this hour is taken for whole."""


@dataclass(frozen=True, slots=True)
class TicketHistory:
    """Daily tickets of some slices. counts: float [series, days] from `first` on; where: what each series is.

    The smallest of very many are one series, whose `where` is empty. groups: which series share a season.
    """

    cuts: tuple[str, ...]
    where: list[dict[str, str]]
    counts: Floats = field(repr=False)
    first: date
    groups: list[str]

    @property
    def end(self) -> date:
        """The day after the last one."""
        return self.first + timedelta(days=int(self.counts.shape[1]))


@dataclass(frozen=True, slots=True)
class Forecast:
    """Every slice, and all together."""

    history: TicketHistory
    each: Volume = field(repr=False)
    whole: Volume = field(repr=False)

    @property
    def days(self) -> list[date]:
        """First days of the steps that are forecast."""
        size = 1 if self.each.grain == "day" else WEEK
        return [self.history.end + timedelta(days=size * i) for i in range(self.each.expected.shape[1])]

    @property
    def horizon(self) -> list[date]:
        """Every day that is forecast, also by week."""
        size = 1 if self.each.grain == "day" else WEEK
        return [self.history.end + timedelta(days=i) for i in range(size * self.each.expected.shape[1])]

    def previous_total(self, row: int) -> float:
        """Tickets of one series in as many days before."""
        return float(self.history.counts[row, -len(self.horizon) :].sum())


def history(workspace: Workspace, cuts: Sequence[str] = GROUP_BY, filters: Sequence[Filter] = ()) -> TicketHistory:
    """The daily tickets of the last six years.

    Raises Invalid (`history-short` below 120 days, `history-empty` without tickets), and what `cube` does for unknown names.
    """
    cuts = tuple(cuts)
    known = span(workspace.warehouse)
    sums = cube(
        workspace.warehouse, METRIC, cuts, period=_recent(known) if known else None, grain="day", filters=tuple(filters)
    )
    counts, days = sums.numerator, sums.buckets
    if known and days and days[-1] == known.until.date() and known.until.hour < _WHOLE_DAY_HOUR:
        counts, days = counts[:, :-1], days[:-1]
    if len(days) < LEAST_DAYS:
        raise Invalid(
            "history-short",
            en=f"A forecast needs {LEAST_DAYS} days of tickets; there are {len(days)}. Import more history.",
            zh=f"预测至少需要 {LEAST_DAYS} 天的工单，目前只有 {len(days)} 天。请导入更多历史数据。",
        )
    if not counts.any():
        raise Invalid(
            "history-empty",
            en="No ticket of the history meets the filters, so there is nothing to forecast. Use other filters.",
            zh="历史工单中没有符合筛选条件的，无法预测。请更换筛选条件。",
        )
    where = [sums.where(leaf) for leaf in range(len(sums.codes))]
    return _largest(TicketHistory(cuts, where, counts, days[0], [_season(cuts, at) for at in where]))


def forecast(
    workspace: Workspace,
    cuts: Sequence[str] = GROUP_BY,
    filters: Sequence[Filter] = (),
    grain: Grain = "day",
    days: int = 28,
) -> Forecast:
    """Raises Invalid (`horizon-unusable`) unless the days are 1 to 182 (whole weeks by week), and what `history` does."""
    if not 1 <= days <= MAX_DAYS or (grain == "week" and days % WEEK):
        raise Invalid(
            "horizon-unusable",
            en=f"{days} days cannot be forecast. Use 1 to {MAX_DAYS} days, and whole weeks by week.",
            zh=f"无法预测 {days} 天。请使用 1 至 {MAX_DAYS} 天；按周预测时须为整周。",
        )
    past = history(workspace, cuts, filters)
    each = volume(past.counts, past.first, past.groups, days, grain)
    whole = volume(past.counts.sum(axis=0, keepdims=True), past.first, [""], days, grain)
    return Forecast(past, each, whole)


def _recent(known: Span) -> Period:
    """The days that a forecast learns from: what lies longer back says nothing of the coming months."""
    whole = known.period
    return Period(max(whole.start, whole.end - timedelta(days=min(MAX_HISTORY_DAYS, whole.days))), whole.end)


def history_days(workspace: Workspace) -> int:
    """How many days of tickets there are; a forecast needs 120."""
    known = span(workspace.warehouse)
    return known.period.days if known else 0


def _season(cuts: tuple[str, ...], where: dict[str, str]) -> str:
    """Which slices share a season: those of one product, as far as the cuts tell."""
    return next((where[cut] for cut in cuts if cut in with_role("which_unit", watched="units")), "")


def _largest(found: TicketHistory) -> TicketHistory:
    """The largest series, the smaller ones as one."""
    for cut in found.cuts:
        dimension(cut)
    if len(found.where) <= MAX_SERIES:
        return found
    order = np.argsort(-found.counts.sum(axis=1), kind="stable")
    top, rest = sorted(order[: MAX_SERIES - 1].tolist()), order[MAX_SERIES - 1 :]
    counts = np.concatenate([found.counts[top], found.counts[rest].sum(axis=0, keepdims=True)])
    where = [found.where[i] for i in top] + [{}]
    return TicketHistory(found.cuts, where, counts, found.first, [found.groups[i] for i in top] + [""])
