"""What follows what, how often, after how long; and which ways through the process tickets take: in one pass."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import ibis
from ibis.expr.types import Table

from zhenyin.process.mining.steps import code, secs, window
from zhenyin.process.mining.working_time import Calendar

EDGE, VARIANT, PLACE, SEEN = 0, 1, 2, 3
MOST_SEEN = 62
"""Which steps a ticket has had is a bit each, of one number; where there are more names, each is counted by itself."""
_COLUMNS = ("kind", "a", "b", "c", "secs", "d")


@dataclass(frozen=True, slots=True)
class Edge:
    """One step directly after another. n: how often; secs: waiting in all; worked: the part of it in working hours."""

    source: str
    target: str
    n: int
    secs: int
    worked: int


@dataclass(frozen=True, slots=True)
class Variant:
    """One way through the process. secs: from first to last step, over all its tickets."""

    steps: tuple[str, ...]
    tickets: int
    secs: int


@dataclass(frozen=True)
class Graph:
    """A directly-follows graph. starts: how many tickets begin with a step. variants: the most frequent, in order.

    of: how many variants there are in all. having: in how many tickets each step is.
    """

    edges: tuple[Edge, ...]
    starts: Mapping[str, int]
    variants: tuple[Variant, ...]
    of: int
    having: Mapping[str, int]

    @property
    def tickets(self) -> int:
        return sum(self.starts.values())

    @property
    def secs(self) -> int:
        """Waiting in all."""
        return sum(edge.secs for edge in self.edges)

    @cached_property
    def times(self) -> dict[str, int]:
        """How often each step occurs, the most frequent first."""
        counts = dict(self.starts)
        for edge in self.edges:
            counts[edge.target] = counts.get(edge.target, 0) + edge.n
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    def again(self, name: str) -> int:
        """How often a step is done beyond the first time in a ticket: rework."""
        return self.times[name] - self.having[name]

    @cached_property
    def ends(self) -> dict[str, int]:
        """How many tickets have each step as their last so far."""
        left = dict(self.times)
        for edge in self.edges:
            left[edge.source] -= edge.n
        return {name: n for name, n in left.items() if n}


def summed(steps: Table, calendar: Calendar, most: int, names: int) -> Table:
    """The rows that `graph` reads: edges, the `most` frequent variants with their places, and sets of steps.

    steps: `steps.sequence`. names: how many there are.
    A variant is known by a sum of hashes over its places: whole lists of steps would take three times as long.
    """
    now, since = secs(steps.packed), secs(steps["last"])
    edges = steps.group_by(before=code(steps["last"]), code=code(steps.packed)).aggregate(
        n=steps.count(), secs=(now - since).sum(), worked=(calendar.worked(now) - calendar.worked(since)).sum()
    )
    few = names <= MOST_SEEN
    ways, *told = _most_frequent(steps, most, few)
    sets = ways.group_by("seen").aggregate(tickets=ways.tickets.sum()) if few else _each(steps)
    return ibis.union(
        _rows(edges, EDGE, edges.before, edges.code, edges.n, edges.secs, edges.worked),
        *told,
        _rows(sets, SEEN, sets.seen, sets.tickets, 0, 0, 0),
        distinct=False,
    )


def most_frequent(steps: Table, most: int) -> Table:
    """The rows that `variants` reads. steps: `steps.sequence`."""
    _, top, places = _most_frequent(steps, most, few=False)
    return ibis.union(top, places, distinct=False)


def _most_frequent(steps: Table, most: int, few: bool) -> tuple[Table, Table, Table]:
    """All ways, and the rows of the most frequent and of their places."""
    place: Any = code(steps.packed) * (1 << 32) + steps.pos
    now, one = secs(steps.packed), _whole(1)
    seen: Any = (one << code(steps.packed)).bit_or() if few else ibis.literal(0, "int64")
    cases = steps.group_by("n").aggregate(way=place.hash().sum(), secs=now.max() - now.min(), seen=seen)
    ways = cases.group_by("way").aggregate(
        tickets=cases.count(), secs=cases.secs.sum(), example=cases.n.min(), seen=cases.seen.min()
    )
    everywhere = window(None)
    ranked = ways.mutate(
        rank=ibis.row_number().over(order_by=[ways.tickets.desc(), ways.way]),
        of=ways.count().over(everywhere),
        all=ways.tickets.sum().over(everywhere),
    )
    top = ranked.filter(ranked["rank"] < most)
    places = steps.inner_join(top.select("rank", "example"), steps.n == top.example)
    return (
        ways,
        _rows(top, VARIANT, top["rank"], top.tickets, top["all"], top.secs, top["of"]),
        _rows(places, PLACE, places["rank"], places.pos, code(places.packed), 0, 0),
    )


def _each(steps: Table) -> Table:
    """In how many tickets each step is, by its code (`seen`)."""
    told = steps.select("n", seen=code(steps.packed))
    return told.group_by("seen").aggregate(tickets=told.n.nunique())


def _rows(t: Table, kind: int, *columns: Any) -> Table:
    values = (kind, *columns)
    return t.select(**{name: _whole(value) for name, value in zip(_COLUMNS, values, strict=True)})


def _whole(value: Any) -> Any:
    whole: Any = ibis.literal(value) if isinstance(value, int) else value
    return whole.cast("int64")


def graph(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> Graph:
    """The graph that the rows of `summed` tell."""
    of_kind = _by_kind(rows)
    edges = [
        Edge(names[row["a"]], names[row["b"]], row["c"], row["secs"], row["d"])
        for row in of_kind[EDGE]
        if row["a"] is not None
    ]
    return Graph(
        edges=tuple(sorted(edges, key=lambda edge: (-edge.n, edge.source, edge.target))),
        starts={names[row["b"]]: row["c"] for row in of_kind[EDGE] if row["a"] is None},
        variants=_variants(of_kind, names),
        of=of_kind[VARIANT][0]["d"] if of_kind[VARIANT] else 0,
        having=_having(of_kind[SEEN], names),
    )


def variants(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> tuple[tuple[Variant, ...], int]:
    """The variants that the rows of `most_frequent` tell, the most frequent first, and the tickets of all there are."""
    of_kind = _by_kind(rows)
    return _variants(of_kind, names), of_kind[VARIANT][0]["c"] if of_kind[VARIANT] else 0


def _by_kind(rows: Iterable[Mapping[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    of_kind: dict[int, list[dict[str, Any]]] = {EDGE: [], VARIANT: [], PLACE: [], SEEN: []}
    for row in rows:
        # An engine's sum of whole numbers is wider than they are, and comes as a decimal.
        of_kind[row["kind"]].append({name: value if value is None else int(value) for name, value in row.items()})
    return of_kind


def _variants(of_kind: Mapping[int, list[dict[str, Any]]], names: Sequence[str]) -> tuple[Variant, ...]:
    ways: dict[int, dict[int, str]] = {}
    for row in of_kind[PLACE]:
        ways.setdefault(row["a"], {})[row["b"]] = names[row["c"]]
    ranked = sorted(of_kind[VARIANT], key=lambda row: row["a"])
    return tuple(
        Variant(tuple(step for _, step in sorted(ways[row["a"]].items())), row["b"], row["secs"]) for row in ranked
    )


def _having(sets: Iterable[Mapping[str, int]], names: Sequence[str]) -> dict[str, int]:
    """In how many tickets each step is."""
    if len(names) > MOST_SEEN:
        return {names[row["a"]]: row["b"] for row in sets}
    found: Counter[str] = Counter()
    for row in sets:
        for bit, name in enumerate(names):
            if row["a"] >> bit & 1:
                found[name] += row["b"]
    return dict(found)
