"""Shapes that cross the border, one for each concept: page, period, interval, value with its unit, and what is not known.

`core.words.Words` is the shape of a text in both languages: `{"zh": ..., "en": ...}`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict
from typing_extensions import TypedDict

from zhenyin.core.words import Words

T = TypeVar("T")

Slice = dict[str, list[str]]
"""Values by dimension: a ticket is in the slice when it has one of the values of each dimension."""


Coordinates = dict[str, str]
"""One value of each of some dimensions: a slice that is a single cell of a cube."""


def slice_of(where: Mapping[str, str]) -> Slice:
    """A slice of one value in each dimension.

    >>> slice_of({"province": "北京市"})
    {'province': ['北京市']}
    """
    return {dimension: [value] for dimension, value in where.items()}


UNBOUNDED = 1e9
"""What is stored for an infinite ratio, as JSON knows none: a number that no count reaches."""

ALWAYS_SENT = ConfigDict(json_schema_serialization_defaults_required=True)
"""For dataclasses that are part of answers: a field with a default is sent like any other, and the schema says so."""


class Model(BaseModel):
    """Part of an answer. Made from a dataclass with the same fields by `model_validate`; infinite numbers become null."""

    model_config = ConfigDict(
        frozen=True,
        from_attributes=True,
        ser_json_inf_nan="null",
        # An answer always has all of its fields, also those with a default.
        json_schema_serialization_defaults_required=True,
    )


class Request(BaseModel):
    """The body of a request: a field that nobody knows is a mistake, and is said to be one."""

    model_config = ConfigDict(extra="forbid")


class Page(Model, Generic[T]):
    """One page of a list. total: of all pages; next: the offset of the next page, None on the last one.

    >>> Page[str].of(["a", "b"], total=5, offset=2).next
    4
    >>> Page[str].of(["e"], total=5, offset=4).next is None
    True
    """

    items: list[T]
    total: int
    next: int | None = None

    @classmethod
    def of(cls, items: list[T], total: int, offset: int = 0) -> "Page[T]":
        """The page that begins at `offset`."""
        after = offset + len(items)
        return cls(items=items, total=total, next=after if items and after < total else None)


class DateRange(Model):
    """A period of whole days: from `start` on, `end` no longer in it."""

    start: date
    end: date


class Interval(TypedDict):
    """A confidence or prediction interval. level: its nominal coverage, such as 0.95; an open side is None.

    A dictionary and no model: an answer of 10,000 figures has as many of them, and models take ten times as long to make.

    >>> Interval(low=1.0, high=2.0, level=0.95)
    {'low': 1.0, 'high': 2.0, 'level': 0.95}
    """

    low: float | None
    high: float | None
    level: float


class Unit(Model):
    """A unit of measure: its key, and how it is written."""

    key: str
    text: Words


class Value(Model):
    """A figure with its unit and interval; None is not known."""

    value: float | None
    unit: Unit
    interval: Interval | None = None


class Titled(Model):
    """A key, and what it is called."""

    key: str
    title: Words


class Available(Model):
    """Base of an answer that may not be known: `available` tells it from `Unavailable`."""

    available: Literal[True] = True


class Unavailable(Model):
    """Nothing is known yet, and why. `needed` and `found`: how much of what is missing, where that can be counted."""

    available: Literal[False] = False
    reason: Words
    needed: int | None = None
    found: int | None = None


def finite(value: float) -> float | None:
    """A number of an answer, or None where it has no bound: infinite, or stored as `UNBOUNDED`.

    >>> finite(2.5), finite(float("inf")), finite(UNBOUNDED)
    (2.5, None, None)
    """
    return value if abs(value) < UNBOUNDED else None
