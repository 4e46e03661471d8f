"""One condition on a dimension, and its text form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from math import ceil, floor
from typing import Any, Literal

import ibis
from ibis.expr.types import BooleanValue, Table

from zhenyin.core import clock
from zhenyin.core.errors import Invalid
from zhenyin.dimensions import Dimension, Grain, dimension, first_of, next_of
from zhenyin.question.period import Period

Op = Literal["in", "not in", "contains", "range", "is null", "not null"]
_LARGEST = 2.0**53
"""Below it, every whole number is a number of the engine; no dimension has as large a one."""
_MARKS: tuple[tuple[str, Op], ...] = (("!=", "not in"), ("~", "contains"), ("=", "in"))


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition. An empty value means *unknown*; a range includes both ends, and an empty end is open.

    On a dimension of time, values are periods: `month=2025-03`, `week=2025-W09`, `day=2025-03-01..2025-03-07`.

    >>> Filter.read("province=北京,上海")
    Filter(dimension='province', op='in', values=('北京', '上海'))
    """

    dimension: str
    op: Op
    values: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str) -> "Filter":
        """Read `D=V1,V2`, `D!=V`, `D~text` or `D=lo..hi`. Raises Invalid."""
        found = [(text.find(mark), mark, op) for mark, op in _MARKS if mark in text]
        if not found or min(found)[0] == 0:
            raise Invalid(
                "filter-unreadable",
                en=f"The filter {text!r} cannot be read. Use D=V1,V2, D!=V, D~text or D=lo..hi.",
                zh=f"无法识别筛选条件 {text}。请用 维度=值1,值2、维度!=值、维度~文字 或 维度=下限..上限。",
            )
        at, mark, op = min(found)
        name, value = text[:at], text[at + len(mark) :]
        if op == "contains":
            return cls(name, op, (value,))
        if op == "in" and ".." in value:
            return cls(name, "range", tuple(value.split("..", 1)))
        return cls(name, op, tuple(value.split(",")))

    @classmethod
    def of_slice(cls, where: Mapping[str, str]) -> "list[Filter]":
        """Those that a slice meets: one value of each of its dimensions."""
        return [cls(dimension, "in", (value,)) for dimension, value in where.items()]

    def __str__(self) -> str:
        """The text form, which `read` reads back.

        >>> str(Filter("hour", "range", ("9", "17"))), str(Filter("model", "is null"))
        ('hour=9..17', 'model=')
        """
        marks = {"in": "=", "not in": "!=", "contains": "~", "range": "=", "is null": "=", "not null": "!="}
        return f"{self.dimension}{marks[self.op]}{('..' if self.op == 'range' else ',').join(self.values)}"

    def condition(self, t: Table, anchor: str) -> BooleanValue:
        """The condition on rows that are dated by `anchor`. Raises Invalid for values of another kind."""
        wanted = dimension(self.dimension)
        if wanted.grain and self.op in ("in", "not in", "range"):
            inside: Any = ibis.or_(*(_within(t[anchor], p) for p in self._periods(wanted.grain)))
            if "" in self.values and self.op != "range":
                inside = inside | t[anchor].isnull()
            kept: BooleanValue = ~inside if self.op == "not in" else inside
            return kept
        if self.op == "range" and wanted.kind == "number":
            self._check_numbers()
        return self.on(wanted.value(t, anchor))

    def on(self, column: Any) -> BooleanValue:
        """The condition on a column. Rows where the column is unknown fail it, but for `not in`, which keeps them."""
        kept: Any
        if self.op in ("is null", "not null"):
            kept = column.isnull() if self.op == "is null" else column.notnull()
        elif self.op == "contains":
            kept = column.cast("string").contains(self.values[0])
        elif self.op == "range":
            if column.type().is_numeric():
                self._check_numbers()
            low, high = self.values
            ends = [column >= _bound(low, column, ceil)] if low else []
            ends += [column <= _bound(high, column, floor)] if high else []
            kept = ibis.and_(*ends) if ends else column.notnull()
        else:
            # Bare comparisons, because an engine lets rows pass by those before it has read all of them.
            text, named, unknown = column.cast("string"), [v for v in self.values if v], "" in self.values
            if self.op == "in":
                kept = text.isin(named) | column.isnull() if unknown else text.isin(named)
            else:
                kept = text.notin(named) & column.notnull() if unknown else text.notin(named) | column.isnull()
        condition: BooleanValue = kept
        return condition

    def covers(self, day: date, wanted: Dimension) -> bool:
        """Whether a whole day meets the condition; for dimensions that give a value of a day."""
        if wanted.grain and self.op in ("in", "not in", "range"):
            inside = any(p.start <= day < p.end for p in self._periods(wanted.grain))
            return inside != (self.op == "not in")
        value = str(wanted.of_day(day)) if wanted.of_day else ""
        if self.op == "range":
            self._check_numbers()
            low, high = self.values
            return (not low or float(value) >= float(low)) and (not high or float(value) <= float(high))
        if self.op == "contains":
            return self.values[0] in value
        return {"in": value in self.values, "not in": value not in self.values}.get(self.op, self.op == "not null")

    def _periods(self, grain: Grain) -> list[Period]:
        """The spans that the values name; a whole date names the bucket that it is in."""
        if self.op == "range":
            low, high = self.values
            first = bucket(low, grain).start if low else date.min
            return [Period(first, bucket(high, grain).end if high else date.max)]
        return [bucket(value, grain) for value in self.values if value]

    def _check_numbers(self) -> None:
        try:
            known = all(abs(float(value)) < _LARGEST for value in self.values if value)
        except ValueError:
            known = False
        if not known:
            raise Invalid(
                "filter-not-a-number",
                en=f"The filter {self} needs numbers. Use {self.dimension}=3..6.",
                zh=f"筛选条件 {self} 需要数字，例如 {self.dimension}=3..6。",
            )


def _bound(text: str, column: Any, rounded: Callable[[float], int]) -> Any:
    """One end of a range. Of whole numbers it is a whole one: from 9.5 on is from 10 on, up to 9.5 is up to 9."""
    if column.type().is_integer():
        return ibis.literal(rounded(float(text)))
    return ibis.literal(text).cast(column.type())


def bucket(value: str, grain: Grain) -> Period:
    """The span that a value of a dimension of time names; a whole day names the bucket that it is in.

    Raises Invalid (`period-unreadable`).
    """
    period = Period.read(value, clock.today())
    if period is None:
        return Period(date.min, date.max)
    if period.days == 1:
        first = first_of(grain, period.start)
        return Period(first, next_of(grain, first))
    return period


def _within(moment: Any, period: Period) -> BooleanValue:
    start, end = (datetime.combine(day, time()) for day in (period.start, period.end))
    kept: BooleanValue = (moment >= ibis.literal(start)) & (moment < ibis.literal(end))
    return kept
