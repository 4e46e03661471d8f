"""A stated standard process: which steps, in which order, which may be left out and which may come again.

It is text, one place of the order a line, in the names or titles of steps:

    提交
    派单
    回复+
    转派* | 补充资料?
    解决

`?` may be left out, `+` may come again, `*` both; steps with `|` between them have one place and no order among them; what
follows `#` is a remark.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from zhenyin.core.errors import Invalid, unknown
from zhenyin.core.words import Words
from zhenyin.process.mining.graph import Variant
from zhenyin.process.mining.naming import Naming

_MARKS = {"": (True, False), "?": (False, False), "+": (True, True), "*": (False, True)}
_COVERED = 0.9
"""Share of tickets whose ways a derived standard allows, at least."""
_EITHER = 0.2
"""Two steps have one place where they come in the rarer order this often."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is stated of a step. place: 0, 1, ... in the order."""

    place: int
    needed: bool
    again: bool

    @property
    def mark(self) -> str:
        return next(mark for mark, told in _MARKS.items() if told == (self.needed, self.again))


@dataclass(frozen=True, slots=True)
class Standard:
    """The rules of steps, by name, in order."""

    rules: Mapping[str, Rule]

    def text(self, naming: Naming, language: str = "zh") -> str:
        """As it is written, with the titles of a language."""
        lines: dict[int, list[str]] = defaultdict(list)
        for name, rule in self.rules.items():
            title = naming.title(name)
            lines[rule.place].append((title.en if language == "en" else title.zh) + rule.mark)
        return "\n".join(" | ".join(lines[place]) for place in sorted(lines))


def read(text: str, naming: Naming) -> Standard:
    """Read a standard. Raises NotFound (`step-unknown`), Invalid (`standard-empty`, `standard-twice`)."""
    titles = {title.lower(): name for name in naming.names for title in _told(naming.title(name))}
    titles |= {name.lower(): name for name in naming.names}
    rules: dict[str, Rule] = {}
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    for place, line in enumerate(line for line in lines if line):
        for part in line.split("|"):
            name, mark = _marked(part.strip(), titles)
            if name not in titles:
                raise unknown(Words("步骤", "step"), name, titles, "step-unknown")
            if titles[name] in rules:
                raise _twice(part.strip())
            rules[titles[name]] = Rule(place, *_MARKS[mark])
    if not rules:
        raise Invalid(
            "standard-empty",
            en="The standard names no step. Write one step a line, in order.",
            zh="标准流程中没有步骤。请按顺序每行写一个步骤。",
        )
    return Standard(rules)


def derived(variants: Sequence[Variant], tickets: int) -> Standard:
    """What the most frequent ways have in common: those that together make up nine tenths of the tickets.

    Ways that are the beginning of a more frequent one are left out: they may still be on it. A step's place is by how
    many others it comes before in most tickets.
    Source: the ordering is that of A. Copeland (1951), with majorities of tickets in place of voters.

    >>> ways = [Variant(("a", "b", "c"), 80, 0), Variant(("a", "c"), 15, 0), Variant(("c", "b", "a"), 5, 0)]
    >>> [(name, rule.mark) for name, rule in derived(ways, 100).rules.items()]
    [('a', ''), ('b', '?'), ('c', '')]
    """
    chosen = _most(variants, tickets)
    first = [({name: way.steps.index(name) for name in way.steps}, way.tickets) for way in chosen]
    before: Counter[tuple[str, str]] = Counter()
    for at, n in first:
        for a, b in combinations(sorted(at), 2):
            before[(a, b) if at[a] < at[b] else (b, a)] += n
    names = sorted({name for at, _ in first for name in at})
    wins = {a: sum(before[a, b] > before[b, a] for b in names) for a in names}
    rules: dict[str, Rule] = {}
    last, place = "", -1
    for name in sorted(names, key=lambda name: (-wins[name], name)):
        place += not (last and _either(before[last, name], before[name, last]))
        needed, again = all(name in at for at, _ in first), any(way.steps.count(name) > 1 for way in chosen)
        rules[name], last = Rule(place, needed, again), name
    return Standard(rules)


def _most(variants: Sequence[Variant], tickets: int) -> list[Variant]:
    chosen: list[Variant] = []
    covered = 0
    for way in variants:
        if covered >= _COVERED * tickets:
            break
        covered += way.tickets
        if not any(other.steps[: len(way.steps)] == way.steps for other in chosen):
            chosen.append(way)
    return chosen


def _either(one: int, other: int) -> bool:
    return min(one, other) > 0 and min(one, other) >= _EITHER * (one + other)


def _marked(part: str, titles: Mapping[str, str]) -> tuple[str, str]:
    """The step and its mark. A step may end with what looks like one."""
    name = part.lower()
    if name in titles or name[-1:] not in _MARKS:
        return name, ""
    return name[:-1].rstrip(), name[-1:]


def _told(title: Words) -> Iterable[str]:
    return title.zh, title.en


def _twice(step: str) -> Invalid:
    return Invalid(
        "standard-twice",
        en=f"The step {step!r} stands twice in the standard. Name it once, with + if it may come again.",
        zh=f"步骤 {step} 在标准流程中出现了两次。请只写一次；允许重复时加 +。",
    )
