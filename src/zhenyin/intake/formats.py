"""How the moments of a column are written, decided once for the whole column from all its cells, never row by row."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zhenyin.core.errors import Invalid
from zhenyin.warehouse.expressions import DateFormat, TimeFormat

Shape = tuple[str, int, int, int, float]
"""(shape, cells, greatest first number, greatest second number, median value): see warehouse.staging.shapes."""

NAMED: dict[str, tuple[DateFormat, ...]] = {
    "day-first": ("day-first",),
    "month-first": ("month-first",),
    "year-first": ("iso",),
    "excel": ("excel",),
    "epoch": ("epoch", "epoch-ms"),
}
"""What a mapping may say of a column, and the ways it stands for."""
ASSUMED: DateFormat = "day-first"
"""Where no cell tells day from month."""
_FORMATS: tuple[tuple[DateFormat, str], ...] = (
    ("words", r"9{4}年"),
    ("month", r"9{4}(?:[-/.]|年)9{1,2}月?$"),
    ("zoned", r"9{4}[-/.].*:[9.]+ ?(?:Z|UTC|GMT|[+-]9{2}(?::?9{2})?)$"),
    ("iso", r"9{4}[-/.]9{1,2}[-/.]9"),
    ("compact", r"9{8}(?:$|9{4}$|9{6}$|[T ]9)"),
    ("named", r"(?:[A-Z][a-z]{2,8},? )?(?:9{1,2}[-/. ][A-Z][a-z]{2}|[A-Z][a-z]{2,8}\.? 9)"),
    ("excel", r"9{5}(?:\.9+)?$"),
    ("epoch-ms", r"9{13}$"),
    ("epoch", r"9{10}(?:\.9+)?$"),
)
_PARTED = re.compile(r"9{1,2}[-/.]9{1,2}[-/.](?:9{4}|9{2})(?:$| )")


@dataclass(frozen=True, slots=True)
class ResolvedFormat:
    """How a column is read; `ambiguous`: day and month could not be told apart, so `ASSUMED` was taken."""

    form: TimeFormat
    ambiguous: bool = False

    @property
    def name(self) -> str | None:
        """The word for it in a mapping; None where every cell tells for itself."""
        return next((format_ for format_ in self.form.formats if format_ in ("day-first", "month-first")), None)


class _Order(NamedTuple):
    """What the cells of a column say of day and month; `format_` None: nothing."""

    format_: DateFormat | None


def resolve_formats(
    columns: Mapping[str, Sequence[Shape]], named: Mapping[str, str], zone: str
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


def _resolve(shapes: Sequence[Shape], order: _Order | None, sibling: DateFormat | None, zone: str) -> ResolvedFormat:
    formats = _formats(shape for shape, *_ in shapes)
    if order is None:
        return ResolvedFormat(TimeFormat(formats or ("iso",), zone))
    known = order.format_ or sibling
    return ResolvedFormat(TimeFormat((*formats, known or ASSUMED), zone), ambiguous=known is None)


def _formats(shapes: Iterable[str]) -> tuple[DateFormat, ...]:
    """The ways that occur, in the order in which they are to be tried."""
    found = {next((format_ for format_, pattern in _FORMATS if re.match(pattern, shape)), None) for shape in shapes}
    return tuple(format_ for format_, _ in _FORMATS if format_ in found)


def _order(shapes: Sequence[Shape]) -> _Order | None:
    """Day or month first, by what only a day can be (above 12), weighed by cells; None where no cell is so written."""
    parted = [(cells, first, second) for shape, cells, first, second, _ in shapes if _PARTED.match(shape)]
    if not parted:
        return None
    day = sum(cells for cells, first, _ in parted if first > 12)
    month = sum(cells for cells, _, second in parted if second > 12)
    if not day and not month:
        return _Order(None)
    return _Order("day-first" if day >= month else "month-first")
