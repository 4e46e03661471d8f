"""One condition on a dimension, and its text form."""

from dataclasses import dataclass
from typing import Any, Literal

import ibis
from ibis.expr.types import BooleanValue

from zhenyin.core.errors import Invalid

Op = Literal["in", "not in", "contains", "range"]
_MARKS: tuple[tuple[str, Op], ...] = (("!=", "not in"), ("~", "contains"), ("=", "in"))


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition. An empty value means *unknown*; a range includes both ends, and an empty end is open.

    >>> Filter.read("province=北京,上海")
    Filter(dimension='province', op='in', values=('北京', '上海'))
    """

    dimension: str
    op: Op
    values: tuple[str, ...]

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
        dimension, value = text[:at], text[at + len(mark) :]
        if op == "contains":
            return cls(dimension, op, (value,))
        if op == "in" and ".." in value:
            return cls(dimension, "range", tuple(value.split("..", 1)))
        return cls(dimension, op, tuple(value.split(",")))

    def on(self, column: Any) -> BooleanValue:
        """The condition on a column. Rows where the column is unknown fail it, but for `not in`, which keeps them."""
        kept: Any
        if self.op == "contains":
            kept = column.cast("string").contains(self.values[0])
        elif self.op == "range":
            low, high = self.values
            ends = [column >= ibis.literal(low).cast(column.type())] if low else []
            ends += [column <= ibis.literal(high).cast(column.type())] if high else []
            kept = ibis.and_(*ends) if ends else column.notnull()
        else:
            named = column.cast("string").isin([v for v in self.values if v]).fill_null(False)
            listed = named | column.isnull() if "" in self.values else named
            kept = ~listed if self.op == "not in" else listed
        condition: BooleanValue = kept
        return condition
