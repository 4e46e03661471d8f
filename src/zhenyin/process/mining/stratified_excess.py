"""How much longer some tickets took than tickets like them: what a detour costs beyond what would have been waited anyway."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from ibis.expr.types import Table

_Z = 1.959964
_LEAST = 5
"""A stratum with fewer others than this does not tell what is usual."""


@dataclass(frozen=True, slots=True)
class Excess:
    """How much longer marked tickets took in all. secs with low and high, its 95 % interval.

    n: how many of them could be compared; of: how many there are.
    """

    secs: float
    low: float
    high: float
    n: int
    of: int


@dataclass(slots=True)
class _Sums:
    n: int = 0
    total: float = 0.0
    squares: float = 0.0

    def add(self, row: Mapping[str, Any]) -> None:
        self.n, self.total, self.squares = self.n + row["n"], self.total + row["total"], self.squares + row["squares"]

    @property
    def spread(self) -> float:
        """The sum of squares around the mean."""
        return max(self.squares - self.total**2 / self.n, 0.0)


def strata(tickets: Table, marked: Any, like: Sequence[str]) -> Table:
    """The rows that `excess` reads: solved tickets by what makes them alike, those that are marked and the others.

    marked: a condition on tickets. like: names of columns, the most telling first.
    """
    took = tickets.resolution_seconds.cast("float64")
    solved = tickets.mutate(marked=marked.fill_null(False), took=took).filter(tickets.resolution_seconds >= 0)
    return solved.group_by(*like, "marked").aggregate(
        n=solved.count(), total=solved.took.sum(), squares=(solved.took * solved.took).sum()
    )


def excess(rows: Iterable[Mapping[str, Any]], like: Sequence[str]) -> Excess:
    """How much longer marked tickets took, in all, than as many others of the same strata would have.

    Where a stratum has fewer than five others, it is widened by leaving out its last column, and so on. The interval is
    normal, with the variances of both sides of each stratum.
    Source: post-stratification; D. Holt and T. M. F. Smith, Journal of the Royal Statistical Society A 142 (1979).

    >>> rows = [
    ...     {"fault": "a", "marked": True, "n": 100, "total": 900.0, "squares": 8100.0},
    ...     {"fault": "a", "marked": False, "n": 100, "total": 400.0, "squares": 1600.0},
    ... ]
    >>> excess(rows, ["fault"])
    Excess(secs=500.0, low=500.0, high=500.0, n=100, of=100)
    """
    known = list(rows)
    usual = _usual(known, like)
    secs = variance = 0.0
    n = of = 0
    for row in known:
        if not row["marked"]:
            continue
        of += row["n"]
        own = _Sums(row["n"], row["total"], row["squares"])
        prefixes = (_stratum(row, like, depth) for depth in range(len(like), -1, -1))
        others = next((usual[key] for key in prefixes if key in usual and usual[key].n >= _LEAST), None)
        if others is None:
            continue
        n += own.n
        secs += own.total - own.n * others.total / others.n
        variance += own.spread + (own.n / others.n) ** 2 * others.spread
    half = _Z * sqrt(variance)
    return Excess(secs, secs - half, secs + half, n, of)


def _usual(rows: list[Mapping[str, Any]], like: Sequence[str]) -> dict[tuple[Any, ...], _Sums]:
    """The sums of the tickets that are not marked, of every stratum and of every wider one."""
    found: dict[tuple[Any, ...], _Sums] = {}
    for row in rows:
        if not row["marked"]:
            for depth in range(len(like) + 1):
                found.setdefault(_stratum(row, like, depth), _Sums()).add(row)
    return found


def _stratum(row: Mapping[str, Any], like: Sequence[str], depth: int) -> tuple[Any, ...]:
    return tuple(row[name] for name in like[:depth])
