"""Which slices are watched, what each is compared with, and when one is out of line.

A slice is judged against its own history per unit at risk: units in service where it is cut by what exposure knows
(product, province), and otherwise the tickets of the same place whatever their fault, so that a version which
everybody moves to raises no alarm by being used.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from zhenyin.detectors import DETECTORS, Alarm, Settings
from zhenyin.stats.intervals import rate_ratio

Floats = NDArray[np.float64]
Key = tuple[str, ...]
Where = dict[str, str]
Table = dict[Key, Floats]
"""Weekly figures of slices: values of some dimensions -> float [weeks]. An unknown value is an empty text."""

FAULT_DIMENSIONS = ("category", "fault")
SOLD_DIMENSIONS = ("product_line", "product", "model", "province")
SEEN_DIMENSIONS = ("version", "batch", "channel", "customer_type")
"""Who handles a ticket is not watched here: a team that takes over a kind of ticket makes no more of them."""
_YEAR = 52
_GREW = 1.15  # a rise over last year's same weeks that may be below this is the season's
_SEASON_WEEKS = 5  # last year's weeks that a season is read from, at least
_STEEP = 2.0  # a rise that cannot be held against last year must be so many times the expected
_LEAST_BASE = 0.25  # share of the base that last year needs, to be compared with


@dataclass(frozen=True, slots=True)
class Look:
    """One table of slices. `base`: the dimensions that units (or, when `shared`, tickets) at risk are cut by."""

    dims: tuple[str, ...]
    base: tuple[str, ...]
    shared: bool


@dataclass(frozen=True, slots=True)
class Slices:
    """All slices of a scan. counts, base: float [slices, weeks]; where: what each is."""

    where: list[dict[str, str]]
    counts: Floats = field(repr=False)
    base: Floats = field(repr=False)


@dataclass(frozen=True, slots=True)
class Out:
    """A slice that is out of line."""

    where: dict[str, str]
    alarm: Alarm


def looks(extra: Sequence[str], exposed: Sequence[str]) -> list[Look]:
    """The tables to scan. extra: columns that sources brought; exposed: dimensions that exposure can be cut by.

    >>> [(look.dims, look.base, look.shared) for look in looks([], ["product"])][:3]
    [(('category',), (), False), (('fault',), (), False), (('product',), ('product',), False)]
    """
    sold = [d for d in SOLD_DIMENSIONS if d in exposed]
    seen = [*(d for d in SOLD_DIMENSIONS if d not in exposed), *SEEN_DIMENSIONS, *extra]
    singles = [Look((d,), (), not exposed) for d in FAULT_DIMENSIONS] + [Look((d,), (d,), False) for d in sold]
    singles += [] if exposed else [Look((d,), (), True) for d in SOLD_DIMENSIONS]
    singles += [
        Look(("province", "city"), ("province",), False) if "province" in exposed else Look(("city",), (), True)
    ]
    pairs = [Look((fault, d), (d,), False) for fault in FAULT_DIMENSIONS for d in sold]
    shares = [Look((fault, d), (d,), True) for fault in FAULT_DIMENSIONS for d in seen]
    return singles + pairs + [Look(two, two, False) for two in combinations(sold, 2)] + shares


def assemble(tables: Sequence[tuple[Look, Table, Table]], recent: int, least: float) -> Slices:
    """Put tables (look, counts, base) together: slices that are known, at risk, and have `least` recent events."""
    where: list[dict[str, str]] = []
    counts: list[Floats] = []
    base: list[Floats] = []
    for look, table, at_risk in tables:
        for key, events in table.items():
            risk = at_risk.get(tuple(value for d, value in zip(look.dims, key, strict=True) if d in look.base))
            if "" in key or risk is None or events[-recent:].sum() < least or not risk[:-recent].any():
                continue
            where.append(dict(zip(look.dims, key, strict=True)))
            counts.append(events)
            base.append(risk)
    return Slices(where, np.array(counts), np.array(base))


def out_of_line(slices: Slices, settings: Settings, detector: str = "weekly_scan") -> list[Out]:
    """Slices out of line with their history, and with the same weeks of last year where there is one.

    Most evidence first; nothing when there are too few weeks to judge by.
    """
    if not slices.where or slices.counts.shape[1] < 2 * settings.windows:
        return []
    alarms = DETECTORS[detector].run(slices.counts, slices.base, settings)
    faults = {tuple(where.items()): i for i, where in enumerate(slices.where) if len(where) == 1}
    return [
        Out(slices.where[alarm.slice], alarm)
        for alarm in alarms
        if alarm.expected > 0 and not _seasonal(slices, alarm, faults)
    ]


def _seasonal(slices: Slices, alarm: Alarm, at: dict[tuple[tuple[str, str], ...], int]) -> bool:
    """Whether last year's same weeks were (nearly) as high: of the slice, or of its fault where that is too young.

    Where neither has such weeks, a rise that may be a season must be a steep one.
    """
    where = slices.where[alarm.slice]
    for i in (alarm.slice, at.get(tuple(where.items())[:1])):
        same = None if i is None else as_last_year(slices.counts[i], slices.base[i], alarm.window)
        if same is not None:
            return same
    return alarm.ratio < _STEEP


def as_last_year(counts: Floats, base: Floats, window: int) -> bool | None:
    """Whether the last weeks, per unit at risk, were like the same weeks a year before; None where no one can tell.

    counts, base: float [weeks]. window: how many last weeks; fewer are compared when the year before has fewer.
    """
    window = min(window, len(counts) - _YEAR)
    if window < 1:
        return None
    at_risk = float(base[-window:].sum())
    seen = float(counts[-window:].sum())
    exact = slice(-_YEAR - window, -_YEAR)
    # One week of last year tells little of its season: the weeks around it are asked as well.
    around = min(max((_SEASON_WEEKS - window + 1) // 2, 0), len(counts) - _YEAR - window)
    wide = slice(-_YEAR - window - around, -_YEAR + around)
    if at_risk <= 0 or float(base[exact].sum()) < _LEAST_BASE * at_risk:
        return None
    ratio, _, _ = rate_ratio(seen, at_risk, float(counts[exact].sum()), float(base[exact].sum()))
    _, low, _ = rate_ratio(seen, at_risk, float(counts[wide].sum()), float(base[wide].sum()))
    return ratio < _GREW or low < _GREW


def without(slices: Slices, inside: Callable[[dict[str, str]], Floats | None], explained: dict[str, str]) -> Slices:
    """The slices with the tickets of one event taken out, and without the slice whose alarm it explained.

    `inside` tells the event's weekly tickets in a slice.
    """
    kept = [i for i, where in enumerate(slices.where) if where != explained]
    slices = Slices([slices.where[i] for i in kept], slices.counts[kept], slices.base[kept])
    counts = slices.counts.copy()
    for i, where in enumerate(slices.where):
        taken = inside(where)
        if taken is not None:
            counts[i] = np.maximum(counts[i] - taken, 0.0)
    return Slices(slices.where, counts, slices.base)
