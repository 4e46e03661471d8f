"""How a change taken apart is printed: one line for each part, set in by its level, its figures before it."""

import unicodedata
from collections.abc import Iterator, Sequence
from math import floor
from typing import TYPE_CHECKING

from zhenyin.core.words import Language

# Commands load what they need when they run.
if TYPE_CHECKING:
    from zhenyin.explain.models import Explanation
    from zhenyin.stats.attribution import AttributionNode

_WORTH = 10.0  # times the whole change, up to which a share is told
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


def lines(found: "Explanation", language: Language) -> Iterator[str]:
    """The tree of an explanation; nothing where no level tells anything apart."""
    whole = found.parts
    if whole is None or not whole.children:
        return
    digits = 0 if max(whole.observed, whole.expected) >= _WHOLE_NUMBERS else 1
    observed, expected = (round(value * 10**digits) for value in (whole.observed, whole.expected))
    told = _Told(found, language, digits, observed - expected)
    rows = [(*_HEAD[language], ""), *told.rows(whole, observed, expected, 0)]
    widths = [max(map(_width, column)) for column in list(zip(*rows, strict=True))[:-1]]
    yield _SUB[language]
    for *figures, name in rows:
        cells = (" " * (width - _width(cell)) + cell for cell, width in zip(figures, widths, strict=True))
        yield f"  {'  '.join(cells)}  {name}".rstrip()


class _Told:
    """The rows of a tree, in a language, with so many digits. change: of the whole, in units of the last digit."""

    def __init__(self, found: "Explanation", language: Language, digits: int, change: int) -> None:
        self.found, self.language, self.digits, self.change = found, language, digits, change

    def rows(self, part: "AttributionNode", observed: int, expected: int, level: int) -> Iterator[Line]:
        change, name = observed - expected, "  " * level + self._name(part)
        share = _share(change, self.change)
        yield self._figure(change, "+"), share, self._figure(observed), self._figure(expected), name
        each = (
            add_up([below.observed * 10**self.digits for below in part.children], observed),
            add_up([below.expected * 10**self.digits for below in part.children], expected),
        )
        for below, seen, usual in zip(part.children, *each, strict=True):
            yield from self.rows(below, seen, usual, level + 1)

    def _figure(self, value: int, sign: str = "") -> str:
        return f"{value / 10**self.digits:{sign},.{self.digits}f}".replace("-", "−")

    def _name(self, part: "AttributionNode") -> str:
        if part.at is None:
            return _WHOLE[self.language]
        d, value = part.at
        if value is None:
            return _REST[self.language]
        dim = self.found.dims[d]
        from zhenyin.dimensions import dimension

        return f"{dimension(dim).title.into(self.language)} {self.found.values[d][value] or _UNKNOWN[self.language]}"


def _share(change: int, whole: int) -> str:
    """As per cent; what parts that offset each other are of hardly any change is not worth its digits."""
    if not whole:
        return "—"
    share = change / whole
    told = f"{share:.0%}" if abs(share) < _WORTH else f"{'>' if share > 0 else '<-'}{_WORTH:.0%}"
    return told.replace("-", "−")


def add_up(parts: Sequence[float], whole: int) -> list[int]:
    """Whole numbers near parts that sum to a whole that is itself near their sum: the largest remainders are rounded up.

    >>> add_up([1.6, 1.3, 0.1], 3), add_up([], 5)
    ([2, 1, 0], [])
    """
    told = [floor(part) for part in parts]
    order = sorted(range(len(parts)), key=lambda i: told[i] - parts[i])
    for place in range(whole - sum(told) if parts else 0):
        told[order[place % len(order)]] += 1
    return told


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
