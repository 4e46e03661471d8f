"""Process discovery: the directly-follows graph and the variants of an event log, in one pass over its steps.

The engine aggregates the steps into a few rows (`graph_rows`, `variant_rows`); `read_graph` and `read_variants` read them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import ibis
from ibis.expr.types import Table

from zhenyin.process.mining.steps import code, epoch_seconds, whole, window
from zhenyin.process.mining.working_time import WorkingTime

_EDGE, _VARIANT, _PLACE, _STEP_SET = 0, 1, 2, 3
MAX_STEP_SET = 62
"""The steps that a case has had are a bit each of one number; where there are more names, each is counted by itself."""
_COLUMNS = ("kind", "a", "b", "c", "seconds", "d")


@dataclass(frozen=True, slots=True)
class Edge:
    """One step, `source`, directly followed by another, `target`.

    n: times. sojourn_seconds: time from the one to the other, summed over these times. working_seconds: the part of it
    in working hours.
    """

    source: str
    target: str
    n: int
    sojourn_seconds: int
    working_seconds: int


@dataclass(frozen=True, slots=True)
class Variant:
    """A sequence of steps and the tickets that went through exactly it.

    duration_seconds: from first to last step, summed over these tickets.
    """

    steps: tuple[str, ...]
    tickets: int
    duration_seconds: int


@dataclass(frozen=True)
class Graph:
    """A directly-follows graph.

    edges: the most frequent first. starts: tickets whose first step this is. variants: the most frequent, in order;
    variants_total: how many there are.
    tickets_by_step: tickets in which a step occurs at all.

    >>> graph = Graph((Edge("a", "b", 3, 90, 0), Edge("b", "b", 1, 5, 0)), {"a": 3}, (), 2, {"a": 3, "b": 3})
    >>> graph.tickets, graph.occurrences, graph.ends, graph.rework("b")
    (3, {'b': 4, 'a': 3}, {'b': 3}, 1)
    """

    edges: tuple[Edge, ...]
    starts: Mapping[str, int]
    variants: tuple[Variant, ...]
    variants_total: int
    tickets_by_step: Mapping[str, int]

    @property
    def tickets(self) -> int:
        """Number of tickets."""
        return sum(self.starts.values())

    @property
    def sojourn_seconds(self) -> int:
        """Time between steps, summed over all edges."""
        return sum(edge.sojourn_seconds for edge in self.edges)

    @cached_property
    def occurrences(self) -> dict[str, int]:
        """How often each step occurs, the most frequent first."""
        counts = dict(self.starts)
        for edge in self.edges:
            counts[edge.target] = counts.get(edge.target, 0) + edge.n
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    def rework(self, name: str) -> int:
        """How often a step, by its name, is done beyond the first time in a ticket."""
        return self.occurrences[name] - self.tickets_by_step[name]

    @cached_property
    def ends(self) -> dict[str, int]:
        """Tickets whose last step so far this is."""
        left = dict(self.occurrences)
        for edge in self.edges:
            left[edge.source] -= edge.n
        return {name: n for name, n in left.items() if n}


def graph_rows(steps: Table, working_time: WorkingTime, max_variants: int, names: int) -> Table:
    """The rows that `read_graph` reads: edges, the most frequent variants with their places, and sets of steps.

    steps: `steps.sequence`. working_time: of the edges. max_variants: the most frequent to keep. names: how many names of
    steps there are. A variant is identified by a sum of hashes over its places: lists of steps would take three times as long.
    """
    now, since = epoch_seconds(steps.packed), epoch_seconds(steps.previous)
    edges = steps.group_by(before=code(steps.previous), code=code(steps.packed)).aggregate(
        n=steps.count(),
        seconds=(now - since).sum(),
        working=(working_time.elapsed_expression(now) - working_time.elapsed_expression(since)).sum(),
    )
    as_sets = names <= MAX_STEP_SET
    variants, *rows = _most_frequent(steps, max_variants, as_sets)
    sets = variants.group_by("step_set").aggregate(tickets=variants.tickets.sum()) if as_sets else _by_step(steps)
    return ibis.union(
        _rows(edges, _EDGE, edges.before, edges.code, edges.n, edges.seconds, edges.working),
        *rows,
        _rows(sets, _STEP_SET, sets.step_set, sets.tickets, 0, 0, 0),
        distinct=False,
    )


def variant_rows(steps: Table, max_variants: int) -> Table:
    """The rows that `read_variants` reads. steps: `steps.sequence`. max_variants: the most frequent to keep."""
    _, top, places = _most_frequent(steps, max_variants, as_sets=False)
    return ibis.union(top, places, distinct=False)


def read_graph(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> Graph:
    """The graph that the rows of `graph_rows` describe. names: of steps, by code.

    Source: W. van der Aalst, A Practitioner's Guide to Process Mining: Limitations of the Directly-Follows Graph, CENTERIS
    (2019).

    >>> row = lambda kind, a, b, c, seconds=0, d=0: {"kind": kind, "a": a, "b": b, "c": c, "seconds": seconds, "d": d}
    >>> edges = [row(0, None, 0, 3), row(0, 0, 1, 3, seconds=90, d=30)]
    >>> found = read_graph([*edges, row(1, 0, 3, 3, 90, 1), row(2, 0, 0, 0), row(2, 0, 1, 1), row(3, 3, 3, 0)], ["a", "b"])
    >>> found.edges
    (Edge(source='a', target='b', n=3, sojourn_seconds=90, working_seconds=30),)
    >>> found.variants, found.tickets_by_step
    ((Variant(steps=('a', 'b'), tickets=3, duration_seconds=90),), {'a': 3, 'b': 3})
    """
    of_kind = _by_kind(rows)
    edges = [
        Edge(names[row["a"]], names[row["b"]], row["c"], row["seconds"], row["d"])
        for row in of_kind[_EDGE]
        if row["a"] is not None
    ]
    return Graph(
        edges=tuple(sorted(edges, key=lambda edge: (-edge.n, edge.source, edge.target))),
        starts={names[row["b"]]: row["c"] for row in of_kind[_EDGE] if row["a"] is None},
        variants=_variants(of_kind, names),
        variants_total=of_kind[_VARIANT][0]["d"] if of_kind[_VARIANT] else 0,
        tickets_by_step=_tickets_by_step(of_kind[_STEP_SET], names),
    )


def read_variants(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> tuple[tuple[Variant, ...], int]:
    """The variants that the rows of `variant_rows` describe, the most frequent first, and the tickets of all variants.

    names: of steps, by code.

    >>> variant = {"kind": 1, "a": 0, "b": 8, "c": 10, "seconds": 40, "d": 5}
    >>> places = [{"kind": 2, "a": 0, "b": place, "c": code, "seconds": 0, "d": 0} for place, code in ((0, 1), (1, 0))]
    >>> read_variants([variant, *places], ["a", "b"])
    ((Variant(steps=('b', 'a'), tickets=8, duration_seconds=40),), 10)
    """
    of_kind = _by_kind(rows)
    return _variants(of_kind, names), of_kind[_VARIANT][0]["c"] if of_kind[_VARIANT] else 0


def _most_frequent(steps: Table, most: int, as_sets: bool) -> tuple[Table, Table, Table]:
    """All variants, and the rows of the most frequent and of their places."""
    place: Any = code(steps.packed) * (1 << 32) + steps.position
    now, one = epoch_seconds(steps.packed), whole(1)
    step_set: Any = (one << code(steps.packed)).bit_or() if as_sets else whole(0)
    cases = steps.group_by("case_id").aggregate(
        variant=place.hash().sum(), seconds=now.max() - now.min(), step_set=step_set
    )
    variants = cases.group_by("variant").aggregate(
        tickets=cases.count(), seconds=cases.seconds.sum(), example=cases.case_id.min(), step_set=cases.step_set.min()
    )
    everywhere = window(None)
    ranked = variants.mutate(
        rank=ibis.row_number().over(order_by=[variants.tickets.desc(), variants.variant]),
        variants_total=variants.count().over(everywhere),
        tickets_total=variants.tickets.sum().over(everywhere),
    )
    top = ranked.filter(ranked["rank"] < most)
    places = steps.inner_join(top.select("rank", "example"), steps.case_id == top.example)
    return (
        variants,
        _rows(top, _VARIANT, top["rank"], top.tickets, top.tickets_total, top.seconds, top.variants_total),
        _rows(places, _PLACE, places["rank"], places.position, code(places.packed), 0, 0),
    )


def _by_step(steps: Table) -> Table:
    """In how many tickets each step is, by its code (`step_set`)."""
    rows = steps.select("case_id", step_set=code(steps.packed))
    return rows.group_by("step_set").aggregate(tickets=rows.case_id.nunique())


def _rows(t: Table, kind: int, *columns: Any) -> Table:
    values = (kind, *columns)
    return t.select(**{name: whole(value) for name, value in zip(_COLUMNS, values, strict=True)})


def _by_kind(rows: Iterable[Mapping[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    of_kind: dict[int, list[dict[str, Any]]] = {_EDGE: [], _VARIANT: [], _PLACE: [], _STEP_SET: []}
    for row in rows:
        # An engine's sum of whole numbers is wider than they are, and comes as a decimal.
        of_kind[row["kind"]].append({name: value if value is None else int(value) for name, value in row.items()})
    return of_kind


def _variants(of_kind: Mapping[int, list[dict[str, Any]]], names: Sequence[str]) -> tuple[Variant, ...]:
    places: dict[int, dict[int, str]] = {}
    for row in of_kind[_PLACE]:
        places.setdefault(row["a"], {})[row["b"]] = names[row["c"]]
    ranked = sorted(of_kind[_VARIANT], key=lambda row: row["a"])
    return tuple(
        Variant(tuple(step for _, step in sorted(places[row["a"]].items())), row["b"], row["seconds"]) for row in ranked
    )


def _tickets_by_step(sets: Iterable[Mapping[str, int]], names: Sequence[str]) -> dict[str, int]:
    if len(names) > MAX_STEP_SET:
        return {names[row["a"]]: row["b"] for row in sets}
    found: Counter[str] = Counter()
    for row in sets:
        for bit, name in enumerate(names):
            if row["a"] >> bit & 1:
                found[name] += row["b"]
    return dict(found)
