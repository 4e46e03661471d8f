"""Slices of a scan as matrices: counts and exposure by week, the rate of their parents, and last year's same weeks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.core.schema import Coordinates
from zhenyin.detectors import DetectorContext
from zhenyin.question.weekly import Key, Table
from zhenyin.stats.intervals import rate_ratio
from zhenyin.watch.scan.parent_rates import parent_rates
from zhenyin.watch.scan.slice_families import SliceFamily

_YEAR = 52
LEAST_SEASONAL_RATIO = 1.15  # a rise over last year's same weeks whose ratio may be below this is seasonal
_SEASON_WEEKS = 5  # last year's weeks that a season is read from, at least
_LEAST_BASE = 0.25  # share of the base that last year needs, to be compared with


@dataclass(frozen=True, slots=True)
class Slices:
    """All slices of a scan: what each is, and its weeks.

    counts, base: float [slices, weeks]. parents: float [slices], the rate that the parents of a slice predict.
    families: int [slices], the slice family of each. events: float [weeks, kinds], holidays and promotions.
    prior_counts: float [2, slices], events and base before the first week.
    """

    where: list[dict[str, str]]
    counts: Floats = field(repr=False)
    base: Floats = field(repr=False)
    parents: Floats | None = field(default=None, repr=False)
    families: Ints | None = field(default=None, repr=False)
    events: Floats | None = field(default=None, repr=False)
    prior_counts: Floats | None = field(default=None, repr=False)

    @property
    def context(self) -> DetectorContext:
        return DetectorContext(self.parents, self.families, self.events, self.prior_counts)

    def rows(self, kept: list[int]) -> "Slices":
        """Some of the slices."""
        parents = None if self.parents is None else self.parents[kept]
        families = None if self.families is None else self.families[kept]
        where = [self.where[i] for i in kept]
        return Slices(where, self.counts[kept], self.base[kept], parents, families, self.events)

    def with_slice(
        self, where: Coordinates, counts: Floats, base: Floats, parent: float, like: int | None = None
    ) -> "Slices":
        """These slices and below them one more: counts, base, float [weeks]; parent: the rate it should have.

        like: the slice whose family it joins; None for a family of its own.
        """
        families = self.families if self.families is not None else np.zeros(len(self.where), dtype=np.int64)
        own = self.parents if self.parents is not None else np.zeros(len(self.where))
        shape = (len(self.where), len(counts))
        own_family = families.max(initial=-1) + 1 if like is None else families[like]
        return Slices(
            [*self.where, where],
            np.concatenate([self.counts.reshape(shape), counts[None]]),
            np.concatenate([self.base.reshape(shape), base[None]]),
            np.append(own, parent),
            np.append(families, own_family),
            self.events,
        )


def assemble(
    tables: Sequence[tuple[SliceFamily, Table, Table]], recent: int, least: float, calendar: Floats | None = None
) -> Slices:
    """Put tables (family, counts, base) together: slices that are known, at risk, and have `least` recent events.

    A new value has no history of its own: the rate of its parents stands in for it. calendar: float [weeks, kinds],
    holidays and promotions.
    """
    where: list[dict[str, str]] = []
    counts: list[Floats] = []
    base: list[Floats] = []
    families: list[int] = []
    in_use = {id(risk): _in_use(risk, recent) for _, _, risk in tables}
    for number, (family, table, at_risk) in enumerate(tables):
        place, risks = [family.dims.index(d) for d in family.dims if d in family.base], in_use[id(at_risk)]
        for key, events in _busy(table, recent, least):
            risk = risks.get(tuple([key[i] for i in place]))
            if risk is None or "" in key:
                continue
            where.append(dict(zip(family.dims, key, strict=True)))
            counts.append(events)
            base.append(risk)
            families.append(number)
    each, at_risk_of_each = (np.array(rows) if rows else np.zeros((0, 0)) for rows in (counts, base))
    slices = Slices(where, each, at_risk_of_each, None, np.array(families, dtype=np.int64), calendar)
    return replace(slices, parents=parent_rates(slices, tables, recent)) if where else slices


def _in_use(at_risk: Table, recent: int) -> Table:
    """What had units at risk in the last weeks."""
    return {key: weeks for key, weeks in at_risk.items() if weeks[-recent:].any()}


def _busy(table: Table, recent: int, least: float) -> list[tuple[Key, Floats]]:
    """The slices with so many events in the last weeks. They are many: all are summed at once."""
    if not table:
        return []
    enough = np.array(list(table.values()))[:, -recent:].sum(axis=1) >= least
    return list(compress(table.items(), enough.tolist()))


def matches_last_year(counts: Floats, base: Floats, window: int) -> bool | None:
    """Whether the last weeks, per unit at risk, were like the same weeks a year before; None where no one can tell.

    counts, base: float [weeks]. window: how many last weeks; fewer are compared when the year before has fewer.
    """
    window = min(window, len(counts) - _YEAR)
    if window < 1:
        return None
    at_risk = float(base[-window:].sum())
    seen = float(counts[-window:].sum())
    exact = slice(-_YEAR - window, -_YEAR)
    # One week of last year says little of its season: the weeks around it are used as well.
    around = min(max((_SEASON_WEEKS - window + 1) // 2, 0), len(counts) - _YEAR - window)
    wide = slice(-_YEAR - window - around, -_YEAR + around)
    if at_risk <= 0 or float(base[exact].sum()) < _LEAST_BASE * at_risk:
        return None
    ratio, _, _ = rate_ratio(seen, at_risk, float(counts[exact].sum()), float(base[exact].sum()))
    _, low, _ = rate_ratio(seen, at_risk, float(counts[wide].sum()), float(base[wide].sum()))
    return ratio < LEAST_SEASONAL_RATIO or low < LEAST_SEASONAL_RATIO


LEAST_WEEKS_AFTER_REBASELINE = 8
"""Weeks that a new level must have lasted besides the windows, before a slice can leave it."""


def rebaselined(slices: Slices, where: Coordinates, since: int, counts: Floats, base: Floats, windows: int) -> Slices:
    """The slices with one whose history begins at week `since`, where that is long enough ago; else unchanged.

    counts, base: float [weeks], of the slice. It has no parent rate: that it differs from its parents is its baseline now.
    """
    if len(counts) - since < windows + LEAST_WEEKS_AFTER_REBASELINE:
        return slices
    later = np.arange(len(counts)) >= since
    return slices.with_slice(where, counts * later, base * later, parent=0.0)


def without_event(
    slices: Slices, inside: Callable[[dict[str, str]], Floats | None], explained: dict[str, str]
) -> Slices:
    """The slices without the tickets of one event, and without the slice whose alarm it explained.

    inside: slice -> the event's counts in it, float [weeks], or None.
    """
    slices = slices.rows([i for i, where in enumerate(slices.where) if where != explained])
    counts = slices.counts.copy()
    for i, where in enumerate(slices.where):
        taken = inside(where)
        if taken is not None:
            counts[i] = np.maximum(counts[i] - taken, 0.0)
    return replace(slices, counts=counts)
