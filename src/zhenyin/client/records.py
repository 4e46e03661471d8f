"""What the parts of answers are made of, and how JSON becomes them: frozen dataclasses with the API's names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from zhenyin.client.listing import Fetch, Listing
from zhenyin.client.tables import Columns, arrow_table
from zhenyin.core.words import Words

if TYPE_CHECKING:
    import pyarrow
    from pydantic import TypeAdapter

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval. level: its nominal coverage, such as 0.95; an open side is None."""

    low: float | None
    high: float | None
    level: float


@dataclass(frozen=True, slots=True)
class DateRange:
    """A period of whole days: from `start` on, `end` no longer in it. It may be given as the period of a question.

    >>> str(DateRange(date(2026, 3, 2), date(2026, 3, 16)))
    '2026-03-02..2026-03-15'
    """

    start: date
    end: date

    def __str__(self) -> str:
        return f"{self.start}..{self.end - timedelta(days=1)}"


class Records(Listing[T]):
    """A list of dataclasses. columns, row: the table that they make, and the row of one."""

    def __init__(self, fetch: Fetch[T], columns: Columns, row: Callable[[T], Mapping[str, Any]]) -> None:
        super().__init__(fetch)
        self._columns, self._row = columns, row

    def to_arrow(self) -> "pyarrow.Table":
        """All of them, every page: one row for each."""
        return arrow_table(map(self._row, self), self._columns)


def parsed(kind: type[T], document: object) -> T:
    """JSON as a dataclass (or a list of them); what it does not know of is passed over.

    >>> parsed(DateRange, {"start": "2026-03-02", "end": "2026-03-16", "new": 1}).end
    datetime.date(2026, 3, 16)
    """
    any_kind: Any = kind
    made: T = _adapter(any_kind).validate_python(document)
    return made


def in_both(name: str, words: Words) -> dict[str, str]:
    """A text as the columns of a table.

    >>> in_both("title", Words("闪退", "Crash"))
    {'title_zh': '闪退', 'title_en': 'Crash'}
    """
    return {f"{name}_zh": words.zh, f"{name}_en": words.en}


def ends(interval: Interval) -> dict[str, float | None]:
    """An interval as the columns of a table."""
    return {"low": interval.low, "high": interval.high}


@cache
def _adapter(kind: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
