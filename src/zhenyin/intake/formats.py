"""How the moments of a column are written, decided once for the whole column from all its cells, never row by row."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from zhenyin.core import clock
from zhenyin.core.errors import Invalid
from zhenyin.warehouse.moments import DateFormat, TimeFormat
from zhenyin.warehouse.staging import ShapeCount

NAMED: dict[str, tuple[DateFormat, ...]] = {
    "day-first": ("day-first",),
    "month-first": ("month-first",),
    "year-first": ("iso", "short-year"),
    "excel": ("excel",),
    "epoch": ("epoch", "epoch-ms"),
}
"""What a mapping may say of a column, and the ways it stands for."""
ASSUMED: DateFormat = "day-first"
"""Where no cell tells day from month."""
_FORMATS: tuple[tuple[DateFormat, str], ...] = (
    ("words", r"9{4}年"),
    ("month", r"9{4}(?:[-/.]|年)9{1,2}月?$"),
    ("iso", r"9{4}[-/.]9{1,2}[-/.]9"),
    ("compact", r"9{8}(?:$|9{4}$|9{6}$|[T ]9)"),
    ("named", r"(?:[A-Z][a-z]{2,8},? )?(?:9{1,2}[-/. ][A-Z][a-z]{2}|[A-Z][a-z]{2,8}\.? 9)"),
    ("excel", r"9{5}(?:\.9+)?$"),
    ("epoch-ms", r"9{13}$"),
    ("epoch", r"9{10}(?:\.9+)?$"),
)
_PARTED = re.compile(r"9{1,2}[-/.]9{1,2}[-/.](?:9{4}|9{2})(?:$| )")
_SHORT_YEAR = re.compile(r"9{2}[-/.]9{1,2}[-/.]9{1,2}(?:$| )")
_SINGLE_LAST = re.compile(r"9{2}[-/.]9{1,2}[-/.]9(?:$| )")
ZONE = re.compile(r"(:[9.]+(?: [AP]M)?) ?[(]?(?:Z|(?:UTC|GMT)?[+-]9{1,2}(?::?9{2})?|UTC|GMT)[)]?$")


@dataclass(frozen=True, slots=True)
class ResolvedFormat:
    """How a column is read; `ambiguous`: day and month could not be told apart, so `ASSUMED` was taken."""

    form: TimeFormat
    ambiguous: bool = False

    @property
    def name(self) -> str | None:
        """The word for it in a mapping; None where every cell tells for itself."""
        named = {"day-first": "day-first", "month-first": "month-first", "short-year": "year-first"}
        return next((named[format_] for format_ in self.form.formats if format_ in named), None)

    def tidied(self) -> "ResolvedFormat":
        """The same for cells that hold more than figures and their signs."""
        return replace(self, form=replace(self.form, tidy=True))


class _Order(NamedTuple):
    """What the cells of a column say of day and month; `format_` None: nothing."""

    format_: DateFormat | None


def resolve_formats(
    columns: Mapping[str, Sequence[ShapeCount]], named: Mapping[str, str], zone: str
) -> dict[str, ResolvedFormat]:
    """Settle all time columns of a table together: where one cannot tell day from month, its siblings may.

    `named`: formats that a person has set; they win. Raises Invalid for a format that there is none of.
    """
    orders = {column: _order(shapes) for column, shapes in columns.items()}
    sure = {order.format_ for order in orders.values() if order and order.format_}
    sibling = next(iter(sure)) if len(sure) == 1 else None
    return {
        column: _named_format(named[column], zone)
        if column in named
        else _resolve(shapes, orders[column], sibling, zone)
        for column, shapes in columns.items()
    }


def _named_format(name: str, zone: str) -> ResolvedFormat:
    if name not in NAMED:
        raise Invalid(
            "format-unknown",
            en=f"There is no time format {name!r}. Use one of {', '.join(NAMED)}.",
            zh=f"没有名为 {name} 的时间格式。可用：{'、'.join(NAMED)}。",
        )
    rest = tuple(format_ for format_, _ in _FORMATS if format_ not in NAMED[name])
    return ResolvedFormat(TimeFormat((*NAMED[name], *rest), zone))


def _resolve(
    shapes: Sequence[ShapeCount], order: _Order | None, sibling: DateFormat | None, zone: str
) -> ResolvedFormat:
    formats = _formats(one.shape for one in shapes)
    if order is None:
        return ResolvedFormat(TimeFormat(formats or ("iso",), zone))
    known = order.format_ or sibling
    return ResolvedFormat(TimeFormat((*formats, known or ASSUMED), zone), ambiguous=known is None)


def _formats(shapes: Iterable[str]) -> tuple[DateFormat, ...]:
    """The ways that occur, in the order in which they are to be tried."""
    bare = {ZONE.sub(r"\1", shape): shape for shape in shapes}
    found = {next((format_ for format_, pattern in _FORMATS if re.match(pattern, shape)), None) for shape in bare}
    zoned: tuple[DateFormat, ...] = ("zoned",) if any(one != shape for one, shape in bare.items()) else ()
    return zoned + tuple(format_ for format_, _ in _FORMATS if format_ in found)


def _order(shapes: Sequence[ShapeCount]) -> _Order | None:
    """Day, month or year first, by what only a day can be (above 12), weighed by cells; None where no cell is so written."""
    parted = [one for one in shapes if _PARTED.match(one.shape) or _SHORT_YEAR.match(one.shape)]
    if not parted:
        return None
    if _is_year_first(parted):
        return _Order("short-year")
    day = sum(one.cells for one in parted if one.first > 12)
    month = sum(one.cells for one in parted if one.second > 12)
    if not day and not month:
        return _Order(None)
    return _Order("day-first" if day >= month else "month-first")


def _is_year_first(parted: Sequence[ShapeCount]) -> bool:
    """Whether 26-03-05 is of 2026: years are few and in the past, days are many; one day alone says what it can only be."""
    if not all(_SHORT_YEAR.match(one.shape) for one in parted):
        return False
    latest = clock.now().year % 100 + 1
    years, months, days = (
        max(place) for place in zip(*((one.first, one.second, one.third) for one in parted), strict=True)
    )
    if months > 12 or years > latest or days > 31:
        return False
    # A year of one figure is none.
    single = any(_SINGLE_LAST.match(one.shape) for one in parted)
    return single or days > latest or max(one.firsts for one in parted) < sum(one.thirds for one in parted)
