"""Where tickets leave a stated standard process, and how many take how much longer: one question to the engine.

A deviation is told of a way through the process, and so once for all tickets that went it. It is one of: a step that the
standard does not know (`unknown`), one that comes again and must not (`again`), one after a step that should follow it
(`order`), and a step that is needed and was passed over (`skipped`): a ticket may still be on its way to what comes last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import ibis
from ibis.expr.types import Table

from zhenyin.process.mining.reference_model import Standard
from zhenyin.process.mining.steps import code, window
from zhenyin.process.mining.stratified_excess import Excess, excess

Kind = Literal["unknown", "again", "order", "skipped"]
KINDS: tuple[Kind, ...] = ("unknown", "again", "order", "skipped")
_CONFORMING, _DEVIATING = -2, -1
_ROW = ("deviation", "code")
KEPT = ("stratum", "took")
"""The columns of `alike` that the ways of tickets are to keep for `summed`."""
_STRANGE = -1
"""The place of a step that the standard does not know."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """One kind of deviation at one step. times: how often; longer: against conforming tickets like those that have it."""

    kind: Kind
    step: str
    tickets: int
    times: int
    longer: Excess


@dataclass(frozen=True, slots=True)
class Conformance:
    """How many tickets keep to the standard so far, and the deviations of the others, those of most tickets first.

    of: how many deviations there are in all; longer: what all tickets that deviate took beyond conforming ones.
    """

    tickets: int
    conforming: int
    deviations: tuple[Deviation, ...]
    of: int
    longer: Excess


@dataclass(frozen=True, slots=True)
class Ways:
    """Which way each ticket went (`cases`: way, and what of `steps` was kept), and the deviations of ways."""

    cases: Table
    deviations: Table


def ways(steps: Table, standard: Standard, names: Sequence[str], keep: Sequence[str]) -> Ways:
    """The ways of tickets and their deviations: way, deviation, code, times.

    steps: `steps.sequence`. keep: columns of tickets that it passes on.
    """
    place: Any = code(steps.packed) * (1 << 32) + steps.pos
    kept = {name: steps[name].min() for name in keep}
    cases = steps.group_by("n").aggregate(way=place.hash().sum(), **kept)
    examples = cases.group_by("way").aggregate(example=cases.n.min())
    places = steps.inner_join(examples, steps.n == examples.example)
    return Ways(cases, _deviations(places.select("way", "pos", code=code(places.packed)), standard, names))


def _deviations(steps: Table, standard: Standard, names: Sequence[str]) -> Table:
    """way, deviation, code, times. steps: way, pos, code, of one ticket for each way."""
    rules = [standard.rules.get(name) for name in names]
    places: Any = ibis.literal([rule.place if rule else _STRANGE for rule in rules], "array<int64>")
    again: Any = ibis.literal([rule is not None and rule.again for rule in rules], "array<boolean>")
    told = steps.mutate(
        place=places[steps.code],
        again=again[steps.code],
        before=ibis.row_number().over(window([steps.way, steps.code], steps.pos)),
        highest=places[steps.code].max().over(window(steps.way, steps.pos, earlier=True)),
    )
    kind = ibis.cases(
        (told.place == _STRANGE, KINDS.index("unknown")),
        ((told.before > 0) & ~told.again, KINDS.index("again")),
        (told.place < told.highest, KINDS.index("order")),
        else_=None,
    ).cast("int64")
    wrong = told.mutate(deviation=kind).filter(kind.notnull())
    seen = wrong.group_by("way", *_ROW).aggregate(times=wrong.count())
    return ibis.union(seen, _skipped(told, standard, names), distinct=False)


def _skipped(told: Table, standard: Standard, names: Sequence[str]) -> Table:
    needed = [(names.index(name), rule.place) for name, rule in standard.rules.items() if rule.needed]
    of_way = told.group_by("way").aggregate(top=told.place.max(), codes=told.code.collect())
    packed: Any = ibis.literal([place << 32 | step for step, place in needed], "array<int64>")
    each = of_way.mutate(packed=packed.unnest())
    step, place = each.packed & ((1 << 32) - 1), each.packed >> 32
    missing = each.filter((place < each.top) & ~each.codes.contains(step))
    return missing.select(
        "way",
        deviation=_whole(KINDS.index("skipped")),
        code=missing.packed & ((1 << 32) - 1),
        times=_whole(1),
    )


def alike(tickets: Table, like: Sequence[str]) -> Table:
    """Tickets with the columns that `summed` wants kept: whole numbers, as texts take twice as long to put in order."""
    told: Any = ibis.struct({name: tickets[name] for name in like})
    return tickets.mutate(stratum=told.hash(), took=tickets.resolution_seconds.cast("float64"))


def summed(found: Ways, tickets: Table, like: Sequence[str], most: int) -> Table:
    """The rows that `conformance` reads: tickets by what makes them alike, for each of the `most` frequent deviations.

    found: of `alike` tickets, with `KEPT`. tickets: those. like: as of `excess.strata`.
    """
    cases = found.cases
    numbered = cases.group_by("way", "stratum").aggregate(
        tickets=cases.count(),
        n=(cases.took >= 0).fill_null(False).sum(),
        total=cases.took.sum(where=cases.took >= 0),
        squares=(cases.took * cases.took).sum(where=cases.took >= 0),
    )
    strata = tickets.select("stratum", *like).distinct()
    by_way = numbered.inner_join(strata, "stratum")
    marks = _marks(found.deviations, by_way, most)
    marked = by_way.inner_join(marks, "way")
    return marked.group_by(*_ROW, *like).aggregate(
        {name: marked[name].sum() for name in ("tickets", "n", "total", "squares")}
        | {"times": (marked.times * marked.tickets).sum(), "deviations": marked["of"].max()}
    )


def _marks(deviations: Table, by_way: Table, most: int) -> Table:
    """way, deviation, code, times: the deviations of most tickets, and whether a way conforms or deviates at all."""
    tickets = by_way.group_by("way").aggregate(tickets=by_way.tickets.sum())
    of_way = deviations.inner_join(tickets, "way")
    ranked = of_way.group_by(*_ROW).aggregate(tickets=of_way.tickets.sum())
    order = window(None, ranked.tickets.desc(), ranked.deviation, ranked.code)
    ranked = ranked.mutate(rank=ibis.row_number().over(order), of=ranked.count().over(window(None)))
    top = ranked.filter(ranked["rank"] < most).select(*_ROW, "of")
    each = deviations.inner_join(top, _ROW).select("way", *_ROW, "times", "of")
    wrong = deviations.select("way").distinct()
    nothing = {"times": _whole(0), "of": _whole(0), "code": _whole(0)}
    deviating = wrong.select("way", deviation=_whole(_DEVIATING), **nothing)
    conforming = tickets.anti_join(wrong, "way").select("way", deviation=_whole(_CONFORMING), **nothing)
    columns = ("way", *_ROW, "times", "of")
    return ibis.union(each, deviating.select(*columns), conforming.select(*columns), distinct=False)


def conformance(rows: Iterable[Mapping[str, Any]], names: Sequence[str], like: Sequence[str]) -> Conformance:
    """What the rows of `summed` tell.

    Source: the kinds of deviation are the log moves and model moves of an alignment, after W. van der Aalst, Process
    Mining (2016), ch. 8, told apart as a person would, for a standard that is an order of steps.
    """
    by_mark: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for row in rows:
        # An engine's sum of whole numbers is wider than they are, and comes as a decimal.
        counts = {name: int(row[name]) for name in ("tickets", "n", "times", "deviations")}
        known = {name: row[name] or 0.0 for name in ("total", "squares")}
        by_mark.setdefault((row["deviation"], row["code"]), []).append({**row, **counts, **known})
    usual = by_mark.get((_CONFORMING, 0), [])
    others = [row | {"marked": False} for row in usual if row["n"]]
    found = [
        Deviation(KINDS[kind], names[step], _sum(own, "tickets"), _sum(own, "times"), _longer(own, others, like))
        for (kind, step), own in by_mark.items()
        if kind >= 0
    ]
    wrong = by_mark.get((_DEVIATING, 0), [])
    return Conformance(
        tickets=_sum(usual, "tickets") + _sum(wrong, "tickets"),
        conforming=_sum(usual, "tickets"),
        deviations=tuple(sorted(found, key=lambda one: (-one.tickets, one.kind, one.step))),
        of=max((row["deviations"] for own in by_mark.values() for row in own), default=0),
        longer=_longer(wrong, others, like),
    )


def _longer(own: Sequence[Mapping[str, Any]], others: list[dict[str, Any]], like: Sequence[str]) -> Excess:
    return excess([*({**row, "marked": True} for row in own if row["n"]), *others], like)


def _sum(rows: Iterable[Mapping[str, Any]], name: str) -> int:
    return sum(row[name] for row in rows)


def _whole(value: int) -> Any:
    return ibis.literal(value, "int64")
