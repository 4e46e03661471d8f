"""Reference model: the order of steps that cases should follow, with those that may be left out or repeated.

A model is stated as text by a person (`process.reference_model_text`), or derived from what the most frequent variants have
in common.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from zhenyin.process.mining.directly_follows_graph import Variant

_COVERED_SHARE = 0.9
"""Share of tickets whose variants a derived model allows, at least."""
_EITHER_ORDER_SHARE = 0.2
"""Two steps have one place where they come in the rarer order this often."""


@dataclass(frozen=True, slots=True)
class StepRule:
    """The rule for one step.

    place: 0, 1, … in the order; steps of one place have no order among them. mandatory: must not be left out. repeatable:
    may be done more than once.
    """

    place: int
    mandatory: bool
    repeatable: bool


@dataclass(frozen=True, slots=True)
class ReferenceModel:
    """The rules of steps, by name, in order."""

    rules: Mapping[str, StepRule]


def derive(variants: Sequence[Variant], tickets: int) -> ReferenceModel:
    """What the most frequent variants have in common: those that together make up nine tenths of the tickets.

    Parameters
    - variants: the most frequent first. tickets: of all variants, also of those that are not given.

    Variants that are the beginning of a more frequent one are left out: their tickets may still be on it. The place of a
    step follows from how many other steps it comes before in most tickets.

    Source: the ordering is that of A. Copeland (1951), with majorities of tickets in place of voters.

    >>> variants = [Variant(("a", "b", "c"), 80, 0), Variant(("a", "c"), 15, 0), Variant(("c", "b", "a"), 5, 0)]
    >>> {name: (rule.place, rule.mandatory) for name, rule in derive(variants, 100).rules.items()}
    {'a': (0, True), 'b': (1, False), 'c': (2, True)}
    """
    chosen = _most_frequent(variants, tickets)
    first_positions = [({name: v.steps.index(name) for name in v.steps}, v.tickets) for v in chosen]
    before: Counter[tuple[str, str]] = Counter()
    for at, n in first_positions:
        for a, b in combinations(sorted(at), 2):
            before[(a, b) if at[a] < at[b] else (b, a)] += n
    names = sorted({name for at, _ in first_positions for name in at})
    wins = {a: sum(before[a, b] > before[b, a] for b in names) for a in names}
    rules: dict[str, StepRule] = {}
    last, place = "", -1
    for name in sorted(names, key=lambda name: (-wins[name], name)):
        place += not (last and _in_either_order(before[last, name], before[name, last]))
        mandatory = all(name in at for at, _ in first_positions)
        rules[name] = StepRule(place, mandatory, repeatable=any(v.steps.count(name) > 1 for v in chosen))
        last = name
    return ReferenceModel(rules)


def _most_frequent(variants: Sequence[Variant], tickets: int) -> list[Variant]:
    chosen: list[Variant] = []
    covered = 0
    for variant in variants:
        if covered >= _COVERED_SHARE * tickets:
            break
        covered += variant.tickets
        if not any(other.steps[: len(variant.steps)] == variant.steps for other in chosen):
            chosen.append(variant)
    return chosen


def _in_either_order(one: int, other: int) -> bool:
    return min(one, other) > 0 and min(one, other) >= _EITHER_ORDER_SHARE * (one + other)
