"""Shelf: one way to cut a figure per file. Columns that a source brought along are dimensions under `extra.<name>`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from ibis.expr.types import Table, Value

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words

_EXTRA = "extra."


@dataclass(frozen=True, slots=True)
class Dimension:
    """A way to cut. `value(t, anchor)` gives the column; `needs` names the fact columns without which it cannot.

    A dimension that needs nothing is made from the anchor's moment, and goes with every fact.
    """

    title: Words
    value: Callable[[Table, str], Value]
    needs: tuple[str, ...] = ()
    parent: str | None = None
    kind: Literal["text", "number", "time"] = "text"

    def fits(self, columns: tuple[str, ...]) -> bool:
        return set(self.needs) <= set(columns)


def column(name: str, title: Words, parent: str | None = None) -> Dimension:
    """A dimension that is a plain column of the facts."""
    return Dimension(title, lambda t, _anchor: t[name], (name,), parent)


def calendar(unit: Literal["D", "W", "M", "Q", "Y"], title: Words) -> Dimension:
    """A dimension that is the first day of the anchor's day, ISO week, month, quarter or year."""

    def first_day(t: Table, anchor: str) -> Any:
        # A date is made a moment first: engines do not agree on what the truncation of a date is.
        return t[anchor].cast("timestamp").truncate(unit).cast("date")

    return Dimension(title, first_day, kind="time")


def dimension(key: str) -> Dimension:
    """The dimension of that name, on the shelf or made from a source's own column. Raises NotFound."""
    if key.startswith(_EXTRA) and len(key) > len(_EXTRA):
        name = key.removeprefix(_EXTRA)
        return Dimension(Words(name, name), lambda t, _anchor: t.extra[name], ("extra",))
    return DIMENSIONS[key]


DIMENSIONS: Shelf[Dimension] = Shelf("zhenyin.dimensions", "DIMENSION", Words("维度", "dimension"))
