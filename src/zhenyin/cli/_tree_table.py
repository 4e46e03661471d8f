"""How a change taken apart is printed: one line for each part, indented by its level, its figures before it."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import floor
from typing import Any

from zhenyin.core.words import Language

_MAX_SHARE = 10.0
"""Times the whole change, up to which a share is printed."""
_HEAD = {"zh": ("变化", "占比", "实际", "预期"), "en": ("change", "share", "observed", "expected")}
_SUB = {
    "zh": "变化按层分解，每层相加等于上一层：",
    "en": "The change, level by level; each level adds up to the one above:",
}
_WHOLE, _REST = {"zh": "总变化", "en": "the whole change"}, {"zh": "其他", "en": "others"}
_UNKNOWN = {"zh": "未知", "en": "unknown"}
_WHOLE_NUMBERS = 100
"""From so many tickets on, tenths of an expected ticket are left out."""
Line = tuple[str, str, str, str, str]
_SEPARATOR, _OTHERS = "\n", "rest"
"""Before each value of a path, and the value of what a level leaves together (`charts/tree.py`)."""


def lines(tree: Mapping[str, Any], language: Language) -> Iterator[str]:
    """The chart of an attribution tree (`charts/tree.py`) as a table."""
    whole = _read(tree)
    digits = 0 if max(whole.observed, whole.expected) >= _WHOLE_NUMBERS else 1
    observed, expected = (round(value * 10**digits) for value in (whole.observed, whole.expected))
    table = _Table(language, digits, observed - expected)
    rows = [(*_HEAD[language], ""), *table.rows(whole, observed, expected, 0)]
    widths = [max(map(_width, column)) for column in list(zip(*rows, strict=True))[:-1]]
    yield _SUB[language]
    for *figures, name in rows:
        cells = (" " * (width - _width(cell)) + cell for cell, width in zip(figures, widths, strict=True))
        yield f"  {'  '.join(cells)}  {name}".rstrip()


@dataclass(frozen=True, slots=True)
class _Part:
    """A slice of the tree. path: its values, the last one its own."""

    path: tuple[str, ...]
    dim: str
    observed: float
    expected: float
    children: list["_Part"] = field(default_factory=list)


def _read(tree: Mapping[str, Any]) -> _Part:
    """The parts of a chart, each below the one whose path it continues."""
    values = {series["key"]: series["values"] for series in tree["series"]}
    parts: dict[tuple[str, ...], _Part] = {}
    for path, dim, seen, due in zip(tree["x"], tree["y"], values["observed"], values["expected"], strict=True):
        at = tuple(path.split(_SEPARATOR)[1:])
        parts[at] = part = _Part(at, dim, seen, due)
        if at:
            parts[at[:-1]].children.append(part)
    return parts[()]


class _Table:
    """The rows of a tree, in a language, with so many digits. change: of the whole, in units of the last digit."""

    def __init__(self, language: Language, digits: int, change: int) -> None:
        self.language, self.digits, self.change = language, digits, change

    def rows(self, part: _Part, observed: int, expected: int, level: int) -> Iterator[Line]:
        change, name = observed - expected, "  " * level + self._name(part)
        share = _share(change, self.change)
        yield self._figure(change, "+"), share, self._figure(observed), self._figure(expected), name
        each = (
            add_up([below.observed * 10**self.digits for below in part.children], observed),
            add_up([below.expected * 10**self.digits for below in part.children], expected),
        )
        for below, seen, due in zip(part.children, *each, strict=True):
            yield from self.rows(below, seen, due, level + 1)

    def _figure(self, value: int, sign: str = "") -> str:
        return f"{value / 10**self.digits:{sign},.{self.digits}f}".replace("-", "−")

    def _name(self, part: _Part) -> str:
        if not part.path:
            return _WHOLE[self.language]
        if part.path[-1] == _OTHERS:
            return _REST[self.language]
        from zhenyin.dimensions import dimension

        return f"{dimension(part.dim).title.into(self.language)} {part.path[-1] or _UNKNOWN[self.language]}"


def _share(change: int, whole: int) -> str:
    """As per cent; what parts that offset each other are of hardly any change is not worth its digits."""
    if not whole:
        return "—"
    share = change / whole
    text = f"{share:.0%}" if abs(share) < _MAX_SHARE else f"{'>' if share > 0 else '<-'}{_MAX_SHARE:.0%}"
    return text.replace("-", "−")


def add_up(parts: Sequence[float], whole: int) -> list[int]:
    """Whole numbers near parts that sum to a whole that is itself near their sum: the largest remainders are rounded up.

    >>> add_up([1.6, 1.3, 0.1], 3), add_up([], 5)
    ([2, 1, 0], [])
    """
    rounded = [floor(part) for part in parts]
    order = sorted(range(len(parts)), key=lambda i: rounded[i] - parts[i])
    for place in range(whole - sum(rounded) if parts else 0):
        rounded[order[place % len(order)]] += 1
    return rounded


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
