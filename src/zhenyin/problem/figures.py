"""Weekly series of a metric in a slice, as verdicts calculate with it. Only whole weeks that the data covers."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.errors import Invalid
from zhenyin.core.schema import Slice
from zhenyin.dimensions import dimension
from zhenyin.metrics import METRICS, Metric, relation
from zhenyin.problem.slices import filters
from zhenyin.question.cube import Cube, cube
from zhenyin.question.sums import span
from zhenyin.stats.weekly import Kind, Weekly
from zhenyin.warehouse.gateway import Warehouse

_KINDS: dict[str, Kind] = {"count": "rate", "rate": "rate", "share": "proportion", "mean": "mean"}
"""How the figure of a metric varies by chance. Others are no sums over a week, or may be below zero."""


@dataclass(frozen=True, slots=True)
class WeeklyFigure:
    """weeks: Mondays, ascending. series: numerator and denominator of each week."""

    weeks: list[date]
    series: Weekly

    def index_of(self, day: date) -> int:
        """The index of the first week on or after a day; the number of weeks when all lie before."""
        return sum(week < day for week in self.weeks)

    def values(self, per: float) -> list[float | None]:
        """The figure as people read it; None where nothing was at risk."""
        sums = zip(self.series.total.tolist(), self.series.base.tolist(), strict=True)
        return [total / base * per if base > 0 else None for total, base in sums]

    def until(self, day: date) -> "WeeklyFigure":
        """The weeks that were over on that day."""
        kept = sum(week + timedelta(weeks=1) <= day for week in self.weeks)
        given = self.series
        squares = None if given.squares is None else given.squares[:kept]
        return WeeklyFigure(self.weeks[:kept], Weekly(given.total[:kept], given.base[:kept], given.kind, squares))


def check(metric: str, where: Slice) -> None:
    """Raises NotFound for unknown names, Invalid (`metric-not-judgeable`) for a metric that cannot be judged by weeks."""
    of = METRICS[metric]
    check_slice(metric, where)
    if not judgeable(metric):
        raise Invalid(
            "metric-not-judgeable",
            en=f"{of.title.en} ({metric}) cannot be judged week by week. Use a count, rate, share or mean.",
            zh=f"{of.title.zh}（{metric}）无法按周判断。请使用计数、比率、占比或均值类指标。",
        )


def check_slice(metric: str, where: Slice) -> None:
    """Raises NotFound for unknown names, Invalid (`cut-unknown`) for dimensions that the metric's rows do not have."""
    of = METRICS[metric]
    lacking = [name for name in where if not dimension(name).fits(relation(of.numerator.fact).columns)]
    if lacking:
        raise Invalid(
            "cut-unknown",
            en=f"{of.title.en} cannot be filtered by {', '.join(lacking)}.",
            zh=f"{of.title.zh}不能按 {'、'.join(lacking)} 筛选。",
        )


def judgeable(metric: str) -> bool:
    """Whether a metric is a sum over each week, whose figure varies as a count, a share or a mean does."""
    of = METRICS[metric]
    return of.kind in _KINDS and of.additive and not of.stock


def weekly(warehouse: Warehouse, metric: str, where: Slice) -> WeeklyFigure:
    """The figure of a slice in every whole week.

    The denominator is cut by those dimensions that exposure is known by: the failure rate of one fault has all units
    of the product in service as its denominator.
    """
    check(metric, where)
    of = METRICS[metric]
    shared = _dimensions_without_exposure(of, where)
    exposed = filters({name: value for name, value in where.items() if name not in shared})
    found = cube(warehouse, metric, shared, filters=exposed)
    numerator, squares, base = _of_slice(found, shared, where)
    if shared:
        base = cube(warehouse, metric, (), filters=exposed).denominator.sum(axis=0)
    kind = _KINDS[of.kind]
    covered = span(warehouse)
    first = sum(covered is not None and week < covered.first.date() for week in found.buckets)
    last = len(found.buckets) - found.incomplete
    kept = slice(first, max(last, first))
    series = Weekly(numerator[kept], base[kept], kind, squares[kept] if kind == "mean" else None)
    return WeeklyFigure(found.buckets[kept], series)


def _dimensions_without_exposure(of: Metric, where: Slice) -> tuple[str, ...]:
    """The dimensions of a slice that the denominator is not known by."""
    if of.denominator is None:
        return ()
    columns = relation(of.denominator.fact).columns
    return tuple(name for name in where if not dimension(name).fits(columns))


def _of_slice(found: Cube, shared: tuple[str, ...], where: Slice) -> tuple[Floats, Floats, Floats]:
    """Numerator, squares and denominator over the leaves whose shared dimensions are in the slice."""
    wanted = [where[name] for name in shared]
    inside = np.array(
        [all(found.values[i][code] in wanted[i] for i, code in enumerate(codes)) for codes in found.codes.tolist()],
        dtype=bool,
    )
    return (
        found.numerator[inside].sum(axis=0),
        found.squares[inside].sum(axis=0),
        found.denominator[inside].sum(axis=0),
    )
