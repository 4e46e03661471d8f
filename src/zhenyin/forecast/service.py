"""How many tickets will come, for each team and product; and what becomes of a queue with other people."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np

from zhenyin.charts import ChartSpec
from zhenyin.charts import outlook as chart
from zhenyin.core.arrays import Floats
from zhenyin.core.errors import Invalid
from zhenyin.core.words import Words
from zhenyin.dimensions import dimension, used_for, with_role
from zhenyin.forecast import calendar
from zhenyin.forecast.point_forecast import WEEK
from zhenyin.forecast.volume import LEAST_DAYS, Grain, Volume, volume
from zhenyin.job.workspace import Workspace
from zhenyin.question.cube import cube
from zhenyin.question.filters import Filter
from zhenyin.question.sums import span

METRIC = "ticket_count"
CUTS = used_for("forecast")
MOST_SERIES = 60
"""The largest are told one by one; the rest together."""
MOST_DAYS = 182
_WHOLE_DAY_HOUR = 21
"""A last day with tickets up to this hour is taken for whole."""
_SHOWN_DAYS = {"day": 56, "week": 26 * WEEK}
_TICKETS = ("tickets", Words("件", "tickets"))
_MEASURES = {
    "day": Words("每日工单数（80% 区间）", "Tickets a day (80 % interval)"),
    "week": Words("每周工单数（80% 区间）", "Tickets a week (80 % interval)"),
}
_EVENTS = {
    "春节": Words("春节", "Spring Festival"),
    "假期": Words("公众假期", "Public holiday"),
    "618": Words("618", "618 sale"),
    "双11": Words("双11", "Singles' Day"),
}


@dataclass(frozen=True, slots=True)
class History:
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

    history: History
    each: Volume = field(repr=False)
    whole: Volume = field(repr=False)

    @property
    def days(self) -> list[date]:
        """First days of the steps that are forecast."""
        size = 1 if self.each.grain == "day" else WEEK
        return [self.history.end + timedelta(days=size * i) for i in range(self.each.expected.shape[1])]


def history(workspace: Workspace, cuts: Sequence[str] = CUTS, filters: Sequence[Filter] = ()) -> History:
    """Raises Invalid (`history-short`) below 120 days, and what `cube` raises for names that are unknown."""
    cuts = tuple(cuts)
    sums = cube(workspace.warehouse, METRIC, cuts, grain="day", filters=tuple(filters))
    known = span(workspace.warehouse)
    counts, days = sums.numerator, sums.buckets
    if known and days and days[-1] == known.until.date() and known.until.hour < _WHOLE_DAY_HOUR:
        counts, days = counts[:, :-1], days[:-1]
    if len(days) < LEAST_DAYS:
        raise Invalid(
            "history-short",
            en=f"A forecast needs {LEAST_DAYS} days of tickets; there are {len(days)}. Import more history.",
            zh=f"预测至少需要 {LEAST_DAYS} 天的工单，目前只有 {len(days)} 天。请导入更多历史数据。",
        )
    where = [sums.where(leaf) for leaf in range(len(sums.codes))]
    return _largest(History(cuts, where, counts, days[0], [_season(cuts, at) for at in where]))


def forecast(
    workspace: Workspace,
    cuts: Sequence[str] = CUTS,
    filters: Sequence[Filter] = (),
    grain: Grain = "day",
    days: int = 28,
) -> Forecast:
    """Raises Invalid (`horizon-unusable`) unless the days are 1 to 182 (whole weeks by week), and what `history` does."""
    if not 1 <= days <= MOST_DAYS or (grain == "week" and days % WEEK):
        raise Invalid(
            "horizon-unusable",
            en=f"{days} days cannot be forecast. Use 1 to {MOST_DAYS} days, and whole weeks by week.",
            zh=f"无法预测 {days} 天。请使用 1 至 {MOST_DAYS} 天；按周预测时须为整周。",
        )
    past = history(workspace, cuts, filters)
    each = volume(past.counts, past.first, past.groups, days, grain)
    whole = volume(past.counts.sum(axis=0, keepdims=True), past.first, [""], days, grain)
    return Forecast(past, each, whole)


def known_days(workspace: Workspace) -> int:
    """How many days of tickets there are; a forecast needs 120."""
    known = span(workspace.warehouse)
    return known.period.days if known else 0


def as_dict(told: Forecast) -> dict[str, Any]:
    """As JSON: every slice's total over the horizon and its steps, the whole, and the picture of the whole."""
    holidays = calendar.events(_all_days(told))
    until = calendar.known_until()
    return {
        "grain": told.each.grain,
        "cuts": list(told.history.cuts),
        "until": (told.history.end - timedelta(days=1)).isoformat(),
        "steps": [day.isoformat() for day in told.days],
        "whole": _series(told.whole, 0),
        "series": [
            {"where": where, **_series(told.each, i), "before": _before(told, i)}
            for i, where in enumerate(told.history.where)
        ],
        "coverage": _rounded(told.each.coverage()),
        "events": [
            {"title": _EVENTS[name].as_dict(), "from": a.isoformat(), "to": b.isoformat()} for name, a, b in holidays
        ],
        "holidays_known_until": until.isoformat(),
        "holidays_unknown": told.days[-1] > until,
        "chart": picture(told).as_dict(),
    }


def picture(told: Forecast, series: int | None = None) -> ChartSpec:
    """What came and what is to come; of all together, or of one series."""
    made, row = (told.whole, 0) if series is None else (told.each, series)
    counts = told.history.counts.sum(axis=0) if series is None else told.history.counts[series]
    size = 1 if made.grain == "day" else WEEK
    steps = len(counts) // size
    recent = counts[len(counts) - steps * size :].reshape(steps, size).sum(axis=1)[-_SHOWN_DAYS[made.grain] // size :]
    first = told.history.end - timedelta(days=size * len(recent))
    past = [(first + timedelta(days=size * i), float(value)) for i, value in enumerate(recent.tolist())]
    ahead = zip(told.days, made.expected[row].tolist(), made.low[row].tolist(), made.high[row].tolist(), strict=True)
    named = None if series is None else told.history.where[series]
    return chart.build(_finding(made, row, counts, named), _MEASURES[made.grain], _TICKETS, past, list(ahead))


def _finding(made: Volume, row: int, counts: Floats, where: dict[str, str] | None) -> Words:
    """How the days to come stand against as many days before."""
    size = 1 if made.grain == "day" else WEEK
    days = made.expected.shape[1] * size
    coming, before = float(made.expected[row].sum()), float(counts[-days:].sum())
    zh = " · ".join(where.values()) if where else "全部工单"
    en = ", ".join(where.values()) if where else "All tickets"
    if before <= 0:
        return Words(f"{zh}：未来 {days} 天预计 {coming:,.0f} 件", f"{en}: {coming:,.0f} expected in {days} days")
    change = coming / before - 1
    way = ("增加", "more") if change >= 0 else ("减少", "fewer")
    return Words(
        f"{zh}：未来 {days} 天预计 {coming:,.0f} 件，比前 {days} 天{way[0]} {abs(change):.0%}",
        f"{en}: {coming:,.0f} expected in {days} days, {abs(change):.0%} {way[1]} than in the {days} days before",
    )


def _series(made: Volume, row: int) -> dict[str, Any]:
    return {
        "expected": [round(v, 2) for v in made.expected[row].tolist()],
        "low": made.low[row].tolist(),
        "high": made.high[row].tolist(),
        "total": round(float(made.expected[row].sum()), 1),
    }


def _before(told: Forecast, row: int) -> float:
    """Tickets of as many days before."""
    days = len(_all_days(told))
    return float(told.history.counts[row, -days:].sum())


def _all_days(told: Forecast) -> list[date]:
    size = 1 if told.each.grain == "day" else WEEK
    return [told.history.end + timedelta(days=i) for i in range(size * told.each.expected.shape[1])]


def _rounded(share: float) -> float | None:
    return round(share, 3) if np.isfinite(share) else None


def _season(cuts: tuple[str, ...], where: dict[str, str]) -> str:
    """Which slices share a season: those of one product, as far as the cuts tell."""
    return next((where[cut] for cut in cuts if cut in with_role("which_unit", watched="units")), "")


def _largest(found: History) -> History:
    """The largest series, the smaller ones as one."""
    for cut in found.cuts:
        dimension(cut)
    if len(found.where) <= MOST_SERIES:
        return found
    order = np.argsort(-found.counts.sum(axis=1), kind="stable")
    top, rest = sorted(order[: MOST_SERIES - 1].tolist()), order[MOST_SERIES - 1 :]
    counts = np.concatenate([found.counts[top], found.counts[rest].sum(axis=0, keepdims=True)])
    where = [found.where[i] for i in top] + [{}]
    return History(found.cuts, where, counts, found.first, [found.groups[i] for i in top] + [""])
