"""Excess duration: how much longer some cases took than as many others of the same strata, by post-stratification."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from ibis.expr.types import Table

from zhenyin.stats.intervals import Z_95

_LEAST_PER_STRATUM = 5
"""A stratum with fewer other cases than this gives no reference."""


@dataclass(frozen=True, slots=True)
class ExcessDuration:
    """How much longer marked tickets took, in all. seconds, with low and high, the ends of its 95 % interval.

    compared: how many of them have others to compare with. marked: how many there are.
    """

    seconds: float
    low: float
    high: float
    compared: int
    marked: int


@dataclass(slots=True)
class _Sums:
    n: int = 0
    total: float = 0.0
    squares: float = 0.0

    def add(self, row: Mapping[str, Any]) -> None:
        self.n, self.total, self.squares = self.n + row["n"], self.total + row["total"], self.squares + row["squares"]

    @property
    def sum_of_squares(self) -> float:
        """Around the mean, in seconds squared."""
        return max(self.squares - self.total**2 / self.n, 0.0)


def stratum_rows(tickets: Table, marked: Any, strata: Sequence[str]) -> Table:
    """The rows that `excess_duration` reads: resolved tickets by stratum, those that are marked and the others.

    marked: a condition on tickets. strata: names of columns, the most informative first.
    """
    seconds = tickets.resolution_seconds.cast("float64")
    resolved = tickets.mutate(marked=marked.fill_null(False), seconds=seconds).filter(tickets.resolution_seconds >= 0)
    return resolved.group_by(*strata, "marked").aggregate(
        n=resolved.count(), total=resolved.seconds.sum(), squares=(resolved.seconds * resolved.seconds).sum()
    )


def excess_duration(rows: Iterable[Mapping[str, Any]], strata: Sequence[str]) -> ExcessDuration:
    """How much longer marked tickets took, in all, than as many others of the same strata would have.

    Parameters
    - rows: one for each stratum and mark: its columns, `marked`, `n` (tickets), `total` and `squares` (sums of seconds and
      of their squares).
    - strata: names of the columns that make tickets comparable, the most informative first.

    Where a stratum has fewer than five others it is widened by leaving out its last column, and so on; where even all
    others are fewer, its marked tickets are not compared. The interval is normal, with the variances of both sides of each
    stratum, so it assumes that tickets are independent.

    Source: post-stratification; D. Holt and T. M. F. Smith, Journal of the Royal Statistical Society A 142 (1979).

    >>> rows = [
    ...     {"fault": "a", "marked": True, "n": 100, "total": 900.0, "squares": 8100.0},
    ...     {"fault": "a", "marked": False, "n": 100, "total": 400.0, "squares": 1600.0},
    ... ]
    >>> excess_duration(rows, ["fault"])
    ExcessDuration(seconds=500.0, low=500.0, high=500.0, compared=100, marked=100)
    """
    known = list(rows)
    reference = _reference_sums(known, strata)
    seconds = variance = 0.0
    compared = marked = 0
    for row in known:
        if not row["marked"]:
            continue
        marked += row["n"]
        own = _Sums(row["n"], row["total"], row["squares"])
        prefixes = (_stratum(row, strata, depth) for depth in range(len(strata), -1, -1))
        usable = (reference[key] for key in prefixes if key in reference and reference[key].n >= _LEAST_PER_STRATUM)
        others = next(usable, None)
        if others is None:
            continue
        compared += own.n
        seconds += own.total - own.n * others.total / others.n
        variance += own.sum_of_squares + (own.n / others.n) ** 2 * others.sum_of_squares
    half = Z_95 * sqrt(variance)
    return ExcessDuration(seconds, seconds - half, seconds + half, compared, marked)


def _reference_sums(rows: list[Mapping[str, Any]], strata: Sequence[str]) -> dict[tuple[Any, ...], _Sums]:
    """The sums of the tickets that are not marked, of every stratum and of every wider one."""
    found: dict[tuple[Any, ...], _Sums] = {}
    for row in rows:
        if not row["marked"]:
            for depth in range(len(strata) + 1):
                found.setdefault(_stratum(row, strata, depth), _Sums()).add(row)
    return found


def _stratum(row: Mapping[str, Any], strata: Sequence[str], depth: int) -> tuple[Any, ...]:
    return tuple(row[name] for name in strata[:depth])
