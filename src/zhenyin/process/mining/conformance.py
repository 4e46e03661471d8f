"""Conformance checking: where cases leave a reference model, and how much longer those cases take.

A deviation belongs to a variant, and so is found once for all cases that went through it. It is one of: a step that the
model does not have (`unexpected_step`), one that is repeated and must not be (`rework`), one after a step that should follow
it (`wrong_order`), and a mandatory step that was passed over (`skipped`): a case may still be on its way to what comes last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import ibis
from ibis.expr.types import Table

from zhenyin.process.mining.reference_model import ReferenceModel
from zhenyin.process.mining.steps import code, whole, window
from zhenyin.process.mining.stratified_excess import ExcessDuration, excess_duration

DeviationKind = Literal["unexpected_step", "rework", "wrong_order", "skipped"]
KINDS: tuple[DeviationKind, ...] = ("unexpected_step", "rework", "wrong_order", "skipped")
_CONFORMING, _DEVIATING = -2, -1
_KEY = ("deviation", "code")
CARRIED_COLUMNS = ("stratum", "seconds")
"""The columns of `with_stratum` that `variant_tables` must carry for `deviation_rows`."""
_NO_PLACE = -1
"""The place of a step that the model does not have."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """One kind of deviation at one step.

    tickets: that have it. times: how often. excess_duration: against conforming tickets of the same strata.
    """

    kind: DeviationKind
    step: str
    tickets: int
    times: int
    excess_duration: ExcessDuration


@dataclass(frozen=True, slots=True)
class Conformance:
    """How many tickets conform to the model so far, and the deviations of the others, those of most tickets first.

    deviations_total: how many deviations there are in all. excess_duration: what all tickets that deviate took beyond
    conforming ones.
    """

    tickets: int
    conforming: int
    deviations: tuple[Deviation, ...]
    deviations_total: int
    excess_duration: ExcessDuration

    @property
    def fitness(self) -> float | None:
        """Share of tickets that the model allows, 0 to 1; None without tickets.

        This is fitness on the level of cases: a ticket with one deviation counts as much as one with many.

        Source: A. Rozinat and W. van der Aalst, Information Systems 33 (2008).
        """
        return self.conforming / self.tickets if self.tickets else None


@dataclass(frozen=True, slots=True)
class VariantTables:
    """The variant of each case (`cases`: variant, and what was carried), and the deviations of variants."""

    cases: Table
    deviations: Table


def variant_tables(steps: Table, model: ReferenceModel, names: Sequence[str], carried: Sequence[str]) -> VariantTables:
    """The variants of cases, and their deviations: variant, deviation, code, times.

    steps: `steps.sequence`. model: the reference model. names: of steps, by code. carried: columns of `steps` that it passes
    on, one value a case.
    """
    place: Any = code(steps.packed) * (1 << 32) + steps.position
    kept = {name: steps[name].min() for name in carried}
    cases = steps.group_by("case_id").aggregate(variant=place.hash().sum(), **kept)
    examples = cases.group_by("variant").aggregate(example=cases.case_id.min())
    places = steps.inner_join(examples, steps.case_id == examples.example)
    return VariantTables(
        cases, _deviations(places.select("variant", "position", code=code(places.packed)), model, names)
    )


def with_stratum(tickets: Table, strata: Sequence[str]) -> Table:
    """Tickets with the columns that `deviation_rows` wants carried: `stratum` is a hash, as texts take twice as long.

    tickets: the fact table of tickets. strata: names of its columns, as of `stratum_rows`.
    """
    values: Any = ibis.struct({name: tickets[name] for name in strata})
    return tickets.mutate(stratum=values.hash(), seconds=tickets.resolution_seconds.cast("float64"))


def deviation_rows(found: VariantTables, tickets: Table, strata: Sequence[str], most: int) -> Table:
    """The rows that `conformance` reads: tickets by stratum, for each of the `most` frequent deviations.

    found: with `CARRIED_COLUMNS`. tickets: those of `with_stratum`. strata: as of `stratum_rows`.
    """
    cases = found.cases
    numbered = cases.group_by("variant", "stratum").aggregate(
        tickets=cases.count(),
        n=(cases.seconds >= 0).fill_null(False).sum(),
        total=cases.seconds.sum(where=cases.seconds >= 0),
        squares=(cases.seconds * cases.seconds).sum(where=cases.seconds >= 0),
    )
    values = tickets.select("stratum", *strata).distinct()
    by_variant = numbered.inner_join(values, "stratum")
    labels = _labels(found.deviations, by_variant, most)
    labelled = by_variant.inner_join(labels, "variant")
    return labelled.group_by(*_KEY, *strata).aggregate(
        {name: labelled[name].sum() for name in ("tickets", "n", "total", "squares")}
        | {
            "times": (labelled.times * labelled.tickets).sum(),
            "deviations_total": labelled.deviations_total.max(),
        }
    )


def conformance(rows: Iterable[Mapping[str, Any]], names: Sequence[str], strata: Sequence[str]) -> Conformance:
    """The conformance that the rows of `deviation_rows` describe. names: of steps, by code. strata: as of `stratum_rows`.

    Source: the kinds of deviation are the log moves and model moves of an alignment, after W. van der Aalst, Process
    Mining (2016), ch. 8, with kinds of their own for a model that is an order of steps.

    >>> conforming = {"deviation": -2, "code": 0, "fault": "a", "tickets": 6, "n": 6, "times": 0, "deviations_total": 0,
    ...               "total": 60.0, "squares": 600.0}
    >>> deviating = conforming | {"deviation": -1, "tickets": 2, "n": 2, "total": 50.0, "squares": 1250.0}
    >>> rework = deviating | {"deviation": 1, "code": 1, "times": 3, "deviations_total": 1}
    >>> found = conformance([conforming, deviating, rework], ["accepted", "repaired"], ["fault"])
    >>> found.fitness, [(one.kind, one.step, one.times) for one in found.deviations], found.excess_duration.seconds
    (0.75, [('rework', 'repaired', 3)], 30.0)
    """
    by_label: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for row in rows:
        # An engine's sum of whole numbers is wider than they are, and comes as a decimal.
        counts = {name: int(row[name]) for name in ("tickets", "n", "times", "deviations_total")}
        sums = {name: row[name] or 0.0 for name in ("total", "squares")}
        by_label.setdefault((row["deviation"], row["code"]), []).append({**row, **counts, **sums})
    conforming, deviating = by_label.get((_CONFORMING, 0), []), by_label.get((_DEVIATING, 0), [])
    reference = [row | {"marked": False} for row in conforming if row["n"]]
    found = [
        Deviation(KINDS[kind], names[step], _sum(own, "tickets"), _sum(own, "times"), _excess(own, reference, strata))
        for (kind, step), own in by_label.items()
        if kind >= 0
    ]
    return Conformance(
        tickets=_sum(conforming, "tickets") + _sum(deviating, "tickets"),
        conforming=_sum(conforming, "tickets"),
        deviations=tuple(sorted(found, key=lambda one: (-one.tickets, one.kind, one.step))),
        deviations_total=max((row["deviations_total"] for own in by_label.values() for row in own), default=0),
        excess_duration=_excess(deviating, reference, strata),
    )


def _deviations(steps: Table, model: ReferenceModel, names: Sequence[str]) -> Table:
    """variant, deviation, code, times. steps: variant, position, code, of one case for each variant."""
    rules = [model.rules.get(name) for name in names]
    places: Any = ibis.literal([rule.place if rule else _NO_PLACE for rule in rules], "array<int64>")
    repeatable: Any = ibis.literal([rule is not None and rule.repeatable for rule in rules], "array<boolean>")
    labelled = steps.mutate(
        place=places[steps.code],
        repeatable=repeatable[steps.code],
        before=ibis.row_number().over(window([steps.variant, steps.code], steps.position)),
        highest=places[steps.code].max().over(window(steps.variant, steps.position, earlier=True)),
    )
    kind = ibis.cases(
        (labelled.place == _NO_PLACE, KINDS.index("unexpected_step")),
        ((labelled.before > 0) & ~labelled.repeatable, KINDS.index("rework")),
        (labelled.place < labelled.highest, KINDS.index("wrong_order")),
        else_=None,
    ).cast("int64")
    deviating = labelled.mutate(deviation=kind).filter(kind.notnull())
    at_steps = deviating.group_by("variant", *_KEY).aggregate(times=deviating.count())
    return ibis.union(at_steps, _skipped(labelled, model, names), distinct=False)


def _skipped(labelled: Table, model: ReferenceModel, names: Sequence[str]) -> Table:
    mandatory = [(names.index(name), rule.place) for name, rule in model.rules.items() if rule.mandatory]
    of_variant = labelled.group_by("variant").aggregate(top=labelled.place.max(), codes=labelled.code.collect())
    packed: Any = ibis.literal([place << 32 | step for step, place in mandatory], "array<int64>")
    each = of_variant.mutate(packed=packed.unnest())
    step, place = each.packed & ((1 << 32) - 1), each.packed >> 32
    missing = each.filter((place < each.top) & ~each.codes.contains(step))
    return missing.select(
        "variant",
        deviation=whole(KINDS.index("skipped")),
        code=missing.packed & ((1 << 32) - 1),
        times=whole(1),
    )


def _labels(deviations: Table, by_variant: Table, most: int) -> Table:
    """variant, deviation, code, times: the deviations of most tickets, and whether a variant conforms or deviates at all."""
    tickets = by_variant.group_by("variant").aggregate(tickets=by_variant.tickets.sum())
    of_variant = deviations.inner_join(tickets, "variant")
    ranked = of_variant.group_by(*_KEY).aggregate(tickets=of_variant.tickets.sum())
    order = window(None, ranked.tickets.desc(), ranked.deviation, ranked.code)
    ranked = ranked.mutate(rank=ibis.row_number().over(order), deviations_total=ranked.count().over(window(None)))
    top = ranked.filter(ranked["rank"] < most).select(*_KEY, "deviations_total")
    columns = ("variant", *_KEY, "times", "deviations_total")
    each = deviations.inner_join(top, _KEY).select(*columns)
    variants = deviations.select("variant").distinct()
    nothing = {"times": whole(0), "deviations_total": whole(0), "code": whole(0)}
    deviating = variants.select("variant", deviation=whole(_DEVIATING), **nothing)
    conforming = tickets.anti_join(variants, "variant").select("variant", deviation=whole(_CONFORMING), **nothing)
    return ibis.union(each, deviating.select(*columns), conforming.select(*columns), distinct=False)


def _excess(own: Sequence[Mapping[str, Any]], reference: list[dict[str, Any]], strata: Sequence[str]) -> ExcessDuration:
    return excess_duration([*({**row, "marked": True} for row in own if row["n"]), *reference], strata)


def _sum(rows: Iterable[Mapping[str, Any]], name: str) -> int:
    return sum(row[name] for row in rows)
